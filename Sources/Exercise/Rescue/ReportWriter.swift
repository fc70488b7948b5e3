import Geodesy

/// Writes what is reported of one boat in a night, by whom, when and to whom.
struct ReportWriter {
  let story: BoatStory
  let reference: String
  let isLost: Bool
  var chance: SeededGenerator
  /// Whether the other centre has told its number for the boat.
  var isReferenced = false

  /// How often a boat is never heard of from aboard.
  private static let silentShare = 0.2
  /// How often a boat that needs nothing calls all the same.
  private static let restlessShare = 0.4
  private static let sightingShare = 0.3
  private static let relayShare = 0.35
  private static let deviceShare = 0.06
  /// The most calls and messages from aboard one boat.
  private static let mostContacts = 7
  static let minute: Int64 = 60_000

  init(_ story: BoatStory, seed: UInt64, reference: String, alike: RescueTruth.Alike?) {
    self.story = story
    self.reference = reference
    isLost = alike?.lost == story.boat.actor
    chance = SeededGenerator(seed: seed, stream: 33_000_000 + UInt64(story.boat.actor))
    isSilent = chance.unit() < Self.silentShare && !isLost && alike?.recovered != story.boat.actor
  }

  private let isSilent: Bool

  mutating func minutes(_ range: ClosedRange<Double>) -> Int64 {
    Int64(chance.number(in: range) * Double(Self.minute))
  }

  /// When nobody aboard can call any more.
  var silentFrom: Int64 { min(story.capsizesAt ?? .max, story.meeting ?? .max, story.last) }

  /// Writes all reports of the boat into the book.
  mutating func write(into book: inout ScriptBook) {
    let moments = isSilent ? [] : contactMoments()
    for moment in moments.prefix(Self.mostContacts) {
      let promised = contact(at: moment, &book)
      // Whoever promised to call does so when they still can, and often not even then.
      if let promised, promised < silentFrom, chance.unit() < 0.6 { _ = contact(at: promised, &book) }
    }
    if let first = moments.first {
      if chance.unit() < Self.relayShare { relay(of: first, &book) }
      if chance.unit() < Self.deviceShare { device(at: first + minutes(1...5), &book) }
    }
    if chance.unit() < Self.sightingShare { sighting(at: middle(), &book) }
    if story.end == .capsized { sighting(at: story.last + minutes(12...20), &book) }
  }

  private mutating func middle() -> Int64 {
    let first = max(0, story.itinerary.first)
    let last = max(first, silentFrom)
    return first + Int64(Double(last - first) * chance.number(in: 0.2...0.9))
  }

  private mutating func contactMoments() -> [Int64] {
    var moments: [Int64] = []
    if isLost {
      moments = [minutes(36...44), minutes(26...32), minutes(14...20), minutes(4...9)].map { silentFrom - $0 }
    } else {
      for stop in story.stops {
        moments.append(stop.lowerBound + minutes(1...6))
        if chance.unit() < 0.5 { moments.append(stop.lowerBound + minutes(7...16)) }
      }
      if story.meeting != nil {
        moments.append(silentFrom - minutes(20...45))
        if chance.unit() < 0.5 { moments.append(silentFrom - minutes(3...18)) }
      }
      if moments.isEmpty, chance.unit() < Self.restlessShare { moments.append(middle()) }
    }
    return moments.filter { $0 >= story.itinerary.first && $0 < silentFrom }.sorted()
  }

  /// Somebody aboard calls, writes or sends a pin; returns when they promise to call again.
  private mutating func contact(at moment: Int64, _ book: inout ScriptBook) -> Int64? {
    let draw = chance.unit()
    let channel: ScriptReport.Channel = draw < 0.55 ? .call : draw < 0.75 ? .message : .pin
    var report = ScriptReport(channel, text: "")
    describe(&report, at: moment, book)
    let promised = chance.unit() < 0.35 || (isLost && channel == .call) ? moment + minutes(10...20) : nil
    report.nextCall = promised.map(book.instant)
    let styles =
      channel == .call ? PositionStyle.said : channel == .pin ? PositionStyle.pinned : PositionStyle.written
    let isStale = channel != .call && chance.unit() < 0.3
    let fixed = max(story.itinerary.first, moment - (isStale ? minutes(12...60) : 0))
    let tells = channel == .pin || chance.unit() < 0.8
    var fix = ScriptBook.Fix(milliseconds: fixed, place: story.place(at: fixed))
    if tells { fix = position(in: styles, at: fixed, of: &report) }
    if tells, isStale { fix.flaws.insert(.stale, at: 0) }
    // Half of those who send an old pin do not say that it is old.
    if channel != .call, tells, !isStale || chance.unit() < 0.5 { report.positionAt = book.instant(fixed) }
    report.text = CallWords.text(of: report, isLost: isLost, chance: &chance)
    file(report, at: moment, to: centre(at: moment), fix, &book)
    return promised
  }

  /// A position in one of some styles, off by what a phone's receiver is off.
  mutating func position(
    in styles: [PositionStyle], at moment: Int64, of report: inout ScriptReport
  ) -> ScriptBook.Fix {
    let style = chance.choice(styles) ?? .decimalPoint
    let metres = chance.number(in: 5...60)
    let place = story.place(at: moment)
    let direction = chance.number(in: 0...360)
    let off = metres * chance.unit()
    let told = place.moved(
      north: off * ExactMathematics.cosine(degrees: direction), east: off * ExactMathematics.sine(degrees: direction))
    report.position = style.text(told, chance: &chance)
    if PositionStyle.pinned.contains(style) { report.accuracyMetres = metres.rounded(.up) }
    // A distance to the nearest mile is off by half a mile.
    return ScriptBook.Fix(
      milliseconds: moment, place: place, spreadMetres: style == .vague ? metres + 1000 : metres,
      flaws: [style.flaw].compactMap { $0 })
  }

  /// What people aboard say of their craft, of which much is left out.
  private mutating func describe(_ report: inout ScriptReport, at moment: Int64, _ book: ScriptBook) {
    let aboard = story.boat.people - book.accounted(story.boat.actor, at: moment)
    let phone = chance.unit() < 0.7 ? 0 : chance.whole(below: story.phones.count)
    report.phone = story.phones[phone]
    report.language = CallWords.languages[(story.boat.actor + 3 * phone) % CallWords.languages.count]
    report.batteryPercent = chance.unit() < 0.4 ? 2 + chance.whole(below: 60) : nil
    count(&report, aboard: aboard, off: 1.5)
    if chance.unit() < 0.4 { report.children = story.children }
    if chance.unit() < 0.4 || isLost { report.colour = story.look.colour }
    if chance.unit() < 0.25 { report.craft = "inflatable, \(story.look.engine)" }
    if chance.unit() < 0.3 || isLost { report.departure = story.look.departure }
    if chance.unit() < 0.25 { report.sees = chance.choice(CallWords.sights) }
    let isStopped = story.stops.contains { $0.contains(moment) }
    if chance.unit() < 0.7 { report.engine = isStopped ? .stopped : .running }
    let takesWater = isLost || story.meeting.map { $0 - moment < 40 * Self.minute } ?? false
    if takesWater, chance.unit() < 0.6 { report.takingWater = true }
  }

  /// How many people somebody says are aboard: off by a few, round, a range, or nothing.
  mutating func count(_ report: inout ScriptReport, aboard: Int, off: Double) {
    let draw = chance.unit()
    let said = max(1, aboard + Int((off * chance.bell()).rounded()))
    if draw < 0.15 { return }
    if draw < 0.35 {
      (report.least, report.most) = (said / 5 * 5, (said + 4) / 5 * 5)
    } else {
      let round = max(5, (said + 2) / 5 * 5)
      let people = draw < 0.55 ? round : said
      (report.least, report.most) = (people, people)
    }
  }
}
