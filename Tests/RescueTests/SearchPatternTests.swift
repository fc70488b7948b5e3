import Foundation
import Geodesy
import Rescue
import Testing

@Suite struct SearchPatternTests {
  private static let start = InterceptTests.place(51, 1.4)

  private func plan(
    _ pattern: SearchPattern, seconds: Double = 20_000, orientation: Double = 30, spacing: Double = 1000,
    drift: (east: Double, north: Double)? = nil, left: Bool = false, speed: Double = 10
  ) -> SearchPatternPlan {
    SearchPatternPlan(
      pattern: pattern, start: Self.start, startTime: InterceptTests.now, orientationDegrees: orientation,
      trackSpacingMetres: spacing, speedMetresPerSecond: speed, secondsAvailable: seconds,
      areaMetres: (along: 12_000, across: 5000),
      way: [Self.start, InterceptTests.place(51.05, 1.5), InterceptTests.place(51.05, 1.7)], turnsLeft: left,
      drift: drift)
  }

  private func course(_ leg: SearchLeg) -> Int { Int(leg.courseDegrees.rounded()) % 360 }

  @Test func aSquareExpands() throws {
    let legs = try plan(.expandingSquare, orientation: 0).legs()
    #expect(legs.prefix(6).map { ($0.distanceMetres / 100).rounded() / 10 } == [1, 1, 2, 2, 3, 3])
    #expect(legs.prefix(4).map(course) == [0, 90, 180, 270])
    let left = try plan(.expandingSquare, orientation: 0, left: true).legs()
    #expect(left.prefix(4).map(course) == [0, 270, 180, 90])
    #expect(legs.last?.endTime == InterceptTests.now.adding(milliseconds: 20_000_000))
  }

  @Test func aSectorPassesTheDatum() throws {
    let legs = try plan(.sector, orientation: 0, spacing: 2000).legs()
    #expect(legs.count == 9)
    #expect(legs.map(course) == [0, 120, 240, 240, 0, 120, 120, 240, 0])
    #expect(legs.allSatisfy { ($0.distanceMetres - 2000).magnitude < 1 })
    for leg in [2, 5, 8] { #expect(Sphere.distanceMetres(from: legs[leg].end, to: Self.start) < 1) }
  }

  @Test func tracksFillTheArea() throws {
    for pattern in [SearchPattern.parallelTrack, .creepingLine] {
      let legs = try plan(pattern).legs()
      let searched = legs.filter(\.isSearched)
      #expect(searched.count == (pattern == .parallelTrack ? 5 : 12))
      let along = pattern == .parallelTrack ? 11_000.0 : 4000
      #expect(searched.allSatisfy { ($0.distanceMetres - along).magnitude < 1 })
      // All lies within the rectangle whose sides are 12 and 5 km from the start.
      let far = (12_000.0 * 12_000 + 5000 * 5000).squareRoot() * 1.01
      #expect(legs.allSatisfy { Sphere.distanceMetres(from: Self.start, to: $0.end) < far })
    }
    let creeping = try plan(.creepingLine, orientation: 90).legs()
    #expect(creeping.filter(\.isSearched).allSatisfy { [0, 180].contains(course($0)) })
    let parallel = try plan(.parallelTrack, orientation: 90).legs()
    #expect(parallel.filter(\.isSearched).allSatisfy { [90, 270].contains(course($0)) })
  }

  @Test func aTrackLineComesBackBesideItself() throws {
    let legs = try plan(.trackLine).legs()
    #expect(legs.first?.start == Self.start)
    #expect(legs.count == 5 && !legs[2].isSearched)
    #expect(Sphere.distanceMetres(from: legs[4].end, to: Self.start) < 1200)
  }

  /// Seen from the drifting water every pattern is what it is without drift, and the asset keeps its speed over the
  /// ground.
  @Test func patternsDriftAlong() throws {
    let drift = (east: 1.0, north: -0.5)
    for pattern in SearchPattern.allCases {
      let still = try plan(pattern, seconds: 1e5).legs()
      let moved = try plan(pattern, seconds: 1e5, drift: drift).legs()
      let plane = TangentPlane(origin: Self.start)
      for (one, other) in zip(still, moved).prefix(20) {
        let seconds = other.endTime.seconds(since: InterceptTests.now)
        let (here, there) = (plane.local(one.end), plane.local(other.end))
        #expect((there.eastMetres - drift.east * seconds - here.eastMetres).magnitude < 2, "\(pattern)")
        #expect((there.northMetres - drift.north * seconds - here.northMetres).magnitude < 2, "\(pattern)")
        let duration = other.endTime.seconds(since: other.startTime)
        #expect((other.distanceMetres / duration - 10).magnitude < 0.01)
      }
      for (leg, next) in zip(moved, moved.dropFirst()) {
        #expect(leg.endTime == next.startTime && leg.end == next.start)
      }
    }
  }

  @Test func timeEndsThePattern() throws {
    for pattern in SearchPattern.allCases {
      let legs = try plan(pattern, seconds: 777).legs()
      #expect(legs.last.map { $0.endTime.seconds(since: InterceptTests.now) <= 777 } == true)
      #expect((legs.reduce(0) { $0 + $1.distanceMetres } - 7770).magnitude < 1)
      #expect(try plan(pattern, seconds: 0).legs().isEmpty)
    }
  }

  @Test func saysWhyAPlanCannotBe() {
    func reason(_ plan: SearchPatternPlan) -> SearchPatternError? {
      do throws(SearchPatternError) {
        _ = try plan.legs()
        return nil
      } catch { return error }
    }
    #expect(reason(plan(.sector, spacing: .nan)) == .numbersOutOfRange)
    #expect(reason(plan(.sector, orientation: .infinity)) == .numbersOutOfRange)
    #expect(reason(plan(.sector, seconds: 1e300)) == .numbersOutOfRange)
    #expect(reason(plan(.sector, drift: (.nan, 0))) == .numbersOutOfRange)
    #expect(reason(plan(.sector, drift: (9, 9))) == .driftTooFast)
    #expect(reason(plan(.parallelTrack, spacing: 0.001)) == .tooManyLegs)
    #expect(reason(plan(.expandingSquare, seconds: 600_000, spacing: 0.001, speed: 900)) == .tooManyLegs)
    var bad = plan(.parallelTrack)
    bad.areaMetres = (.nan, 1)
    #expect(reason(bad) == .noArea)
    bad = plan(.trackLine)
    bad.way = [Self.start]
    #expect(reason(bad) == .noWay)
  }

  @Test func legsAreWrittenForPlottersAndMaps() throws {
    let legs = try plan(.sector, orientation: 0, spacing: 2000).legs()
    let gpx = SearchLegsFile.gpx(legs, name: "A<B & \"C\"\u{0}")
    #expect(gpx.contains("<name>A&lt;B &amp; \"C\"</name>"))
    #expect(gpx.contains(#"<rtept lat="51.000000" lon="1.400000">"#))
    #expect(gpx.components(separatedBy: "<rtept").count == legs.count + 2)
    #expect(gpx.contains("<time>2021-11-24T01:48:00Z</time>") || gpx.contains("<time>2021-11-24T01:48:00.000Z</time>"))
    let json = SearchLegsFile.geoJSON(legs, name: "A \"B\" \\ \n")
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let features = try #require(object?["features"] as? [[String: Any]])
    #expect(features.count == legs.count)
    let properties = features[0]["properties"] as? [String: Any]
    #expect(properties?["name"] as? String == "A \"B\" \\ \n")
    let coordinates = (features[0]["geometry"] as? [String: Any])?["coordinates"] as? [[Double]]
    #expect(coordinates?.first == [1.4, 51.0])
  }

  /// Any numbers give legs that join, or a reason.
  @Test func extremesAreAnswered() {
    var random = SearchChance(seed: 17)
    let numbers = [0, -1, 1e-300, 0.5, 10, 999, 20_000, 1e9, 1e300, .infinity, .nan]
    func number() -> Double { numbers.randomElement(using: &random) ?? 0 }
    var laid = 0
    for _ in 0..<800 {
      let plan = SearchPatternPlan(
        pattern: SearchPattern.allCases.randomElement(using: &random) ?? .sector,
        start: InterceptTests.place([0, 51, 90, -90].randomElement(using: &random) ?? 0, 180),
        startTime: InterceptTests.now,
        orientationDegrees: number(), trackSpacingMetres: number(), speedMetresPerSecond: number(),
        secondsAvailable: number(), areaMetres: (number(), number()),
        way: (0..<Int.random(in: 0...4, using: &random)).map { InterceptTests.place(Double($0), 179) },
        turnsLeft: .random(using: &random), drift: Bool.random(using: &random) ? (number(), 0) : nil)
      guard let legs = try? plan.legs() else { continue }
      laid += 1
      #expect(zip(legs, legs.dropFirst()).allSatisfy { $0.endTime == $1.startTime && $0.end == $1.start })
      _ = SearchLegsFile.geoJSON(legs, name: "x") + SearchLegsFile.gpx(legs, name: "x")
    }
    #expect(laid > 10, "\(laid)")
  }
}
