import Geodesy

extension Sensor {
  /// Reads a declaration; what it leaves out is as usual for the kind.
  ///
  /// - Throws: `DecodingError` when the name or the kind is missing, or a number is outside what it may be.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try fields.decode(String.self, forKey: .name), kind: try fields.decode(Kind.self, forKey: .kind),
      position: try fields.decodeIfPresent(Position.self, forKey: .position))
    func number(_ key: CodingKeys, _ range: ClosedRange<Double>, _ usual: Double) throws -> Double {
      guard let value = try fields.decodeIfPresent(Double.self, forKey: key) else { return usual }
      guard range.contains(value) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: fields,
          debugDescription: "\(key.stringValue) is between \(range.lowerBound) and \(range.upperBound).")
      }
      return value
    }
    leastRangeMetres = try number(.leastRangeMetres, 0...1e6, leastRangeMetres)
    greatestRangeMetres = try number(.greatestRangeMetres, 1...1e6, greatestRangeMetres)
    detectionProbability = try number(.detectionProbability, 0...1, detectionProbability)
    falsePlotsPerLook = try number(.falsePlotsPerLook, 0...1e6, falsePlotsPerLook)
    lookSeconds = try number(.lookSeconds, 0...86_400, lookSeconds)
    latencySeconds = try number(.latencySeconds, 0...86_400, latencySeconds)
    rangeDeviationMetres = try number(.rangeDeviationMetres, 0.1...1e5, rangeDeviationMetres)
    bearingDeviationDegrees = try number(.bearingDeviationDegrees, 0.001...90, bearingDeviationDegrees)
    positionDeviationMetres = try number(.positionDeviationMetres, 0.1...1e5, positionDeviationMetres)
    sectorDegrees = try fields.decodeIfPresent([Double].self, forKey: .sectorDegrees)
    if let sector = sectorDegrees, sector.count != 2 || !sector.allSatisfy({ (0...360).contains($0) }) {
      throw DecodingError.dataCorruptedError(
        forKey: .sectorDegrees, in: fields, debugDescription: "sectorDegrees is two directions, 0 to 360.")
    }
  }
}
