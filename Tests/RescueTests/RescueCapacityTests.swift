import Geodesy
import Rescue
import Testing

@Suite struct RescueCapacityTests {
  private func answers(_ assets: [(minutes: Double, capacity: Int?)]) -> [InterceptAnswer] {
    assets.enumerated().map { index, asset in
      .reaches(
        Interception(
          asset: InterceptTests.asset("a\(index)", InterceptTests.place(51, 1), speed: 10, capacity: asset.capacity),
          seconds: asset.minutes * 60, spreadSeconds: 0, arrival: InterceptTests.now,
          position: InterceptTests.place(51, 1), courseDegrees: 0, distanceMetres: 0, targetSpreadMetres: 0,
          secondsOnScene: nil, remarks: []))
    }
  }

  @Test func everyoneIsTakenEarlyByFew() {
    let plan = RescueCapacity(least: 33, most: 45, answers: answers([(10, 5), (20, 20), (30, 30), (40, 40), (5, nil)]))
    #expect(plan.forMost?.interceptions.map(\.asset.id) == ["a1", "a2"])
    #expect(plan.forMost?.seconds == 1800 && plan.forMost?.capacity == 50)
    #expect(plan.forLeast?.interceptions.map(\.asset.id) == ["a1", "a2"])
    #expect(plan.known == 95 && plan.withoutPlace == 0)
    #expect(plan.unknown.map(\.asset.id) == ["a4"])
  }

  @Test func peopleWithoutAPlaceAreCounted() {
    let plan = RescueCapacity(least: 10, most: 60, answers: answers([(10, 12), (20, 20), (15, 0)]))
    #expect(plan.forMost == nil && plan.withoutPlace == 28)
    #expect(plan.forLeast?.interceptions.map(\.asset.id) == ["a0"])
    let none = RescueCapacity(least: 10, most: 20, answers: [])
    #expect(none.forLeast == nil && none.withoutPlace == 20)
    let huge = RescueCapacity(least: .min, most: .max, answers: answers([(1, .max), (2, .max)]))
    #expect(huge.forMost != nil)
  }

  /// No combination of a few assets is there earlier, and none that is there as early has fewer, by trying all.
  @Test func noCombinationIsBetter() {
    var random = SearchChance(seed: 2)
    for _ in 0..<200 {
      let assets = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        (minutes: Double.random(in: 1...90, using: &random), capacity: Int?(Int.random(in: 1...40, using: &random)))
      }
      let people = Int.random(in: 1...120, using: &random)
      let plan = RescueCapacity(least: people, most: people, answers: answers(assets))
      var best: (minutes: Double, count: Int)?
      for choice in 1..<(1 << assets.count) {
        let chosen = assets.indices.filter { choice >> $0 & 1 == 1 }.map { assets[$0] }
        guard chosen.reduce(0, { $0 + ($1.capacity ?? 0) }) >= people else { continue }
        let minutes = chosen.map(\.minutes).max() ?? 0
        if best.map({ (minutes, chosen.count) < ($0.minutes, $0.count) }) ?? true { best = (minutes, chosen.count) }
      }
      #expect(plan.forMost?.interceptions.count == best?.count)
      #expect(plan.forMost.map { ($0.seconds / 60 - (best?.minutes ?? 0)).magnitude < 1e-9 } ?? (best == nil))
    }
  }
}
