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
    /// The place in `DiscriminationParameters.aims` of where it is headed.
    var aim = 0
    var place: SIMD2<Double>
    /// Through the water while it makes way; beside the leeway when it drifts.
    var velocity: SIMD2<Double>
    var placeVariance: SIMD2<Double>
    var covariance: SIMD2<Double>
    var velocityVariance: SIMD2<Double>
  }

  let parameters: DiscriminationParameters
  var hypotheses: [Hypothesis] = []
  var next: [Hypothesis] = []
  private let logPlaces: [(logWeight: Double, mean: SIMD2<Double>, variance: SIMD2<Double>)]
  private let stale: [(logWeight: Double, seconds: Double)]
  private let logFresh: Double
  private let logMaybeFresh: Double
  private let logWrong: Double

  /// How many hypotheses outlive one piece of evidence, and how unlikely one may be beside the best.
  private static let mostHypotheses = 12
  private static let greatestLogRatio = 8.0
  /// The parts into which the age of a pin is cut.
  private static let staleParts = 3
  /// The logarithm of the chance of a wrong position at any one square metre: somewhere within 300 km.
  private static let logTwoPi = logarithm(2 * .pi)
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
      let spread = parameters.speedDeviation * parameters.speedDeviation
      for (index, aim) in parameters.aims.enumerated() {
        let way = SIMD2(aim.east, aim.north) - fix.place
        let direction = way / max(1, (way * way).sum().squareRoot())
        for speed in parameters.speeds {
          begin(
            Hypothesis(
              logWeight: modes.x + logarithm(aim.weight / Double(parameters.speeds.count)) + logHere, drifts: false,
              aim: index, place: fix.place, velocity: speed * direction, placeVariance: fix.variance,
              covariance: .zero, velocityVariance: SIMD2(spread, spread)),
            overGround: speed * direction + event.run.currentRate, event.mayBeStale)
        }
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
      let least = next.map(\.logWeight).sorted(by: >)[Self.mostHypotheses - 1]
      next.removeAll { $0.logWeight < least }
    }
    swap(&hypotheses, &next)
    next.removeAll(keepingCapacity: true)
  }
}

extension MotionFilter {
  /// Weighs every hypothesis by an event and takes in its position.
  private mutating func update(_ event: EvidenceTable.Event, _ fixes: ArraySlice<EvidenceTable.Fix>) {
    let engine = engineLogs(event)
    let part = parameters.pinStaleSeconds / Double(Self.staleParts)
    let spread = part * part / 12
    var least = -Double.infinity
    func take(_ hypothesis: Hypothesis, _ fix: EvidenceTable.Fix, _ pin: Pin, _ logShare: Double) {
      guard let measured = Self.measured(hypothesis, fix, pin, logShare, atLeast: least) else { return }
      next.append(measured)
      least = max(least, measured.logWeight - Self.greatestLogRatio)
    }
    for hypothesis in hypotheses {
      var weighed = hypothesis
      weighed.logWeight += hypothesis.drifts ? engine.y : engine.x
      guard !fixes.isEmpty else {
        next.append(weighed)
        continue
      }
      let shareOfFix = fixes.count == 1 ? 0 : -logarithm(Double(fixes.count))
      for fix in fixes {
        take(weighed, fix, Pin(), (event.mayBeStale ? logMaybeFresh : logFresh) + shareOfFix)
        guard event.mayBeStale else { continue }
        let leeway = hypothesis.drifts ? parameters.leeway * event.run.windRate : .zero
        for part in stale {
          let pin = Pin(age: part.seconds, variance: spread, rate: event.run.currentRate + leeway)
          take(weighed, fix, pin, part.logWeight + logFresh)
        }
      }
      weighed.logWeight += logWrong
      next.append(weighed)
    }
    prune()
  }

  /// How old a position may be, in seconds, and how water and wind ran meanwhile, in metres a second.
  private struct Pin {
    var age = 0.0
    var variance = 0.0
    var rate = SIMD2<Double>.zero
  }

  /// A hypothesis after a position of some age; nil when it is too unlikely to be kept.
  private static func measured(
    _ hypothesis: Hypothesis, _ fix: EvidenceTable.Fix, _ pin: Pin, _ logShare: Double, atLeast least: Double
  ) -> Hypothesis? {
    let age = pin.age
    let ground = hypothesis.velocity + pin.rate
    var noise = fix.variance
    noise += pin.variance * ground * ground
    let placeToFix = hypothesis.placeVariance - age * hypothesis.covariance
    let velocityToFix = hypothesis.covariance - age * hypothesis.velocityVariance
    let total = placeToFix - age * velocityToFix + noise
    let off = fix.place - (hypothesis.place - age * ground)
    let logWeight =
      hypothesis.logWeight + logShare - 0.5 * ((off * off / total).sum() + logarithm(total.x * total.y)) - logTwoPi
    guard logWeight > least else { return nil }
    var updated = hypothesis
    updated.logWeight = logWeight
    updated.place += placeToFix / total * off
    updated.velocity += velocityToFix / total * off
    updated.placeVariance -= placeToFix * placeToFix / total
    updated.covariance -= placeToFix * velocityToFix / total
    updated.velocityVariance -= velocityToFix * velocityToFix / total
    return updated
  }
}
