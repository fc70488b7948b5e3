import Geodesy

/// Reports by those who are not aboard: relatives and charities, ships, devices, the other centre.
extension ReportWriter {
  /// Puts a report down; what the other centre is told comes home later, with its number for the boat.
  mutating func file(
    _ report: ScriptReport, at moment: Int64, to centre: ScriptCentre, _ fix: ScriptBook.Fix,
    _ book: inout ScriptBook
  ) {
    book.add(
      .init(
        milliseconds: moment, centre: centre, kind: .report(report), boat: story.boat.actor, fix: fix))
    guard centre == .other, !isReferenced || chance.unit() < 0.3 else { return }
    passOn(report, at: moment + minutes(8...40), fix.milliseconds, &book)
  }

  /// The other centre tells of an incident of its own, in its own words and rounding.
  private mutating func passOn(
    _ heard: ScriptReport, at moment: Int64, _ fixed: Int64, _ book: inout ScriptBook
  ) {
    var report = ScriptReport(.centre, text: "EXERCISE. From the other centre: small craft, reference \(reference).")
    report.name = "EXERCISE OTHER CENTRE"
    report.reference = reference
    (report.least, report.most) = (heard.least, heard.most)
    report.colour = heard.colour
    report.engine = heard.engine
    report.takingWater = heard.takingWater
    report.positionAt = book.instant(fixed)
    var fix = position(in: [.mariner, .wholeMinutes], at: fixed, of: &report)
    fix.flaws = [.secondHand]
    book.add(
      .init(milliseconds: moment, centre: .home, kind: .report(report), boat: story.boat.actor, fix: fix))
    if !isReferenced { phases(from: moment, heard, &book) }
    isReferenced = true
  }

  private mutating func phases(from moment: Int64, _ heard: ScriptReport, _ book: inout ScriptBook) {
    let isGrave = heard.takingWater == true || heard.engine == .stopped
    var at = moment
    for phase in isGrave ? [ScriptEmergencyPhase.alert, .distress] : [.uncertainty, .alert] {
      let declared = ScriptPhase(
        reference: reference, phase: phase,
        text: "EXERCISE. The other centre declares \(phase.rawValue) for \(reference).")
      book.add(.init(milliseconds: at, centre: .home, kind: .phase(declared), boat: story.boat.actor))
      at += minutes(10...30)
    }
  }

  /// A relative or a charity tells what they were told, late and rounded.
  mutating func relay(of moment: Int64, _ book: inout ScriptBook) {
    let isCharity = chance.unit() < 0.4
    var report = ScriptReport(.relay, text: "")
    report.name = isCharity ? "EXERCISE CHARITY" : "EXERCISE RELATIVE"
    report.phone = StoryCast.phone(story.boat.actor, 3)
    let late = moment + minutes(20...75)
    let aboard = story.boat.people - book.accounted(story.boat.actor, at: moment)
    let round = max(10, (aboard + 5) / 10 * 10)
    if chance.unit() < 0.8 { (report.least, report.most) = (round, round) }
    if chance.unit() < 0.5 { report.departure = story.look.departure }
    var fix = ScriptBook.Fix(milliseconds: moment, place: story.place(at: moment))
    if chance.unit() < 0.7 {
      fix = position(in: [.decimalPoint, .wholeMinutes, .mapLink, .vague, .threeWords], at: moment, of: &report)
      report.accuracyMetres = nil
    }
    let who = isCharity ? "a charity by message" : "a brother who is ashore"
    report.text = "EXERCISE. \(CallWords.capital(who)) passes on what they wrote some time ago: they need help."
    fix.flaws.insert(.secondHand, at: 0)
    file(report, at: late, to: centre(at: moment), fix, &book)
  }

  /// A ship sees a craft, or people in the water.
  mutating func sighting(at moment: Int64, _ book: inout ScriptBook) {
    var report = ScriptReport(.sighting, text: "")
    report.name = "EXERCISE \(chance.choice(Names.given) ?? "ANNA")"
    let inWater = story.capsizesAt.map { $0 <= moment } ?? false
    if inWater {
      report.inWater = 3 + chance.whole(below: 8)
      report.text = "EXERCISE. Ship reports people in the water and something dark that floats."
    } else {
      let aboard = story.boat.people - book.accounted(story.boat.actor, at: moment)
      if chance.unit() < 0.6 { count(&report, aboard: aboard, off: 5) }
      if chance.unit() < 0.4 { report.colour = story.look.colour }
      report.text = "EXERCISE. Ship reports a small craft without lights, many people."
    }
    report.positionAt = book.instant(moment)
    let fix = position(in: [.mariner], at: moment, of: &report)
    let home = inWater ? ScriptCentre.home : centre(at: moment)
    file(report, at: moment + minutes(1...4), to: home, fix, &book)
  }

  /// A distress device sends its place.
  mutating func device(at moment: Int64, _ book: inout ScriptBook) {
    guard moment < silentFrom else { return }
    var report = ScriptReport(.device, text: "EXERCISE. Personal locator beacon, no registration found.")
    report.name = "EXERCISE BEACON"
    report.positionAt = book.instant(moment)
    let fix = position(in: [.decimalPoint], at: moment, of: &report)
    report.accuracyMetres = 120
    file(report, at: moment + minutes(2...6), to: .home, fix, &book)
  }

  /// To which centre a call goes: mostly to that of the nearer shore.
  mutating func centre(at moment: Int64) -> ScriptCentre {
    let place = story.place(at: moment)
    let isNearerHome = place.metres(to: Place(51.1150, 1.3450)) < place.metres(to: Place(50.9700, 1.8450))
    return chance.unit() < (isNearerHome ? 0.9 : isLost ? 0.6 : 0.35) ? .home : .other
  }
}
