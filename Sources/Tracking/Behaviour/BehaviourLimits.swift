/// What a behaviour watch holds at most.
public struct BehaviourLimits: Hashable, Sendable {
  /// Craft that are watched; a further one is refused and counted.
  public var craft: Int
  /// Pairs of craft that are followed at once; further ones are refused and counted.
  public var pairs: Int
  /// Rules of one watch; further ones are refused and counted.
  public var rules: Int
  /// Names of craft that one alert carries.
  public var craftPerAlert: Int
  /// Cells of the map of where transponders are heard.
  public var hearingCells: Int

  /// Motions of the last minutes that are kept of each craft, twenty bytes each.
  static let recentSamples = 48
  /// The least time between two of them, in seconds.
  static let recentStepSeconds: Int32 = 15
  /// Places of the last two hours that are kept of each craft, twenty bytes each.
  static let slowSamples = 60
  /// The least time between two of them, in seconds.
  static let slowStepSeconds: Int32 = 120
  /// How old a motion may be before nothing is judged by it, in seconds: slow class B craft report every three minutes.
  static let freshSeconds: Int32 = 400
  /// How often an alert that goes on is told again, in seconds.
  static let updateSeconds: Int32 = 60
  /// How often pairs and groups are looked for, and open questions looked at again, in seconds.
  static let lookSeconds: Int32 = 5

  /// Limits; the defaults hold all craft of a busy continent.
  public init(
    craft: Int = 100_000, pairs: Int = 20_000, rules: Int = 200, craftPerAlert: Int = 50, hearingCells: Int = 50_000
  ) {
    self.craft = max(0, craft)
    self.pairs = max(0, pairs)
    self.rules = max(0, rules)
    self.craftPerAlert = max(2, craftPerAlert)
    self.hearingCells = max(1, hearingCells)
  }
}
