import Geodesy

extension FuzzTarget {
  /// Positions as callers say them: degrees, grids, links, spoken numbers; and boxes.
  static let positionText = FuzzTarget(name: "position-text") { bytes in
    let text = bytes.text
    let reading = PositionText.read(text)
    for found in reading.candidates {
      demand(abs(found.position.latitudeDegrees) <= 90, "a position lies on the globe")
      demand(abs(found.position.longitudeDegrees) <= 180, "a position lies on the globe")
    }
    if let box = BoundingBox(text: text) {
      demand(box.southDegrees <= box.northDegrees, "a box is the right way up")
    }
  }

  /// Moments in ISO 8601.
  static let instant = FuzzTarget(name: "instant") { bytes in
    let (head, rest) = bytes.headAndRest
    guard let instant = Instant.parse(rest.text, assumingUTC: head & 1 == 1) else { return }
    demand(Instant.parse(instant.iso8601) == instant, "a moment is read back as it was")
  }
}
