/// The measures in the text form that Prometheus reads (exposition format 0.0.4), and the table of them in Markdown.
package enum MeasureText {
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  static func exposition(_ ground: MeasureGround) -> String {
    MeasureTable.all.map { measure in
      let readings = measure.read(ground)
      guard !readings.isEmpty else { return "" }
      let name = "foreland_\(measure.name)"
      let lines = readings.map { "\(name)\(labels(measure.labels, $0.labels)) \(number($0.value))\n" }.joined()
      return "# HELP \(name) \(help(measure))\n# TYPE \(name) \(measure.kind.rawValue)\n\(lines)"
    }.joined()
  }

  /// The table of `docs/measures.md`.
  package static var markdown: String {
    let head = ["| measure | kind | unit | by | meaning |", "|---|---|---|---|---|"]
    let rows = MeasureTable.all.map { measure in
      let labels = measure.labels.map { "`\($0)`" }.joined(separator: ", ")
      return
        "| `foreland_\(measure.name)` | \(measure.kind.rawValue) | \(measure.unit) | \(labels) | \(measure.meaning) |"
    }
    return (head + rows).joined(separator: "\n") + "\n"
  }

  private static func help(_ measure: Measure) -> String {
    "\(measure.meaning) [\(measure.unit)]".replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  private static func labels(_ names: [String], _ values: [String]) -> String {
    guard !names.isEmpty else { return "" }
    let pairs = zip(names, values).map { name, value in
      let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      return "\(name)=\"\(escaped)\""
    }
    return "{\(pairs.joined(separator: ","))}"
  }

  private static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return Int64(exactly: value).map(String.init) ?? "\(value)"
  }
}
