import Geodesy
import Operations
import Synchronization
import Tracking

/// What the keeper of alerts and the pages tell each other.
final class AlertBoard: Sendable {
  /// How often a rule has spoken since the desk came up.
  struct RuleCount: Sendable {
    var alarms = 0
    /// Since when it is counted.
    var since: Instant?

    /// Alarms a day, over the time that has passed; nil while that is less than an hour.
    func perDay(at now: Instant) -> Double? {
      guard let since else { return nil }
      let seconds = now.seconds(since: since)
      return seconds < 3600 ? nil : Double(alarms) / seconds * 86_400
    }
  }

  private struct State {
    var resolved: [Alert] = []
    var rulesChanged = true
    var counts: [String: RuleCount] = [:]
    var smallCraft: [TrackID: SmallCraftJudgement] = [:]
    var coverage: CoverageReport?
    var weather: WatchWeather?
  }

  private let state = Mutex(State())

  /// Notes what somebody has done with an alert.
  func note(_ alert: Alert) {
    if alert.stage == .resolved { state.withLock { $0.resolved.append(alert) } }
  }

  func takeResolved() -> [Alert] {
    state.withLock { state in
      defer { state.resolved = [] }
      return state.resolved
    }
  }

  /// Notes that somebody has changed a rule.
  func noteRules() { state.withLock { $0.rulesChanged = true } }

  /// Whether rules have changed since the last call.
  func takeRulesChanged() -> Bool {
    state.withLock { state in
      defer { state.rulesChanged = false }
      return state.rulesChanged
    }
  }

  func count(_ rules: [String], alarms: [String], since: Instant) {
    state.withLock { state in
      for rule in rules where state.counts[rule] == nil { state.counts[rule] = RuleCount(since: since) }
      for rule in alarms { state.counts[rule, default: RuleCount(since: since)].alarms += 1 }
    }
  }

  var counts: [String: RuleCount] { state.withLock { $0.counts } }

  func show(_ judgements: [TrackID: SmallCraftJudgement]) { state.withLock { $0.smallCraft = judgements } }

  /// How likely a track is a small boat, and why; nil while nothing speaks for or against it.
  func smallCraft(_ id: TrackID) -> SmallCraftJudgement? { state.withLock { $0.smallCraft[id] } }

  func show(_ report: CoverageReport?) { state.withLock { $0.coverage = report } }

  func show(_ weather: WatchWeather?) { state.withLock { $0.weather = weather } }

  /// The weather as it was said last; nil while nobody has said anything.
  var weather: WatchWeather? { state.withLock { $0.weather } }

  /// What the sensors can see now; nil when none is declared.
  var coverage: CoverageReport? { state.withLock { $0.coverage } }
}
