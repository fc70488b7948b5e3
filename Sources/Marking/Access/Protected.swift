/// The thing that someone wants to look at or act on, as far as access depends on it.
public struct Protected: Hashable, Sendable {
  /// What kind of object it is.
  public var kind: ObjectKind
  /// Which one it is, for decisions that are about one stated item; nil when there is none to name.
  public var item: String?
  /// What is written on it.
  public var marking: Marking
  /// The agency whose it is; nil when it belongs to the centre as a whole.
  public var ownerAgency: String?
  /// The side of the wall on which it was gathered.
  public var side: Side

  /// A protected object of these parts.
  public init(kind: ObjectKind, item: String? = nil, marking: Marking, ownerAgency: String?, side: Side) {
    self.kind = kind
    self.item = item
    self.marking = marking
    self.ownerAgency = ownerAgency
    self.side = side
  }
}
