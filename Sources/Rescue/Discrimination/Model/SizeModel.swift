/// How many reports a boat makes, and how many boats a night has, as a chance over groupings.
struct SizeModel {
  private let reports: [Double]
  private let partners: [Double]
  private let tracks: [Double]
  private let boats: [Double]

  /// More evidence of one kind about one boat, and more boats, than this count as this many.
  private static let mostOfOneKind = 600
  private static let mostBoats = 700
  /// No night that was learned from has tracks: most small boats are never held by a sensor, and few are held twice.
  private static let trackChances = [0.6, 0.25, 0.1, 0.05]

  init(parameters: DiscriminationParameters) {
    reports = Self.logTimesFactorial(parameters.reportsPerBoat)
    partners = Self.logTimesFactorial(parameters.partnerReportsPerBoat)
    tracks = Self.logTimesFactorial(Self.trackChances)
    let silent =
      (parameters.reportsPerBoat.first ?? 0.1) * (parameters.partnerReportsPerBoat.first ?? 0.1)
      * (1 - parameters.recoveredShare)
    boats = Self.logGroupings(parameters.boatsInNight, silent: min(0.9, max(1e-6, silent)))
  }

  /// The logarithm of p(n) n! for n = 0, 1, 2 …, with a tail that falls off by the last ratio.
  private static func logTimesFactorial(_ chances: [Double]) -> [Double] {
    let logs = chances.map { logarithm(max($0, 1e-12)) }
    let slope = logs.count > 1 ? min(-0.05, logs[logs.count - 1] - logs[logs.count - 2]) : -1
    return (0...mostOfOneKind).map { count in
      let log = count < logs.count ? logs[count] : logs[logs.count - 1] + slope * Double(count - logs.count + 1)
      return log + logFactorial(count)
    }
  }

  /// The logarithm of Σ p(K) K!/(K−m)! s^(K−m): m boats have left evidence, and K−m were silent with chance s each.
  private static func logGroupings(_ chances: [Double], silent: Double) -> [Double] {
    let logs = (0...mostBoats * 2).map { number in
      logarithm((number < chances.count ? chances[number] : 0) * 0.98 + 0.02 / (1 + Double(number * number)))
    }
    let factorials = (0...mostBoats * 2).reduce(into: [Double]()) { sums, number in
      sums.append((sums.last ?? 0) + (number > 1 ? logarithm(Double(number)) : 0))
    }
    return (0...mostBoats).map { seen in
      var sum = -Double.infinity
      for all in seen...min(mostBoats * 2, seen + 60) {
        let hidden = Double(all - seen) * logarithm(silent)
        sum = logSum(sum, logs[all] + factorials[all] - factorials[all - seen] + hidden)
      }
      return sum
    }
  }

  /// The part of one boat, by what there is of it.
  func boat(reports reportCount: Int, partners partnerCount: Int, tracks trackCount: Int) -> Double {
    reports[min(Self.mostOfOneKind, reportCount)] + partners[min(Self.mostOfOneKind, partnerCount)]
      + tracks[min(Self.mostOfOneKind, trackCount)]
  }

  /// The part of the number of boats.
  func night(boats number: Int) -> Double { boats[min(Self.mostBoats, number)] }
}
