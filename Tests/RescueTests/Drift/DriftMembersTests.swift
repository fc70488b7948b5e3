import Geodesy
import Testing

@testable import Rescue

@Suite struct DriftMembersTests {
  private static let origin = Position(latitudeDegrees: 51, longitudeDegrees: 1.5)!
  private static let start = Instant.parse("2021-11-24T02:00:00Z")!

  private func ensemble(east: Double, seed: UInt64 = 1, hours: Int = 4) throws -> DriftEnsemble {
    let hypotheses = [LeewayHypothesis(.loadedInflatable, weight: 3), LeewayHypothesis(.of(key: "PIW-1")!, weight: 1)]
    var scenario = DriftScenario(
      position: Self.origin, time: Self.start, hypotheses: hypotheses,
      wind: ConstantFlow(name: "wind", eastMetresPerSecond: 8, northMetresPerSecond: 0)!,
      current: ConstantFlow(name: "current", eastMetresPerSecond: east, northMetresPerSecond: 0)!)
    scenario.hours = hours
    scenario.particles = 400
    scenario.seed = seed
    scenario.positionDeviationMetres = 200
    return try DriftRun(scenario).ensemble()
  }

  @Test func membersBetweenHoursLieBetweenTheirPlaces() throws {
    let ensembles = [try ensemble(east: 0.5), try ensemble(east: -0.5, seed: 2)]
    let members = try #require(DriftMembers(ensembles))
    #expect(members.count == 800 && members.remaining.rounded(toPlaces: 9) == 1)
    let hour = 3_600_000
    let one = try #require(members.cloud(at: Self.start.adding(milliseconds: Int64(hour)))?.datum)
    let two = try #require(members.cloud(at: Self.start.adding(milliseconds: Int64(2 * hour)))?.datum)
    let half = try #require(members.cloud(at: Self.start.adding(milliseconds: Int64(hour + hour / 2)))?.datum)
    let middle = (one.position.longitudeDegrees + two.position.longitudeDegrees) / 2
    #expect((half.position.longitudeDegrees - middle).magnitude < 1e-6)
    // The two currents part the members by 3.6 km in an hour.
    #expect((two.eastDeviationMetres - 3600).magnitude < 400)
    #expect(members.cloud(at: Self.start.adding(milliseconds: -1)) == nil)
    #expect(members.cloud(at: Self.start.adding(milliseconds: Int64(4 * hour + 1))) == nil)
  }

  @Test func aCloudOfEqualWeightsIsTheMapOfItsEnsemble() throws {
    let ensemble = try ensemble(east: 0)
    let members = try #require(DriftMembers([ensemble]))
    let cloud = try #require(members.cloud(at: ensemble.instant(hour: 3)))
    let map = try #require(DriftMap(cloud, hour: 3))
    let other = try #require(DriftMap(ensemble, hour: 3))
    #expect(map.rows == other.rows && map.columns == other.columns)
    #expect(zip(map.probabilities, other.probabilities).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    #expect(zip(cloud.hypothesisShares, [0.75, 0.25]).allSatisfy { ($0 - $1).magnitude < 1e-9 })
  }

  @Test func aSearchThatFoundNothingLowersWhatItCovered() throws {
    // One half goes east and one half west; the east is searched well.
    let ensembles = [try ensemble(east: 1.5), try ensemble(east: -1.5, seed: 2)]
    var members = try #require(DriftMembers(ensembles))
    let time = Self.start.adding(milliseconds: 2 * 3_600_000)
    let plane = TangentPlane(origin: Self.origin)
    let ring = [(3_000.0, -20_000.0), (40_000, -20_000), (40_000, 20_000), (3_000, 20_000)].map {
      plane.position(eastMetres: $0.0, northMetres: $0.1)
    }
    let footprint = try #require(Polygon(ring: ring))
    let area = try #require(
      SearchedArea(searcher: "R1", time: time, footprint: footprint, detectionProbability: 0.8))
    let answer = members.search(area)
    let worth = try #require(answer)
    #expect((worth.containment - 0.5).magnitude < 0.02)
    #expect((worth.success - 0.8 * worth.containment).magnitude < 1e-9)
    #expect((members.remaining - (1 - worth.success)).magnitude < 1e-9)
    // By Bayes' rule a tenth of a half is left in the east of six tenths.
    let cloud = try #require(members.cloud(at: time))
    let east = cloud.positions.filter { plane.local($0.position).eastMetres > 3_000 }.reduce(0) { $0 + $1.weight }
    #expect((east - 0.1 / 0.6).magnitude < 0.02)
    // The members take their weights along: hours later the west holds most.
    let later = try #require(members.cloud(at: Self.start.adding(milliseconds: 4 * 3_600_000))?.datum)
    #expect(plane.local(later.position).eastMetres < 0)
    // What lies outside the time of the drift changes nothing.
    var early = area
    early.time = Self.start.adding(milliseconds: -1000)
    let nothing = members.search(early)
    #expect(nothing == nil)
  }

  @Test func whatDiffersIsNotJoined() throws {
    let different = [try ensemble(east: 0), try ensemble(east: 0, hours: 5)]
    #expect(DriftMembers([]) == nil && DriftMembers(different) == nil)
  }

  @Test func theHoursSayWhatTheyRestOn() throws {
    let ensemble = try ensemble(east: 0)
    let members = try #require(DriftMembers([ensemble]))
    let hours = (0...2).compactMap { hour in
      members.cloud(at: Self.start.adding(milliseconds: Int64(hour) * 3_600_000)).flatMap { DriftHour($0, hour: hour) }
    }
    #expect(hours.count == 3 && hours[2].areas.map(\.share) == [0.5, 0.9, 0.95])
    let areas = hours[2].areas.map(\.areaSquareMetres)
    #expect(areas[0] < areas[1] && areas[1] <= areas[2])
    let text = DriftGeoJSON.areas(hours, foreignMembers: #""boat":"LOCAL-1""#)
    #expect(text.hasPrefix(#"{"type":"FeatureCollection","boat":"LOCAL-1","features":["#))
    #expect(text.ranges(of: #""kind":"datum""#).count == 3 && text.ranges(of: #""kind":"area""#).count == 9)
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    let unit = (0..<places).reduce(1.0) { unit, _ in unit * 10 }
    return (self * unit).rounded() / unit
  }
}
