extension CraftTracker {
  /// Takes in what one transponder sent: a plot with an identity at its own moment, which says nothing of other craft.
  ///
  /// It goes to the track that has that identity; else to the track of a craft near by, seen by sensors, on which no other
  /// identity is; else it begins a track, which is shown at once, since transponders name themselves. A track that
  /// sensors hold keeps its own motion beside the fused one: when the two part, it goes on by its own, and the identity goes
  /// on as a track of its own; both are marked.
  @discardableResult
  package mutating func hear(_ plot: Plot, seconds: Double, from sensor: SensorModel) -> Reception {
    var reception = Reception()
    let placed = PlacedPlot(plot, from: sensor)
    guard let identity = plot.identity, seconds.isFinite, placed.isUsable, placed.bearingRadians == nil else {
      reception.refusal = .unusable
      return reception
    }
    guard admit(seconds, &reception) else { return reception }
    latePicture = nil
    let slot: Int
    var verdict = Transponder.Verdict.expected(squaredDistance: 0)
    if let known = transponderOf[identity] {
      slot = known
      verdict = transponders[slot].listen(placed, velocity: plot.velocity, seconds: seconds, settings: settings)
    } else {
      slot = newTransponder(
        Transponder(identity: identity, placed, velocity: plot.velocity, seconds: seconds, settings: settings))
    }
    let report = TransponderReport(plot: plot, placed: placed, seconds: seconds, sensor: sensor)
    switch verdict {
    case .expected(let squared): follow(slot, report, squaredDistance: squared)
    case .leapt: leap(slot, report)
    case .doubtful: doubt(slot)
    }
    reception.taken = 1
    confirm(transponders[slot].home)
    if let index = index(of: transponders[slot].home), candidates[index].number != nil {
      candidates[index].history.keep(candidates[index].motion, seconds: candidates[index].seconds)
    }
    return reception
  }

  /// How many transponders are remembered at most; beyond it the one that was silent longest makes room.
  static let mostTransponders = 200_000

  private mutating func newTransponder(_ transponder: Transponder) -> Int {
    var slot = transponders.count
    if slot >= Self.mostTransponders {
      let silent = transponders.indices.min { transponders[$0].seconds < transponders[$1].seconds } ?? 0
      slot = silent
      if let index = index(of: transponders[silent].home) { candidates[index].transponder = nil }
      transponderOf[transponders[silent].identity] = nil
      transponders[slot] = transponder
    } else {
      transponders.append(transponder)
    }
    transponderOf[transponder.identity] = slot
    return slot
  }

  /// It goes on as it was expected to.
  private mutating func follow(_ slot: Int, _ report: TransponderReport, squaredDistance: Double) {
    obeyHolds(slot, report)
    guard let index = index(of: transponders[slot].home) else { return settle(slot, report) }
    settleLooks(at: index)
    candidates[index].hear(
      report.plot, sensor: report.sensor.number, seconds: report.seconds, squaredDistance: squaredDistance)
    if transponders[slot].watched == nil {
      candidates[index].replace(transponders[slot].mixture, at: transponders[slot].seconds)
      lookForCraft(slot, report)
      return
    }
    let slack = biasSpread(of: candidates[index])
    let distance = transponders[slot].judge(slack: slack, settings: settings) ?? 0
    if transponders[slot].isHeld { transponders[slot].trustByHand() }
    if transponders[slot].odds < Transponder.leastOdds {
      part(slot, mark: .parted)
    } else if let rebound = candidates[index].rivalWins(over: transponders[slot].odds, at: report.seconds),
      !transponders[slot].isHeld
    {
      part(slot, mark: .disputed)
      bind(rebound, to: index)
    } else if distance <= Transponder.agreeingSquaredDistance {
      fuse(report, into: index)
      transponders[slot].isFused = true
    } else {
      standAlone(index, slot)
    }
  }

  /// A report helps the track of a craft that sensors hold.
  private mutating func fuse(_ report: TransponderReport, into index: Int) {
    let behind = candidates[index].seconds - report.seconds
    candidates[index].predict(to: report.seconds, settings: settings)
    let placed = report.placed
    if behind > 0 {
      candidates[index].mixture.correctLate(
        east: placed.eastMetres, north: placed.northMetres, noise: placed.noise, secondsAgo: behind,
        modes: settings.modes)
    } else {
      candidates[index].mixture.correct(east: placed.eastMetres, north: placed.northMetres, noise: placed.noise)
    }
    candidates[index].startHistoryAnew()
  }

  /// A craft whose transponder says something else than sensors do goes on by what sensors see.
  func alone(_ slot: Int, at moment: Double) -> ModeMixture? {
    guard var motion = transponders[slot].watched else { return nil }
    let time = moment - transponders[slot].watchedSeconds
    if time > 0 { motion.predict(seconds: time, modes: settings.modes) }
    return motion
  }

  private mutating func standAlone(_ index: Int, _ slot: Int) {
    let moment = max(candidates[index].seconds, transponders[slot].watchedSeconds)
    transponders[slot].isFused = false
    if let motion = alone(slot, at: moment) { candidates[index].replace(motion, at: moment) }
  }

  /// It is where it cannot have got to.
  private mutating func leap(_ slot: Int, _ report: TransponderReport) {
    if let index = index(of: transponders[slot].home), transponders[slot].watched == nil || transponders[slot].isHeld {
      candidates[index].marks.insert(.leapt)
      if transponders[slot].watched == nil {
        candidates[index].replace(transponders[slot].mixture, at: transponders[slot].seconds)
      }
      return
    }
    part(slot, mark: .leapt)
  }

  private mutating func doubt(_ slot: Int) {
    guard transponders[slot].watched != nil, !transponders[slot].isHeld else { return }
    transponders[slot].doubtOdds()
    if transponders[slot].odds < Transponder.leastOdds { part(slot, mark: .parted) }
  }

  /// The place of a candidate by its id.
  func index(of id: Int) -> Int? {
    guard id >= 0 else { return nil }
    let place = candidates.partitioningIndex { $0.id >= id }
    return place < candidates.count && candidates[place].id == id ? place : nil
  }

  private mutating func confirm(_ id: Int) {
    guard let index = index(of: id), candidates[index].number == nil, confirms(candidates[index]) else { return }
    giveNumber(to: index)
  }
}

/// A report of a transponder on its way through the stages.
struct TransponderReport {
  let plot: Plot
  let placed: PlacedPlot
  let seconds: Double
  let sensor: SensorModel
}
