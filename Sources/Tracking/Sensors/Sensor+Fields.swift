extension Sensor {
  /// A number of a declaration, and what it may be.
  public struct Field: Sendable {
    /// Its name in a declaration.
    public let name: String
    /// The least and the most that it may be.
    public let range: ClosedRange<Double>
    /// Where it stands.
    public let place: any WritableKeyPath<Sensor, Double> & Sendable
  }

  /// The numbers of a declaration, in the order in which they are asked for.
  public static let fields: [Field] = [
    Field(name: "leastRangeMetres", range: 0...1e6, place: \.leastRangeMetres),
    Field(name: "greatestRangeMetres", range: 1...1e6, place: \.greatestRangeMetres),
    Field(name: "detectionProbability", range: 0...1, place: \.detectionProbability),
    Field(name: "falsePlotsPerLook", range: 0...1e6, place: \.falsePlotsPerLook),
    Field(name: "lookSeconds", range: 0...86_400, place: \.lookSeconds),
    Field(name: "latencySeconds", range: 0...86_400, place: \.latencySeconds),
    Field(name: "rangeDeviationMetres", range: 0.1...1e5, place: \.rangeDeviationMetres),
    Field(name: "bearingDeviationDegrees", range: 0.001...90, place: \.bearingDeviationDegrees),
    Field(name: "positionDeviationMetres", range: 0.1...1e5, place: \.positionDeviationMetres),
  ]

  /// What the range of full detection may be, in metres.
  public static let fullDetectionRange: ClosedRange<Double> = 0...1e6

  /// The name of the first field that is not as it may be; nil when all are.
  public var fault: String? {
    if let field = Self.fields.first(where: { !$0.range.contains(self[keyPath: $0.place]) }) { return field.name }
    if leastRangeMetres >= greatestRangeMetres { return "leastRangeMetres" }
    if let sector = sectorDegrees, sector.count != 2 || !sector.allSatisfy({ (0...360).contains($0) }) {
      return "sectorDegrees"
    }
    return nil
  }
}
