import Geodesy

/// The detections of a night's satellite passes: a GeoJSON feature collection each, minutes after the scene.
///
/// The collection says what the scene covers, so that what it does not show says something too.
struct SatelliteSource: FeedSource {
  private let night: Night
  private var passes: ArraySlice<SatellitePass>

  init(_ night: Night) {
    self.night = night
    passes = SatellitePass.all(of: night).sorted { $0.arrivalMilliseconds < $1.arrivalMilliseconds }[...]
  }

  mutating func next() -> (milliseconds: Int64, bytes: [UInt8])? {
    guard let pass = passes.popFirst() else { return nil }
    let at = night.start.adding(milliseconds: pass.milliseconds)
    let scene = "EXERCISE-S1-" + padded(pass.number, digits: 3)
    let features = pass.detections(night).enumerated().map { index, detection in
      DetectionFeature(
        detection: detection, at: at, accuracyMetres: SatellitePass.deviationMetres, sensor: "EXERCISE SATELLITE",
        image: scene, identifier: "\(scene)-\(index + 1)", tellsMatch: true
      ).text
    }
    let ring = (pass.area.corners + pass.area.corners.prefix(1)).map {
      "[\(decimal($0.longitude, 5)),\(decimal($0.latitude, 5))]"
    }
    var text = #"{"type":"FeatureCollection","name":"\#(scene)","exercise":true,"time":"\#(at.iso8601)","#
    text += #""footprint":{"type":"Polygon","coordinates":[[\#(ring.joined(separator: ","))]]},"#
    text += "\"features\":[\n" + features.joined(separator: ",\n") + "\n]}\n"
    return (pass.arrivalMilliseconds, Array(text.utf8))
  }
}
