#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which transponder is on which craft.
extension CraftTracker {
  /// Finds a craft for a transponder that is on none, or begins a track for it.
  mutating func settle(_ slot: Int, _ report: TransponderReport) {
    lookForCraft(slot, report)
    guard transponders[slot].home < 0 else { return }
    let transponder = transponders[slot]
    var candidate = Candidate(id: newID(), mixture: transponder.mixture, seconds: transponder.seconds)
    candidate.hear(report.plot, sensor: report.sensor.number, seconds: report.seconds, squaredDistance: 0)
    candidate.transponder = slot
    transponders[slot].settle(at: candidate.id, odds: Transponder.greatestOdds, watched: nil, seconds: report.seconds)
    candidates.append(candidate)
  }

  /// Looks among the craft that sensors hold for the one that a transponder may be on.
  mutating func lookForCraft(_ slot: Int, _ report: TransponderReport) {
    guard !transponders[slot].isHeld, transponders[slot].watched == nil else { return }
    let mine = transponders[slot].mixture.combined
    if places == nil { places = CandidatePlaces(candidates) }
    var best: (index: Int, squared: Double, density: Double)?
    var sum = 0.0
    for id in places?.ids(
      east: mine.eastMetres, north: mine.northMetres, halfSideMetres: Self.greatestWayToCraft) ?? []
    {
      guard let index = index(of: id), id != transponders[slot].home, let near = nearness(slot, index) else { continue }
      sum += near.density
      if near.density > best?.density ?? 0 { best = (index, near.squared, near.density) }
    }
    guard let best, sum > 0 else { return transponders[slot].dropClaim() }
    let id = candidates[best.index].id
    let isGood = transponders[slot].claim(id, squaredDistance: best.squared, share: best.density / sum)
    if candidates[best.index].transponder == nil {
      if isGood { bind(slot, to: best.index) }
    } else {
      candidates[best.index].rival(slot, odds: transponders[slot].claimOdds, at: report.seconds)
      if let own = index(of: transponders[slot].home) { candidates[own].marks.insert(.disputed) }
    }
  }

  /// How far from a report a craft is looked for, in metres.
  private static let greatestWayToCraft = 1500.0
  /// The squared Mahalanobis distance within which a craft may be that of a transponder, as in gating.
  private func nearness(_ slot: Int, _ index: Int) -> (squared: Double, density: Double)? {
    let candidate = candidates[index]
    let transponder = transponders[slot]
    guard latestSeconds - candidate.lastWatchedSeconds < Self.greatestWatchAgeSeconds,
      candidate.seen >= settings.leastSeen
    else { return nil }
    guard !holds.keepApart(candidate.number, transponder.identity) else { return nil }
    let watched = candidate.transponder.flatMap { transponders[$0].watched } ?? candidate.mixture
    let moment = candidate.transponder.map { transponders[$0].watchedSeconds } ?? candidate.seconds
    let slack = biasSpread(of: candidate)
    let squared = transponder.squaredDistance(to: watched, at: moment, slack: slack, settings: settings)
    guard squared < settings.gate, transponder.goesAlong(with: watched) else { return nil }
    let spread = watched.combined.covariance.position + transponder.mixture.combined.covariance.position + slack
    return (squared, candidate.exists * exp(-squared / 2) / max(spread.determinant, 1e-9).squareRoot())
  }

  /// A craft that no sensor has seen for so long is no proof of anything, in seconds.
  private static let greatestWatchAgeSeconds = 60.0

  /// Puts a transponder on a craft that sensors hold; the track that it had goes on as that one.
  mutating func bind(_ slot: Int, to index: Int) {
    let id = candidates[index].id
    let home = transponders[slot].home
    let odds = max(transponders[slot].claimOdds, Transponder.boundFrom)
    let watched = candidates[index].mixture
    transponders[slot].settle(at: id, odds: odds, watched: watched, seconds: candidates[index].seconds)
    candidates[index].transponder = slot
    candidates[index].rivalOdds = -.infinity
    if home >= 0, home != id, let own = self.index(of: home) { merge(own, into: index) }
  }

  /// Takes one candidate as the same craft as another; the older number goes on.
  mutating func merge(_ gone: Int, into kept: Int) {
    let other = candidates[gone]
    candidates[kept].join(other)
    candidates[kept].marks.formUnion(other.marks.intersection([.leapt, .heldByHand]))
    switch (candidates[kept].number, other.number) {
    case (let own?, let theirs?):
      candidates[kept].number = min(own, theirs)
      tellEnd(of: max(own, theirs), mergedInto: min(own, theirs))
      holds.rename(max(own, theirs), to: min(own, theirs))
    case (nil, let theirs?): candidates[kept].number = theirs
    default: break
    }
    candidates.remove(at: gone)
  }

  /// Takes a transponder off a craft: the craft goes on by what sensors see, the identity as a track of its own.
  mutating func part(_ slot: Int, mark: CraftMarks) {
    if let index = index(of: transponders[slot].home) {
      let moment = max(candidates[index].seconds, transponders[slot].watchedSeconds)
      if let motion = alone(slot, at: moment) { candidates[index].replace(motion, at: moment) }
      candidates[index].transponder = nil
      candidates[index].marks.insert(mark)
    }
    transponders[slot].leave(parting: true)
    let transponder = transponders[slot]
    var candidate = Candidate(id: newID(), mixture: transponder.mixture, seconds: transponder.seconds)
    candidate.transponder = slot
    candidate.marks = mark
    transponders[slot].settle(
      at: candidate.id, odds: Transponder.greatestOdds, watched: nil, seconds: transponder.seconds)
    candidates.append(candidate)
    giveNumber(to: candidates.count - 1)
  }

  /// The candidate of a transponder is given up.
  mutating func leave(_ slot: Int) { transponders[slot].leave(parting: false) }

  /// Whether a scan says nothing of a candidate: one that stands on its transponder's word alone.
  ///
  /// What a sensor sees there begins a craft of its own, on which the transponder then is, or is not: so no word of a
  /// transponder ever takes a plot from a craft that is there.
  func leavesToAnother(_ transponder: Int?, _ scan: PlacedScan) -> Bool {
    guard !scan.sensor.isCooperative, let slot = transponder else { return false }
    return transponders[slot].watched == nil
  }

  /// A sensor saw a craft: its motion without the help of its transponder goes on.
  mutating func watch(_ index: Int, _ placed: PlacedPlot, at seconds: Double) {
    guard let slot = candidates[index].transponder else { return }
    transponders[slot].watch(placed, at: seconds, settings: settings)
  }
}

extension Candidate {
  /// Another transponder claims to be this craft.
  mutating func rival(_ slot: Int, odds: Double, at moment: Double) {
    guard rival == nil || rival == slot || odds > rivalOdds || moment - rivalSeconds > Self.rivalMemorySeconds else {
      return
    }
    (rival, rivalOdds, rivalSeconds) = (slot, odds, moment)
  }

  /// How long a claim counts after it was last made, in seconds.
  static let rivalMemorySeconds = 60.0
  /// By how much the log odds of a claim must be better to replace an identity.
  private static let rivalMargin = 3.0

  func rivalOdds(at moment: Double) -> Double {
    moment - rivalSeconds < Self.rivalMemorySeconds ? rivalOdds : -.infinity
  }

  /// The transponder that replaces one that has these odds, if any does.
  func rivalWins(over odds: Double, at moment: Double) -> Int? {
    rivalOdds(at: moment) > odds + Self.rivalMargin ? rival : nil
  }
}

extension Transponder {
  /// Whether its velocity may be that of another motion: within four standard deviations.
  func goesAlong(with other: ModeMixture) -> Bool {
    let (mine, theirs) = (mixture.combined, other.combined)
    let spread = mine.covariance.velocity + theirs.covariance.velocity
    let squared = spread.inverse?.squaredLength(
      east: mine.velocityEast - theirs.velocityEast, north: mine.velocityNorth - theirs.velocityNorth)
    return squared ?? .infinity < 16
  }
}
