import Geodesy
import Rescue
import Testing

@Suite struct SweepWidthTests {
  private func conditions(
    miles: Double, knots: Double = 5, waves: Double = 0.5, tired: Bool = false, day: Bool = true
  ) -> SearchConditions {
    SearchConditions(
      visibilityMetres: miles * 1852, windMetresPerSecond: Units.metresPerSecond(knots: knots), waveHeightMetres: waves,
      crewIsTired: tired, isDay: day)
  }

  private func miles(
    _ object: SearchObject, _ lookout: SearchLookout, _ conditions: SearchConditions, knots: Double = 90
  ) -> Double? {
    SweepWidth(
      for: object, by: lookout, in: conditions, speedMetresPerSecond: Units.metresPerSecond(knots: knots)
    ).map { $0.metres / 1852 }
  }

  private func close(_ value: Double?, _ expected: Double) -> Bool { ((value ?? -1) - expected).magnitude < 1e-9 }

  /// Values read off the tables by hand.
  @Test(arguments: [
    (SearchObject.personInWater, SearchLookout.vessel, 10.0, 0.5), (.personInWater, .smallVessel, 20, 0.3),
    (.raft25, .vessel, 5, 4.3), (.powerBoat20, .vessel, 10, 4.3), (.ship300, .vessel, 20, 29.2),
    (.raft4, .helicopter(heightMetres: 152.4), 10, 2.2), (.powerBoat33, .helicopter(heightMetres: 304.8), 15, 7.9),
    (.raft6, .helicopter(heightMetres: 609.6), 3, 1.4), (.raft1, .aeroplane(heightMetres: 152.4), 1, 0.3),
    (.sailBoat15, .aeroplane(heightMetres: 609.6), 20, 4.5),
  ])
  func tablesAreRead(object: SearchObject, lookout: SearchLookout, visibility: Double, width: Double) {
    let knots: Double
    if case .aeroplane = lookout { knots = 180 } else { knots = 90 }
    let value = miles(object, lookout, conditions(miles: visibility), knots: knots)
    #expect(close(value, width), "\(value ?? -1)")
  }

  @Test func everyRowIsWholeAndRises() {
    let lookouts: [SearchLookout] =
      [.smallVessel, .vessel] + [91.44, 152.4, 304.8, 609.6].map { .helicopter(heightMetres: $0) }
      + [152.4, 304.8, 609.6].map { .aeroplane(heightMetres: $0) }
    for object in SearchObject.allCases {
      for lookout in lookouts {
        let widths = [0.5, 1, 2, 3, 5, 10, 15, 20, 40].compactMap { miles(object, lookout, conditions(miles: $0)) }
        #expect(widths.count == 9, "\(object) \(lookout)")
        #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 <= $1 }, "\(object) \(lookout) \(widths)")
      }
    }
  }

  @Test func weatherAndFatigueNarrow() {
    #expect(close(miles(.powerBoat20, .vessel, conditions(miles: 10, knots: 20, tired: true)), 4.3 * 0.5 * 0.9))
    #expect(close(miles(.powerBoat20, .vessel, conditions(miles: 10, waves: 2)), 4.3 * 0.25))
    #expect(close(miles(.ship120, .vessel, conditions(miles: 10, knots: 30)), 12 * 0.9))
    #expect(close(miles(.personInWater, .helicopter(heightMetres: 152.4), conditions(miles: 5), knots: 60), 0.1 * 1.5))
    #expect(close(miles(.raft4, .helicopter(heightMetres: 152.4), conditions(miles: 10), knots: 75), 2.2 * 1.15))
  }

  @Test func saysWhatIsJudgedOrBeyondTheTables() throws {
    let inflatable = try #require(
      SweepWidth(for: .loadedInflatable, by: .vessel, in: conditions(miles: 10, day: false), speedMetresPerSecond: 10))
    #expect(close(inflatable.metres / 1852, 6.1))
    #expect(inflatable.remarks == [.objectEstimated, .notForNight])
    let far = SweepWidth(for: .raft4, by: .vessel, in: conditions(miles: 30), speedMetresPerSecond: 10)
    #expect(far?.remarks == [.beyondTable])
    let radar = SweepWidth(
      for: .raft4, by: .declared(name: "radar", sweepWidthMetres: 3000), in: conditions(miles: 1),
      speedMetresPerSecond: 50)
    #expect(radar?.metres == 3000 && radar?.remarks == [.declared])
  }

  @Test func numbersThatCannotBeGiveNone() {
    #expect(miles(.raft4, .vessel, conditions(miles: .nan)) == nil)
    #expect(miles(.raft4, .vessel, conditions(miles: 5), knots: .infinity) == nil)
    #expect(miles(.raft4, .helicopter(heightMetres: -1), conditions(miles: 5)) == nil)
    #expect(miles(.raft4, .declared(name: "x", sweepWidthMetres: .nan), conditions(miles: 5)) == nil)
    #expect(miles(.raft4, .vessel, conditions(miles: 1e300)) != nil)
  }

  @Test func detectionFollowsItsLaw() {
    #expect((DetectionLaw.random.probability(coverage: 1) - 0.632).magnitude < 5e-4)
    #expect((DetectionLaw.inverseCube.probability(coverage: 1) - 0.790).magnitude < 5e-4)
    #expect(DetectionLaw.definiteRange.probability(coverage: 1) == 1)
    for law in DetectionLaw.allCases {
      #expect(law.probability(coverage: 0) == 0 && law.probability(coverage: .nan) == 0)
      #expect(law.probability(coverage: .infinity) == 1)
    }
    for step in 1...40 {
      let coverage = Double(step) / 10
      #expect(
        DetectionLaw.random.probability(coverage: coverage)
          <= DetectionLaw.inverseCube.probability(coverage: coverage))
    }
    #expect(
      SearchCoverage.coverage(
        sweepWidthMetres: 2000, speedMetresPerSecond: 10, seconds: 3600, areaSquareMetres: 72_000_000) == 1)
    #expect(SearchCoverage.coverage(sweepWidthMetres: 2000, trackSpacingMetres: 0) == 0)
  }
}
