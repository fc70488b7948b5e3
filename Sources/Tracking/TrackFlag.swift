/// Something about a track that a watch officer should know before believing it.
public enum TrackFlag: String, Sendable, Codable, CaseIterable, Comparable {
  /// It has reported a place that it cannot have reached.
  case implausibleJump = "jump"
  /// It reports from two places in turn: two transponders share the number, or one of them is forged.
  case duplicateIdentity = "duplicate"
  /// A distress transmitter that says it is being tested.
  case sartTest = "sart-test"

  /// Whether the first flag sorts before the second, by its text.
  public static func < (first: TrackFlag, second: TrackFlag) -> Bool {
    first.rawValue < second.rawValue
  }
}
