public import Geodesy

extension BehaviourWatch {
  /// What the watch has seen of a craft by which it can be told whether it is a small boat; nil for one that it does
  /// not know.
  ///
  /// - Parameters:
  ///   - sectors: sectors of the shore from which boats set out; empty when none are named.
  ///   - moment: what time it is.
  public func smallCraftFeatures(
    of track: TrackID, sectors: [BehaviourRule.Area], at moment: Instant
  ) -> SmallCraftFeatures? {
    guard let slot = slots[track] else { return nil }
    let now = Self.seconds(moment)
    let watched = craft[slot]
    let count = max(1, recent.count(slot, within: Self.featureSeconds, of: now))
    var speed = 0.0
    var turned = 0.0
    var newer: Double?
    for age in 0..<count {
      let sample = recent.sample(slot, age: age)
      speed += sample.speedKnots / Double(count)
      if let course = sample.courseDegrees, let later = newer {
        turned += Units.turn(fromDegrees: course, toDegrees: later).magnitude
      }
      newer = sample.courseDegrees
    }
    let spanned = recent.sample(slot, age: 0).seconds &- recent.sample(slot, age: count - 1).seconds
    return SmallCraftFeatures(
      speedKnots: speed, turnDegreesPerMinute: spanned >= 60 ? turned / Double(spanned) * 60 : nil,
      lengthMetres: watched.sighting.lengthMetres, transponder: transponder(slot, now),
      origin: origin(watched, sectors))
  }

  /// The craft of some classes that it watches.
  public func tracks(of classes: Set<TrackClass>) -> [TrackID] {
    let mask = classes.reduce(0) { $0 | WatchedCraft.bit($1) }
    return craft.compactMap { $0.isHeld && $0.classBit & mask != 0 ? $0.sighting.track : nil }
  }

  /// How far back motion tells what a craft is, in seconds.
  private static let featureSeconds: Int32 = 600
  /// How long a craft has to be seen before its silence says something, in seconds.
  private static let leastSeenSeconds: Int32 = 180

  private func transponder(_ slot: Int, _ now: Int32) -> SmallCraftFeatures.Transponder {
    let watched = craft[slot]
    if let transponder = watched.sighting.transponder { return transponder.isClassA ? .classA : .classB }
    guard now &- watched.first >= Self.leastSeenSeconds else { return .unknown }
    let others = hearing.others(
      at: watched.sighting.position, than: slot, exercise: watched.sighting.exercise, now: now)
    return others > 0 ? .silent : .unknown
  }

  private func origin(_ watched: WatchedCraft, _ sectors: [BehaviourRule.Area]) -> SmallCraftFeatures.Origin {
    if sectors.contains(where: { $0.polygon.contains(watched.firstPosition) }) { return .shoreSector }
    guard !sectors.isEmpty, watched.first &- (began ?? watched.first) >= Self.warmUpSeconds else { return .unknown }
    return .elsewhere
  }
}
