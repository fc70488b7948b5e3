import Foundation

/// What the frame around every page needs to know.
struct Frame: Sendable {
  var strings: Strings
  var theme: Theme
  /// The path and query of the page itself, to come back to after a change of language.
  var path: String
  /// Who is signed in, nil on the way in.
  var person: Person?
  /// Whether an exercise runs in this centre.
  var exercise: Bool

  struct Person: Sendable {
    var name: String
    var agency: String
    var purpose: String
    var crossSiteToken: String
    var mayInspect: Bool
    var mayAdminister: Bool
  }

  /// Colours by the light in the room.
  enum Theme: String, CaseIterable, Sendable {
    case day, dusk, night
  }
}

/// The frame that every page of the desk stands in.
enum Layout {
  /// A whole document.
  /// - Parameters:
  ///   - title: the key of the page's title.
  ///   - scripts: module files below `/static/web/`.
  ///   - head: further elements of the head.
  ///   - bodyClass: the class of the body, by which the style sheet tells pages apart.
  static func document(
    _ frame: Frame, title: String, scripts: [String] = ["page.js"], head: HTML = .empty, bodyClass: String = "page",
    main: HTML
  ) -> HTML {
    let modules = scripts.map { "<script type=\"module\" src=\"/static/web/\($0)\"></script>" as HTML }
    return """
      <!DOCTYPE html>
      <html lang="\(frame.strings.language.rawValue)" data-theme="\(frame.theme.rawValue)" data-exercise="\(
        frame.exercise ? "true" : "false")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(frame.exercise ? "EXERCISE · " : "")\(frame.strings[title]) · Foreland</title>
      <meta name="foreland-token" content="\(frame.person?.crossSiteToken ?? "")">
      <link rel="icon" href="/static/web/icon.svg" type="image/svg+xml">
      <link rel="stylesheet" href="/static/web/desk.css">
      \(head)\(modules)
      </head>
      <body class="\(bodyClass)">
      <a class="skip-link" href="#main">\(frame.strings["layout.skip"])</a>
      \(frame.exercise ? exerciseBanner(frame.strings) : .empty)
      \(header(frame))
      <main id="main" tabindex="-1">
      \(main)
      </main>
      </body>
      </html>
      """
  }

  private static func exerciseBanner(_ strings: Strings) -> HTML {
    "<div class=\"exercise-banner\" role=\"note\">\(strings["layout.exercise"])</div>"
  }

  private static func header(_ frame: Frame) -> HTML {
    """
    <header class="site-header">
    <a class="brand" href="/">Foreland</a>
    \(frame.person.map { navigation(frame, $0) } ?? .empty)
    <div class="site-tools">
    \(languageSwitch(frame))
    \(frame.person.map { personMenu(frame, $0) } ?? .empty)
    </div>
    </header>
    """
  }

  private static func navigation(_ frame: Frame, _ person: Frame.Person) -> HTML {
    var pages = [("/picture", "nav.picture"), ("/log", "nav.log")]
    if person.mayInspect { pages.append(("/record", "nav.record")) }
    if person.mayAdminister { pages.append(("/people", "nav.people")) }
    pages.append(("/account", "nav.account"))
    let links = pages.map { path, key -> HTML in
      let current: HTML = frame.path.hasPrefix(path) ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(path)\"\(current)>\(frame.strings[key])</a></li>"
    }
    return "<nav class=\"site-nav\" aria-label=\"\(frame.strings["nav.label"])\"><ul>\(links)</ul></nav>"
  }

  private static func languageSwitch(_ frame: Frame) -> HTML {
    let links = Language.allCases.filter { $0 != frame.strings.language }.map { language -> HTML in
      """
      <a class="language" lang="\(language.rawValue)" hreflang="\(language.rawValue)" href="/language/\(
        language.rawValue)?from=\(percentEncoded(frame.path))">\(language.endonym)</a>
      """
    }
    return "\(links)"
  }

  private static func personMenu(_ frame: Frame, _ person: Frame.Person) -> HTML {
    """
    <span class="person" title="\(frame.strings["purpose.\(person.purpose)"])">\(person.name) · \(person.agency)</span>
    <form class="sign-out" method="post" action="/sign-out">\(crossSiteField(person.crossSiteToken))<button type="submit">\(
      frame.strings["nav.signOut"])</button></form>
    """
  }

  /// The hidden field that every form of a signed-in person carries.
  static func crossSiteField(_ token: String) -> HTML {
    "<input type=\"hidden\" name=\"token\" value=\"\(token)\">"
  }

  private static func percentEncoded(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "%2F"
  }
}
