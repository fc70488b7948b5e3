/// How likely a scan shows a craft in the sensor's field, by distance: as declared, and better where it has been measured.
struct DetectionChart: Sendable {
  /// For each ring, at its middle; one number where it does not depend on the distance.
  private let small: [Double]
  private let larger: [Double]
  private let ringMetres: Double

  /// Nothing is measured so well that a scan would be certain or tell nothing.
  private static let measurable = 0.02...0.98

  init(_ sensor: SensorModel, _ measured: MeasuredDetection?) {
    let ring = measured?.ringMetres ?? (sensor.reachMetres ?? 1) / Double(MeasuredDetection.rings)
    ringMetres = ring
    let rings = sensor.reachMetres == nil ? 1 : MeasuredDetection.rings
    let declared = (0..<rings).map { sensor.declaredProbability(atMetres: (Double($0) + 0.5) * ring) }
    guard let measured, !sensor.isCooperative else {
      (small, larger) = (declared, declared)
      return
    }
    small = declared.enumerated().map { Self.bounded(measured.probability(ring: $0, declared: $1)) }
    larger = declared.enumerated().map { Self.bounded(measured.probabilityOfLarger(ring: $0, declared: $1)) }
  }

  private static func bounded(_ probability: Double) -> Double {
    min(max(probability, measurable.lowerBound), measurable.upperBound)
  }

  /// Between 0 and 1, in a straight line from the middle of one ring to that of the next.
  func probability(atMetres distance: Double, isSmall: Bool) -> Double {
    let rings = isSmall ? small : larger
    guard rings.count > 1 else { return rings[0] }
    let place = min(max(distance / ringMetres - 0.5, 0), Double(rings.count - 1))
    let ring = min(Int(place), rings.count - 2)
    let share = place - Double(ring)
    return rings[ring] * (1 - share) + rings[ring + 1] * share
  }
}
