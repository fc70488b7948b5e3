import Geodesy
import Tracking

/// What the sensors can see now, as boxes for the chart.
struct CoverageReport: Sendable {
  /// A probability from which on cells are drawn alike.
  static let levels = [0.75, 0.5, 0.25]
  /// How far "lately" reaches back, in milliseconds.
  static let lateMilliseconds = Int64(CoverageLayer.lateMinutes) * 60_000
  /// What nobody has looked at for this long is unwatched, in seconds.
  static let unwatchedSeconds = 3600.0

  let at: Instant
  let exercise: Bool
  let box: BoundingBox
  /// For each level the boxes in which a small boat is seen with at least that probability in the next ten minutes, and no
  /// more than the level above.
  let seen: [(least: Double, boxes: [BoundingBox])]
  /// The same for the last minutes: where a small boat would have been seen.
  let lately: [(least: Double, boxes: [BoundingBox])]
  let unwatched: [BoundingBox]
  let summary: CoverageSummary
  let sensors: [Sight]

  /// What one sensor sees now.
  struct Sight: Sendable {
    var name: String
    /// When it last looked; nil while it has not.
    var lastLook: Instant?
    /// The part of the box at which it looks now, 0 to 1.
    var share: Double
  }

  init(_ layer: CoverageLayer) {
    at = layer.updated
    exercise = layer.exercise
    box = layer.grid.box
    seen = Self.boxes(layer, \.seenSoon)
    lately = Self.boxes(layer, \.seenLately)
    unwatched = layer.unwatched(for: Self.unwatchedSeconds)
    summary = layer.summary
    sensors = layer.sensors.map { sensor in
      Sight(name: sensor.name, lastLook: layer.lastLook(sensor.name), share: layer.share(sensor.name))
    }
  }

  /// For each level the boxes of the cells between it and the one above.
  private static func boxes(
    _ layer: CoverageLayer, _ probability: KeyPath<CoverageCell, Double>
  ) -> [(least: Double, boxes: [BoundingBox])] {
    var boxes: [(Double, [BoundingBox])] = []
    var above = Double.infinity
    for level in levels {
      let cells = layer.cells.indices.filter {
        layer.cells[$0][keyPath: probability] >= level && layer.cells[$0][keyPath: probability] < above
      }
      boxes.append((level, layer.grid.boxes(of: cells)))
      above = level
    }
    return boxes
  }

  /// Writes the members of what the sensors see into an object.
  func writeMembers(to json: inout JSONText) {
    json.member("at", at.iso8601)
    json.key("exercise")
    json.boolean(exercise)
    json.key("box")
    Self.write(box, to: &json)
    json.key("seen")
    json.array { json in
      for level in seen {
        json.object { json in
          json.key("least")
          json.number(level.least, decimals: 2)
          json.key("boxes")
          json.array { json in for box in level.boxes { Self.write(box, to: &json) } }
        }
      }
    }
    json.key("unwatched")
    json.array { json in for box in unwatched { Self.write(box, to: &json) } }
    json.key("shareSeen")
    json.number(summary.shareSeen, decimals: 3)
    json.key("shareUnwatched")
    json.number(summary.shareUnwatched, decimals: 3)
    json.key("outages")
    json.array { json in
      for outage in summary.outages {
        json.object { json in
          json.member("sensor", outage.sensor)
          json.member("kind", outage.kind.rawValue)
          json.member("since", outage.since.iso8601)
          json.key("weather")
          json.boolean(outage.isWeather)
        }
      }
    }
  }

  /// South, west, north, east, as everywhere.
  private static func write(_ box: BoundingBox, to json: inout JSONText) {
    json.array { json in
      for edge in [box.southDegrees, box.westDegrees, box.northDegrees, box.eastDegrees] {
        json.number(edge, decimals: 4)
      }
    }
  }
}
