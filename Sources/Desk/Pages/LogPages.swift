import Foundation
import Geodesy
import Hummingbird
import Marking
import Operations

/// The watch log as a page: to read, to search, to write, to correct, now or as known at a moment.
extension Desk {
  func addLogPages(to router: Router<DeskContext>) {
    router.get("log") { request, context in try await showLog(request, context, problem: nil) }
    router.post("log", use: writeLog)
  }

  @Sendable func showLog(_ request: Request, _ context: DeskContext, problem: String?) async throws -> Response {
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    try await centre.consult(Consultation(.log, question: request.query("q"), asOf: moment), as: acting)
    let page = try await centre.log(
      LogQuery(before: request.query("before").flatMap { Int64($0) }, asKnown: asKnown, words: request.query("q")),
      as: acting)
    let correcting = request.query("correct").flatMap { Int64($0) }
    return LogPageView(
      frame: frame(context), page: page, moment: moment, words: request.query("q"), correcting: correcting,
      problem: problem, key: centre.surroundings.identifier()
    ).document.response(problem == nil ? .ok : .badRequest)
  }

  @Sendable func writeLog(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let about = try form["about"].map { text in
      guard let moment = Instant.parse(text, assumingUTC: true) else {
        throw DeskError(.invalid, "the time is not like 2026-11-21 02:31")
      }
      return moment
    }
    let new = NewLogEntry(
      text: form["text"] ?? "", about: about, subject: form["subject"],
      correctionOf: form["correct"].flatMap { Int64($0) },
      marking: form["marking"], distress: form["distress"] != nil, key: form["key"])
    _ = try await write(new, as: try context.signedIn().acting)
    return .see("/log")
  }
}

struct LogPageView {
  var frame: Frame
  var page: LogPage
  var moment: Instant?
  var words: String?
  var correcting: Int64?
  var problem: String?
  /// Makes the form, sent twice, one entry.
  var key: String

  var document: HTML {
    let strings = frame.strings
    return Layout.plain(
      frame, title: "log.title", head: Layout.partialLoading,
      main: """
        <div class="page-head"><h1>\(strings["log.title"])</h1></div>
        \(KnownAt.banner(strings, moment, path: "/log"))
        \(moment == nil ? form : HTML.empty)
        <form class="filter" method="get" action="/log" role="search" hx-trigger="submit, input from:#q delay:400ms"\
        \(Layout.partialAttributes(of: "/log"))>
        <div class="field"><label for="q">\(strings["log.search"])</label>
        <input id="q" name="q" type="search" maxlength="100" value="\(words ?? "")"></div>
        <div class="field"><label for="at">\(strings["knownAt.label"])</label>
        <input id="at" name="at" placeholder="2026-11-21 02:31" value="\(moment?.iso8601 ?? "")"></div>
        <button type="submit">\(strings["record.filter"])</button>
        </form>
        <div id="found">\(list)</div>
        """)
  }

  private var form: HTML {
    let strings = frame.strings
    let correction: HTML =
      correcting.map { sequence in
        """
        <p class="notice">\(strings("log.correcting", ["sequence": "\(sequence)"]))</p>
        <input type="hidden" name="correct" value="\(sequence)">
        """
      } ?? .empty
    return """
      <form class="form card" method="post" action="/log">
      <h2>\(strings[correcting == nil ? "log.new" : "log.correct"])</h2>
      \(Layout.crossSiteField(frame.person?.crossSiteToken ?? ""))
      <input type="hidden" name="key" value="\(key)">
      \(correction)
      <div class="field"><label for="text">\(strings["log.text"])</label>
      <textarea id="text" name="text" rows="3" maxlength="4000" required></textarea></div>
      <div class="filter">
      <div class="field"><label for="about">\(strings["log.about"])</label>
      <input id="about" name="about" placeholder="2026-11-21 02:31"></div>
      <div class="field"><label for="subject">\(strings["log.subject"])</label>
      <input id="subject" name="subject" inputmode="numeric" maxlength="40"></div>
      \(correcting == nil ? markings : HTML.empty)
      <label><input type="checkbox" name="distress" value="yes"> \(strings["picture.log.distress"])</label>
      <button class="primary" type="submit">\(strings["log.write"])</button>
      </div>
      </form>
      """
  }

  /// Who may read a new entry. A correction is for those who may read what it corrects.
  private var markings: HTML {
    let strings = frame.strings
    let agency = frame.person?.agency ?? ""
    let choices = [
      (Marking.official, strings["log.forEveryone"]), (.officialSensitive, strings["log.forSensitive"]),
      (
        Marking(classification: .official, sensitive: true, agencies: .only([agency])),
        strings("log.forAgency", ["agency": agency])
      ),
    ]
    let options = choices.map { marking, text -> HTML in "<option value=\"\(marking.text)\">\(text)</option>" }
    return """
      <div class="field"><label for="marking">\(strings["log.marking"])</label>
      <select id="marking" name="marking">\(options)</select></div>
      """
  }

  private var list: HTML {
    let strings = frame.strings
    guard !page.entries.isEmpty else {
      return "<p class=\"muted\">\(strings[words == nil ? "log.none" : "record.none"])</p>"
    }
    let items = page.entries.map { item($0) }
    let older: HTML =
      page.next.map { before in
        "<p class=\"pager\"><a href=\"/log?before=\(before)\(suffix)\">\(strings["log.older"])</a></p>"
      } ?? .empty
    return "<ol class=\"log-list\">\n\(items)</ol>\(older)"
  }

  private var suffix: String {
    let at = moment.map { "&at=\($0.iso8601)" } ?? ""
    let q = words.flatMap { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) }.map { "&q=\($0)" } ?? ""
    return at + q
  }

  private func item(_ entry: LogEntry) -> HTML {
    let strings = frame.strings
    let exercise: HTML = entry.exercise ? "<span class=\"mark\">EXERCISE</span>" : .empty
    let limits = entry.marking.marked(exercise: false)
    let marking: HTML = limits == .official ? .empty : "<span class=\"mark\">\(limits.text)</span>"
    let corrects: HTML =
      entry.correctionOf.map {
        "<a href=\"#entry-\($0)\">\(strings("log.correctionOf", ["sequence": "\($0)"]))</a>"
      } ?? .empty
    let corrected: HTML =
      entry.correctedBy.map {
        "<a href=\"#entry-\($0)\">\(strings("log.correctedBy", ["sequence": "\($0)"]))</a>"
      } ?? .empty
    let subject: HTML =
      entry.subject.map { "<a href=\"/picture?vessel=\($0)\">\($0)</a>" } ?? .empty
    let correct: HTML =
      moment == nil ? "<a href=\"/log?correct=\(entry.sequence)\">\(strings["log.correct"])</a>" : .empty
    return """
      <li id="entry-\(entry.sequence)">
      <div class="log-head">\(entry.about.timeElement) <span>\(entry.author) · \(entry.agency)</span> \(subject) \(exercise) \
      \(marking) \(corrects) \(corrected) <a href="/record/\(entry.sequence)">\(entry.sequence)</a> \(correct)</div>
      <div class="log-text">\(entry.text ?? strings["entry.erased"])</div>
      </li>

      """
  }
}

/// The line that says that a page shows what was known at a past moment, and leads back to now.
enum KnownAt {
  static func banner(_ strings: Strings, _ moment: Instant?, path: String) -> HTML {
    guard let moment else { return .empty }
    return """
      <p class="banner banner-known" role="status">\(strings("knownAt.banner", ["time": moment.plainText]))
      <a class="button" href="\(path)">\(strings["knownAt.live"])</a></p>
      """
  }
}
