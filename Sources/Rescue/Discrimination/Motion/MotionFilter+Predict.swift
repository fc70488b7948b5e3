extension MotionFilter {
  /// The parts into which the time of a failure is cut.
  private static let failureParts = 2
  /// A boat whose way turns more than this, as a cosine, has passed its aim and is not turned round.
  private static let leastTurnCosine = 0.3

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
      var moved = carried(hypothesis, elapsed, current)
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
      let share = motored / max(elapsed, 1)
      var failed = carried(hypothesis, motored, share * current)
      failed.logWeight += logShare
      failed.drifts = true
      failed.place += (1 - share) * (current + leeway)
      failed.placeVariance += change * change * (part * part / 12) + doubt * drifted * drifted
      failed.velocity = .zero
      failed.velocityVariance = SIMD2(doubt, doubt)
      failed.covariance = SIMD2(doubt * drifted, doubt * drifted)
      next.append(failed)
    }
  }

  /// A hypothesis some seconds on, in water that ran so far; one that makes way goes on steering for its aim.
  private func carried(_ hypothesis: Hypothesis, _ elapsed: Double, _ current: SIMD2<Double>) -> Hypothesis {
    var moved = hypothesis
    moved.place += elapsed * hypothesis.velocity + current
    moved.placeVariance += 2 * elapsed * hypothesis.covariance + elapsed * elapsed * hypothesis.velocityVariance
    moved.covariance += elapsed * hypothesis.velocityVariance
    guard !hypothesis.drifts else { return moved }
    let wander = parameters.velocityWander
    moved.placeVariance += wander * elapsed * elapsed * elapsed / 3 + parameters.positionWander * elapsed
    moved.covariance += wander * elapsed * elapsed / 2
    moved.velocityVariance += wander * elapsed
    let aim = SIMD2(parameters.aims[hypothesis.aim].east, parameters.aims[hypothesis.aim].north)
    let (before, after) = (aim - hypothesis.place, aim - moved.place)
    let length = ((before * before).sum() * (after * after).sum()).squareRoot()
    let cosine = (before * after).sum() / max(1, length)
    guard cosine > Self.leastTurnCosine else { return moved }
    let sine = (before.x * after.y - before.y * after.x) / length
    let velocity = hypothesis.velocity
    moved.velocity = SIMD2(cosine * velocity.x - sine * velocity.y, sine * velocity.x + cosine * velocity.y)
    moved.place += elapsed / 2 * (moved.velocity - velocity)
    return moved
  }
}
