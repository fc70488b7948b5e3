import Geodesy

/// What the analysis of the drone's pictures finds: a line of GeoJSON each.
struct DroneDetectionSource: FeedSource {
  /// From the picture to the lines, in milliseconds.
  private static let delayMilliseconds: Int64 = 900
  private var watch: DroneWatch
  private let start: Instant

  init(_ night: Night) {
    watch = DroneWatch(night)
    start = night.start
  }

  mutating func next() -> (milliseconds: Int64, bytes: [UInt8])? {
    while let look = watch.next() {
      guard !look.detections.isEmpty else { continue }
      let image = "EXERCISE-D1-" + padded(look.number, digits: 6)
      let lines = look.detections.enumerated().map { index, detection in
        DetectionFeature(
          detection: detection, at: start.adding(milliseconds: look.milliseconds),
          accuracyMetres: DroneWatch.deviationMetres, sensor: "EXERCISE DRONE", image: image,
          identifier: "\(image)-\(index + 1)"
        ).text + "\n"
      }
      return (look.milliseconds + Self.delayMilliseconds, Array(lines.joined().utf8))
    }
    return nil
  }
}

/// The metadata of the drone's video, a packet a second.
struct DroneMetadataSource: FeedSource {
  /// From the picture to the packet, in milliseconds.
  private static let delayMilliseconds: Int64 = 200
  private var watch: DroneWatch
  private let start: Instant

  init(_ night: Night) {
    watch = DroneWatch(night)
    start = night.start
  }

  mutating func next() -> (milliseconds: Int64, bytes: [UInt8])? {
    watch.next().map { look in
      (
        look.milliseconds + Self.delayMilliseconds,
        DroneMetadata.packet(look, at: start.adding(milliseconds: look.milliseconds))
      )
    }
  }
}
