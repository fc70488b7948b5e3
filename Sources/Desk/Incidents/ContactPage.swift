import Geodesy
import Operations

/// One report: as typed, as understood, with what is doubtful; who rang before from this number; what to ask next.
struct ContactPageView {
  var pieces: FormPieces
  var contact: Contact
  var book: RescueBook
  var now: Instant
  var moment: Instant?
  /// The position as typed, as it is understood.
  var reading: PositionReading?
  /// The estimate of how many boats there are.
  var advice: RescueAdvice?
  /// The people of this centre who have the report.
  var readers: Set<String>

  private var strings: Strings { pieces.frame.strings }
  private var text: RescueText { RescueText(strings: strings) }

  var document: HTML {
    let boat: HTML =
      contact.incident.map { "<a href=\"/incidents/\($0)\">\($0)</a>" }
      ?? "<strong class=\"is-missing\">\(strings["rescue.notTied"])</strong>"
    return Layout.plain(
      pieces.frame, title: "rescue.contact.title",
      main: """
        <div class="page-head"><h1>\(strings("rescue.contact.heading", ["contact": contact.id]))</h1>
        <span>\(boat) <a href="/incidents">\(strings["rescue.title"])</a>
        <a class="button primary" href="/incidents/report">\(strings["rescue.report.new"])</a></span></div>
        \(KnownAt.banner(strings, moment, path: "/contacts/\(contact.id)"))
        \(said)
        \(reading(by: readers))
        \(proposal)
        \(questions)
        \(before)
        \(moment == nil ? forms : HTML.empty)
        \(corrections)
        """)
  }

  private var said: HTML {
    let words = contact.words
    let place = contact.statement.place.map { text.place($0, received: contact.received, now: now) }
    let rows: [(String, String?)] = [
      (
        "rescue.field.position",
        place ?? (words?.position == nil ? strings["rescue.noPosition"] : strings["rescue.notUnderstood"])
      ),
      ("rescue.asTyped", words?.position), ("rescue.field.sees", words?.sees), ("rescue.field.phone", words?.phone),
      ("rescue.field.name", words?.name), ("rescue.field.language", words?.language),
      ("rescue.field.nextCall", contact.nextCall.map { "\($0.plainText) (\(text.age(of: $0, now: now)))" }),
      ("rescue.field.text", words?.text),
      ("rescue.explanation", contact.explanation.map { "\($0.text ?? "") (\($0.by))" }),
    ]
    let items = rows.compactMap { key, value -> HTML? in
      value.map { "<dt>\(strings[key])</dt><dd class=\"log-text\">\($0)</dd>" }
    }
    let exercise: HTML = contact.exercise ? " <span class=\"mark\">EXERCISE</span>" : .empty
    return """
      <section class="card"><p>\(strings["rescue.channel.\(contact.statement.channel.rawValue)"]), \
      \(contact.received.timeElement) (\(text.age(of: contact.received, now: now))) · \(contact.by) · \(contact.agency) · \
      \(contact.centre)\(exercise)</p>
      <p><strong>\(text.line(contact.statement))</strong></p>
      <dl class="details">\(items)</dl></section>
      """
  }

  /// Who has it here, and the key for whoever has not said so yet.
  private func reading(by readers: Set<String>) -> HTML {
    let isMine = pieces.frame.person.map { readers.contains($0.signInName) } ?? true
    let form: HTML =
      moment == nil && !isMine
      ? pieces.line("/contacts/\(contact.id)/read", "read", button: "rescue.read.do", []) : .empty
    guard !readers.isEmpty else {
      return "<p class=\"notice notice-danger\">\(strings["rescue.read.nobody"])</p>\(form)"
    }
    let names = readers.sorted().joined(separator: ", ")
    return "<p class=\"muted\">\(strings("rescue.read.by", ["people": names]))</p>\(form)"
  }

  /// Where it would belong, while nobody has tied it.
  private var proposal: HTML {
    guard contact.incident == nil, let words = AdviceText(strings: strings).proposal(contact.id, advice) else {
      return .empty
    }
    return "<p class=\"notice\">\(words)</p>"
  }

  /// What to ask, so that the position becomes sure.
  private var questions: HTML {
    guard let reading else { return .empty }
    let isOld = contact.statement.place?.doubts?.contains(PlaceDoubt.old) ?? false
    let asked = PlaceDoubt.questions(reading, isOld: isOld).map { code -> HTML in
      "<li>\(strings["rescue.ask.\(code)"])</li>"
    }
    let others = reading.candidates.dropFirst().map { candidate -> HTML in
      "<li>\(candidate.understood) \(candidate.doubts.map { strings["rescue.doubt.\($0.rawValue)"] }.sorted().joined(separator: ", "))</li>"
    }
    guard !asked.isEmpty || !others.isEmpty else { return .empty }
    let other: HTML = others.isEmpty ? .empty : "<h3>\(strings["rescue.otherReadings"])</h3><ul>\(others)</ul>"
    return "<section class=\"card\"><h2>\(strings["rescue.ask"])</h2><ul>\(asked)</ul>\(other)</section>"
  }

  /// Who rang before from the same number.
  private var before: HTML {
    let others = book.others(from: contact)
    guard !others.isEmpty else { return .empty }
    let items = others.map { other -> HTML in
      """
      <li><a href="/contacts/\(other.id)">\(other.id)</a> \(other.received.timeElement) \
      \(other.incident.map { "<a href=\"/incidents/\($0)\">\($0)</a>" as HTML } ?? "\(strings["rescue.notTied"])") · \
      \(text.line(other.statement))</li>
      """
    }
    return
      "<section class=\"card\"><h2>\(strings["rescue.sameNumber"])</h2><ol class=\"log-list\">\(items)</ol></section>"
  }

  private var forms: HTML {
    let boats =
      [(value: BoatChoice.new, text: strings["rescue.newBoat"]), (value: "", text: strings["rescue.notTied"])]
      + book.boats.filter { $0.isOpen || $0.incidents.contains { $0.id == contact.incident } }
      .map { (value: $0.id, text: $0.id) }
    let path = "/contacts/\(contact.id)"
    let outcomes = ["answered", "noAnswer", "switchedOff", "messageSent"]
      .map { (value: $0, text: strings["rescue.outcome.\($0)"]) }
    let isExplained = contact.explanation != nil
    return """
      <section class="card">
      \(pieces.line("\(path)/tie", "tie", button: "rescue.tie", [
        pieces.choice("incident", "tie", label: "rescue.boat", boats, chosen: contact.incident ?? BoatChoice.new),
        pieces.field("text", "tie", label: "rescue.reason", size: 30),
      ]))
      \(pieces.line("\(path)/call", "call", button: "rescue.call.record", [
        pieces.choice("outcome", "call", label: "rescue.call", outcomes),
        pieces.field("next", "call", label: "rescue.field.nextCall", size: 10),
        pieces.field("text", "call", label: "rescue.note", size: 30),
      ]))
      \(pieces.line("\(path)/explain", "explain", button: isExplained ? "rescue.unexplain" : "rescue.explain", [
        pieces.value("holds", isExplained ? "no" : "yes"),
        pieces.field("text", "explain", label: "rescue.explain.why", size: 50, needed: true),
      ]))
      </section>
      <details class="card"><summary>\(strings["rescue.correct"])</summary>
      <form class="report" method="post" action="\(path)/correct">
      \(pieces.hidden("correct"))
      \(ContactFields(pieces: pieces, id: "c", statement: contact.statement, words: contact.words).fields)
      <div class="buttons"><button class="primary" type="submit">\(strings["rescue.correct.save"])</button></div>
      </form></details>
      """
  }

  private var corrections: HTML {
    guard contact.isCorrected else { return .empty }
    return """
      <section class="card"><h2>\(strings["rescue.first"])</h2><p>\(text.line(contact.first))</p>
      <p>\(contact.first.place.map { text.place($0, received: contact.received, now: now) } ?? strings["rescue.noPosition"])</p>
      </section>
      """
  }
}

extension RescueBook {
  /// The other reports from the same number, oldest first.
  func others(from contact: Contact) -> [Contact] {
    guard let number = contact.words?.phone.map(Self.digits), number.count >= 6 else { return [] }
    return contacts.values.filter { $0.id != contact.id && $0.words?.phone.map(Self.digits) == number }
      .sorted { ($0.received, $0.id) < ($1.received, $1.id) }
  }

  /// A number without what people put between its figures; 0033 and +33 are one.
  static func digits(_ phone: String) -> String {
    let digits = phone.filter { $0.isASCII && $0.isNumber }
    return digits.hasPrefix("00") ? String(digits.dropFirst(2)) : digits
  }
}
