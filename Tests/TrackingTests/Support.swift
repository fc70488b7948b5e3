import Foundation
import Geodesy

@testable import Tracking

/// A small seeded generator, so that every failure can be repeated.
struct SeededNoise {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return (Double(mixed >> 11) + 0.5) / 9_007_199_254_740_992
  }

  /// A standard normal number, by the method of Box and Muller.
  mutating func normal() -> Double {
    (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
  }
}

let noon = Instant(millisecondsSince1970: 1_700_049_600_000)

func after(_ seconds: Double) -> Instant {
  noon.adding(milliseconds: Int64((seconds * 1000).rounded()))
}

func place(_ latitude: Double, _ longitude: Double) -> Position {
  guard let position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude) else {
    preconditionFailure("A test names a place on earth.")
  }
  return position
}

let strait = place(51, 1.5)

func sighting(
  _ seconds: Double, _ position: Position, mmsi: UInt32 = 235_012_345, speedKnots: Double? = nil,
  courseDegrees: Double? = nil, status: Int? = nil, deviation: Double = 5, source: String = "a",
  exercise: Bool = false, received: Double? = nil
) -> SensorObservation {
  SensorObservation(
    source: source, at: after(seconds), received: after(received ?? seconds), position: position,
    positionStandardDeviationMetres: deviation, speedKnots: speedKnots, courseDegrees: courseDegrees,
    identity: CraftIdentity(mmsi: mmsi), navigationalStatus: status, exercise: exercise)
}

/// A ship on a straight course from a place, sighted at a time.
func underWay(
  _ seconds: Double, from start: Position = strait, speedKnots: Double = 12, courseDegrees: Double = 45,
  mmsi: UInt32 = 235_012_345, source: String = "a", received: Double? = nil
) -> SensorObservation {
  let position = Sphere.destination(
    from: start, bearingDegrees: courseDegrees, distanceMetres: speedKnots * 1852 / 3600 * seconds)
  return sighting(
    seconds, position, mmsi: mmsi, speedKnots: speedKnots, courseDegrees: courseDegrees, status: 0, source: source,
    received: received)
}
