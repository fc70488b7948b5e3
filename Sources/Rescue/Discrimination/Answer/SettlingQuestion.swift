/// A question to a caller, an asset or a partner, with what its answer is expected to tell.
public struct SettlingQuestion: Hashable, Sendable {
  /// What to ask.
  public enum Topic: Hashable, Sendable, CaseIterable {
    /// Which colour the boat has.
    case colour
    /// How many are aboard.
    case numberAboard
    /// Which other phones are aboard.
    case otherPhones
    /// What they see, or where they are.
    case surroundings
    /// Whether the engine runs.
    case engine
  }

  /// What to ask.
  public var topic: Topic
  /// The report about which to ask.
  public var about: EvidenceID
  /// The two boats that the answer would tell apart, by their places in `BoatPicture.boats`.
  public var boats: [Int]
  /// The expected gain of information in bits: 1 settles an even doubt.
  public var expectedBits: Double
}
