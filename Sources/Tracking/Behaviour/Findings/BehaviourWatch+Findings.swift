import Geodesy

extension BehaviourWatch {
  /// What a rule finds of one craft now.
  func finding(_ index: Int, _ slot: Int, _ now: Int32) -> Finding {
    let rule = compiled[index]
    guard rule.regards(craft[slot]) else { return .no }
    let finding: Finding
    switch rule.rule.kind {
    case .drifting: finding = drifting(rule, slot, now)
    case .suddenStop: finding = suddenStop(rule, slot, now)
    case .speedChange: finding = speedChange(rule, slot, now)
    case .headingChange: finding = headingChange(rule, slot, now)
    case .transponderGap: finding = transponderGap(rule, slot, now)
    case .implausiblePosition: finding = implausiblePosition(rule, slot, now)
    case .sharedIdentity: finding = sharedIdentity(rule, slot, now)
    case .invalidIdentity: finding = invalidIdentity(slot)
    case .loitering: finding = loitering(rule, slot, now)
    case .shoreApproach: finding = shoreApproach(rule, slot)
    case .areaEntry: return areaEntry(rule, slot)
    case .encounter, .closestApproach, .groupJump, .ghostFleet: return .no
    }
    // Places are asked last: most findings are none, and polygons take longer than numbers.
    guard finding.enters || finding.stays, rule.holds(at: craft[slot].sighting.position) else {
      return Finding(enters: false, stays: false, finding.values)
    }
    return finding
  }

  /// A number that nobody can have been given.
  private func invalidIdentity(_ slot: Int) -> Finding {
    guard let transponder = craft[slot].sighting.transponder else { return .no }
    let invalid = craft[slot].hasInvalidNumber
    return Finding(enters: invalid, stays: invalid, SIMD4(Double(transponder.mmsi), .nan, .nan, .nan))
  }

  /// A craft that will cross the shore line on its course within the horizon.
  private func shoreApproach(_ rule: CompiledRule, _ slot: Int) -> Finding {
    let sighting = craft[slot].sighting
    guard let shore = rule.shore, !shore.isEmpty, !sighting.isLyingStill, let course = sighting.courseDegrees,
      sighting.speedKnots >= rule[.leastSpeed]
    else { return .no }
    // A little further than asked, so that an alert does not come and go at the border.
    let seconds = rule[.horizon] * 1.25
    let metres = sighting.speedKnots * metresPerSecondInKnot * seconds
    let way = eastNorth(bearingDegrees: course)
    let end = TangentPlane(origin: sighting.position).position(
      eastMetres: way.east * metres, northMetres: way.north * metres)
    guard let part = shore.firstCrossing(from: sighting.position, to: end) else { return .no }
    return Finding(
      enters: part * seconds <= rule[.horizon], stays: true,
      SIMD4(part * seconds, part * metres, sighting.speedKnots, course))
  }

  /// A craft that is in an area and was outside before, or appeared in it while the watch was on.
  private func areaEntry(_ rule: CompiledRule, _ slot: Int) -> Finding {
    let sighting = craft[slot].sighting
    guard !rule.areas.isEmpty, rule.holds(at: sighting.position) else { return .no }
    let values = SIMD4(sighting.speedKnots, sighting.courseDegrees ?? .nan, .nan, .nan)
    let appeared = craft[slot].first &- (began ?? craft[slot].first) >= Self.warmUpSeconds
    let came =
      appeared
      || (0..<recent.count(slot)).contains { age in
        let sample = recent.sample(slot, age: age)
        let position = Position(latitudeDegrees: sample.latitudeDegrees, longitudeDegrees: sample.longitudeDegrees)
        return position.map { !rule.holds(at: $0) } ?? false
      }
    return Finding(enters: came, stays: true, values)
  }

  /// What is already there when a watch begins has not just appeared, in seconds.
  static let warmUpSeconds: Int32 = 300
}
