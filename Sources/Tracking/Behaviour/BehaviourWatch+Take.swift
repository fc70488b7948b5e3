public import Geodesy

extension BehaviourWatch {
  /// Takes in what is known of craft now. What did not change costs next to nothing, so that all tracks may be given
  /// each time.
  public mutating func take(_ sightings: some Sequence<CraftSighting>, at moment: Instant) {
    for sighting in sightings { take(sighting, at: moment) }
  }

  /// Takes in what is known of one craft now.
  ///
  /// A sighting with a speed or a spread that is no number is refused and counted.
  public mutating func take(_ sighting: CraftSighting, at moment: Instant) {
    guard sighting.speedKnots.isFinite, sighting.deviationMetres.isFinite, sighting.speedDeviationKnots.isFinite,
      sighting.courseDegrees?.isFinite ?? true
    else {
      refused.unusable += 1
      return
    }
    let now = Self.seconds(moment)
    if began == nil { began = now }
    let slot: Int
    if let known = slots[sighting.track] {
      slot = known
      update(known, sighting, now)
    } else {
      guard let added = add(sighting, now) else {
        refused.craft += 1
        return
      }
      slot = added
    }
    guard let transponder = sighting.transponder else { return }
    let heard = Self.seconds(transponder.heard)
    guard craft[slot].reports == 0 || heard &- craft[slot].transponderHeard > 0 else { return }
    craft[slot].transponderHeard = heard
    craft[slot].reports = min(craft[slot].reports + 1, WatchedCraft.regularReports)
    if now &- heard < HearingMap.memorySeconds {
      hearing.note(sighting.position, slot: slot, exercise: sighting.exercise, at: heard)
    }
  }

  private mutating func add(_ sighting: CraftSighting, _ now: Int32) -> Int? {
    guard slots.count < limits.craft else { return nil }
    let at = Self.seconds(sighting.at)
    let watched = WatchedCraft(sighting, at: at, heard: Self.seconds(sighting.heard), now: now)
    let slot: Int
    if let free = freeSlots.popLast() {
      slot = free
      craft[slot] = watched
      recent.clear(slot)
      slow.clear(slot)
    } else {
      slot = craft.count
      craft.append(watched)
      recent.addSlot()
      slow.addSlot()
      for rule in episodes.indices { episodes[rule].append(Episode()) }
    }
    slots[sighting.track] = slot
    let sample = MotionSample(sighting, seconds: at)
    _ = recent.append(sample, slot: slot)
    _ = slow.append(sample, slot: slot)
    noteElsewhere(slot, now, before: nil)
    return slot
  }

  private mutating func update(_ slot: Int, _ sighting: CraftSighting, _ now: Int32) {
    let at = Self.seconds(sighting.at)
    let heard = Self.seconds(sighting.heard)
    let since = at &- craft[slot].at
    if since == 0, heard == craft[slot].heard, sighting.flags == craft[slot].sighting.flags,
      sighting.transponder == craft[slot].sighting.transponder
    {
      return
    }
    let flagged =
      sighting.flags.contains(.implausibleJump) && !craft[slot].sighting.flags.contains(.implausibleJump)
    let elsewhere = craft[slot].sighting.transponder?.elsewhere
    craft[slot].heard = heard
    craft[slot].isDirty = true
    // What is a little older than what is known says nothing of the motion now; much older, a clock was set.
    if since >= 0 || since < -Self.greatestLatenessSeconds {
      if since > 0 {
        craft[slot].jump?.ownReports += 1
        noteJump(slot, to: sighting, seconds: Double(since), now)
      }
      craft[slot].move(to: sighting, at: at)
      let sample = MotionSample(sighting, seconds: at)
      _ = recent.append(sample, slot: slot)
      _ = slow.append(sample, slot: slot)
    } else {
      craft[slot].sighting.flags = sighting.flags
      craft[slot].sighting.transponder = sighting.transponder
    }
    noteElsewhere(slot, now, before: elsewhere)
    if flagged, craft[slot].jump.map({ now &- $0.at > 60 }) ?? true {
      craft[slot].jump = WatchedCraft.Jump(began: now, at: now, eastMetres: .nan, northMetres: .nan, impliedKnots: .nan)
    }
  }

  private static let greatestLatenessSeconds: Int32 = 600

  /// Notes a leap between two motions that no craft of the class can have made.
  private mutating func noteJump(_ slot: Int, to sighting: CraftSighting, seconds: Double, _ now: Int32) {
    let greatest = craft[slot].greatestSpeedMetresPerSecond
    let way = craft[slot].way(to: sighting.position)
    let distance = (way.east * way.east + way.north * way.north).squareRoot()
    let deviation = craft[slot].sighting.deviationMetres + sighting.deviationMetres
    guard distance > greatest * (seconds + 2) + 3 * deviation + Self.jumpAllowanceMetres else { return }
    craft[slot].noteJump(
      way, at: now, impliedKnots: distance / max(seconds, 1) / metresPerSecondInKnot, isElsewhere: false)
  }

  /// Below this a leap is a matter of sensors and no jump, in metres.
  private static let jumpAllowanceMetres = 200.0

  /// Notes that the craft's number is heard from elsewhere.
  ///
  /// The same place told again is no further report.
  private mutating func noteElsewhere(_ slot: Int, _ now: Int32, before: Position?) {
    guard let elsewhere = craft[slot].sighting.transponder?.elsewhere, elsewhere != before else { return }
    let way = craft[slot].way(to: elsewhere)
    craft[slot].noteJump(way, at: now, impliedKnots: .nan, isElsewhere: true)
  }
}
