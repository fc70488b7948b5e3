import Foundation

@testable import Tracking

/// A made sea with known truth, for tests: a radar and a receiver of transponders, ships and dark flotillas.
struct Strait {
  struct Craft {
    var east: Double
    var north: Double
    var velocityEast: Double
    var velocityNorth: Double
    var isDark: Bool
  }

  var random: SeededNoise
  var craft: [Craft] = []
  var detectionProbability = 0.9
  var clutter = 30.0
  /// How the true probability falls with the distance in metres, as a share of that near by; the second is whether it is dark.
  var fall: (Double, Bool) -> Double = { _, _ in 1 }
  /// The radar's declaration of the same.
  var fullToMetres: Double?
  static let intensity = 0.01

  let range = 25_000.0
  var radar: SensorModel {
    SensorModel(
      field: .ring(fromMetres: 500, toMetres: range), detectionProbability: detectionProbability,
      falsePlotsPerScan: clutter, fullToMetres: fullToMetres)
  }
  var receiver: SensorModel {
    SensorModel(
      number: 1, field: .everywhere(areaSquareMetres: 4 * range * range),
      detectionProbability: 0.9, falsePlotsPerScan: 2, isCooperative: true)
  }

  init(
    seed: UInt64, ships: Int = 20, flotillas: Int = 3, flotillaMetres: ClosedRange<Double> = 6000...12_000
  ) {
    random = SeededNoise(seed: seed)
    for _ in 0..<ships {
      let (distance, direction) = (4000 + 12_000 * random.uniform(), 2 * Double.pi * random.uniform())
      let (speed, course) = (3 + 5 * random.uniform(), 2 * Double.pi * random.uniform())
      craft.append(
        Craft(
          east: distance * sin(direction), north: distance * cos(direction), velocityEast: speed * sin(course),
          velocityNorth: speed * cos(course), isDark: false))
    }
    for _ in 0..<flotillas {
      let wide = flotillaMetres.upperBound - flotillaMetres.lowerBound
      let (distance, direction) = (
        flotillaMetres.lowerBound + wide * random.uniform(), 2 * Double.pi * random.uniform()
      )
      let (speed, course) = (1.5 + 2 * random.uniform(), 2 * Double.pi * random.uniform())
      for _ in 0..<5 {
        craft.append(
          Craft(
            east: distance * sin(direction) + 300 * random.normal(),
            north: distance * cos(direction) + 300 * random.normal(),
            velocityEast: speed * sin(course) + 0.1 * random.normal(),
            velocityNorth: speed * cos(course) + 0.1 * random.normal(), isDark: true))
      }
    }
  }

  /// Moves every craft by the model of the tracker.
  mutating func move(seconds: Double) {
    for index in craft.indices {
      for axis in [\Craft.velocityEast, \Craft.velocityNorth] {
        let place = axis == \Craft.velocityEast ? \Craft.east : \Craft.north
        // A Cholesky factor of the covariance of place and velocity that white acceleration makes.
        let (first, second) = (random.normal(), random.normal())
        let place1 = (Self.intensity * seconds * seconds * seconds / 3).squareRoot()
        craft[index][keyPath: place] += craft[index][keyPath: axis] * seconds + place1 * first
        let velocity1 = Self.intensity * seconds * seconds / 2 / place1
        craft[index][keyPath: axis] +=
          velocity1 * first + max(0, Self.intensity * seconds - velocity1 * velocity1).squareRoot() * second
      }
    }
  }

  mutating func look() -> [Plot] {
    var plots: [(distance: Double, bearing: Double)] = []
    func add(_ distance: Double, _ bearing: Double) { plots.append((distance, bearing)) }
    for one in craft {
      let distance = (one.east * one.east + one.north * one.north).squareRoot()
      guard random.uniform() < detectionProbability * fall(distance, one.isDark) else { continue }
      if (500...range).contains(distance) {
        add(distance + 30 * random.normal(), atan2(one.east, one.north) + 0.0035 * random.normal())
      }
    }
    for _ in 0..<random.poisson(clutter) { add(500 + (range - 500) * random.uniform(), 2 * .pi * random.uniform()) }
    return plots.sorted { $0.distance < $1.distance }.map {
      Plot(
        rangeMetres: $0.distance, bearingRadians: $0.bearing, rangeDeviationMetres: 30, bearingDeviationRadians: 0.0035)
    }
  }

  mutating func listen() -> [Plot] {
    var plots: [Plot] = []
    for one in craft where !one.isDark && random.uniform() < 0.9 {
      plots.append(
        Plot(
          eastMetres: one.east + 10 * random.normal(), northMetres: one.north + 10 * random.normal(),
          deviationMetres: 10))
    }
    for _ in 0..<random.poisson(2) {
      plots.append(
        Plot(
          eastMetres: range * (2 * random.uniform() - 1), northMetres: range * (2 * random.uniform() - 1),
          deviationMetres: 10
        ))
    }
    return plots
  }
}

extension SeededNoise {
  fileprivate mutating func poisson(_ mean: Double) -> Int {
    var (count, product) = (-1, 1.0)
    repeat { (count, product) = (count + 1, product * uniform()) } while product > exp(-mean)
    return count
  }
}
