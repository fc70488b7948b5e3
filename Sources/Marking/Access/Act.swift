/// Something that a person does to a protected object.
public enum Act: String, CaseIterable, Codable, Sendable {
  /// Read it, find it in a search, see it on the chart.
  case see
  /// Write a new one.
  case append
  /// Write a correction of one.
  case correct
  /// End one: an incident, an investigation.
  case close
  /// End one against what does not fit, in one's own name.
  case override
  /// Evaluate one.
  case grade
  /// Give one to a partner.
  case disclose
  /// Take a copy out of the desk.
  case export
  /// Read who did what with it.
  case inspect
  /// Destroy the key to what it says about someone.
  case erase
  /// Change how it is set up.
  case administer
}
