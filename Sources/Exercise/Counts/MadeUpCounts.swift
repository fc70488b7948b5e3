import Foundation

/// Counts of an exercise: made up from a seed, with a season, calm and stormy spells, and a surge near the end.
package struct MadeUpCounts: Sendable {
  /// People and craft that arrived on each day, oldest first.
  package private(set) var people: [Int] = []
  package private(set) var craft: [Int] = []
  /// People who were prevented on each day.
  package private(set) var prevented: [Int] = []
  /// The wind of each day in knots: light on most days that craft set out, strong on most others.
  package private(set) var windKnots: [Int] = []
  /// Cases in progress at the end of each week, and what was claimed and decided in it.
  package private(set) var openCases: [Int] = []
  package private(set) var claims: [Int] = []
  package private(set) var decisions: [Int] = []

  /// Makes counts of so many days, the last of which is the `lastDayOfYear`th of its year.
  package init(seed: UInt64, days: Int, lastDayOfYear: Int) {
    var chance = SeededGenerator(seed: seed, stream: 0xC0_0175)
    // The wind has numbers of its own, so that the counts of a seed stay what they are.
    var wind = SeededGenerator(seed: seed, stream: 0x3171D)
    var calm = false
    for day in 0..<days {
      let dayOfYear = Double(lastDayOfYear - (days - 1 - day))
      let season = 0.5 + 0.5 * sin(2 * Double.pi * (dayOfYear - 130) / 365.25)
      // Weather comes in spells: yesterday's mostly goes on.
      calm = chance.unit() < (calm ? 0.55 + 0.25 * season : 0.15 + 0.3 * season)
      windKnots.append(calm ? 3 + wind.whole(below: 14) : 11 + wind.whole(below: 22))
      let surge = day >= days - 42 && day < days - 28 ? 1.9 : 1
      let departing = calm ? Int(surge * (2 + 9 * season) * (0.4 + 1.2 * chance.unit())) + 1 : 0
      var (arrived, stopped, boats) = (0, 0, 0)
      for _ in 0..<departing {
        let aboard = 25 + chance.whole(below: 45)
        if chance.unit() < 0.45 {
          stopped += aboard
        } else {
          arrived += aboard
          boats += 1
        }
      }
      people.append(arrived)
      craft.append(boats)
      prevented.append(stopped)
    }
    makeCases(&chance)
  }

  private mutating func makeCases(_ chance: inout SeededGenerator) {
    var open = 60_000
    for week in 0..<(people.count / 7) {
      let came = people[(week * 7)..<(week * 7 + 7)].reduce(0, +)
      claims.append(900 + came * 9 / 10 + chance.whole(below: 120))
      decisions.append(1_100 + week * 3 + chance.whole(below: 200))
      open = max(open + claims[week] - decisions[week] * 9 / 10, 0)
      openCases.append(open)
    }
  }
}
