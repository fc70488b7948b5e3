import Geodesy
import Operations
import Rescue

/// A boat's drift hour by hour: the chart, the table, what it rests on, and what the boat may be.
struct DriftPageView {
  var pieces: FormPieces
  var boat: Boat
  var drift: Result<BoatDrift, NoDrift>
  var isBackward: Bool
  var now: Instant
  var moment: Instant?
  /// Why the newest weather files could not be read.
  var weatherFault: String?

  private var strings: Strings { pieces.frame.strings }
  private var text: DriftText { DriftText(strings: strings, now: now) }
  private var path: String { "/incidents/\(boat.id)/drift" }

  /// What the page and its downloads are asked with, beginning with a question mark.
  private func query(_ more: [String] = []) -> String {
    let parts = (isBackward ? ["back=1"] : []) + (moment.map { ["at=\($0.iso8601)"] } ?? []) + more
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  var document: HTML {
    Layout.plain(
      pieces.frame, title: isBackward ? "drift.back.title" : "drift.title", head: DriftChart.head,
      main: """
        <div class="page-head"><h1>\(strings(isBackward ? "drift.back.heading" : "drift.heading", ["boat": boat.id]))</h1>
        <span>\(otherWay) <a href="/incidents/\(boat.id)">\(boat.id)</a></span></div>
        \(KnownAt.banner(strings, moment, path: path))
        <p class="lead">\(strings[isBackward ? "drift.back.estimate" : "drift.estimate"])</p>
        \(fault)
        \(body)
        \(moment == nil && !isBackward ? assumption : HTML.empty)
        """)
  }

  private var otherWay: HTML {
    let target = isBackward ? path : "\(path)?back=1"
    return "<a href=\"\(target)\">\(strings[isBackward ? "drift.page" : "drift.back.title"])</a>"
  }

  private var fault: HTML {
    guard let weatherFault else { return .empty }
    return "<p class=\"notice notice-danger\">\(strings("drift.fault", ["reason": weatherFault]))</p>"
  }

  private var body: HTML {
    switch drift {
    case .failure(let reason): return "<p class=\"notice\">\(text.none(reason))</p>"
    case .success(let drift):
      let inputs = text.inputs(drift).map { "<li>\($0)</li>" as HTML }
      return """
        \(DriftChart.html(strings, source: "/api/incidents/\(boat.id)/drift\(query())", hours: drift.hours.count - 1))
        <section class="card"><h2>\(strings["drift.inputs"])</h2><ul id="drift-inputs">\(inputs)</ul></section>
        \(table(drift))
        \(downloads(drift))
        """
    }
  }

  private func table(_ drift: BoatDrift) -> HTML {
    let heads =
      ["hour", "time", "datum", "radius"].map { "<th scope=\"col\">\(strings["drift.column.\($0)"])</th>" as HTML }
      + DriftGeoJSON.usualShares.map {
        "<th scope=\"col\" class=\"number\">\(strings("drift.column.area", ["percent": DriftText.percent($0)]))</th>"
      }
      + ["aground", "outside"].map {
        "<th scope=\"col\" class=\"number\">\(strings["drift.column.\($0)"])</th>" as HTML
      }
    let rows = drift.hours.map { hour -> HTML in
      let areas = hour.areas.map { "<td class=\"number\">\(DriftText.area($0.areaSquareMetres))</td>" as HTML }
      let sign = isBackward ? "−" : "+"
      return """
        <tr><th scope="row" class="number">\(sign)\(hour.hour)</th><td class="time">\(hour.instant.plainText)</td>
        <td>\(hour.datum.position.text)</td><td class="number">\(DriftText.distance(hour.datum.radiusMetres))</td>\(areas)
        <td class="number">\(DriftText.percent(hour.shareAground))</td>
        <td class="number">\(DriftText.percent(hour.shareOutsideCover))</td></tr>

        """
    }
    return """
      <section class="card"><h2>\(strings["drift.table"])</h2><div class="table-scroll" tabindex="0" role="region" \
      aria-label="\(strings["drift.table"])"><table class="data" id="drift-table"><thead><tr>\(heads)</tr></thead>
      <tbody>\(rows)</tbody></table></div><p class="muted">\(strings["drift.table.note"])</p></section>
      """
  }

  private func downloads(_ drift: BoatDrift) -> HTML {
    let rasters = [0, 6, 12, 24].filter { hour in drift.hours.contains { $0.hour == hour } }.map { hour -> HTML in
      """
      <a href="/api/incidents/\(boat.id)/drift.tif\(query(["hour=\(hour)"]))" download="\(boat.id)-\(hour)h.tif">GeoTIFF \
      \(isBackward ? "−" : "+")\(hour) h</a>\u{20}
      """
    }
    return """
      <p><a href="/api/incidents/\(boat.id)/drift\(query())" download="\(boat.id)-drift.geojson">GeoJSON</a> \(rasters)</p>
      """
  }

  /// What the boat may be, by weight; the usual guess until somebody says otherwise.
  private var assumption: HTML {
    let said = boat.drifting?.value ?? DriftInputs.usual(boat)
    let keys = said.hypotheses.map(\.key) + Self.usualKeys.filter { key in !said.hypotheses.contains { $0.key == key } }
    let fields = keys.prefix(DriftAssumption.most).enumerated().map { index, key -> HTML in
      let weight = said.hypotheses.first { $0.key == key }.map { FormFault.plain($0.weight) } ?? ""
      return """
        <div class="field"><label for="drift-weight\(index)">\(text.className(key))</label>
        <input type="hidden" name="key\(index)" value="\(key)">
        <input id="drift-weight\(index)" name="weight\(index)" size="6" inputmode="decimal" value="\(weight)"></div>
        """
    }
    let known = LeewayClass.known.map { leeway -> HTML in
      "<option value=\"\(leeway.key)\">\(leeway.title)</option>"
    }
    return """
      <section class="card" id="assume"><h2>\(strings["drift.assume"])</h2><p class="muted">\(strings["drift.assume.help"])</p>
      <form class="form" method="post" action="/incidents/\(boat.id)/assume-drift">\(pieces.hidden("assume"))
      <div class="fields">\(fields)
      <div class="field"><label for="drift-other">\(strings["drift.assume.other"])</label>
      <input id="drift-other" name="key8" list="drift-classes" size="18" autocomplete="off">
      <datalist id="drift-classes">\(known)</datalist></div>
      \(pieces.field("weight8", "drift", label: "drift.assume.weight", size: 6, numeric: true))
      \(pieces.field("text", "drift", label: "rescue.reason", size: 30))</div>
      <div class="buttons"><button type="submit">\(strings["drift.assume.do"])</button></div></form></section>
      """
  }

  private static let usualKeys = ["INFLATABLE-LOADED", "SKIFF-3", "SKIFF-1", "LIFE-RAFT-NB-1", "PIW-1", "PIW-2"]
}

/// The chart on the pages of drift and of searches.
enum DriftChart {
  static let head: HTML = """
    <link rel="stylesheet" href="/static/vendor/maplibre/maplibre-gl.css">
    <link rel="stylesheet" href="/static/web/drift.css">
    <script src="/static/vendor/maplibre/maplibre-gl.js" defer></script>
    <script type="module" src="/static/web/drift-chart.js"></script>
    """

  /// - Parameters:
  ///   - source: where the drift is fetched from as GeoJSON; nil where there is none.
  ///   - search: where the plan of a search is fetched from.
  static func html(_ strings: Strings, source: String?, search: String? = nil, hours: Int = 0) -> HTML {
    let slider: HTML =
      hours > 0
      ? """
      <p class="drift-time"><label for="drift-hour">\(strings["drift.hour"])</label>
      <input id="drift-hour" type="range" min="0" max="\(hours)" step="1" value="0">
      <output id="drift-hour-text" for="drift-hour"></output></p>
      """ : .empty
    return """
      <section class="drift-chart" aria-label="\(strings["drift.chart"])">
      <div id="drift-map" class="drift-map" data-drift="\(source ?? "")" data-search="\(search ?? "")"></div>\(slider)
      <p class="muted">\(strings["drift.chart.legend"])</p></section>
      """
  }
}
