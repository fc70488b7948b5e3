import Geodesy

/// A detection as a GeoJSON feature (RFC 7946, 3.2), with the members that makers of analyses use.
struct DetectionFeature {
  var detection: ImageDetection
  var at: Instant
  var accuracyMetres: Double
  var sensor: String
  var image: String
  var identifier: String
  /// Whether the analysis compares what it finds with AIS and says so.
  var tellsMatch = false

  var text: String {
    let place = detection.place
    var text = #"{"type":"Feature","id":"\#(identifier)","geometry":{"type":"Point","coordinates":["#
    text += "\(decimal(place.longitude, 6)),\(decimal(place.latitude, 6))]},"
    text += #""properties":{"time":"\#(at.iso8601)","accuracy_m":\#(decimal(accuracyMetres, 0)),"#
    text += #""length_m":\#(decimal(detection.lengthMetres, 1)),"confidence":\#(decimal(detection.confidence, 2)),"#
    text += #""class":"\#(detection.label)","sensor":"\#(sensor)","image":"\#(image)","exercise":true"#
    if tellsMatch {
      text += #","ais":"\#(detection.matched == nil ? "unmatched" : "matched")""#
      if let mmsi = detection.matched { text += #","mmsi":\#(mmsi)"# }
    }
    return text + "}}"
  }
}

/// A number with so many decimals, rounded, without the C library.
func decimal(_ value: Double, _ decimals: Int) -> String {
  let unit = (0..<max(0, decimals)).reduce(Int64(1)) { product, _ in product * 10 }
  let units = Int64(min(max((value * Double(unit)).rounded(), -1e15), 1e15))
  let sign = units < 0 ? "-" : ""
  let whole = units.magnitude / unit.magnitude
  guard decimals > 0 else { return sign + String(whole) }
  return sign + String(whole) + "." + padded(Int(units.magnitude % unit.magnitude), digits: decimals)
}
