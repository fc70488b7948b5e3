import Geodesy

extension EvidenceTable {
  /// Makes evidence ready. Numbers that cannot be (a position time in another year, a count below nothing) are bounded
  /// or left out here, so that nothing behind this line has to ask.
  init(_ evidence: NightEvidence, parameters: DiscriminationParameters, reference: Instant? = nil) {
    self.parameters = parameters
    self.reference = reference ?? evidence.middle ?? Instant(millisecondsSince1970: 0)
    plane = TangentPlane(origin: Self.origin(evidence))
    drift = PassiveRun(evidence.sea, reference: self.reference)
    var words = WordNumbers()
    for contact in evidence.contacts { append(contact, &words) }
    for recovery in evidence.recoveries { append(recovery) }
    for track in evidence.tracks { append(track) }
    sortEvents()
  }

  /// The learned places are about one sea: near it its origin serves, elsewhere the first position does.
  private static func origin(_ evidence: NightEvidence) -> Position {
    guard let first = evidence.firstPosition else { return DiscriminationParameters.placeOrigin }
    let off = TangentPlane(origin: DiscriminationParameters.placeOrigin).local(first)
    let near = off.eastMetres.magnitude < 300_000 && off.northMetres.magnitude < 300_000
    return near ? DiscriminationParameters.placeOrigin : first
  }

  private func seconds(_ time: Instant) -> Double {
    // A week is longer than any night; what lies farther off is a mistake in a clock.
    min(7 * 86_400, max(-7 * 86_400, time.seconds(since: reference)))
  }

  private func place(_ position: Position) -> SIMD2<Double> {
    let local = plane.local(position)
    return SIMD2(local.eastMetres, local.northMetres)
  }

  private mutating func append(_ contact: ContactEvidence, _ words: inout WordNumbers) {
    let index = Int32(items.count)
    let kind = contact.kind.rawValue
    var item = Item(
      id: contact.id, role: contact.kind == .partner ? .partner : .report, kind: kind, seconds: seconds(contact.about))
    item.phone = contact.phone.map { words.number("phone", $0) } ?? -1
    item.references = Set(contact.references.map { words.number("reference", $0) }).sorted()
    item.colour = contact.colour.map { words.number("colour", $0.lowercased()) } ?? -1
    item.departure = contact.departure.map { words.number("departure", $0.lowercased()) } ?? -1
    item.children = contact.children.map { Double(min(Self.mostPeople, max(0, $0))) }
    item.water = contact.takingWater
    item.saysPeople = contact.people != nil
    people.append(contact.people.map { PeopleModel.row($0, kind: kind, parameters) } ?? [])
    var event = Event(seconds: item.seconds, item: index)
    event.engine = contact.engine.map { $0 == .running ? 1 : 2 } ?? 0
    let start = fixes.count
    if let position = contact.position {
      let stated = contact.accuracyMetres ?? parameters.accuracyUnstated[kind]
      let deviation = min(
        Self.greatestDeviation, max(Self.leastDeviation, stated.isFinite ? stated : Self.greatestDeviation))
      let variance = deviation * deviation * parameters.accuracyFactor[kind] * parameters.accuracyFactor[kind]
      fixes.append(Fix(place: place(position), variance: SIMD2(variance, variance)))
      event.mayBeStale = contact.kind == .pin && seconds(contact.received) - item.seconds < Self.freshSeconds
    } else if let bearing = contact.bearing {
      appendLine(bearing)
    }
    event.fixes = start..<fixes.count
    if !event.fixes.isEmpty || event.engine > 0 {
      events.append(event)
    }
    items.append(item)
  }

  /// Places along a bearing line, each as wide as it is far from the next.
  private mutating func appendLine(_ line: BearingLine) {
    guard line.bearingDegrees.isFinite, line.deviationDegrees.isFinite else { return }
    let start = place(line.from)
    let spread = min(0.5, max(0.005, line.deviationDegrees * .pi / 180))
    let angle = line.bearingDegrees.truncatingRemainder(dividingBy: 360) * .pi / 180
    let direction = SIMD2(sineOf(angle), cosineOf(angle))
    var range = Self.nearestBearingMetres
    let growth = 1 + max(2 * spread, 0.25)
    while range < Self.farthestBearingMetres {
      let across = range * spread
      let along = range * (growth - 1) / 2
      let variance = direction * direction * (along * along) + (SIMD2(1, 1) - direction * direction) * (across * across)
      fixes.append(Fix(place: start + range * direction, variance: variance))
      range *= growth
    }
  }

  private mutating func append(_ recovery: RecoveryEvidence) {
    var item = Item(id: recovery.id, role: .recovery, kind: 0, seconds: seconds(recovery.time))
    item.lifted = recovery.people.map { min(Self.mostPeople, max(0, $0)) }
    var event = Event(seconds: item.seconds, item: Int32(items.count))
    event.isRecovery = true
    let start = fixes.count
    if let position = recovery.position {
      let variance = parameters.recoveryDeviation * parameters.recoveryDeviation
      fixes.append(Fix(place: place(position), variance: SIMD2(variance, variance)))
    }
    event.fixes = start..<fixes.count
    events.append(event)
    people.append([])
    items.append(item)
  }

  private mutating func append(_ track: TrackEvidence) {
    let usable = track.fixes.filter { $0.deviationMetres.isFinite }.sorted { $0.time < $1.time }
    let index = Int32(items.count)
    let step = max(1, (usable.count + Self.mostTrackFixes - 1) / Self.mostTrackFixes)
    var times: [Double] = []
    for number in stride(from: 0, to: usable.count, by: step) {
      let fix = usable[number]
      let deviation = min(Self.greatestDeviation, max(Self.leastDeviation, fix.deviationMetres))
      var event = Event(seconds: seconds(fix.time), item: index)
      event.fixes = fixes.count..<fixes.count + 1
      fixes.append(Fix(place: place(fix.position), variance: SIMD2(deviation * deviation, deviation * deviation)))
      times.append(event.seconds)
      events.append(event)
    }
    people.append([])
    items.append(Item(id: track.id, role: .track, kind: 0, seconds: times.isEmpty ? 0 : times[times.count / 2]))
  }

  /// Puts the events in the order of time, and tells every item which are its own.
  private mutating func sortEvents() {
    let order = events.indices.sorted { (events[$0].seconds, $0) < (events[$1].seconds, $1) }
    events = order.map { events[$0] }
    for index in events.indices {
      events[index].run = drift.reading(at: events[index].seconds)
      items[Int(events[index].item)].events.append(Int32(index))
    }
  }

  private static let leastDeviation = 10.0
  private static let greatestDeviation = 100_000.0
  private static let nearestBearingMetres = 1_000.0
  private static let farthestBearingMetres = 60_000.0
  private static let mostTrackFixes = 24
  /// A pin is stated as fresh when it is about the moment of its receipt.
  private static let freshSeconds = 60.0
}

/// Words as numbers, in the order in which they are first met.
struct WordNumbers {
  private var numbers: [String: Int32] = [:]

  mutating func number(_ kind: String, _ word: String) -> Int32 {
    let key = kind + "\u{0}" + word
    if let known = numbers[key] { return known }
    let number = Int32(numbers.count)
    numbers[key] = number
    return number
  }
}

extension EvidenceTable {
  /// Puts the spreads of all positions anew for other parameters, as they would have been prepared.
  mutating func rescale(_ evidence: NightEvidence, _ trial: DiscriminationParameters) {
    let counts = evidence.contacts.count
    for event in events where event.fixes.count == 1 {
      let index = Int(event.item)
      let fix = event.fixes.lowerBound
      if event.isRecovery {
        let variance = trial.recoveryDeviation * trial.recoveryDeviation
        fixes[fix].variance = SIMD2(variance, variance)
      } else if index < counts {
        let kind = items[index].kind
        let factor = trial.accuracyFactor[kind] / parameters.accuracyFactor[kind]
        fixes[fix].variance *= factor * factor
      }
    }
  }
}
