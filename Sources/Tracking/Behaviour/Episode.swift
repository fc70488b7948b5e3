/// One rule and one craft, or pair, over time: not so, becoming so, so, and over.
///
/// An event is one alert: what ends and comes back within the refractory time is held back until that time is over, and
/// told then if it is still so.
struct Episode: Sendable {
  /// How long things have to be so, in seconds.
  struct Timing: Sendable {
    var hold: Int32
    var clear: Int32
    var refractory: Int32
  }

  enum Step { case none, begin, update, end }

  private(set) var isActive = false
  private var holds = false
  private var fails = false
  private var hasEnded = false
  private var holdsSince: Int32 = 0
  private var failsSince: Int32 = 0
  private var endedAt: Int32 = 0
  private var lastTold: Int32 = 0
  /// Since when what is told has been so.
  private(set) var since: Int32 = 0
  /// The last pass in which it was looked at.
  var pass: Int32 = 0

  /// Whether there is nothing to follow.
  var isIdle: Bool { !isActive && !holds && !hasEnded }

  /// Takes in what a rule finds now.
  ///
  /// - Parameters:
  ///   - lead: for how long it has been so already when it is first found, in seconds.
  ///   - urgent: whether nothing of it may be held back.
  mutating func step(_ finding: Finding, at now: Int32, _ timing: Timing, urgent: Bool) -> Step {
    if isActive { return go(finding.stays, at: now, timing) }
    if hasEnded, urgent || now &- endedAt >= timing.refractory { hasEnded = false }
    guard finding.enters else {
      holds = false
      return .none
    }
    if !holds {
      holds = true
      holdsSince = now
    }
    guard now &- holdsSince >= timing.hold, !hasEnded else { return .none }
    isActive = true
    fails = false
    lastTold = now
    since = holdsSince &- finding.leadSeconds
    return .begin
  }

  private mutating func go(_ stays: Bool, at now: Int32, _ timing: Timing) -> Step {
    if stays {
      fails = false
      guard now &- lastTold >= BehaviourLimits.updateSeconds else { return .none }
      lastTold = now
      return .update
    }
    if !fails {
      fails = true
      failsSince = now
    }
    guard now &- failsSince >= timing.clear else { return .none }
    isActive = false
    holds = false
    hasEnded = true
    endedAt = now
    return .end
  }
}

/// What a rule finds of a craft, or several, now.
struct Finding: Sendable {
  /// Whether it is so.
  var enters: Bool
  /// Whether it is still so, by limits that are a little wider.
  var stays: Bool
  /// The numbers of the evidence, in the order of the kind; not a number where one is not known.
  var values: SIMD4<Double>
  /// For how long it has been so already, in seconds.
  var leadSeconds: Int32

  init(
    enters: Bool, stays: Bool, _ values: SIMD4<Double> = SIMD4(repeating: .nan), leadSeconds: Int32 = 0
  ) {
    self.enters = enters
    self.stays = stays || enters
    self.values = values
    self.leadSeconds = leadSeconds
  }

  /// It is not so.
  static let no = Finding(enters: false, stays: false)
}
