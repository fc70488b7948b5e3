extension ParameterLearning {
  /// One number that is sought, with the range in which it can lie.
  private struct Knob {
    let name: String
    let path: WritableKeyPath<DiscriminationParameters, Double>
    let range: ClosedRange<Double>
    /// The first step.
    var step = 1.4
    /// Whether steps multiply; otherwise they add.
    let multiplies: Bool
  }

  private static func knobs(_ parameters: DiscriminationParameters) -> [Knob] {
    func shares(_ name: String, _ path: WritableKeyPath<DiscriminationParameters, Double>) -> Knob {
      Knob(name: name, path: path, range: 0.002...0.98, multiplies: true)
    }
    var knobs: [Knob] = [
      Knob(name: "failureRate", path: \.failureRate, range: 1e-7...1e-2, multiplies: true),
      shares("driftsAtFirst", \.driftsAtFirst),
      Knob(name: "velocityWander", path: \.velocityWander, range: 1e-8...1e-2, multiplies: true),
      Knob(name: "positionWander", path: \.positionWander, range: 1e-3...1e3, multiplies: true),
      Knob(name: "leeway", path: \.leeway, range: 0.001...0.2, multiplies: true),
      Knob(name: "leewayDoubt", path: \.leewayDoubt, range: 0.02...1, multiplies: true),
      Knob(name: "recoveryDeviation", path: \.recoveryDeviation, range: 20...3_000, multiplies: true),
      Knob(name: "recoveryDrift", path: \.recoveryDrift, range: 0.05...3, multiplies: true),
      shares("pinStale", \.pinStale),
      Knob(name: "pinStaleSeconds", path: \.pinStaleSeconds, range: 300...20_000, multiplies: true),
      Knob(name: "positionWrong", path: \.positionWrong, range: 0.0005...0.2, multiplies: true),
      shares("stoppedWhileMotoring", \.stoppedWhileMotoring), shares("stoppedWhileDrifting", \.stoppedWhileDrifting),
    ]
    for kind in parameters.accuracyFactor.indices {
      knobs.append(
        Knob(name: "accuracy \(kind)", path: \.accuracyFactor[kind], range: 0.2...5, multiplies: true))
    }
    for aim in parameters.aims.indices {
      knobs.append(shares("aim \(aim)", \.aims[aim].weight))
      for path in [\DiscriminationParameters.aims[aim].east, \.aims[aim].north] {
        knobs.append(Knob(name: "aim \(aim) \(path)", path: path, range: -2e5...2e5, step: 4_000, multiplies: false))
      }
    }
    for speed in parameters.speeds.indices {
      knobs.append(Knob(name: "speed \(speed)", path: \.speeds[speed], range: 0.2...8, multiplies: true))
    }
    knobs.append(Knob(name: "speedDeviation", path: \.speedDeviation, range: 0.05...4, multiplies: true))
    return knobs
  }

  /// Seeks the numbers of the motion that make the evidence of the true boats likeliest.
  ///
  /// - Parameter report: is told the name of each number that was changed and the likelihood then.
  public mutating func fitMotion(rounds: Int, report: (String, Double) -> Void) {
    fitPlaces()
    let groups = trueGroups()
    var best = motionLikelihood(parameters, groups)
    report("start", best)
    var steps: [String: Double] = [:]
    for _ in 0..<rounds {
      for knob in Self.knobs(parameters) {
        var step = steps[knob.name] ?? knob.step
        for direction in [1.0, -1.0] {
          var improved = false
          while true {
            var trial = parameters
            let value = trial[keyPath: knob.path]
            let moved = knob.multiplies ? value * (direction > 0 ? step : 1 / step) : value + direction * step
            trial[keyPath: knob.path] = min(knob.range.upperBound, max(knob.range.lowerBound, moved))
            Self.normalise(&trial)
            guard trial[keyPath: knob.path] != value else { break }
            let likelihood = motionLikelihood(trial, groups)
            guard likelihood > best + 1e-3 else { break }
            (best, parameters, improved) = (likelihood, trial, true)
          }
          if improved { break }
          if direction < 0 { step = knob.multiplies ? step.squareRoot() : step / 2 }
        }
        steps[knob.name] = step
      }
      report("round", best)
    }
  }

  private static func normalise(_ parameters: inout DiscriminationParameters) {
    let sum = parameters.aims.reduce(0) { $0 + $1.weight }
    for aim in parameters.aims.indices { parameters.aims[aim].weight /= sum }
  }

  /// The items of every true boat, night by night.
  private func trueGroups() -> [(table: EvidenceTable, groups: [[Int32]])] {
    nightsLearnedFrom.map { night in
      let table = EvidenceTable(night.evidence, parameters: parameters)
      var groups = [[Int32]](repeating: [], count: night.boats.count)
      for event in table.events.indices {
        if let boat = night.boatOf[table.items[Int(table.events[event].item)].id] { groups[boat].append(Int32(event)) }
      }
      return (table, groups.filter { !$0.isEmpty })
    }
  }

  private func motionLikelihood(
    _ trial: DiscriminationParameters, _ nights: [(table: EvidenceTable, groups: [[Int32]])]
  ) -> Double {
    var sum = 0.0
    var filter = MotionFilter(parameters: trial)
    for (index, night) in nights.enumerated() {
      var table = night.table
      table.rescale(nightsLearnedFrom[index].evidence, trial)
      for group in night.groups { sum += filter.logLikelihood(group, of: table) }
    }
    return sum
  }

  /// Where boats are reported, as a mixture by expectation and maximisation over all stated positions.
  mutating func fitPlaces() {
    var points: [SIMD2<Double>] = []
    for night in nightsLearnedFrom {
      let table = EvidenceTable(night.evidence, parameters: parameters)
      points += table.events.filter { $0.fixes.count == 1 && !$0.isRecovery }.map {
        table.fixes[$0.fixes.lowerBound].place
      }
    }
    guard points.count > Self.places * 4 else { return }
    var spots = (0..<Self.places).map { index -> DiscriminationParameters.Spot in
      let point = points[index * (points.count / Self.places)]
      return .init(
        weight: 1 / Double(Self.places), east: point.x, north: point.y, eastDeviation: 8_000, northDeviation: 8_000)
    }
    for _ in 0..<60 { spots = Self.better(spots, points) }
    parameters.places = spots
  }

  private static let places = 8
  /// No place is learned sharper than this: the next night's beaches are not this one's.
  private static let sharpestPlace = 3_000.0

  private static func better(
    _ spots: [DiscriminationParameters.Spot], _ points: [SIMD2<Double>]
  ) -> [DiscriminationParameters.Spot] {
    var weights = [Double](repeating: 1e-9, count: spots.count)
    var sums = [SIMD2<Double>](repeating: .zero, count: spots.count)
    var squares = sums
    for point in points {
      let chances = spots.map { spot -> Double in
        let off = (point - SIMD2(spot.east, spot.north)) / SIMD2(spot.eastDeviation, spot.northDeviation)
        return spot.weight / (spot.eastDeviation * spot.northDeviation) * exponential(-0.5 * (off * off).sum())
      }
      let total = max(1e-300, chances.reduce(0, +))
      for index in spots.indices {
        let share = chances[index] / total
        weights[index] += share
        sums[index] += share * point
        squares[index] += share * point * point
      }
    }
    return spots.indices.map { index in
      let mean = sums[index] / weights[index]
      let variance = squares[index] / weights[index] - mean * mean
      return .init(
        weight: weights[index] / Double(points.count), east: mean.x, north: mean.y,
        eastDeviation: max(sharpestPlace, max(0, variance.x).squareRoot()),
        northDeviation: max(sharpestPlace, max(0, variance.y).squareRoot()))
    }
  }
}
