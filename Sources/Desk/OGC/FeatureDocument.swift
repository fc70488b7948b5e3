import Hummingbird

/// A resource that leads to others: a title, words, links, and in JSON what the standard asks of it beside them.
struct FeatureDocument: Sendable {
  var title: String
  var description: String
  var links: [FeatureLink]
  var member: @Sendable (inout JSONText) -> Void = { _ in }

  func response(_ format: FeatureFormat, _ frame: Frame) -> Response {
    guard format == .json else { return html(frame).response() }
    var json = JSONText(reserving: 2_000)
    json.object { json in
      json.key("title")
      json.string(title)
      json.key("description")
      json.string(description)
      FeatureLink.write(links, to: &json)
      member(&json)
    }
    return .json(json)
  }

  private func html(_ frame: Frame) -> HTML {
    Layout.plain(
      frame, title: "ogc.title",
      main: """
        <div class="page-head"><h1>\(title)</h1></div>
        <p>\(description)</p>
        <ul>\(links.map { "<li><a href=\"\($0.href)\">\($0.title)</a> (\($0.relation), \($0.type))</li>\n" as HTML })</ul>
        """)
  }
}

/// Features as a table for people.
struct FeatureTable: Sendable {
  var collection: FeatureCollection
  var page: FeaturePage
  var links: [FeatureLink]
  var base: String

  func document(_ frame: Frame) -> HTML {
    let strings = frame.strings
    let heads = collection.properties.map { "<th scope=\"col\">\($0.name.description)</th>" as HTML }
    let count = strings("ogc.count", ["shown": "\(page.features.count)", "found": page.matched.map { "\($0)" } ?? "…"])
    return Layout.plain(
      frame, title: "ogc.title",
      main: """
        <div class="page-head"><h1>\(collection.title)</h1></div>
        <p>\(collection.summary)</p>
        <p>\(count)</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label="\(collection.title)">
        <table><thead><tr><th scope="col">id</th>\(heads)</tr></thead>
        <tbody>\(page.features.map(row))</tbody></table>
        </div>
        <ul>\(links.map { "<li><a href=\"\($0.href)\">\($0.title)</a></li>\n" as HTML })</ul>
        """)
  }

  private func row(_ feature: Feature) -> HTML {
    let href = "\(base)/collections/\(collection.rawValue)/items/\(FeatureQuery.encode(feature.id))?f=html"
    let cells = feature.properties.map { "<td>\($0.value.words ?? "")</td>" as HTML }
    return "<tr><th scope=\"row\"><a href=\"\(href)\">\(feature.id)</a></th>\(cells)</tr>\n"
  }
}
