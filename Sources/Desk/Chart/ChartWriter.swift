/// Writes chart shapes as GeoJSON (RFC 7946), a feature at a time, into one buffer.
///
/// Coordinates are rounded to `decimals` places: five give about a metre, and the browser reads no more digits than
/// it draws. A shape that collapses to nothing by rounding is left out and returns false.
struct ChartWriter {
  private(set) var bytes: [UInt8] = []
  private let decimals: Int
  private let scale: Double
  private var isFirst = true

  init(attribution: String, decimals: Int) {
    self.decimals = min(max(decimals, 0), 7)
    scale = (0..<self.decimals).reduce(1) { product, _ in product * 10 }
    append(#"{"type":"FeatureCollection","attribution":"\#(attribution)","features":["#)
  }

  /// Adds a filled area. `kind` is written into the feature's properties for the chart's style to go by.
  mutating func addArea(kind: String, ring: [ChartPoint]) -> Bool {
    let corners = rounded(ring)
    guard corners.count >= 4 else { return false }
    open(kind, "Polygon")
    append("[")
    append(corners)
    append("]}}")
    return true
  }

  /// Adds a drawn line.
  mutating func addLine(kind: String, line: [ChartPoint]) -> Bool {
    let corners = rounded(line)
    guard corners.count >= 2 else { return false }
    open(kind, "LineString")
    append(corners)
    append("}}")
    return true
  }

  mutating func finish() -> [UInt8] {
    append("]}\n")
    return bytes
  }

  private mutating func open(_ kind: String, _ type: String) {
    if !isFirst { append(",") }
    isFirst = false
    append("\n")
    append(#"{"type":"Feature","properties":{"kind":"\#(kind)"},"geometry":{"type":"\#(type)","coordinates":"#)
  }

  private typealias Corner = SIMD2<Int>

  private func rounded(_ points: [ChartPoint]) -> [Corner] {
    var corners: [Corner] = []
    corners.reserveCapacity(points.count)
    for point in points {
      let corner = Corner(
        Int((point.longitudeDegrees * scale).rounded()), Int((point.latitudeDegrees * scale).rounded()))
      if corner != corners.last { corners.append(corner) }
    }
    return corners
  }

  private mutating func append(_ corners: [Corner]) {
    append("[")
    for (index, corner) in corners.enumerated() {
      append(index == 0 ? "[" : ",[")
      append(corner.x)
      append(",")
      append(corner.y)
      append("]")
    }
    append("]")
  }

  private mutating func append(_ scaled: Int) {
    if scaled < 0 { append("-") }
    let divisor = Int(scale)
    let magnitude = abs(scaled)
    append(String(magnitude / divisor))
    let fraction = magnitude % divisor
    guard fraction != 0 else { return }
    let digits = String(fraction)
    append("." + String(repeating: "0", count: decimals - digits.count) + digits.trimmingTrailingZeros)
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}

extension String {
  fileprivate var trimmingTrailingZeros: String {
    var text = self
    while text.last == "0" { text.removeLast() }
    return text
  }
}
