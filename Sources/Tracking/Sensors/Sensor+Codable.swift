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
    for field in Self.fields {
      guard let key = CodingKeys(rawValue: field.name),
        let value = try fields.decodeIfPresent(Double.self, forKey: key)
      else { continue }
      guard field.range.contains(value) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: fields,
          debugDescription: "\(field.name) is between \(field.range.lowerBound) and \(field.range.upperBound).")
      }
      self[keyPath: field.place] = value
    }
    if let full = try fields.decodeIfPresent(Double.self, forKey: .fullDetectionRangeMetres) {
      guard Self.fullDetectionRange.contains(full) else {
        throw DecodingError.dataCorruptedError(
          forKey: .fullDetectionRangeMetres, in: fields, debugDescription: "fullDetectionRangeMetres is 0 to 1e6.")
      }
      fullDetectionRangeMetres = full
    }
    sectorDegrees = try fields.decodeIfPresent([Double].self, forKey: .sectorDegrees)
    if let sector = sectorDegrees, sector.count != 2 || !sector.allSatisfy({ (0...360).contains($0) }) {
      throw DecodingError.dataCorruptedError(
        forKey: .sectorDegrees, in: fields, debugDescription: "sectorDegrees is two directions, 0 to 360.")
    }
  }
}
