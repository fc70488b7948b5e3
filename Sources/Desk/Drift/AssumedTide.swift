import Foundation
import Geodesy

/// A tidal stream of which nobody knows the direction and the hour: it runs to and fro along one line.
///
/// It stands in where no file says how the water moves. Sixteen of them, to eight sides and at two hours, spread a drift as
/// far as a strait would carry it.
struct AssumedTide: FlowField {
  /// The fastest stream, in metres a second: a strait between springs and neaps.
  static let fastestMetresPerSecond = 1.0
  /// Seconds from one high water to the next: the period of M2, 12.42 h.
  static let periodSeconds = 12.420_601 * 3600
  /// Sides to which it may run first.
  static let sides = 8

  let name = "assumed tide"
  let degrees: Double
  /// Part of the period by which it runs late, 0 to 1.
  let lateness: Double

  /// Every direction at slack and at full stream.
  static let all: [AssumedTide] = (0..<(2 * sides)).map { index in
    AssumedTide(degrees: Double(index % sides) * 360 / Double(sides), lateness: index < sides ? 0 : 0.25)
  }

  func moment(at instant: Instant) throws(FieldGap) -> any FlowMoment {
    let turns = Double(instant.millisecondsSince1970) / 1000 / Self.periodSeconds - lateness
    let speed = Self.fastestMetresPerSecond * cos(2 * .pi * turns)
    let east = speed * sin(degrees * .pi / 180)
    let north = speed * cos(degrees * .pi / 180)
    return ConstantFlow(name: name, eastMetresPerSecond: east, northMetresPerSecond: north)
      ?? ConstantFlow.calm(name: name)
  }
}
