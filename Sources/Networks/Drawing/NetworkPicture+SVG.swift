extension NetworkPicture {
  /// The picture as SVG 1.1, for browsers and documents.
  public var svg: String {
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)">
      <rect width="100%" height="100%" fill="#fff"/><path stroke="#888" stroke-opacity="\(lineOpacity)" stroke-width="0.7" d="
      """
    for line in lines {
      text += "M\(short(marks[line.source].place)) L\(short(marks[line.target].place))"
    }
    text += "\"/>\n"
    for colour in Self.colours.indices {
      let own = marks.filter { $0.colour == colour }
      guard !own.isEmpty else { continue }
      let tone = Self.colours[colour].map(String.init).joined(separator: ",")
      text += "<g fill=\"rgb(\(tone))\" stroke=\"#fff\" stroke-width=\"0.4\">\n"
      for mark in own {
        text += "<circle cx=\"\(tenths(mark.place.x))\" cy=\"\(tenths(mark.place.y))\" r=\"\(tenths(mark.radius))\"/>\n"
      }
      text += "</g>\n"
    }
    text += "<g font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">\n"
    for mark in marks where !mark.label.isEmpty {
      let x = tenths(mark.place.x + mark.radius + 2)
      text += "<text x=\"\(x)\" y=\"\(tenths(mark.place.y + 4))\">\(Self.escaped(mark.label))</text>\n"
    }
    return text + "</g></svg>\n"
  }

  private func short(_ place: LayoutPoint) -> String { "\(tenths(place.x)) \(tenths(place.y))" }

  private func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  /// Text that is safe between tags; what XML cannot hold is left out.
  private static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      default: if scalar.value >= 32, scalar.value < 0xFFFE { safe.unicodeScalars.append(scalar) }
      }
    }
    return safe
  }
}
