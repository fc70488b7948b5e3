import Foundation
import Operations

/// What the frame around every page needs to know.
struct Frame: Sendable {
  var strings: Strings
  var theme: Theme
  /// The path and query of the page itself.
  var path: String
  /// Who is signed in, nil on the way in.
  var person: Person?
  /// Whether an exercise runs in this centre.
  var exercise: Bool
  /// What everyone must know at once, whatever page they are on.
  var warnings = Warnings()
  /// How many people are not accounted for, on every page.
  var unaccounted = RescueSummary()

  struct Person: Sendable {
    var name: String
    /// The name under which the person signs in and is written in the record.
    var signInName: String
    var agency: String
    var purpose: String
    var crossSiteToken: String
    var mayInspect: Bool
    /// Whether they may see statistics.
    var mayCount = false
    var mayAdminister: Bool
  }

  /// Colours by the light in the room.
  enum Theme: String, CaseIterable, Sendable {
    case day, dusk, night
  }
}

/// The frame that every page of the desk stands in.
enum Layout {
  /// What a page adds to the frame.
  struct Page {
    /// The key of the title.
    var title: String
    /// Elements of the head beyond those of every page.
    var head: HTML = .empty
    var bodyClass = "plain"
    /// Tools in the header, such as the search of the picture.
    var tools: HTML = .empty
    /// The clock and the switches that only a page with scripts can serve.
    var clock: HTML = .empty
    var buttons: HTML = .empty
    /// Where "skip to content" leads.
    var skipTo = "main"
    /// Everything below the header.
    var body: HTML
  }

  /// A plain page: a heading and what is below it.
  static func plain(_ frame: Frame, title: String, narrow: Bool = false, head: HTML = .empty, main: HTML) -> HTML {
    let width: HTML = narrow ? " page-narrow" : ""
    return document(
      frame,
      Page(
        title: title, head: head,
        body: """
          \(banners(frame))
          <main id="main" class="page\(width)" tabindex="-1">
          \(main)
          </main>
          """))
  }

  /// What a page's head needs so that a filter shows its answer as one types: htmx, without its evaluation of text, its own
  /// styles, its requests to elsewhere, and without its copies of pages in the browser's storage.
  ///
  /// Every answer is shown, a refusal too. Without htmx the same forms load the whole page.
  static let partialLoading: HTML = """
    <meta name="htmx-config" content='{"allowEval":false,"includeIndicatorStyles":false,"selfRequestsOnly":true,\
    "allowScriptTags":false,"historyCacheSize":0,"refreshOnHistoryMiss":true,\
    "responseHandling":[{"code":"204","swap":false},{"code":"...","swap":true}]}'>
    <script src="/static/vendor/htmx/htmx.min.js" defer></script>
    """

  /// Lets a form put only what was found at `path` below itself. The page then has an element with the identifier `found`.
  ///
  /// A narrow page in the answer is a refusal or the way in, and is shown whole.
  static func partialAttributes(of path: String) -> HTML {
    """
     hx-get="\(path)" hx-target="#found" hx-select="#found > *, .page-narrow > *" hx-push-url="true" hx-sync="this:replace"
    """
  }

  /// A whole document.
  static func document(_ frame: Frame, _ page: Page) -> HTML {
    let exercise = frame.exercise ? "EXERCISE · " : ""
    return """
      <!DOCTYPE html>
      <html lang="\(frame.strings.language.rawValue)" data-theme="\(frame.theme.rawValue)" data-exercise="\(
        frame.exercise ? "true" : "false")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="dark light">
      <meta name="foreland-token" content="\(frame.person?.crossSiteToken ?? "")">
      <title>\(exercise)\(frame.strings[page.title]) · Foreland</title>
      <link rel="icon" href="/static/web/icon.svg" type="image/svg+xml">
      <link rel="stylesheet" href="/static/web/desk.css">
      <script src="/static/web/theme-first.js"></script>
      \(page.head)
      </head>
      <body class="\(page.bodyClass)">
      <a class="skip" href="#\(page.skipTo)">\(frame.strings["layout.skip"])</a>
      \(header(frame, page))
      \(unaccounted(frame))
      \(page.body)
      </body>
      </html>
      """
  }

  private static func banners(_ frame: Frame) -> HTML {
    let warnings = frame.warnings.sentences(frame.strings).map { sentence -> HTML in
      "<p class=\"banner banner-danger\" role=\"alert\">\(sentence)</p>"
    }
    guard frame.exercise || !warnings.isEmpty else { return .empty }
    let exercise: HTML =
      frame.exercise
      ? "<p class=\"banner banner-exercise\" role=\"note\"><strong>\(frame.strings["layout.exercise"])</strong></p>"
      : .empty
    return """
      <section class="banners" aria-label="\(frame.strings["picture.banner.label"])">
      \(exercise)\(warnings)</section>
      """
  }

  private static func header(_ frame: Frame, _ page: Page) -> HTML {
    """
    <header class="bar">
    <a class="bar-brand" href="/picture">Foreland</a>
    \(frame.person.map { navigation(frame, $0) } ?? .empty)
    \(page.tools)
    \(page.clock)
    <div class="bar-end">
    \(page.buttons)
    \(languageLink(frame))
    \(frame.person.map { personMenu(frame, $0) } ?? .empty)
    </div>
    </header>
    """
  }

  /// The number of people who are not accounted for, to everyone who is signed in, while it is not zero.
  private static func unaccounted(_ frame: Frame) -> HTML {
    guard frame.person != nil else { return .empty }
    let sentence = frame.unaccounted.sentence(frame.strings)
    let hidden: HTML = sentence == nil ? " hidden" : .empty
    let exercise: HTML = frame.unaccounted.exercise ? "EXERCISE · " : .empty
    return """
      <p id="unaccounted" class="banner banner-unaccounted" role="status"\(hidden)><a href="/incidents">\(exercise)\(sentence ?? "")</a></p>
      <script type="module" src="/static/web/unaccounted.js"></script>
      """
  }

  /// Pages to which the one of the alerts leads.
  private static let watchPages = ["/rules", "/places", "/sensors"]

  private static func navigation(_ frame: Frame, _ person: Frame.Person) -> HTML {
    var pages = [
      ("/picture", "nav.picture"), ("/incidents", "nav.incidents"), ("/alerts", "nav.alerts"), ("/log", "nav.log"),
    ]
    if person.mayCount { pages += [("/outlook", "nav.outlook"), ("/statistics", "nav.statistics")] }
    if person.mayInspect { pages.append(("/record", "nav.record")) }
    if person.mayAdminister { pages.append(("/people", "nav.people")) }
    let links = pages.map { path, key -> HTML in
      let isHere = frame.path.hasPrefix(path) || (path == "/alerts" && watchPages.contains { frame.path.hasPrefix($0) })
      let current: HTML = isHere ? " aria-current=\"page\"" : ""
      return "<a href=\"\(path)\"\(current)>\(frame.strings[key])</a>\n"
    }
    return "<nav class=\"bar-nav\" aria-label=\"\(frame.strings["nav.label"])\">\n\(links)</nav>"
  }

  /// The link that shows the same page, with what it was asked, in the other language.
  private static func languageLink(_ frame: Frame) -> HTML {
    let query = frame.path.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    let kept = query.split(separator: "&").filter { !$0.hasPrefix("lang=") }.map { $0 + "&" }.joined()
    let links = Language.allCases.filter { $0 != frame.strings.language }.map { language -> HTML in
      """
      <a id="language-link" class="quiet" href="?\(kept)lang=\(language.rawValue)" hreflang="\(language.rawValue)" lang="\(
        language.rawValue)">\(language.endonym)</a>
      """
    }
    return "\(links)"
  }

  private static func personMenu(_ frame: Frame, _ person: Frame.Person) -> HTML {
    """
    <a class="quiet" href="/account" title="\(frame.strings["purpose.\(person.purpose)"])">\(person.name)</a>
    <form class="inline" method="post" action="/sign-out">\(crossSiteField(person.crossSiteToken))<button class="quiet" \
    type="submit">\(frame.strings["nav.signOut"])</button></form>
    """
  }

  /// The hidden field that every form of a signed-in person carries.
  static func crossSiteField(_ token: String) -> HTML {
    "<input type=\"hidden\" name=\"token\" value=\"\(token)\">"
  }
}
