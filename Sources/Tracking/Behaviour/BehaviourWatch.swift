import Geodesy

/// Watches how craft behave and says when a rule comes true, goes on, and is over.
///
/// A value without a clock: it is told what is known of the craft and what time it is. The same calls in the same order
/// give the same alerts. A craft needs about 4 kB, of which the motions of the last minutes and hours are 2160 bytes; a
/// pass over 20,000 craft that all moved takes a few tens of milliseconds.
public struct BehaviourWatch: Sendable {
  /// What was not taken in, and how often.
  public struct Refused: Hashable, Sendable, Codable {
    /// Sightings with a number that cannot be used.
    public var unusable = 0
    /// Sightings of craft beyond the limit.
    public var craft = 0
    /// Pairs beyond the limit, in the last look.
    public var pairs = 0
    /// Rules beyond the limit or with a name that another one has.
    public var rules = 0
  }

  /// What it holds at most.
  public let limits: BehaviourLimits
  /// What was not taken in.
  public internal(set) var refused = Refused()
  var compiled: [CompiledRule] = []
  var craft: [WatchedCraft] = []
  var slots: [TrackID: Int] = [:]
  var freeSlots: [Int] = []
  var recent = MotionHistory(capacity: BehaviourLimits.recentSamples, stepSeconds: BehaviourLimits.recentStepSeconds)
  var slow = MotionHistory(capacity: BehaviourLimits.slowSamples, stepSeconds: BehaviourLimits.slowStepSeconds)
  /// What each rule follows of each craft: by rule, then by slot.
  var episodes: [[Episode]] = []
  var pairs: [PairKey: Episode] = [:]
  var groups: [GroupKey: GroupEpisode] = [:]
  var hearing: HearingMap
  var began: Int32?
  var lastLook: Int32?
  var pass: Int32 = 0

  /// A watch by rules, with nothing seen yet.
  public init(rules: [BehaviourRule] = BehaviourRules.standard, limits: BehaviourLimits = BehaviourLimits()) {
    self.limits = limits
    hearing = HearingMap(limit: limits.hearingCells)
    compile(rules)
  }

  /// The rules that it watches by.
  public var rules: [BehaviourRule] { compiled.map(\.rule) }

  /// How many craft it watches.
  public var count: Int { slots.count }

  mutating func compile(_ rules: [BehaviourRule]) {
    var names: Set<String> = []
    compiled = []
    for rule in rules {
      guard compiled.count < limits.rules, names.insert(rule.id).inserted else {
        refused.rules += 1
        continue
      }
      compiled.append(CompiledRule(rule))
    }
    episodes = compiled.map { _ in [Episode](repeating: Episode(), count: craft.count) }
  }

  /// A moment in whole seconds, of which only differences are used.
  static func seconds(_ moment: Instant) -> Int32 {
    Int32(truncatingIfNeeded: moment.millisecondsSince1970 / 1000)
  }
}

/// Two craft and a rule.
struct PairKey: Hashable, Sendable, Comparable {
  let rule: Int
  let first: Int
  let second: Int

  static func < (left: PairKey, right: PairKey) -> Bool {
    (left.rule, left.first, left.second) < (right.rule, right.first, right.second)
  }
}

/// A rule about several craft, real or of an exercise.
struct GroupKey: Hashable, Sendable {
  let rule: Int
  let exercise: Bool
}

/// What a rule about several craft follows.
struct GroupEpisode: Sendable {
  var episode = Episode()
  var members: [Int] = []
  /// What was told last.
  var told: BehaviourAlert?
}
