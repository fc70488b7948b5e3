import Geodesy
import Tracking

/// The chart of the sheet as SVG: black on white, no colours, no scripts.
struct PaperChart: Sendable {
  let frame: PaperFrame
  let ground: PaperGround
  let language: Language

  /// Draws everything; tracks of interest bear the number of their row in the table, the others their name where it fits.
  func drawing(_ interest: [TrackDetail], _ others: [TrackDetail]) -> HTML {
    var labels = PaperLabels()
    var vessels: [HTML] = []
    for (index, track) in interest.prefix(PaperContent.interestMost).enumerated() {
      vessels.append(vessel(track, label: "\(index + 1) \(track.row.name ?? track.row.id)", always: true, &labels))
    }
    for track in others { vessels.append(vessel(track, label: track.row.name ?? track.row.id, always: false, &labels)) }
    // Places are named where vessels leave room.
    let names = ground.names.compactMap { name($0, &labels) }
    return """
      <svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.whole(PaperFrame.width)) \
      \(Self.whole(PaperFrame.height))" role="img" font-family="sans-serif" font-size="26">
      <rect width="100%" height="100%" fill="white" stroke="black" stroke-width="3"/>
      \(ground.shapes.map(shape))
      \(graticule)
      \(names)
      \(vessels)
      \(scale)
      </svg>
      """
  }

  private func shape(_ shape: PaperGround.Shape) -> HTML {
    let pieces = shape.isArea ? frame.box.clip(shape.points).map { [$0] } ?? [] : frame.box.shores(shape.points)
    return pieces.map { piece -> HTML in
      let points = piece.map { point in
        let place = frame.place(latitude: point.latitudeDegrees, longitude: point.longitudeDegrees)
        return "\(Self.whole(place.x)),\(Self.whole(place.y))"
      }.joined(separator: " ")
      switch (shape.kind, shape.isArea) {
      case ("land", _): return "<polygon points=\"\(points)\" fill=\"#e4e4e4\" stroke=\"none\"/>\n"
      case ("shore", _): return "<polyline points=\"\(points)\" fill=\"none\" stroke=\"#555\" stroke-width=\"2\"/>\n"
      case ("separation-zone", _):
        return "<polygon points=\"\(points)\" fill=\"#f3f3f3\" stroke=\"#999\" stroke-width=\"1\"/>\n"
      case (_, true):
        return """
          <polygon points="\(points)" fill="none" stroke="#777" stroke-width="2" stroke-dasharray="14 8"/>

          """
      default:
        return """
          <polyline points="\(points)" fill="none" stroke="#777" stroke-width="2" stroke-dasharray="4 8"/>

          """
      }
    }.joined()
  }

  private func name(_ name: PaperGround.Name, _ labels: inout PaperLabels) -> HTML? {
    let place = frame.place(latitude: name.point.latitudeDegrees, longitude: name.point.longitudeDegrees)
    let text = language == .french ? name.french ?? name.text : name.text
    guard isOnSheet(place), let spot = labels.spot(for: text, x: place.x, y: place.y, isBold: false, always: false)
    else { return nil }
    let (x, y) = (Self.whole(spot.x), Self.whole(spot.y))
    return "<text x=\"\(x)\" y=\"\(y)\" fill=\"#555\" font-style=\"italic\">\(text)</text>\n"
  }

  /// Lines of latitude and longitude, as far apart as makes between four and twelve of them.
  private var graticule: HTML {
    let high = frame.box.northDegrees - frame.box.southDegrees
    let step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].first { high / $0 <= 8 } ?? 30
    var lines: [HTML] = []
    for index in Int((frame.box.southDegrees / step).rounded(.up))...Int((frame.box.northDegrees / step).rounded(.down))
    {
      let y = Self.whole(frame.place(latitude: Double(index) * step, longitude: 0).y)
      lines.append(
        "<line x1=\"0\" x2=\"\(Self.whole(PaperFrame.width))\" y1=\"\(y)\" y2=\"\(y)\" stroke=\"#bbb\" stroke-width=\"1\"/>\n"
      )
      lines.append(
        "<text x=\"6\" y=\"\(y - 5)\" fill=\"#555\">\(Self.degrees(Double(index) * step, "N", "S"))</text>\n")
    }
    for index in Int((frame.box.westDegrees / step).rounded(.up))...Int((frame.box.eastDegrees / step).rounded(.down)) {
      let x = Self.whole(frame.place(latitude: 0, longitude: Double(index) * step).x)
      lines.append(
        "<line x1=\"\(x)\" x2=\"\(x)\" y1=\"0\" y2=\"\(Self.whole(PaperFrame.height))\" stroke=\"#bbb\" stroke-width=\"1\"/>\n"
      )
      lines.append(
        "<text x=\"\(x + 5)\" y=\"26\" fill=\"#555\">\(Self.degrees(Double(index) * step, "E", "W"))</text>\n")
    }
    return lines.joined()
  }

  private var scale: HTML {
    let miles = [1, 2, 5, 10, 20, 50, 100, 200].last { Double($0) * frame.unitsPerMile < 500 } ?? 1
    let (y, end) = (Self.whole(PaperFrame.height - 30), Self.whole(40 + Double(miles) * frame.unitsPerMile))
    return """
      <line x1="40" x2="\(end)" y1="\(y)" y2="\(y)" stroke="black" stroke-width="6"/>
      <text x="40" y="\(y - 12)">\(miles) M</text>
      """
  }

  private func vessel(_ track: TrackDetail, label: String, always: Bool, _ labels: inout PaperLabels) -> HTML {
    let place = frame.place(track.row.position)
    guard isOnSheet(place) else { return .empty }
    let (x, y) = (Self.whole(place.x), Self.whole(place.y))
    let turn = Self.whole(track.row.courseDegrees ?? track.row.headingDegrees ?? 0)
    let isDistress = track.row.trackClass == .distress
    let symbol: HTML =
      isDistress
      ? """
      <circle cx="\(x)" cy="\(y)" r="26" fill="none" stroke="black" stroke-width="7"/>
      <path d="M\(x - 18) \(y - 18)L\(x + 18) \(y + 18)M\(x - 18) \(y + 18)L\(x + 18) \(y - 18)" stroke="black" stroke-width="7"/>
      """
      : """
      <path d="M0 -16L9 12L0 6L-9 12Z" transform="translate(\(x) \(y)) rotate(\(turn))" fill="\(
        track.row.status == .coasting ? "white" : "black")" stroke="black" stroke-width="2"/>
      """
    guard let spot = labels.spot(for: label, x: place.x, y: place.y, isBold: always, always: always) else {
      return symbol
    }
    let weight = always ? "bold" : "normal"
    return """
      \(symbol)<text x="\(Self.whole(spot.x))" y="\(Self.whole(spot.y))" font-weight="\(weight)" stroke="white" \
      stroke-width="5" paint-order="stroke">\(label)</text>

      """
  }

  private func isOnSheet(_ place: (x: Double, y: Double)) -> Bool {
    (0...PaperFrame.width).contains(place.x) && (0...PaperFrame.height).contains(place.y)
  }

  static func whole(_ value: Double) -> Int { Int(min(1e6, max(-1e6, value)).rounded()) }

  private static func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
    let minutes = whole(value.magnitude * 60)
    return "\(minutes / 60)°\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)′\(value < 0 ? negative : positive)"
  }
}

/// Where labels stand, so that one does not hide another.
struct PaperLabels: Sendable {
  private var taken: [(x: Double, y: Double, width: Double)] = []
  private static let height = 28.0
  private static let letter = 15.0

  /// A free spot beside a symbol; for what must be named, the first one even where it is taken.
  mutating func spot(for text: String, x: Double, y: Double, isBold: Bool, always: Bool) -> (x: Double, y: Double)? {
    let width = Double(text.count) * Self.letter * (isBold ? 1.1 : 1)
    let spots = [(x + 20, y + 9), (x - 20 - width, y + 9), (x - width / 2, y - 24), (x - width / 2, y + 42)]
    let free = spots.first { spot in
      spot.0 > 0 && spot.0 + width < PaperFrame.width && spot.1 > Self.height && spot.1 < PaperFrame.height
        && !taken.contains { other in
          spot.0 < other.x + other.width && other.x < spot.0 + width && (spot.1 - other.y).magnitude < Self.height
        }
    }
    guard let chosen = free ?? (always ? spots[0] : nil) else { return nil }
    taken.append((chosen.0, chosen.1, width))
    return chosen
  }
}
