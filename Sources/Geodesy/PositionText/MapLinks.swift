/// Reads positions out of links to maps, as phones and messengers send them.
enum MapLinks {
  /// Hosts, as they end, whose links tell their target only online.
  private static let shorteners: Set<String> = [
    "goo.gl", "g.co", "bit.ly", "t.co", "tinyurl.com", "apple.co", "is.gd", "ow.ly", "share.here.com", "her.is",
    "share.garmin.com", "inreachlink.com",
  ]
  private static let threeWordHosts: Set<String> = ["what3words.com", "w3w.co"]
  private static let hostsWithoutScheme = [
    "www.", "maps.", "google.", "goo.gl/", "openstreetmap.", "osm.org/", "waze.com/", "what3words.com/", "w3w.co/",
  ]

  static func read(_ scan: inout TextScan, _ context: PositionContext, into found: inout Findings) {
    var index = 0
    while index < scan.scalars.count {
      guard startsLink(scan, at: index) else {
        index += 1
        continue
      }
      var end = index
      while let scalar = scan[end], !endsLink(scalar) { end += 1 }
      while end > index, let last = scan[end - 1], [".", ",", ";", ")", "!", "?", "]", "*"].contains(last) { end -= 1 }
      if end > index {
        read(link: scan.scalars[index..<end], source: scan.piece(index..<end), context, into: &found)
        scan.take(index..<end)
      }
      index = max(end, index + 1)
    }
  }

  private static func startsLink(_ scan: TextScan, at index: Int) -> Bool {
    if scan[index - 1]?.properties.isAlphabetic == true || scan[index - 1] == "." { return false }
    if ["http://", "https://", "geo:", "maps://", "comgooglemaps://", "waze://"].contains(where: {
      scan.continues(with: $0, at: index)
    }) {
      return true
    }
    guard scan[index - 1] != "/" else { return false }
    return hostsWithoutScheme.contains { scan.continues(with: $0, at: index) && hasPath(scan, from: index) }
  }

  /// Whether a slash follows before the next blank, so that "maps. We" is no link.
  private static func hasPath(_ scan: TextScan, from start: Int) -> Bool {
    var index = start
    while let scalar = scan[index], !endsLink(scalar) {
      if scalar == "/" || scalar == "?" { return true }
      index += 1
    }
    return false
  }

  private static func endsLink(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || ["<", ">", "\"", "”", "“"].contains(scalar)
  }

  private static func read(
    link scalars: ArraySlice<Unicode.Scalar>, source: String, _ context: PositionContext, into found: inout Findings
  ) {
    let link = LinkParts(scalars)
    if link.hostEnds(with: threeWordHosts) {
      return found.add(.threeWords("///" + (link.path.split(separator: "/").last ?? "")))
    }
    if link.hostEnds(with: ["osm.org", "openstreetmap.org"]), addShort(link, source, to: &found) { return }
    if addPlusCode(link, source, context, to: &found) { return }
    if let (value, isCentre) = link.position, add(value, link, isCentre, source, to: &found) { return }
    found.add(link.hostEnds(with: shorteners) ? .shortLink(source) : .linkWithoutPosition(source))
  }

  private static func add(
    _ value: String, _ link: LinkParts, _ isCentre: Bool, _ source: String, to found: inout Findings
  ) -> Bool {
    var inner = Findings()
    Angles.read(TextScan(value), into: &inner)
    guard var candidate = inner.candidates.first else {
      if case .offTheEarth? = inner.problems.first {
        found.add(.offTheEarth(source))
        return true
      }
      return false
    }
    // In a link the latitude comes first by specification, with a point as decimal sign.
    candidate.doubts.subtract([.orderAssumed, .hemisphereAssumed, .minutesOrDecimals])
    if let stated = link.uncertaintyMetres { candidate.uncertaintyMetres = max(candidate.uncertaintyMetres, stated) }
    if isCentre { candidate.doubts.insert(.viewCentre) }
    candidate.form = link.scheme == "geo" ? .geoURI : .mapLink
    candidate.source = source
    found.add(candidate)
    return true
  }

  private static func addShort(_ link: LinkParts, _ source: String, to found: inout Findings) -> Bool {
    guard let place = OpenStreetMapShortLink.position(path: link.path),
      let position = Position(latitudeDegrees: place.latitudeDegrees, longitudeDegrees: place.longitudeDegrees)
    else { return false }
    found.add(
      PositionCandidate(
        position: position, form: .mapLink, source: source,
        uncertaintyMetres: AnglePairs.uncertaintyMetres(
          latitudeDegrees: place.latitudeDegrees, place.resolution, place.resolution * 2),
        // Only a link with a marker tells a place; whether it has one is written behind the place.
        doubts: link.hasParameter("m") ? [] : [.viewCentre]))
    return true
  }

  /// A plus code in a link, as `https://plus.codes/9F33XJ2P+5F`.
  private static func addPlusCode(
    _ link: LinkParts, _ source: String, _ context: PositionContext, to found: inout Findings
  ) -> Bool {
    guard let text = link.plusCode else { return false }
    var inner = Findings()
    var scan = TextScan(text)
    PlusCodes.read(&scan, context, into: &inner)
    guard var candidate = inner.candidates.first else { return false }
    candidate.source = source
    found.add(candidate)
    return true
  }
}
