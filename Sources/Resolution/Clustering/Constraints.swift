/// What people have judged of pairs of records, which the engine obeys.
public struct Constraints: Sendable {
  /// Pairs that are one entity.
  public var same: [(left: Int, right: Int)]
  /// Pairs that are not.
  public var different: [(left: Int, right: Int)]

  /// Constraints of these judgements.
  public init(same: [(left: Int, right: Int)] = [], different: [(left: Int, right: Int)] = []) {
    self.same = same
    self.different = different
  }
}
