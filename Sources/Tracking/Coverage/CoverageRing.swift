/// How well a sensor is taken to see small craft in one ring around it, and why.
public struct CoverageRing: Hashable, Sendable {
  /// What it has shown of small craft there.
  public let measured: MeasuredRing
  /// How likely one look shows a small craft as declared, in the weather of the moment, 0 to 1.
  public let declared: Double
  /// How likely one look is taken to show a small craft, 0 to 1.
  public let used: Double
  /// On what that rests.
  public let basis: MeasuredDetection.Basis
}

extension CoverageLayer {
  /// Takes what the tracker has measured of a sensor, in place of all that was noted of it before.
  ///
  /// - Returns: whether it was taken: the sensor is declared and reaches as far as the one that was measured.
  @discardableResult
  public mutating func take(_ performance: SensorPerformance) -> Bool {
    guard let index = byName[performance.sensor] else { return false }
    // Where a sensor that moves saw a craft is no distance from a fixed place: it has one ring, whatever its width.
    guard !watching[index].isFixed || performance.detection.ringMetres == watching[index].measured.ringMetres else {
      return false
    }
    watching[index].measured = performance.detection
    return true
  }

  /// How well a sensor is taken to see, ring by ring from it outwards; one ring for a sensor that moves, none for one that is
  /// not declared.
  public func rings(of sensor: String) -> [CoverageRing] {
    guard let index = byName[sensor] else { return [] }
    let detection = watching[index].measured
    return detection.ofSmallCraft.prefix(watching[index].isFixed ? MeasuredDetection.rings : 1).enumerated()
      .map { ring, measured in
        let declared = declared(index, ring: ring)
        return CoverageRing(
          measured: measured, declared: declared, used: used(index, ring: ring),
          basis: detection.basis(ring: ring, declared: declared))
      }
  }

  /// How likely one look of a sensor shows a small boat in a ring by its declaration in this weather.
  func declared(_ index: Int, ring: Int) -> Double {
    let sensor = watching[index].sensor
    let middle = (Double(ring) + 0.5) * watching[index].measured.ringMetres
    let probability = watching[index].isFixed ? sensor.detectionProbability(atMetres: middle) : declaredAtBest(index)
    return probability * weather.factor(sensor.kind)
  }

  private func declaredAtBest(_ index: Int) -> Double { watching[index].sensor.detectionProbability(atMetres: 0) }

  /// How likely one look shows a small boat in a ring, by what was measured where that is enough.
  func used(_ index: Int, ring: Int) -> Double {
    watching[index].measured.probability(ring: ring, declared: declared(index, ring: ring))
  }
}
