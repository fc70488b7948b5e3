import Geodesy

extension BehaviourWatch {
  /// Asks the rules about two craft.
  mutating func lookAtPairs(_ now: Int32, _ moment: Instant, _ alerts: inout [BehaviourAlert]) {
    refused.pairs = 0
    for rule in compiled.indices where compiled[rule].rule.isEnabled && compiled[rule].rule.kind.isOfPairs {
      let found =
        compiled[rule].rule.kind == .encounter ? encounters(compiled[rule], now) : approaches(compiled[rule], now)
      for (first, second, finding) in found {
        follow(PairKey(rule: rule, first: first, second: second), finding, now, moment, &alerts)
      }
    }
    // Pairs that were followed and are no longer found.
    for key in pairs.keys.filter({ pairs[$0]?.pass != pass }).sorted() {
      follow(key, .no, now, moment, &alerts)
    }
  }

  private mutating func follow(
    _ key: PairKey, _ finding: Finding, _ now: Int32, _ moment: Instant, _ alerts: inout [BehaviourAlert]
  ) {
    guard finding.enters || pairs[key] != nil else { return }
    guard pairs[key] != nil || pairs.count < limits.pairs else {
      refused.pairs += 1
      return
    }
    var episode = pairs[key] ?? Episode()
    episode.pass = pass
    let isUrgent = [key.first, key.second].contains { craft[$0].sighting.trackClass == .distress }
    var timing = compiled[key.rule].timing
    if compiled[key.rule].rule.kind == .closestApproach { timing.hold = Self.approachHoldSeconds }
    let step = episode.step(finding, at: now, timing, urgent: isUrgent)
    tell(step, key.rule, [key.first, key.second], episode.since, finding, moment, &alerts)
    pairs[key] = episode.isIdle ? nil : episode
  }

  /// A single look does not make an approach, in seconds.
  private static let approachHoldSeconds: Int32 = 10

  private typealias Pair = (first: Int, second: Int, finding: Finding)

  /// Slow craft that are close together.
  private func encounters(_ rule: CompiledRule, _ now: Int32) -> [Pair] {
    var slow: [(slot: Int, position: Position)] = []
    for slot in craft.indices where craft[slot].isHeld && craft[slot].sighting.speedKnots <= rule[.speed] * 1.3 {
      guard now &- craft[slot].at <= BehaviourLimits.freshSeconds, rule.regards(craft[slot]),
        rule.holds(at: craft[slot].sighting.position)
      else { continue }
      slow.append((slot, craft[slot].sighting.position))
    }
    let reach = rule[.distance] * 1.4
    let grid = PlaceGrid(cellMetres: reach, slow)
    var pairs: [Pair] = []
    for (slot, position) in slow {
      grid.near(position, metres: reach) { other in
        guard other > slot, craft[other].sighting.exercise == craft[slot].sighting.exercise,
          !(craft[slot].sighting.isLyingStill && craft[other].sighting.isLyingStill)
        else { return }
        let way = craft[slot].way(to: craft[other].sighting.position)
        let metres = (way.east * way.east + way.north * way.north).squareRoot()
        guard metres <= reach else { return }
        let speeds = (craft[slot].sighting.speedKnots, craft[other].sighting.speedKnots)
        let isSlow = max(speeds.0, speeds.1) <= rule[.speed]
        pairs.append(
          (
            slot, other,
            Finding(
              enters: metres <= rule[.distance] && isSlow, stays: true,
              SIMD4(metres, followed(rule, slot, other, now), speeds.0, speeds.1))
          ))
      }
    }
    return pairs
  }

  private func followed(_ rule: CompiledRule, _ first: Int, _ second: Int, _ now: Int32) -> Double {
    guard let index = compiled.firstIndex(where: { $0.rule.id == rule.rule.id }),
      let episode = pairs[PairKey(rule: index, first: first, second: second)], episode.isActive
    else { return rule[.duration] }
    return Double(now &- episode.since)
  }

  /// Ships that will pass close to small boats: the ship first.
  private func approaches(_ rule: CompiledRule, _ now: Int32) -> [Pair] {
    var boats: [(slot: Int, position: Position)] = []
    var ships: [Int] = []
    for slot in craft.indices where craft[slot].isHeld && now &- craft[slot].at <= BehaviourLimits.freshSeconds {
      if craft[slot].isShip, craft[slot].sighting.speedKnots >= rule[.leastSpeed] {
        ships.append(slot)
      } else if craft[slot].isSmall, !craft[slot].sighting.isLyingStill,
        rule.holds(at: craft[slot].sighting.position)
      {
        boats.append((slot, craft[slot].sighting.position))
      }
    }
    guard !boats.isEmpty else { return [] }
    let grid = PlaceGrid(cellMetres: Self.approachCellMetres, boats)
    var pairs: [Pair] = []
    for ship in ships where rule.regards(craft[ship]) {
      let speed = craft[ship].sighting.speedKnots + Self.greatestBoatKnots
      let reach = min(speed * metresPerSecondInKnot * rule[.horizon], Self.greatestReachMetres) + rule[.distance]
      grid.near(craft[ship].sighting.position, metres: reach) { boat in
        guard craft[boat].sighting.exercise == craft[ship].sighting.exercise else { return }
        let approach = Approach(craft[ship], craft[boat], at: now, limitMetres: rule[.distance])
        guard let finding = approach.finding(rule) else { return }
        pairs.append((ship, boat, finding))
      }
    }
    return pairs
  }

  private static let approachCellMetres = 4000.0
  /// How fast a small boat is taken to come closer at most, in knots.
  private static let greatestBoatKnots = 15.0
  private static let greatestReachMetres = 20_000.0
}
