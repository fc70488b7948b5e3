/// The bounds of what the engine takes and keeps; past them input is refused or counted, and memory does not grow.
public struct ResolutionLimits: Hashable, Sendable {
  /// The most records of one run.
  public var records = 40_000_000
  /// The most columns of a table.
  public var columns = 256
  /// The longest value, in bytes.
  public var valueBytes = 65_536
  /// The longest row, in bytes.
  public var rowBytes = 1 << 20
  /// How many notices of one table are kept word for word; the rest is counted.
  public var notices = 20
  /// The most columns that are compared; more than `mostComparedColumns` are not taken.
  public var comparedColumns = mostComparedColumns
  /// How many places a vector of comparisons has.
  static let mostComparedColumns = 15
  /// The most records that one blocking key may hold together; a commoner key is not used.
  public var recordsPerBlock = 200
  /// The most candidate pairs for each record, on average.
  public var pairsPerRecord = 12
  /// The candidate pairs that are allowed however few the records are.
  public var leastPairBudget = 2_000_000
  /// The most rules of blocking that are used together.
  public var blockingRules = 16
  /// The most records of a cluster that are weighed against another one by one.
  public var weighedMembers = 24
  /// The least probability with which a pair is written down.
  public var leastProbability = 0.01

  /// The limits of the house.
  public init() {}
}
