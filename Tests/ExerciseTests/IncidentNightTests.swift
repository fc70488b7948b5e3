import Foundation
import Geodesy
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

extension IncidentNightTests {
  /// The same with the harbours that come with the chart, as a desk has them before anybody has named a place.
  @Test func theHarboursOfTheChartKeepAlarmsFewOnThreeNights() throws {
    let rules = BehaviourRules.standard(
      harbours: try Self.chartHarbours(), reception: [IncidentNight.reception], guarded: [IncidentNight.guarded])
    let reports = ([3, 4, 5] as [UInt64]).map { IncidentNight(seed: $0).play(rules) }
    for report in reports { print("recall \(report.recall), false alarms an hour \(report.falseAlarmsPerHour)") }
    let missed = reports.flatMap(\.missed)
    let happened = reports.reduce(0) { $0 + $1.occurrences }
    #expect(Double(missed.count) <= 0.05 * Double(happened), "\(missed)")
    let falseAlarms = reports.flatMap(\.falseAlarms)
    #expect(Double(falseAlarms.count) <= reports.reduce(0) { $0 + $1.hours }, "\(falseAlarms)")
  }

  private static func chartHarbours() throws -> [BehaviourRule.Area] {
    struct Document: Decodable {
      struct Feature: Decodable {
        struct Properties: Decodable {
          var kind: String
          var name: String?
        }
        var properties: Properties
        var geometry: Geometry
      }
      /// A polygon's rings; nil for whatever is no polygon.
      struct Geometry: Decodable {
        var rings: [[[Double]]]?
        enum CodingKeys: String, CodingKey { case coordinates }
        init(from decoder: any Decoder) throws {
          rings = try? decoder.container(keyedBy: CodingKeys.self).decode([[[Double]]].self, forKey: .coordinates)
        }
      }
      var features: [Feature]
    }
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../share/chart/strait.geojson")
    let document = try JSONDecoder().decode(Document.self, from: Data(contentsOf: file))
    let harbours = document.features.filter { ["harbour", "anchorage"].contains($0.properties.kind) }
    let areas = harbours.compactMap { harbour -> BehaviourRule.Area? in
      let corners = (harbour.geometry.rings?.first ?? []).compactMap {
        Position(latitudeDegrees: $0[1], longitudeDegrees: $0[0])
      }
      return Polygon(ring: corners).map { BehaviourRule.Area(name: harbour.properties.name ?? "", polygon: $0) }
    }
    #expect(areas.count == harbours.count && areas.count > 15)
    return areas
  }
}
