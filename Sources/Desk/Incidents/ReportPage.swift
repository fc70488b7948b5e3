import Geodesy
import Operations

/// The report of a call: one screen for a night with water in the background, by keyboard alone, every field optional.
struct ReportPageView {
  var pieces: FormPieces
  var boats: [Boat]
  /// The incident that the report is about, when the officer came from its page.
  var incident: String?

  private var strings: Strings { pieces.frame.strings }

  var document: HTML {
    Layout.plain(
      pieces.frame, title: "rescue.report.title",
      head: "<script type=\"module\" src=\"/static/web/report.js\"></script>",
      main: """
        <div class="page-head"><h1>\(strings["rescue.report.title"])</h1>
        <a href="/incidents">\(strings["rescue.title"])</a></div>
        <p class="lead">\(strings["rescue.report.intro"])</p>
        <form id="report" class="report" method="post" action="/incidents/report">
        \(pieces.hidden("report"))
        \(ContactFields(pieces: pieces, id: "r", statement: nil, words: nil).fields)
        <div class="report-row">
        \(pieces.choice("incident", "r", label: "rescue.boat", choices, chosen: incident ?? ""))
        <button class="primary" type="submit" accesskey="s">\(strings["rescue.report.save"])</button>
        </div>
        </form>
        """)
  }

  private var choices: [(value: String, text: String)] {
    [("", strings["rescue.report.later"]), (BoatChoice.new, strings["rescue.newBoat"])] + boats.map { ($0.id, $0.id) }
  }
}

/// The fields of a contact report, the most pressing first; empty for a new one, filled to put one right.
struct ContactFields {
  var pieces: FormPieces
  var id: String
  var statement: ContactStatement?
  var words: ContactWords?

  private var strings: Strings { pieces.frame.strings }

  var fields: HTML {
    """
    <div class="report-row">
    \(field("position", words?.position ?? "", size: 38, focus: true))
    \(field("positionAt", statement?.place?.at?.iso8601 ?? "", size: 10))
    \(field("accuracy", number(statement?.place?.accuracyMetres.map { Int($0) }), size: 6, numeric: true))
    </div>
    <p id="\(id)-reading" class="field-help" role="status" aria-live="polite"></p>
    <div class="report-row">
    \(field("people", people, size: 8))
    \(field("children", number(statement?.children), size: 4, numeric: true))
    \(field("inWater", number(statement?.inWater), size: 4, numeric: true))
    \(choice("takingWater", ContactStatement.Answer.allCases.map(\.rawValue), statement?.takingWater?.rawValue))
    \(choice("engine", ContactStatement.Engine.allCases.map(\.rawValue), statement?.engine?.rawValue))
    \(field("injured", number(statement?.injured), size: 4, numeric: true))
    \(field("battery", number(statement?.batteryPercent), size: 4, numeric: true))
    \(field("sees", words?.sees ?? "", size: 30))
    </div>
    <div class="report-row">
    \(field("phone", words?.phone ?? "", size: 16))
    \(field("name", words?.name ?? "", size: 14))
    \(field("language", words?.language ?? "", size: 10))
    \(field("nextCall", statement?.nextCall?.iso8601 ?? "", size: 10))
    \(choice("channel", ContactStatement.Channel.allCases.map(\.rawValue), statement?.channel.rawValue ?? "call", empty: false))
    </div>
    <div class="report-row">
    \(field("colour", statement?.colour ?? "", size: 10))
    \(field("craft", statement?.craft ?? "", size: 20))
    \(field("departure", statement?.departure ?? "", size: 14))
    \(field("reference", statement?.reference ?? "", size: 14))
    \(field("bearing", "", size: 20))
    \(field("track", statement?.track ?? "", size: 9))
    \(field("received", "", size: 9))
    </div>
    \(pieces.area("text", id, label: "rescue.field.text", rows: 4, value: words?.text ?? ""))
    """
  }

  private var people: String {
    statement?.people.map { RescueText(strings: strings).people($0).replacing("–", with: "-") } ?? ""
  }

  private func number(_ value: Int?) -> String { value.map { "\($0)" } ?? "" }

  private func field(_ name: String, _ value: String, size: Int, numeric: Bool = false, focus: Bool = false) -> HTML {
    pieces.field(
      name, id, label: "rescue.field.\(name)", value: value, size: size, numeric: numeric, focus: focus)
  }

  private func choice(_ name: String, _ values: [String], _ chosen: String?, empty: Bool = true) -> HTML {
    let options = values.map { (value: $0, text: strings["rescue.\(name).\($0)"]) }
    return pieces.choice(
      name, id, label: "rescue.field.\(name)", (empty ? [(value: "", text: "–")] : []) + options, chosen: chosen ?? "")
  }
}
