/// Where one boat was at the moments of its evidence, and how well one boat explains them.
///
/// A boat makes way at a velocity of its own through moving water, until its engine perhaps fails; from then on it
/// drifts with water and wind. The unknown moment of failure, the unknown age of a pin and the place along a bearing
/// line make a mixture of Kalman filters, of which only the likeliest are kept (Blom and Bar-Shalom 1988 has the
/// mixture; here the modes are few and one cannot be left again). East and north are filtered apart.
struct MotionFilter {
  /// One history of modes, with where it puts the boat. Variances are metres², metres² a second and metres² a second².
  struct Hypothesis {
    var logWeight: Double
    var drifts: Bool
    var place: SIMD2<Double>
    /// Through the water while it makes way; beside the leeway when it drifts.
    var velocity: SIMD2<Double>
    var placeVariance: SIMD2<Double>
    var covariance: SIMD2<Double>
    var velocityVariance: SIMD2<Double>
  }

  let parameters: DiscriminationParameters
  private(set) var hypotheses: [Hypothesis] = []
  private var next: [Hypothesis] = []
  private let logPlaces: [(logWeight: Double, mean: SIMD2<Double>, variance: SIMD2<Double>)]
  private let stale: [(logWeight: Double, seconds: Double)]
  private let logFresh: Double
  private let logMaybeFresh: Double
  private let logWrong: Double

  /// How many hypotheses outlive one piece of evidence, and how unlikely one may be beside the best.
  private static let mostHypotheses = 6
  private static let greatestLogRatio = 6.0
  /// The parts into which the time of a failure and the age of a pin are cut.
  private static let failureParts = 2
  private static let staleParts = 3
  /// The logarithm of the chance of a wrong position at any one square metre: somewhere within 300 km.
  private static let logAnywhere = -25.2
  /// How likely a boat is somewhere where none was ever learned, a square metre: once in 400 km.
  private static let logElsewhere = -25.8 - 4.6

  init(parameters: DiscriminationParameters) {
    self.parameters = parameters
    logPlaces = parameters.places.map { spot in
      let deviation = SIMD2(spot.eastDeviation, spot.northDeviation)
      return (
        logarithm(spot.weight) - logarithm(2 * .pi * deviation.x * deviation.y), SIMD2(spot.east, spot.north),
        deviation * deviation
      )
    }
    let part = parameters.pinStaleSeconds / Double(Self.staleParts)
    stale = (0..<Self.staleParts).map {
      (logarithm(parameters.pinStale / Double(Self.staleParts)), (Double($0) + 0.5) * part)
    }
    logFresh = logarithm(1 - parameters.positionWrong)
    logMaybeFresh = logarithm((1 - parameters.positionWrong) * (1 - parameters.pinStale))
    logWrong = logarithm(parameters.positionWrong) + Self.logAnywhere
  }

  /// The logarithm of the density of a boat's evidence, for events in the order of time.
  mutating func logLikelihood(_ events: [Int32], of table: EvidenceTable) -> Double {
    hypotheses.removeAll(keepingCapacity: true)
    var modes = SIMD2(logarithm(1 - parameters.driftsAtFirst), logarithm(parameters.driftsAtFirst))
    var previous: Int32?
    var recovered = false
    for event in events {
      let now = table.events[Int(event)]
      let before = previous.map { table.events[Int($0)] }
      if hypotheses.isEmpty {
        if let before { modes = fail(modes, after: now.seconds - before.seconds) }
        modes += engineLogs(now)
        if !now.fixes.isEmpty { start(now, table.fixes[now.fixes], modes) }
      } else if let before {
        predict(from: before, to: now, isRecovered: recovered)
        update(now, table.fixes[now.fixes])
      }
      if now.isRecovery && !recovered {
        recovered = true
        stop()
      }
      previous = event
    }
    if hypotheses.isEmpty { return events.isEmpty ? 0 : logSum(modes.x, modes.y) }
    return total
  }

  /// The logarithm of the weight of all hypotheses together.
  var total: Double {
    let greatest = hypotheses.reduce(-Double.infinity) { max($0, $1.logWeight) }
    guard greatest > -.infinity else { return greatest }
    return greatest + logarithm(hypotheses.reduce(0) { $0 + exponential($1.logWeight - greatest) })
  }
}

extension MotionFilter {
  /// The logarithm of the chance of what is said of the engine, while the boat makes way and while it drifts.
  private func engineLogs(_ event: EvidenceTable.Event) -> SIMD2<Double> {
    switch event.engine {
    case 1:
      SIMD2(logarithm(1 - parameters.stoppedWhileMotoring), logarithm(1 - parameters.stoppedWhileDrifting))
    case 2: SIMD2(logarithm(parameters.stoppedWhileMotoring), logarithm(parameters.stoppedWhileDrifting))
    default: .zero
    }
  }

  private func fail(_ modes: SIMD2<Double>, after seconds: Double) -> SIMD2<Double> {
    let stays = -parameters.failureRate * max(0, seconds)
    return SIMD2(modes.x + stays, logSum(modes.y, modes.x + logarithm(1 - min(1 - 1e-12, exponential(stays)))))
  }

  /// The density of a boat's being at a place, before anything is known of it.
  private func logPlace(_ place: SIMD2<Double>, _ variance: SIMD2<Double>) -> Double {
    var sum = Self.logElsewhere
    for spot in logPlaces {
      let off = place - spot.mean
      sum = logSum(sum, spot.logWeight - 0.5 * (off * off / spot.variance).sum())
    }
    return sum
  }

  private mutating func start(
    _ event: EvidenceTable.Event, _ fixes: ArraySlice<EvidenceTable.Fix>, _ modes: SIMD2<Double>
  ) {
    let shareOfFix = -logarithm(Double(fixes.count))
    for fix in fixes {
      let logHere = logPlace(fix.place, fix.variance) + shareOfFix
      let leeway = parameters.leeway * event.run.windRate + event.run.currentRate
      for spot in parameters.velocities {
        let velocity = SIMD2(spot.east, spot.north)
        let variance = SIMD2(spot.eastDeviation * spot.eastDeviation, spot.northDeviation * spot.northDeviation)
        begin(
          Hypothesis(
            logWeight: modes.x + logarithm(spot.weight) + logHere, drifts: false, place: fix.place, velocity: velocity,
            placeVariance: fix.variance, covariance: .zero, velocityVariance: variance),
          overGround: velocity + event.run.currentRate, event.mayBeStale)
      }
      let doubt = parameters.leewayDoubt * parameters.leewayDoubt
      begin(
        Hypothesis(
          logWeight: modes.y + logHere, drifts: true, place: fix.place, velocity: .zero, placeVariance: fix.variance,
          covariance: .zero, velocityVariance: SIMD2(doubt, doubt)), overGround: leeway, event.mayBeStale)
    }
    prune()
  }

  /// Adds a first hypothesis; of a pin that may be old one that has moved on since.
  private mutating func begin(_ fresh: Hypothesis, overGround: SIMD2<Double>, _ mayBeStale: Bool) {
    guard mayBeStale else {
      next.append(fresh)
      return
    }
    var first = fresh
    first.logWeight += logarithm(1 - parameters.pinStale)
    next.append(first)
    var old = fresh
    let mean = parameters.pinStaleSeconds / 2
    let spread = parameters.pinStaleSeconds * parameters.pinStaleSeconds / 12
    old.logWeight += logarithm(parameters.pinStale)
    old.place += mean * overGround
    old.placeVariance += (mean * mean + spread) * old.velocityVariance + spread * overGround * overGround
    old.covariance = mean * old.velocityVariance
    next.append(old)
  }

  /// Nobody motors on after a recovery.
  private mutating func stop() {
    for index in hypotheses.indices {
      hypotheses[index].drifts = true
      hypotheses[index].velocity = .zero
      hypotheses[index].covariance = .zero
      hypotheses[index].velocityVariance = .zero
    }
  }

  /// Keeps the likeliest of `next` as the hypotheses.
  private mutating func prune() {
    let greatest = next.reduce(-Double.infinity) { max($0, $1.logWeight) }
    next.removeAll { $0.logWeight < greatest - Self.greatestLogRatio }
    if next.count > Self.mostHypotheses {
      next.sort { $0.logWeight > $1.logWeight }
      next.removeLast(next.count - Self.mostHypotheses)
    }
    swap(&hypotheses, &next)
    next.removeAll(keepingCapacity: true)
  }
}

extension MotionFilter {
  /// Moves every hypothesis on to the next event, with and without a failure of the engine between.
  mutating func predict(
    from before: EvidenceTable.Event, to now: EvidenceTable.Event, isRecovered: Bool
  ) {
    let elapsed = max(0, now.seconds - before.seconds)
    if isRecovered {
      let moved = parameters.recoveryDrift * elapsed
      for index in hypotheses.indices { hypotheses[index].placeVariance += moved * moved }
      return
    }
    let current = now.run.current - before.run.current
    let leeway = parameters.leeway * (now.run.wind - before.run.wind)
    let stays = -parameters.failureRate * elapsed
    let failure = 1 - exponential(stays)
    for hypothesis in hypotheses {
      var moved = Self.carried(
        hypothesis, elapsed, hypothesis.drifts ? 0 : parameters.velocityWander,
        hypothesis.drifts ? 0 : parameters.positionWander)
      moved.place += current
      if hypothesis.drifts {
        moved.place += leeway
        next.append(moved)
        continue
      }
      moved.logWeight += stays
      next.append(moved)
      guard failure > 1e-9 else { continue }
      appendFailures(hypothesis, elapsed, current, leeway, logarithm(failure / Double(Self.failureParts)))
    }
    swap(&hypotheses, &next)
    next.removeAll(keepingCapacity: true)
  }

  /// The hypotheses in which the engine fails in an early and a late part of the time between two events.
  private mutating func appendFailures(
    _ hypothesis: Hypothesis, _ elapsed: Double, _ current: SIMD2<Double>, _ leeway: SIMD2<Double>, _ logShare: Double
  ) {
    let part = elapsed / Double(Self.failureParts)
    let change = hypothesis.velocity - leeway / max(elapsed, 1)
    let doubt = parameters.leewayDoubt * parameters.leewayDoubt
    for index in 0..<Self.failureParts {
      let motored = (Double(index) + 0.5) * part
      let drifted = elapsed - motored
      var failed = Self.carried(hypothesis, motored, parameters.velocityWander, parameters.positionWander)
      failed.logWeight += logShare
      failed.drifts = true
      failed.place += current + leeway * (drifted / max(elapsed, 1))
      failed.placeVariance += change * change * (part * part / 12) + doubt * drifted * drifted
      failed.velocity = .zero
      failed.velocityVariance = SIMD2(doubt, doubt)
      failed.covariance = SIMD2(doubt * drifted, doubt * drifted)
      next.append(failed)
    }
  }

  private static func carried(
    _ hypothesis: Hypothesis, _ elapsed: Double, _ wander: Double, _ placeWander: Double
  ) -> Hypothesis {
    var moved = hypothesis
    moved.place += elapsed * hypothesis.velocity
    moved.placeVariance += 2 * elapsed * hypothesis.covariance + elapsed * elapsed * hypothesis.velocityVariance
    moved.placeVariance += wander * elapsed * elapsed * elapsed / 3 + placeWander * elapsed
    moved.covariance += elapsed * hypothesis.velocityVariance + wander * elapsed * elapsed / 2
    moved.velocityVariance += wander * elapsed
    return moved
  }

  /// Weighs every hypothesis by an event and takes in its position.
  private mutating func update(_ event: EvidenceTable.Event, _ fixes: ArraySlice<EvidenceTable.Fix>) {
    let engine = engineLogs(event)
    let part = parameters.pinStaleSeconds / Double(Self.staleParts)
    let spread = part * part / 12
    for hypothesis in hypotheses {
      var weighed = hypothesis
      weighed.logWeight += hypothesis.drifts ? engine.y : engine.x
      guard !fixes.isEmpty else {
        next.append(weighed)
        continue
      }
      let shareOfFix = fixes.count == 1 ? 0 : -logarithm(Double(fixes.count))
      for fix in fixes {
        next.append(
          Self.measured(weighed, fix, 0, 0, .zero, (event.mayBeStale ? logMaybeFresh : logFresh) + shareOfFix))
        guard event.mayBeStale else { continue }
        let leeway = hypothesis.drifts ? parameters.leeway * event.run.windRate : .zero
        for part in stale {
          next.append(
            Self.measured(
              weighed, fix, part.seconds, spread, event.run.currentRate + leeway, part.logWeight + logFresh))
        }
      }
      weighed.logWeight += logWrong
      next.append(weighed)
    }
    prune()
  }

  /// A hypothesis after a position that is some seconds old, while water and wind ran at a rate.
  private static func measured(
    _ hypothesis: Hypothesis, _ fix: EvidenceTable.Fix, _ age: Double, _ ageVariance: Double,
    _ rate: SIMD2<Double>, _ logShare: Double
  ) -> Hypothesis {
    var updated = hypothesis
    let ground = hypothesis.velocity + rate
    var noise = fix.variance
    noise += ageVariance * ground * ground
    let placeToFix = hypothesis.placeVariance - age * hypothesis.covariance
    let velocityToFix = hypothesis.covariance - age * hypothesis.velocityVariance
    let total = placeToFix - age * velocityToFix + noise
    let off = fix.place - (hypothesis.place - age * ground)
    updated.place += placeToFix / total * off
    updated.velocity += velocityToFix / total * off
    updated.placeVariance -= placeToFix * placeToFix / total
    updated.covariance -= placeToFix * velocityToFix / total
    updated.velocityVariance -= velocityToFix * velocityToFix / total
    updated.logWeight +=
      logShare - 0.5 * ((off * off / total).sum() + logarithm(total.x * total.y)) - logarithm(2 * .pi)
    return updated
  }
}
