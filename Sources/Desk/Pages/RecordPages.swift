import Foundation
import Geodesy
import Hummingbird
import Ledger
import Marking
import Operations

/// The account of who did what, when and for which purpose, and each entry of the ledger by itself.
extension Desk {
  func addRecordPages(to router: Router<DeskContext>) {
    router.get("record", use: showRecord)
    router.get("record/:sequence", use: showEntry)
  }

  @Sendable func showRecord(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    let query = RecordQuery(
      before: request.query("before").flatMap { Int64($0) }, asKnown: asKnown, actor: request.query("actor"),
      kind: request.query("kind"), subject: request.query("subject"))
    try await centre.consult(Consultation(.record, question: request.uri.query, asOf: moment), as: acting)
    let page = try await centre.record(query, as: acting)
    return RecordPageView(frame: frame(context), page: page, query: query, moment: moment, head: centre.ledger.head)
      .document.response()
  }

  @Sendable func showEntry(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    guard let sequence = context.parameters.get("sequence").flatMap({ Int64($0) }) else { throw DeskError(.notFound) }
    try await centre.consult(Consultation(.record, subjects: ["entry:\(sequence)"]), as: acting)
    let query = RecordQuery(before: sequence + 1, limit: 1)
    guard let act = try await centre.record(query, as: acting).acts.first, act.sequence == sequence else {
      throw DeskError(.notFound)
    }
    let head = centre.ledger.head
    let proof = try centre.ledger.inclusionProof(of: sequence)
    return EntryPage.document(frame(context), act: act, proof: proof, head: head).response()
  }
}

struct RecordPageView {
  var frame: Frame
  var page: RecordPage
  var query: RecordQuery
  var moment: Instant?
  var head: LedgerHead

  /// The kinds that the filter offers.
  static let kinds = [
    "access.", "log.", "rescue.", "wall.", "alert.", "alarm.", "rules.", "place.", "weather.", "sensor.", "track.",
    "consulted",
    "person.", "token.", "archive.", "feed.", "centre.", "statistics.",
    "agency.",
    "secret.", "password.", "factor.", "identity.", "ledger.", "erasure.", "witness.", "link.", "storage.", "clock.",
  ]

  var document: HTML {
    let strings = frame.strings
    return Layout.plain(
      frame, title: "record.title", head: Layout.partialLoading,
      main: """
        <div class="page-head"><h1>\(strings["record.title"])</h1><a href="/witness">\(strings["witness.title"])</a></div>
        \(KnownAt.banner(strings, moment, path: "/record"))
        <p class="lead">\(strings["record.intro"])</p>
        \(filter)
        <div id="found">\(list)
        <p class="muted code">\(strings("record.ledger", ["size": "\(head.size)", "root": head.rootHash.base64]))</p></div>
        """)
  }

  private var filter: HTML {
    let strings = frame.strings
    let options = Self.kinds.map { kind -> HTML in
      let chosen: HTML = query.kind == kind ? " selected" : ""
      return "<option value=\"\(kind)\"\(chosen)>\(strings["record.kind.\(kind)"])</option>"
    }
    return """
      <form class="filter" method="get" action="/record" role="search" \
      hx-trigger="submit, change from:#kind, input from:#actor delay:400ms, input from:#subject delay:400ms"\
      \(Layout.partialAttributes(of: "/record"))>
      <div class="field"><label for="actor">\(strings["record.actor"])</label>
      <input id="actor" name="actor" maxlength="64" autocapitalize="none" value="\(query.actor ?? "")"></div>
      <div class="field"><label for="kind">\(strings["record.kind"])</label>
      <select id="kind" name="kind"><option value="">\(strings["record.any"])</option>\(options)</select></div>
      <div class="field"><label for="subject">\(strings["record.subject"])</label>
      <input id="subject" name="subject" maxlength="200" placeholder="track:235012345" value="\(query.subject ?? "")"></div>
      <div class="field"><label for="at">\(strings["knownAt.label"])</label>
      <input id="at" name="at" placeholder="2026-11-21 02:31" value="\(moment?.iso8601 ?? "")"></div>
      <button type="submit">\(strings["record.filter"])</button>
      </form>
      """
  }

  private var list: HTML {
    let strings = frame.strings
    guard !page.acts.isEmpty else { return "<p class=\"muted\">\(strings["record.none"])</p>" }
    let items = page.acts.map { act -> HTML in
      """
      <li><div class="record-head">\(act.recorded.timeElement) <strong>\(act.actor)</strong> <span>\(act.agency)</span> \
      <span>\(RecordSentence.purpose(act, strings))</span> <a href="/record/\(act.sequence)">\(act.sequence)</a> \
      \(act.exercise ? "<span class=\"mark\">EXERCISE</span>" as HTML : HTML.empty)</div>
      <div class="record-what">\(RecordSentence.text(act, strings))</div></li>

      """
    }
    let older: HTML =
      page.next.map { "<p class=\"pager\"><a href=\"/record?\(further($0))\">\(strings["record.older"])</a></p>" }
      ?? .empty
    return "<ol class=\"record-list\">\n\(items)</ol>\(older)"
  }

  private func further(_ before: Int64) -> String {
    let fields = [
      ("before", "\(before)"), ("actor", query.actor ?? ""), ("kind", query.kind ?? ""),
      ("subject", query.subject ?? ""),
      ("at", moment?.iso8601 ?? ""),
    ]
    return fields.filter { !$0.1.isEmpty }.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
    }.joined(separator: "&")
  }
}

/// An entry of the record as a sentence in the reader's language.
enum RecordSentence {
  /// Words of a sentence that stand for one of a few values, with where the name of the value begins in the texts.
  private static let named = [
    "scope": "scope.", "purpose": "purpose.", "reason": "reason.", "fate": "rescue.fate.", "phase": "rescue.phase.",
    "outcome": "rescue.outcome.", "order": "rescue.order.", "stage": "rescue.stage.", "step": "rescue.step.",
    "holds": "record.answer.", "overrides": "record.answer.",
    "severity": "alert.severity.", "about": "alert.", "roles": "role.", "change": "record.block.",
  ]
  /// Words that are moments.
  private static let moments = ["since", "from", "until", "asOf", "expiresAt"]

  static func text(_ act: RecordAct, _ strings: Strings) -> String { text(act.kind, act.arguments, strings) }

  static func text(_ kind: String, _ arguments: [String: String], _ strings: Strings) -> String {
    let key = "act.\(kind)"
    guard strings.has(key) else {
      let details = arguments.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
      return details.isEmpty ? kind : "\(kind) (\(details))"
    }
    var arguments = arguments
    for (name, prefix) in named {
      guard let words = arguments[name] else { continue }
      arguments[name] = words.components(separatedBy: ", ").map { word in
        strings.has(prefix + word) ? strings[prefix + word] : word
      }.joined(separator: ", ")
    }
    for name in moments {
      if let moment = arguments[name].flatMap({ Instant.parse($0) }) { arguments[name] = moment.plainText }
    }
    return strings.sentence(key, arguments)
  }

  static func purpose(_ act: RecordAct, _ strings: Strings) -> String {
    let key = "purpose.\(act.purpose)"
    return strings.has(key) ? strings[key] : act.purpose
  }
}

/// One entry of the ledger: its envelope, what it says, and the proof that it stands in the ledger.
enum EntryPage {
  static func document(_ frame: Frame, act: RecordAct, proof: InclusionProof, head: LedgerHead) -> HTML {
    let strings = frame.strings
    let rows: [(String, String)] = [
      ("record.when", act.recorded.plainText), ("log.time", act.about.plainText),
      ("record.who", "\(act.actor) · \(act.agency)"),
      ("record.purpose", RecordSentence.purpose(act, strings)), ("record.what", RecordSentence.text(act, strings)),
      ("record.kind", act.kind), ("record.subject", act.subjects.joined(separator: ", ")),
      ("entry.marking", act.marking),
    ]
    let details = rows.map { key, value -> HTML in "<dt>\(strings[key])</dt><dd>\(value)</dd>" }
    let hashes = proof.path.map { hash -> HTML in "<li>\(hash.base64)</li>" }
    return Layout.plain(
      frame, title: "record.title",
      main: """
        <h1>\(strings("entry.title", ["sequence": "\(act.sequence)"]))</h1>
        <section class="card"><h2>\(strings["entry.envelope"])</h2><dl class="details">\(details)</dl></section>
        <section class="card"><h2>\(strings["entry.proof"])</h2>
        <p class="code">\(strings("record.ledger", ["size": "\(head.size)", "root": head.rootHash.base64]))</p>
        <ol class="code">\(hashes)</ol></section>
        <p><a href="/record">\(strings["record.title"])</a></p>
        """)
  }
}

extension Collection<UInt8> {
  var base64: String { Data(self).base64EncodedString() }
}
