/// A link taken apart, with its percent signs decoded.
struct LinkParts {
  private(set) var scheme = ""
  private(set) var host = ""
  private(set) var path = ""
  private var parameters = [(name: String, value: String)]()
  private var fragment = ""
  /// The last piece of the path as it was written, since a plus sign in it may be no blank.
  private var lastSegment = ""

  /// The most parameters that are read of one link.
  private static let mostParameters = 64

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var text = String.UnicodeScalarView()
    // Contact cards put a backslash before commas.
    text.append(contentsOf: scalars.filter { $0 != "\\" })
    var rest = String(text)[...]
    if let colon = rest.firstIndex(of: ":"), rest[..<colon].allSatisfy(\.isLetter) {
      scheme = rest[..<colon].lowercased()
      rest = rest[rest.index(after: colon)...]
    }
    while rest.first == "/" { rest = rest.dropFirst() }
    if let hash = rest.firstIndex(of: "#") {
      fragment = Self.decoded(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: "?") {
      let query = rest[rest.index(after: mark)...]
      for part in query.split(separator: "&").prefix(Self.mostParameters) {
        let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let value = sides.count == 2 ? Self.decoded(Self.blanks(sides[1])) : ""
        parameters.append((Self.decoded(sides[0]).lowercased(), value))
      }
      rest = rest[..<mark]
    }
    if scheme == "geo" {
      path = Self.decoded(rest)
    } else {
      let slash = rest.firstIndex(of: "/") ?? rest.endIndex
      host = rest[..<slash].lowercased()
      path = Self.decoded(Self.blanks(rest[slash...]))
      lastSegment = Self.decoded(rest[slash...].split(separator: "/").last ?? "")
    }
  }

  /// Whether the host is one of these or lies below one.
  func hostEnds(with hosts: Set<String>) -> Bool {
    hosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  /// Whether the link carries a parameter of the name.
  func hasParameter(_ name: String) -> Bool { parameters.contains { $0.name == name } }

  /// A plus code as the last piece of the path or as what is asked for, or nil.
  var plusCode: String? {
    if lastSegment.contains("+"), hostEnds(with: ["plus.codes"]) || path.hasPrefix("/maps/") { return lastSegment }
    // A plus sign in a query means a blank unless it is written with a percent sign.
    return ["q", "query", "destination"].compactMap(parameter).first { $0.contains("+") }
  }

  /// The radius that a geo link states, in metres.
  ///
  /// Source: RFC 5870, section 3.4.3: `geo:51.0250,1.3867;u=35` is within 35 m.
  var uncertaintyMetres: Double? {
    guard scheme == "geo", let part = path.split(separator: ";").first(where: { $0.lowercased().hasPrefix("u=") }),
      let metres = Double(part.dropFirst(2)), (0...StatedAccuracy.largestMetres).contains(metres)
    else { return nil }
    return metres
  }

  /// Hosts that write the longitude first.
  private var writesLongitudeFirst: Bool {
    ["yandex.", "2gis.", "dgis."].contains { host.hasPrefix($0) || host.contains("." + $0) }
  }

  /// The text of the position that the link tells, and whether it is only the middle of the map that was shown.
  var position: (text: String, isCentre: Bool)? {
    guard writesLongitudeFirst, let (text, isCentre) = placeAsWritten else { return placeAsWritten }
    let numbers = text.split(separator: ", ")
    return numbers.count == 2 ? ("\(numbers[1]), \(numbers[0])", isCentre) : (text, isCentre)
  }

  /// The text of the position as it was written, and whether it is only the middle of the map that was shown.
  private var placeAsWritten: (text: String, isCentre: Bool)? {
    if scheme == "geo" { return geo }
    if let marker = both("mlat", "mlon") ?? placeInData ?? both("dlat", "dlon") ?? both("y", "x") {
      return (marker, false)
    }
    let names = [
      "q", "query", "ll", "coordinate", "destination", "daddr", "dest", "to", "point", "loc", "saddr", "sp", "pt",
      "marker", "markers", "place", "address",
    ]
    for name in names {
      if let value = parameter(name).flatMap(Self.pair) { return (value, false) }
    }
    for segment in path.split(separator: "/") where !segment.hasPrefix("@") {
      if let value = Self.pair(String(segment)) { return (value, false) }
    }
    if let at = path.split(separator: "/").first(where: { $0.hasPrefix("@") }),
      let value = Self.pair(String(at.dropFirst()))
    {
      return (value, true)
    }
    for name in ["sll", "center", "cp", "viewpoint", "c", "map"] {
      if let value = parameter(name).flatMap(Self.pair) { return (value, true) }
    }
    return (both("lat", "lon") ?? both("lat", "lng") ?? both("latitude", "longitude") ?? mapFragment)
      .map { ($0, true) }
  }

  /// `51.0250,1.3867;u=35?q=51.0250,1.3867(label)`, RFC 5870 and what phones make of it.
  private var geo: (text: String, isCentre: Bool)? {
    let place = path.split(separator: ";").first.map(String.init) ?? ""
    // Phones write 0,0 when only the query holds the place.
    if let value = Self.pair(place), !Self.isNull(value) { return (value, false) }
    if let value = parameter("q").flatMap(Self.pair) { return (value, false) }
    return Self.pair(place).map { ($0, false) }
  }

  private static func isNull(_ pair: String) -> Bool { pair.allSatisfy { "0., ".contains($0) } }

  private func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  private func both(_ first: String, _ second: String) -> String? {
    guard let first = parameter(first), let second = parameter(second) else { return nil }
    return Self.pair("\(first),\(second)")
  }

  /// `!3d51.0250!4d1.3867` in the data of a place.
  private var placeInData: String? {
    var latitude: Substring?
    for part in path.split(separator: "!") {
      if part.hasPrefix("3d") { latitude = part.dropFirst(2) }
      if part.hasPrefix("4d"), let latitude {
        return Self.pair("\(latitude),\(part.dropFirst(2).prefix { "-.0123456789".contains($0) })")
      }
    }
    return nil
  }

  /// `map=15/51.0250/1.3867`
  private var mapFragment: String? {
    guard let map = fragment.split(separator: "&").first(where: { $0.hasPrefix("map=") }) else { return nil }
    let parts = map.dropFirst(4).split(separator: "/")
    return parts.count >= 3 ? Self.pair("\(parts[1]),\(parts[2])") : nil
  }

  /// Two decimal numbers at the start of a value, as `a, b`; a value with hemispheres or degree signs as it is.
  private static func pair(_ value: String) -> String? {
    var text = value[...]
    for prefix in ["loc:", "ll.", "point.", "pin:", "coord:"] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.count)
    }
    if text.contains(where: { "°º'′\"″".contains($0) }) { return String(text) }
    let parts = text.split(maxSplits: 8, whereSeparator: { ",~;_ |(".contains($0) })
    guard parts.count >= 2, let first = Double(parts[0]), let second = Double(parts[1]), first.isFinite,
      second.isFinite, parts.prefix(2).allSatisfy({ $0.allSatisfy { "+-.0123456789".contains($0) } })
    else { return nil }
    return "\(parts[0]), \(parts[1])"
  }

  private static func blanks(_ text: Substring) -> Substring {
    Substring(String(text.map { $0 == "+" ? " " : $0 }))
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes = [UInt8]()
    var rest = text.utf8
    while let byte = rest.popFirst() {
      let digits = Substring(rest.prefix(2)).compactMap(\.hexDigitValue)
      if byte == 0x25, digits.count == 2 {
        bytes.append(UInt8(digits[0] * 16 + digits[1]))
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
