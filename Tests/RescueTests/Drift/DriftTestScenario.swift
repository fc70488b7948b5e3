import Geodesy

@testable import Rescue

/// Scenarios for tests: the strait, a fresh south-westerly and a steady current.
enum DriftTestScenario {
  static let start = Position(latitudeDegrees: 51.05, longitudeDegrees: 1.45)!
  static let time = Instant(millisecondsSince1970: 1_637_719_200_000)

  static func flow(_ east: Double, _ north: Double) -> ConstantFlow {
    ConstantFlow(name: "test", eastMetresPerSecond: east, northMetresPerSecond: north)!
  }

  static func make(_ keys: String..., particles: Int = 1000) -> DriftScenario {
    var scenario = DriftScenario(
      position: start, time: time, hypotheses: keys.map { LeewayHypothesis(LeewayClass.of(key: $0)!) },
      wind: flow(5.656_854_2, 5.656_854_2), current: flow(0.4, 0.3))
    scenario.particles = particles
    scenario.stepSeconds = 1800
    return scenario
  }
}

/// A wind along the parallel that turns round at a moment.
struct TurningWind: FlowField {
  let name = "turning wind"
  let speed: Double
  let turn: Instant

  func moment(at instant: Instant) -> any FlowMoment {
    DriftTestScenario.flow(instant < turn ? speed : -speed, 0)
  }
}

/// A wind that covers the west of a meridian only.
struct HalfWind: FlowField, FlowMoment {
  let name = "half a wind"
  let eastDegrees: Double

  func moment(at instant: Instant) -> any FlowMoment { self }

  func velocity(latitudesDegrees: SIMD8<Double>, longitudesDegrees: SIMD8<Double>) -> FlowVectors {
    let none = longitudesDegrees .> eastDegrees
    let east = SIMD8<Double>(repeating: 8).replacing(with: .nan, where: none)
    return FlowVectors(east: east, north: .zero)
  }
}
