public import Geodesy

/// Tries rules against what was seen before and counts the alarms a day that each would have raised.
///
/// Feed it the sightings of last night in the order of time, as the watch gets them live; nothing is told to anyone.
public struct BehaviourTrial: Sendable {
  /// What one rule would have done.
  public struct Count: Hashable, Sendable, Codable {
    /// The name of the rule.
    public var rule: String
    /// Alerts that began.
    public var alarms: Int
    /// Alerts a day, over the time that was tried; 0 when no time passed.
    public var alarmsPerDay: Double
    /// How long its alerts lasted together, in seconds.
    public var alertSeconds: Double
  }

  private var watch: BehaviourWatch
  private var alarms: [String: Int] = [:]
  private var lasting: [String: Double] = [:]
  private var open: [String: (rule: String, since: Instant)] = [:]
  private var first: Instant?
  private var last: Instant?
  /// The alerts that began, the first ones up to `greatestExamples`, for people to look at.
  public private(set) var examples: [BehaviourAlert] = []

  /// Alerts that a trial keeps as examples.
  public static let greatestExamples = 500

  /// A trial of rules.
  public init(rules: [BehaviourRule], limits: BehaviourLimits = BehaviourLimits()) {
    watch = BehaviourWatch(rules: rules, limits: limits)
  }

  /// Takes in what was known of craft at a moment, and says what the rules would have told.
  @discardableResult
  public mutating func take(_ sightings: some Sequence<CraftSighting>, at moment: Instant) -> [BehaviourAlert] {
    if first == nil { first = moment }
    last = max(last ?? moment, moment)
    watch.take(sightings, at: moment)
    let alerts = watch.advance(to: moment)
    note(alerts)
    return alerts
  }

  /// Takes in that a track ended.
  public mutating func forget(_ track: TrackID, at moment: Instant) {
    note(watch.forget(track, at: moment))
  }

  /// What each rule would have done so far, in the order of the rules.
  public var counts: [Count] {
    let days = first.flatMap { first in last.map { $0.seconds(since: first) / 86_400 } } ?? 0
    return watch.rules.map { rule in
      let count = alarms[rule.id] ?? 0
      var seconds = lasting[rule.id] ?? 0
      // In the order of the names, so that the sum is the same to the last bit.
      for (_, alert) in open.sorted(by: { $0.key < $1.key }) where alert.rule == rule.id {
        seconds += last?.seconds(since: alert.since) ?? 0
      }
      return Count(
        rule: rule.id, alarms: count, alarmsPerDay: days > 0 ? Double(count) / days : 0, alertSeconds: seconds)
    }
  }

  private mutating func note(_ alerts: [BehaviourAlert]) {
    for alert in alerts {
      switch alert.change {
      case .begin:
        alarms[alert.rule, default: 0] += 1
        open[alert.id] = (alert.rule, alert.at)
        if examples.count < Self.greatestExamples { examples.append(alert) }
      case .update: break
      case .end:
        if let begun = open.removeValue(forKey: alert.id) {
          lasting[alert.rule, default: 0] += alert.at.seconds(since: begun.since)
        }
      }
    }
  }
}
