import Geodesy

extension BehaviourWatch {
  /// Asks the rules about several craft.
  mutating func lookAtGroups(_ now: Int32, _ moment: Instant, _ alerts: inout [BehaviourAlert]) {
    for rule in compiled.indices where compiled[rule].rule.isEnabled && compiled[rule].rule.kind.isOfGroups {
      for exercise in [false, true] {
        let (finding, members) =
          compiled[rule].rule.kind == .groupJump
          ? groupJump(compiled[rule], now, exercise) : ghostFleet(compiled[rule], now, exercise)
        let key = GroupKey(rule: rule, exercise: exercise)
        guard finding.enters || groups[key] != nil else { continue }
        var group = groups[key] ?? GroupEpisode()
        let step = group.episode.step(finding, at: now, compiled[rule].timing, urgent: false)
        if finding.enters { group.members = members }
        tell(step, key, finding, moment, &group, &alerts)
        groups[key] = group.episode.isIdle ? nil : group
      }
    }
  }

  /// Tells of a group under the name that it began with, also when its members are gone.
  private func tell(
    _ step: Episode.Step, _ key: GroupKey, _ finding: Finding, _ moment: Instant, _ group: inout GroupEpisode,
    _ alerts: inout [BehaviourAlert]
  ) {
    var told: [BehaviourAlert] = []
    if !group.members.isEmpty {
      tell(step, key.rule, group.members, group.episode.since, finding, moment, &told)
    } else if step == .end, let last = group.told {
      told = [last.ended(.cleared, at: moment)]
    }
    for var alert in told {
      alert.id = group.told?.id ?? alert.id
      group.told = alert
      alerts.append(alert)
    }
  }

  /// Craft in one group at most: the search compares each with each.
  private static let greatestGroup = 400

  /// Many craft that leapt the same way at about the same time.
  private func groupJump(_ rule: CompiledRule, _ now: Int32, _ exercise: Bool) -> (Finding, [Int]) {
    let leapt = members(rule, exercise) { slot in
      guard let jump = craft[slot].jump, now &- jump.at <= Int32(rule[.within]) else { return false }
      return jump.metres >= rule[.distance] && now &- jump.began <= 2 * Int32(rule[.within])
    }
    let jumps = leapt.map { craft[$0].jump }
    let found = largest(leapt) { first, second in
      guard let one = jumps[first], let other = jumps[second] else { return false }
      let east = one.eastMetres - other.eastMetres
      let north = one.northMetres - other.northMetres
      return (east * east + north * north).squareRoot() <= 0.2 * min(one.metres, other.metres)
        && (one.began &- other.began).magnitude <= Int32(rule[.within]).magnitude
    }
    guard let first = found.first, let jump = craft[first].jump else { return (.no, []) }
    let values = SIMD4(
      Double(found.count), jump.metres, bearingDegrees(east: jump.eastMetres, north: jump.northMetres), .nan)
    return (Finding(enters: found.count >= Int(rule[.count]), stays: false, values), found)
  }

  /// Several identities that are new and move as one.
  private func ghostFleet(_ rule: CompiledRule, _ now: Int32, _ exercise: Bool) -> (Finding, [Int]) {
    let within = Int32(rule[.within])
    let fresh = members(rule, exercise) { slot in
      now &- craft[slot].first <= within && craft[slot].first &- (began ?? now) >= Self.warmUpSeconds
        && now &- craft[slot].at <= BehaviourLimits.freshSeconds && craft[slot].sighting.transponder != nil
        && craft[slot].sighting.speedKnots >= rule[.leastSpeed]
    }
    let velocities = fresh.map { craft[$0].velocity }
    let found = largest(fresh) { first, second in
      let east = velocities[first].east - velocities[second].east
      let north = velocities[first].north - velocities[second].north
      let speed = craft[fresh[first]].sighting.speedKnots
      guard (east * east + north * north).squareRoot() <= metresPerSecondInKnot * max(1, 0.12 * speed) else {
        return false
      }
      let way = craft[fresh[first]].way(to: craft[fresh[second]].sighting.position)
      return way.east * way.east + way.north * way.north <= rule[.distance] * rule[.distance]
    }
    guard let first = found.first else { return (.no, []) }
    let radius = found.map { member in
      let way = craft[first].way(to: craft[member].sighting.position)
      return (way.east * way.east + way.north * way.north).squareRoot()
    }.max()
    let values = SIMD4(
      Double(found.count), craft[first].sighting.speedKnots, craft[first].sighting.courseDegrees ?? .nan, radius ?? 0)
    return (Finding(enters: found.count >= Int(rule[.count]), stays: false, values), found)
  }

  private func members(_ rule: CompiledRule, _ exercise: Bool, where isOne: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    for slot in craft.indices where craft[slot].isHeld && craft[slot].sighting.exercise == exercise {
      guard isOne(slot), rule.regards(craft[slot]) else { continue }
      found.append(slot)
      if found.count == Self.greatestGroup { break }
    }
    return found
  }

  /// The most members that are like one of them, that one first.
  private func largest(_ members: [Int], alike: (Int, Int) -> Bool) -> [Int] {
    var best: [Int] = []
    for first in members.indices {
      let group = members.indices.filter { $0 == first || alike(first, $0) }
      if group.count > best.count { best = [members[first]] + group.filter { $0 != first }.map { members[$0] } }
    }
    return best
  }
}
