/// How far a run has come.
public struct ResolutionProgress: Sendable {
  /// What is done at present, in words.
  public let stage: String
  /// The share of it that is done, between 0 and 1.
  public let share: Double

  /// A share of a stage.
  public init(stage: String, share: Double) {
    self.stage = stage
    self.share = share
  }
}
