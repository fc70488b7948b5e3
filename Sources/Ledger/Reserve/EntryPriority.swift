/// How much an entry matters when the disk has no room for all.
public enum EntryPriority: Int, Hashable, Sendable, Comparable {
  /// Whatever can wait until there is room: refused as soon as the disk is full.
  case ordinary
  /// What accountability rests on, such as who looked at what: written from the reserve, up to the part that is kept for
  /// people in danger.
  case record
  /// What concerns someone in danger: written for as long as there is any room at all.
  case distress

  /// Less matters less.
  public static func < (one: EntryPriority, other: EntryPriority) -> Bool { one.rawValue < other.rawValue }
}
