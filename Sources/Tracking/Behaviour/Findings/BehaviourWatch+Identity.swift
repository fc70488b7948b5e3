import Geodesy

extension BehaviourWatch {
  /// A transponder that was heard regularly and is silent, though others are heard or another sensor sees the craft.
  func transponderGap(_ rule: CompiledRule, _ slot: Int, _ now: Int32) -> Finding {
    let silence = now &- craft[slot].transponderHeard
    // Most transponders were heard a moment ago; a craft is large, and is only looked at when its own was not.
    guard craft[slot].reports >= WatchedCraft.regularReports, Double(silence) >= rule[.silence] else { return .no }
    let watched = craft[slot]
    guard let transponder = watched.sighting.transponder else { return .no }
    let interval = SilenceRule.reportingIntervalSeconds(
      trackClass: watched.sighting.trackClass, stationary: watched.sighting.isLyingStill,
      speedKnots: watched.sighting.speedKnots, classA: transponder.isClassA)
    let expected = max(rule[.silence], rule[.missed] * interval)
    let isSilent = Double(silence) >= expected
    guard isSilent, !watched.sighting.isLyingStill, watched.sighting.speedKnots >= rule[.leastSpeed] else {
      return Finding(enters: false, stays: isSilent)
    }
    let isSeen = watched.heard &- watched.transponderHeard >= Int32(expected / 2)
    let ahead = reckoned(slot, now)
    let others = othersHeard(rule, slot, ahead, now)
    let isHeardThere = others >= Int(rule[.others]) && rule.holds(at: ahead)
    return Finding(
      enters: isSeen || isHeardThere, stays: true,
      SIMD4(Double(silence), interval, watched.sighting.speedKnots, Double(others)), leadSeconds: silence)
  }

  /// How many others are heard where the craft was and where it should be; anywhere about, where reception is declared
  /// good.
  private func othersHeard(_ rule: CompiledRule, _ slot: Int, _ ahead: Position, _ now: Int32) -> Int {
    let sighting = craft[slot].sighting
    let isWide = !rule.areas.isEmpty
    let before = hearing.others(
      at: sighting.position, than: slot, exercise: sighting.exercise, now: now, isWide: isWide)
    guard before > 0 else { return 0 }
    return min(
      before, hearing.others(at: ahead, than: slot, exercise: sighting.exercise, now: now, isWide: isWide))
  }

  /// Where a craft is now if it went on, for half an hour at most.
  func reckoned(_ slot: Int, _ now: Int32) -> Position {
    let seconds = Double(min(max(now &- craft[slot].at, 0), 1800))
    let velocity = craft[slot].velocity
    return TangentPlane(origin: craft[slot].sighting.position).position(
      eastMetres: velocity.east * seconds, northMetres: velocity.north * seconds)
  }

  /// A leap that no craft can make, or a place on land.
  func implausiblePosition(_ rule: CompiledRule, _ slot: Int, _ now: Int32) -> Finding {
    if let jump = craft[slot].jump, !craft[slot].sighting.flags.contains(.duplicateIdentity),
      now &- jump.at <= Self.jumpIsNewsSeconds, !(jump.metres < rule[.distance])
    {
      return Finding(
        enters: true, stays: true, SIMD4(jump.metres, jump.impliedKnots, .nan, .nan),
        leadSeconds: max(0, now &- jump.began))
    }
    let isAshore = !rule.areas.isEmpty && rule.area(at: craft[slot].sighting.position) != nil
    return Finding(enters: isAshore, stays: isAshore)
  }

  /// For so long a leap is news, in seconds.
  private static let jumpIsNewsSeconds: Int32 = 60

  /// A number that is heard from its own place and from another, in turn.
  func sharedIdentity(_ rule: CompiledRule, _ slot: Int, _ now: Int32) -> Finding {
    guard let jump = craft[slot].jump, let transponder = craft[slot].sighting.transponder,
      jump.metres >= rule[.distance]
    else {
      return .no
    }
    let isFlagged = craft[slot].sighting.flags.contains(.duplicateIdentity)
    let isNews = now &- jump.at <= Self.sharedIsNewsSeconds
    return Finding(
      enters: (craft[slot].isInTwoPlaces || isFlagged) && isNews, stays: isNews,
      SIMD4(jump.metres, Double(transponder.mmsi), .nan, .nan), leadSeconds: max(0, now &- jump.began))
  }

  /// For so long the other place is remembered, in seconds.
  private static let sharedIsNewsSeconds: Int32 = 900
}
