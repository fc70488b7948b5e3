import Testing

@testable import Rescue

@Suite struct DriftChanceTests {
  /// Values of the standard normal distribution, to ten digits.
  @Test(arguments: [
    (0.5, 0.0), (0.975, 1.959_963_984_5), (0.05, -1.644_853_627_0), (1e-10, -6.361_340_902_4), (0.841_344_746_1, 1.0),
  ])
  func quantilesAreThoseOfTheTables(share: Double, value: Double) {
    #expect((NormalDistribution.value(atShare: share) - value).magnitude < 1e-9)
  }

  @Test func shareAndQuantileAreInverse() {
    #expect((NormalDistribution.share(below: -1) - 0.158_655_254).magnitude < 1e-9)
    for step in 1..<1000 {
      let share = Double(step) / 1000
      let back = NormalDistribution.share(below: NormalDistribution.value(atShare: share))
      #expect((back - share).magnitude < 1e-12)
    }
  }

  @Test func evenNumbersFillTheInterval() {
    let chance = DriftChance(seed: 7)
    for dimension in [DriftChance.Dimension.downwind, .crosswind, .range, .bearing, .start, .capsize] {
      var counts = [Int](repeating: 0, count: 20)
      for particle in 0..<2000 { counts[Int(chance.even(dimension, particle: particle) * 20)] += 1 }
      // Pure chance would leave counts of 100 ± 10, and one in twenty beyond ± 20.
      #expect(counts.allSatisfy { (80...120).contains($0) })
    }
  }

  @Test func numbersDependOnSeedParticleAndOccasion() {
    let (first, second) = (DriftChance(seed: 1), DriftChance(seed: 2))
    #expect(first.bits(.jibe, particle: 3) == first.bits(.jibe, particle: 3))
    let others = [
      first.bits(.jibe, particle: 4), first.bits(.jibe, particle: 3, count: 1), second.bits(.jibe, particle: 3),
      first.bits(.diffusionEast, particle: 3),
    ]
    #expect(Set(others + [first.bits(.jibe, particle: 3)]).count == 5)
  }

  @Test func earthScaleIsThatOfTheEllipsoid() {
    let metres = EarthScale.metresPerDegree(SIMD8(repeating: 51))
    #expect((metres.north[0] - 111_248).magnitude < 1 && (metres.east[0] - 70_198).magnitude < 1)
    for centre in [-86.0, -51, 0, 51, 70, 86] {
      let scale = EarthScale(around: centre)
      for part in [-1.0, -0.3, 0, 0.7, 1] {
        let latitude = SIMD8(repeating: centre + part * scale.reach)
        let (near, exact) = (scale.degreesPerMetre(latitude), EarthScale.metresPerDegree(latitude))
        #expect((near.east[0] * exact.east[0] - 1).magnitude < 2e-5)
        #expect((near.north[0] * exact.north[0] - 1).magnitude < 1e-6)
      }
    }
  }

  @Test func selectionFindsWhatSortingFinds() {
    let chance = DriftChance(seed: 3)
    for count in [1, 2, 3, 10, 101, 4000] {
      let even = (0..<count).map { Double(chance.bits(.jibe, particle: $0) % 1700) }
      // Nearly all in one cell, and all of one value.
      let lopsided = even.enumerated().map { index, value in index == 0 ? 1e9 : value }
      let alike = [Double](repeating: 7, count: count)
      for values in [even, lopsided, alike] {
        let places = [count / 2, 0, count - 1, count / 3, count / 2]
        #expect(Selection.values(of: values, at: places) == places.map { values.sorted()[$0] })
      }
    }
  }
}
