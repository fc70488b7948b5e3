public import Geodesy

extension BehaviourWatch {
  /// Lets time pass and says what began, goes on and is over, in the order of rules and craft.
  public mutating func advance(to moment: Instant) -> [BehaviourAlert] {
    let now = Self.seconds(moment)
    if began == nil { began = now }
    var alerts: [BehaviourAlert] = []
    let looks = lastLook.map { (now &- $0).magnitude >= BehaviourLimits.lookSeconds.magnitude } ?? true
    var forgotten: [TrackID] = []
    for slot in craft.indices where craft[slot].isHeld {
      let isDue = craft[slot].openEpisodes > 0 || craft[slot].isSilent(at: now)
      // A radar moves all its tracks at every turn: each is judged no oftener than the watch looks.
      let isRested = now &- craft[slot].lastJudged >= BehaviourLimits.lookSeconds || now < craft[slot].lastJudged
      guard (craft[slot].isDirty && isRested) || (looks && isDue) else { continue }
      if now &- craft[slot].heard > Self.forgetSeconds {
        forgotten.append(craft[slot].sighting.track)
      } else {
        judge(slot, now, moment, &alerts)
      }
      craft[slot].isDirty = false
    }
    for track in forgotten { alerts += forget(track, at: moment) }
    if looks {
      lastLook = now
      pass &+= 1
      lookAtPairs(now, moment, &alerts)
      lookAtGroups(now, moment, &alerts)
    }
    return alerts.sorted { ($0.rule, $0.id) < ($1.rule, $1.id) }
  }

  /// How long a craft that nobody speaks of any more is kept, in seconds.
  private static let forgetSeconds: Int32 = 86_400

  /// Forgets a craft whose track has ended; what was told of it ends too.
  public mutating func forget(_ track: TrackID, at moment: Instant) -> [BehaviourAlert] {
    guard let slot = slots.removeValue(forKey: track) else { return [] }
    var alerts: [BehaviourAlert] = []
    for rule in compiled.indices {
      if episodes[rule][slot].isActive {
        alerts.append(alert(rule, [slot], .end, .lost, episodes[rule][slot].since, .no, moment))
      }
      episodes[rule][slot] = Episode()
    }
    for key in pairs.keys.filter({ $0.first == slot || $0.second == slot }).sorted() {
      if let episode = pairs.removeValue(forKey: key), episode.isActive {
        alerts.append(alert(key.rule, [key.first, key.second], .end, .lost, episode.since, .no, moment))
      }
    }
    for key in groups.keys { groups[key]?.members.removeAll { $0 == slot } }
    craft[slot].isHeld = false
    freeSlots.append(slot)
    return alerts
  }

  /// Watches by other rules from now on: what was told by rules that changed ends, what rules stay is followed on.
  ///
  /// A rule that holds in other places than before is the same rule: what it told where it no longer holds is over by itself.
  public mutating func replace(rules: [BehaviourRule], at moment: Instant) -> [BehaviourAlert] {
    var kept: [String: Int] = [:]
    var alerts: [BehaviourAlert] = []
    let before = compiled
    for (index, old) in before.enumerated() {
      if rules.contains(where: { $0.isSame(as: old.rule) }) {
        kept[old.rule.id] = index
      } else {
        alerts += endAll(of: index, at: moment)
      }
    }
    let oldEpisodes = episodes
    let oldPairs = pairs
    let oldGroups = groups
    compile(rules)
    pairs = [:]
    groups = [:]
    for (index, rule) in compiled.enumerated() {
      guard let old = kept[rule.rule.id], before[old].rule.isSame(as: rule.rule) else { continue }
      episodes[index] = oldEpisodes[old]
      for (key, value) in oldPairs where key.rule == old {
        pairs[PairKey(rule: index, first: key.first, second: key.second)] = value
      }
      for (key, value) in oldGroups where key.rule == old {
        groups[GroupKey(rule: index, exercise: key.exercise)] = value
      }
    }
    for slot in craft.indices { craft[slot].openEpisodes = episodes.count { !$0[slot].isIdle } }
    return alerts
  }

  private func endAll(of rule: Int, at moment: Instant) -> [BehaviourAlert] {
    var alerts: [BehaviourAlert] = []
    for slot in craft.indices where craft[slot].isHeld && episodes[rule][slot].isActive {
      alerts.append(alert(rule, [slot], .end, .ruleChanged, episodes[rule][slot].since, .no, moment))
    }
    for (key, episode) in pairs.sorted(by: { $0.key < $1.key }) where key.rule == rule && episode.isActive {
      alerts.append(alert(rule, [key.first, key.second], .end, .ruleChanged, episode.since, .no, moment))
    }
    for exercise in [false, true] {
      guard let group = groups[GroupKey(rule: rule, exercise: exercise)], group.episode.isActive else { continue }
      if let last = group.told { alerts.append(last.ended(.ruleChanged, at: moment)) }
    }
    return alerts
  }
}

extension WatchedCraft {
  /// Whether its transponder was not heard for so long that a rule may ask why.
  func isSilent(at now: Int32) -> Bool {
    sighting.transponder != nil && now &- transponderHeard >= Self.leastSilenceSeconds
  }

  private static let leastSilenceSeconds: Int32 = 60
}
