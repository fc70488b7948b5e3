import Geodesy
import Hummingbird
import Marking
import Operations

/// Reports out of other messages: a table or JSON Lines, pasted or chosen as a file.
extension Desk {
  func addContactImportPages(to router: Router<DeskContext>) {
    router.get("contact-import") { _, context in
      try await centre.permit(.see, .incident, as: try context.signedIn().acting)
      return ContactImportPageView(pieces: pieces(context)).document.response()
    }
    router.post("contact-import", use: importReports)
  }

  @Sendable func importReports(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let form = try await self.form(request, context)
    guard let rows = form["rows"] else { throw DeskError(.invalid, "rows") }
    do {
      let file = try ContactImport(Array(rows.utf8), now: now(), context: positionContext)
      let outcome = try await centre.importContacts(file, as: acting)
      try await refreshRescue()
      return ContactImportPageView(pieces: pieces(context), outcome: outcome).document.response()
    } catch let fault as ContactImport.Fault {
      throw DeskError(.invalid, fault.message)
    }
  }
}

struct ContactImportPageView {
  var pieces: FormPieces
  var outcome: Centre.Imported?

  /// Rows that are named on the page; the others are told by their number.
  static let mostNamed = 50

  private var strings: Strings { pieces.frame.strings }

  var document: HTML {
    Layout.plain(
      pieces.frame, title: "rescue.import.title",
      head: "<script type=\"module\" src=\"/static/web/contact-import.js\"></script>",
      main: """
        <div class="page-head"><h1>\(strings["rescue.import.title"])</h1><a href="/incidents">\(strings["rescue.title"])</a></div>
        <p class="lead">\(strings["rescue.import.intro"])</p>
        \(result)
        <form id="contact-import" class="form card" method="post" action="/contact-import">
        \(pieces.hidden("import"))
        <div class="field"><label for="import-file">\(strings["rescue.import.file"])</label>
        <input id="import-file" type="file" accept=".csv,.tsv,.txt,.jsonl,.ndjson,.json" aria-describedby="import-note">
        <p id="import-note" class="field-help" role="status">\(strings["rescue.import.limit"])</p></div>
        <div class="field field-wide"><label for="import-rows">\(strings["rescue.import.rows"])</label>
        <textarea id="import-rows" name="rows" rows="14" required spellcheck="false" class="code"></textarea></div>
        <div class="buttons"><button class="primary" type="submit">\(strings["rescue.import.do"])</button></div>
        </form>
        """)
  }

  private var result: HTML {
    guard let outcome else { return .empty }
    let counts = ["taken": "\(outcome.taken)", "kept": "\(outcome.kept)", "known": "\(outcome.known)"]
    let rows = outcome.reasons.prefix(Self.mostNamed).map { row -> HTML in
      "<li>\(strings("rescue.import.line", ["line": "\(row.line)", "reason": row.reason]))</li>"
    }
    let list: HTML = rows.isEmpty ? .empty : "<ul>\(rows)</ul>"
    return """
      <div class="notice" role="status"><p>\(strings("rescue.import.done", counts))</p>\(list)</div>
      """
  }
}
