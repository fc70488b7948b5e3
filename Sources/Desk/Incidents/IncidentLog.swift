import Geodesy
import Operations

/// The log of a boat: who recorded what, when, and when this centre learned of it.
struct IncidentLogList {
  var strings: Strings
  var boat: Boat
  var now: Instant

  var list: HTML {
    let items = boat.log.reversed().map { fact -> HTML in
      let late: HTML =
        fact.learned > fact.recorded
        ? " <span class=\"muted\">\(strings("rescue.learned", ["time": fact.learned.plainText]))</span>" : .empty
      let text: HTML = fact.text.map { "<div class=\"log-text\">\($0)</div>" } ?? .empty
      return """
        <li><div class="log-head">\(fact.recorded.timeElement) <span>\(fact.actor) · \(fact.agency) · \(fact.centre)</span>\(late)</div>
        <div>\(RecordSentence.text(fact.kind, fact.arguments, strings))</div>\(said(fact))\(text)</li>

        """
    }
    return "<ol class=\"log-list\">\(items)</ol>"
  }

  /// What a report or its correction said: the boat and its people in a line, the place, and the words as they were said.
  private func said(_ fact: RescueFact) -> HTML {
    guard let statement = fact.statement else { return .empty }
    let text = RescueText(strings: strings)
    let place = statement.place.map { text.place($0, received: fact.about, now: fact.recorded) }
    let lines = [text.line(statement), place, fact.words?.text, fact.words?.sees].compactMap { $0 }.filter {
      !$0.isEmpty
    }
    return "\(lines.map { line -> HTML in "<div class=\"log-text\">\(line)</div>" })"
  }
}

/// The log of a boat as a page to be printed.
struct IncidentLogView {
  var frame: Frame
  var boat: Boat
  var moment: Instant?
  var now: Instant

  var document: HTML {
    let strings = frame.strings
    let text = RescueText(strings: strings)
    return Layout.plain(
      frame, title: "rescue.log",
      main: """
        <div class="page-head"><h1>\(strings("rescue.log.heading", ["incident": boat.id]))</h1>
        <a href="/incidents/\(boat.id)">\(boat.id)</a></div>
        \(KnownAt.banner(strings, moment, path: "/incidents/\(boat.id)/log"))
        <p class="muted">\(strings("rescue.log.made", ["time": now.plainText, "agency": frame.person?.agency ?? ""]))</p>
        <pre class="report-text">\(SituationText(text: text, boat: boat, now: moment ?? now).plain)</pre>
        \(IncidentLogList(strings: strings, boat: boat, now: now).list)
        """)
  }
}
