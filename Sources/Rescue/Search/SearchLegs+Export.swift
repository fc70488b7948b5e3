import Geodesy

/// Writes the legs of a search for chart plotters and maps.
///
/// For handhelds the legs go out as Cursor on Target by whoever holds that standard.
public enum SearchLegsFile {
  /// A route with its waypoints by GPX 1.1, each with the time at which it is to be reached.
  ///
  /// Source: GPX 1.1 schema, topografix.com/GPX/1/1. The name is escaped, and what no XML can hold is left out.
  public static func gpx(_ legs: [SearchLeg], name: String) -> String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<gpx version="1.1" creator="Foreland" xmlns="http://www.topografix.com/GPX/1/1">"#,
      "  <rte>", "    <name>\(xml(name))</name>",
    ]
    func point(_ position: Position, _ time: Instant, _ number: Int) {
      let latitude = decimal(position.latitudeDegrees)
      let longitude = decimal(position.longitudeDegrees)
      lines.append(#"    <rtept lat="\#(latitude)" lon="\#(longitude)">"#)
      lines.append("      <time>\(time.iso8601)</time>")
      lines.append("      <name>\(number)</name>")
      lines.append("    </rtept>")
    }
    if let first = legs.first { point(first.start, first.startTime, 1) }
    for (index, leg) in legs.enumerated() { point(leg.end, leg.endTime, index + 2) }
    lines += ["  </rte>", "</gpx>", ""]
    return lines.joined(separator: "\n")
  }

  /// The legs as a GeoJSON feature collection of lines, with number, times, course, length and whether they are
  /// searched.
  ///
  /// Source: RFC 7946; longitude first.
  public static func geoJSON(_ legs: [SearchLeg], name: String) -> String {
    let features = legs.enumerated().map { index, leg in
      let properties = [
        #""name":\#(json(name))"#, #""leg":\#(index + 1)"#, #""start":"\#(leg.startTime.iso8601)""#,
        #""end":"\#(leg.endTime.iso8601)""#, #""courseDegrees":\#(rounded(leg.courseDegrees))"#,
        #""distanceMetres":\#(rounded(leg.distanceMetres))"#, #""searched":\#(leg.isSearched)"#,
      ].joined(separator: ",")
      let line = [leg.start, leg.end].map {
        "[\(decimal($0.longitudeDegrees)),\(decimal($0.latitudeDegrees))]"
      }.joined(separator: ",")
      return
        #"{"type":"Feature","geometry":{"type":"LineString","coordinates":[\#(line)]},"properties":{\#(properties)}}"#
    }
    return #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}\n"
  }

  /// Degrees with six decimals, a tenth of a metre.
  private static func decimal(_ degrees: Double) -> String {
    let count = Int64((degrees.magnitude * 1_000_000).rounded())
    let fraction = String(String(count % 1_000_000 + 1_000_000).dropFirst())
    return (degrees < 0 && count > 0 ? "-" : "") + "\(count / 1_000_000)." + fraction
  }

  private static func rounded(_ value: Double) -> String {
    let count = Int64((min(max(value, 0), 1e12) * 10).rounded())
    return "\(count / 10).\(count % 10)"
  }

  private static func xml(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\t", "\n", "\r": escaped += " "
      default:
        let value = scalar.value
        if value >= 0x20, value != 0xFFFE, value != 0xFFFF { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }

  private static func json(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped + "\""
  }
}
