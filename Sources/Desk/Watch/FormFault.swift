import HTTPTypes
import Hummingbird

/// What is wrong with a form, as a text that the strings know; the page is shown again with what was typed.
struct FormFault: Error, Sendable {
  var key: String
  var arguments: [String: String]

  init(_ key: String, _ arguments: [String: String] = [:]) {
    self.key = key
    self.arguments = arguments
  }

  /// The sentence at the top of the page, or nothing.
  static func notice(_ fault: FormFault?, _ strings: Strings) -> HTML {
    guard let fault else { return .empty }
    return "<p class=\"notice notice-danger\" role=\"alert\">\(strings(fault.key, fault.arguments))</p>"
  }

  /// A number as it is typed, with a point or a comma; nil for a blank field.
  static func number(_ text: String?, _ range: ClosedRange<Double>, label: String) throws -> Double? {
    guard let text else { return nil }
    guard let value = Double(text.replacing(",", with: ".")), range.contains(value) else {
      throw FormFault(
        "watch.fault.number", ["name": label, "least": plain(range.lowerBound), "most": plain(range.upperBound)])
    }
    return value
  }

  /// A number without needless decimals.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e9 ? "\(Int(value))" : "\(value)"
  }
}

/// The links between the pages of a watch: alerts, rules, places, and what sees.
enum WatchLinks {
  private static let pages = [
    ("/alerts", "alerts.title"), ("/rules", "rules.title"), ("/places", "places.title"), ("/sensors", "sensors.title"),
  ]

  static func html(_ strings: Strings, current: String) -> HTML {
    let links = pages.map { path, key -> HTML in
      let here: HTML = path == current ? " aria-current=\"page\"" : ""
      return "<a href=\"\(path)\"\(here)>\(strings[key])</a>\n"
    }
    return "<nav class=\"page-links\" aria-label=\"\(strings["watch.pages"])\">\(links)</nav>"
  }
}
