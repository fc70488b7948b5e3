import Testing
import Tracking

@testable import Exercise

/// The standard rules over a night with incidents of every kind among its traffic, through the tracker, against the truth.
@Suite struct IncidentNightTests {
  @Test func nearlyAllIsToldWithinAMinuteAndLittleThatIsNot() {
    let night = IncidentNight(seed: 3)
    let kinds = Set(night.occurrences.map(\.kind))
    // Shore lines are not part of the night; everything else happens in it.
    #expect(kinds.isSuperset(of: Set(BehaviourKind.allCases).subtracting([.shoreApproach, .closestApproach])))
    #expect(night.occurrences.count >= 30)
    let report = night.play()
    #expect(report.recall >= 0.95, "\(report.missed)")
    #expect(report.falseAlarmsPerHour <= 1, "\(report.falseAlarms)")
    for (kind, count) in report.begins { #expect(count <= 30, "\(kind)") }
  }
}
