import Operations
import Outlook

/// The outlook of a series: the days ahead in three colours, the fan, how such outlooks fared, and cases of what if.
struct OutlookPageView {
  var frame: Frame
  var all: [StatisticSeries]
  var ground: ChartGround?
  var answer: OutlookAnswer?
  var charts: [Chart]
  var whatIf: WhatIf

  private static let daysInStrip = 14

  private var strings: Strings { frame.strings }

  var document: HTML {
    Layout.plain(
      frame, title: "outlook.title", head: Chart.head,
      main: """
        <div class="page-head"><h1>\(strings["outlook.title"])</h1>
        \(OutlookLinks.html(strings, current: "/outlook"))</div>
        \(KnownAt.banner(strings, ground?.moment, path: "/outlook"))
        <p class="lead">\(strings["outlook.intro"])</p>
        \(OutlookLinks.choice(strings, all, ground?.series.id, path: "/outlook"))
        \(strip)
        \(charts.map { $0.figure(strings) })
        \(noWeather)
        \(scenarios)
        """)
  }

  /// The coming days with the chance that anything comes at all, by the published thresholds.
  private var strip: HTML {
    guard let forecast = answer?.days else { return .empty }
    let items = forecast.days.prefix(Self.daysInStrip).enumerated().map { index, day -> HTML in
      let colour = CrossingOutlook(chance: day.chance).rawValue
      return """
        <li class="lamp lamp-\(colour)"><span>\(forecast.origin.advanced(byDays: index).description)</span>
        <strong>\(strings["outlook.\(colour)"])</strong> \(strings.figure(day.chance * 100))\u{A0}%</li>
        """
    }
    let thresholds = CrossingOutlook.Thresholds.published
    let words = [
      "red": strings.figure(thresholds.redOver * 100), "green": strings.figure(thresholds.greenUnder * 100),
    ]
    return """
      <section class="card"><h2>\(strings["outlook.strip"])</h2><ol class="lamps">\(items)</ol>
      <p class="muted">\(strings("outlook.strip.words", words))</p></section>
      """
  }

  /// What is missing for the weather-normalised index, when it stands on no chart.
  private var noWeather: HTML {
    guard answer != nil, !charts.contains(where: { $0.name == ChartName.weather.rawValue }) else { return .empty }
    return """
      <section class="card"><h2>\(strings["chart.weather.value"])</h2><p class="muted">\(strings["outlook.noWeather"])</p>
      <p><a href="/statistics/import">\(strings["statistics.import"])</a></p></section>
      """
  }

  private var scenarios: HTML {
    guard let forecast = answer?.days, let ground else { return .empty }
    let rows = whatIf.cases(forecast).map { one -> HTML in
      let numbers = [0.1, 0.5, 0.9].map { level -> HTML in
        "<td class=\"number\">\(strings.figure(one.quantile(level)))</td>"
      }
      return """
        <tr><th scope="row">\(strings("outlook.if.\(one.name)", whatIf.words))</th>\(numbers)
        <td>\(strings("outlook.assumes.\(one.name)", whatIf.words))</td></tr>
        """
    }
    let pieces = FormPieces(frame: frame, key: "")
    let asked = whatIf.words
    return """
      <section class="card" id="scenarios"><h2>\(strings["outlook.scenarios"])</h2>
      <p class="muted">\(strings["outlook.scenarios.words"])</p>
      <form class="filter" method="get" action="/outlook">\(pieces.value("series", ground.series.id))
      \(pieces.field("departures", "if", label: "outlook.ask.departures", value: asked["departures"] ?? "", size: 5))
      \(pieces.field("preventedNow", "if", label: "outlook.ask.preventedNow", value: asked["now"] ?? "", size: 5))
      \(pieces.field("prevented", "if", label: "outlook.ask.prevented", value: asked["prevented"] ?? "", size: 5))
      \(pieces.field("storm", "if", label: "outlook.ask.storm", value: asked["days"] ?? "", size: 5))
      <button type="submit">\(strings["outlook.ask"])</button></form>
      <div class="table-scroll" tabindex="0" role="region" aria-label="\(strings["outlook.scenarios"])">
      <table class="data">
      <thead><tr><th scope="col">\(strings["outlook.case"])</th><th scope="col" class="number">10\u{A0}%</th>
      <th scope="col" class="number">\(strings["chart.forecast.median"])</th><th scope="col" class="number">90\u{A0}%</th>
      <th scope="col">\(strings["outlook.assumes"])</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
      """
  }
}

/// The links between the pages of the outlook, and the choice of a series.
enum OutlookLinks {
  private static let pages = [
    ("/outlook", "outlook.title"), ("/outlook/warnings", "outlook.warnings"), ("/outlook/backlog", "outlook.backlog"),
    ("/outlook/map", "outlook.map"), ("/statistics", "statistics.title"),
  ]

  static func html(_ strings: Strings, current: String) -> HTML {
    let links = pages.map { path, key -> HTML in
      let here: HTML = path == current ? " aria-current=\"page\"" : .empty
      return "<a href=\"\(path)\"\(here)>\(strings[key])</a>\n"
    }
    return "<nav class=\"page-links\" aria-label=\"\(strings["outlook.pages"])\">\(links)</nav>"
  }

  static func choice(_ strings: Strings, _ all: [StatisticSeries], _ chosen: String?, path: String) -> HTML {
    guard !all.isEmpty else { return "<p class=\"muted\">\(strings["outlook.none"])</p>" }
    let options = all.map { series -> HTML in
      let mark: HTML = series.id == chosen ? " selected" : .empty
      return "<option value=\"\(series.id)\"\(mark)>\(series.title)</option>"
    }
    return """
      <form class="filter" method="get" action="\(path)"><div class="field">
      <label for="series">\(strings["statistics.series"])</label>
      <select id="series" name="series">\(options)</select></div>
      <button type="submit">\(strings["outlook.show"])</button></form>
      """
  }
}
