import Geodesy

extension BehaviourWatch {
  /// Asks every rule about one craft.
  mutating func judge(_ slot: Int, _ now: Int32, _ moment: Instant, _ alerts: inout [BehaviourAlert]) {
    var open = 0
    let isFresh = now &- craft[slot].at <= BehaviourLimits.freshSeconds
    let isUrgent = craft[slot].sighting.trackClass == .distress
    for rule in compiled.indices {
      let kind = compiled[rule].rule.kind
      guard compiled[rule].rule.isEnabled, !kind.isOfPairs, !kind.isOfGroups else { continue }
      // What a craft does while nobody sees it is not known: what was told stands, and nothing new is told.
      if isFresh || kind == .transponderGap {
        let finding = finding(rule, slot, now)
        if finding.enters || !episodes[rule][slot].isIdle {
          let step = episodes[rule][slot].step(finding, at: now, compiled[rule].timing, urgent: isUrgent)
          tell(step, rule, [slot], episodes[rule][slot].since, finding, moment, &alerts)
        }
      }
      if !episodes[rule][slot].isIdle { open += 1 }
    }
    craft[slot].openEpisodes = open
    craft[slot].lastJudged = now
  }

  /// Adds an alert when a step is one to tell.
  func tell(
    _ step: Episode.Step, _ rule: Int, _ slots: [Int], _ since: Int32, _ finding: Finding, _ moment: Instant,
    _ alerts: inout [BehaviourAlert]
  ) {
    switch step {
    case .none: return
    case .begin: alerts.append(alert(rule, slots, .begin, nil, since, finding, moment))
    case .update: alerts.append(alert(rule, slots, .update, nil, since, finding, moment))
    case .end: alerts.append(alert(rule, slots, .end, .cleared, since, finding, moment))
    }
  }

  /// An alert about craft in slots.
  func alert(
    _ rule: Int, _ slots: [Int], _ change: BehaviourAlert.Change, _ ending: BehaviourAlert.Ending?, _ since: Int32,
    _ finding: Finding, _ moment: Instant
  ) -> BehaviourAlert {
    let data = compiled[rule].rule
    let craft = slots.map { self.craft[$0] }
    let position = middle(craft)
    let evidence = data.kind.evidence.enumerated().compactMap { index, numbers in
      finding.values[index].isFinite
        ? BehaviourEvidence(numbers.name, finding.values[index], numbers.unit) : nil
    }
    // The watch's seconds are counted back from the moment, so that they may overflow.
    let began = Instant(millisecondsSince1970: moment.millisecondsSince1970 / 1000 * 1000)
      .adding(milliseconds: -1000 * Int64(Self.seconds(moment) &- since))
    let names = craft.map(\.sighting.track)
    let isDistress = craft.contains { $0.sighting.trackClass == .distress }
    return BehaviourAlert(
      id: "\(data.id):\(names.prefix(2).map(\.text).joined(separator: "+")):\(began.millisecondsSince1970 / 1000)",
      change: change, ending: ending, rule: data.id, kind: data.kind,
      craft: Array(names.prefix(limits.craftPerAlert)), since: began, at: moment, position: position,
      area: compiled[rule].area(at: position), evidence: evidence,
      severity: isDistress ? .alarm : data.severity, exercise: craft.first?.sighting.exercise ?? false)
  }

  private func middle(_ craft: [WatchedCraft]) -> Position {
    guard craft.count == 2 else { return craft.first?.sighting.position ?? Self.nowhere }
    let way = craft[0].way(to: craft[1].sighting.position)
    return TangentPlane(origin: craft[0].sighting.position).position(
      eastMetres: way.east / 2, northMetres: way.north / 2)
  }

  /// Where an alert stands whose craft are all forgotten.
  private static let nowhere: Position = {
    guard let position = Position(latitudeDegrees: 0, longitudeDegrees: 0) else {
      preconditionFailure("The origin of the graticule is a position.")
    }
    return position
  }()
}
