import Geodesy

/// Reads detections from GeoJSON features and SensorThings observations.
struct JSONDetections: Sendable {
  private var framer: JSONFramer
  private let assumesUTC: Bool
  private var records = 0

  init(limits: DetectionDecoder.Limits) {
    framer = JSONFramer(limit: limits.recordBytes)
    assumesUTC = limits.assumesUTC
  }

  mutating func consume(
    _ chunk: UnsafeRawBufferPointer, _ tally: inout DetectionTally, _ body: (DetectionRow) -> Void
  ) {
    var framer = JSONFramer(limit: 0)
    swap(&framer, &self.framer)
    framer.consume(chunk) { take($0, at: $1, &tally, body) }
    swap(&framer, &self.framer)
  }

  mutating func finish(_ tally: inout DetectionTally, _ body: (DetectionRow) -> Void) {
    var framer = JSONFramer(limit: 0)
    swap(&framer, &self.framer)
    framer.finish { take($0, at: $1, &tally, body) }
    swap(&framer, &self.framer)
  }

  private mutating func take(
    _ piece: JSONFramer.Piece, at offset: Int, _ tally: inout DetectionTally, _ body: (DetectionRow) -> Void
  ) {
    records += 1
    switch piece {
    case .broken(let bytes): tally.refuse(.notJSON, row: records, offset: offset, bytes, body)
    case .tooLong(let bytes): tally.refuse(.tooLong, row: records, offset: offset, bytes, body)
    case .unfinished(let bytes): tally.refuse(.unfinished, row: records, offset: offset, bytes, body)
    case .record(let bytes):
      do throws(DetectionRefusal) {
        var values = DetectionValues()
        values.assumesUTC = assumesUTC
        try values.read(try JSONReader.read(bytes))
        tally.accept(try values.detection(), row: records, body)
      } catch {
        tally.refuse(error, row: records, offset: offset, bytes, body)
      }
    }
  }
}

extension DetectionValues {
  /// Reads a feature or an observation.
  fileprivate mutating func read(_ record: JSONValue) throws(DetectionRefusal) {
    if record["type"]?.text == "Feature" {
      try readFeature(record)
    } else if record["phenomenonTime"] != nil || record["result"] != nil {
      try readObservation(record)
    } else {
      throw .notADetection
    }
  }

  /// RFC 7946, 3.2.
  private mutating func readFeature(_ feature: JSONValue) throws(DetectionRefusal) {
    if let geometry = feature["geometry"] { try readGeometry(geometry) }
    if let properties = feature["properties"] { readMembers(of: properties) }
    if let identifier = feature["id"] { put(identifier, as: .identifier) }
  }

  /// OGC 18-088, 8.2.7: the time is that of the phenomenon; the place is the feature of interest's, or in the result.
  private mutating func readObservation(_ observation: JSONValue) throws(DetectionRefusal) {
    if let time = observation["phenomenonTime"] ?? observation["resultTime"] { put(time, as: .time) }
    if let feature = observation["FeatureOfInterest"]?["feature"] { try readPlace(feature) }
    if let result = observation["result"] {
      switch result {
      case .text: put(result, as: .label)
      case .object:
        try readPlace(result)
        readMembers(of: result)
      default: break
      }
    }
    if let parameters = observation["parameters"] { readMembers(of: parameters) }
    let stream = observation["Datastream"] ?? observation["MultiDatastream"]
    if let sensor = stream?["Sensor"]?["name"] ?? stream?["name"] { put(sensor, as: .sensor) }
    if let identifier = observation["@iot.id"] { put(identifier, as: .identifier) }
  }

  /// A feature, or a geometry alone.
  private mutating func readPlace(_ value: JSONValue) throws(DetectionRefusal) {
    if value["type"]?.text == "Feature" {
      try readFeature(value)
    } else if value["coordinates"] != nil, position == nil {
      try readGeometry(value)
    }
  }

  private mutating func readMembers(of object: JSONValue) {
    for (name, value) in object.members {
      if let item = DetectionItem(guessing: name) { put(value, as: item) }
    }
  }

  private mutating func put(_ value: JSONValue, as item: DetectionItem) {
    switch value {
    case .text(let text): put(Value.text(text), as: item)
    case .number(let number): put(Value.number(number), as: item)
    default: break
    }
  }

  /// RFC 7946, 3.1: a point; or the outline of what was found, whose middle is the place and whose greatest width the length.
  private mutating func readGeometry(_ geometry: JSONValue) throws(DetectionRefusal) {
    switch (geometry["type"]?.text, geometry["coordinates"]) {
    case (nil, _): return
    case ("Point"?, let point?): position = try Self.position(point)
    case ("Polygon"?, .array(let rings)?):
      guard case .array(let ring)? = rings.first, 4...Self.cornersMost ~= ring.count else { throw .badPosition }
      // The last corner of a ring is its first.
      var corners: [Position] = []
      for corner in ring.dropLast() { corners.append(try Self.position(corner)) }
      try readOutline(corners)
    default: throw .badPosition
    }
  }

  /// An outline of a boat has few corners; those of coasts are no detections.
  private static let cornersMost = 257

  private mutating func readOutline(_ corners: [Position]) throws(DetectionRefusal) {
    let first = corners[0].longitudeDegrees
    // Counted from the first corner, so that an outline across the 180th meridian has its middle there.
    let east = corners.map { Units.turn(fromDegrees: first, toDegrees: $0.longitudeDegrees) }.reduce(0, +)
    let north = corners.map(\.latitudeDegrees).reduce(0, +)
    let count = Double(corners.count)
    let longitude = Units.turn(fromDegrees: 0, toDegrees: first + east / count)
    guard let middle = Position(latitudeDegrees: north / count, longitudeDegrees: longitude) else { throw .badPosition }
    position = middle
    var length = 0.0
    for (index, corner) in corners.enumerated() {
      for other in corners[(index + 1)...] { length = max(length, Sphere.distanceMetres(from: corner, to: other)) }
    }
    outlineMetres = length
  }

  private static func position(_ point: JSONValue) throws(DetectionRefusal) -> Position {
    guard case .array(let numbers) = point, numbers.count >= 2, case .number(let east) = numbers[0],
      case .number(let north) = numbers[1], let position = Position(latitudeDegrees: north, longitudeDegrees: east)
    else { throw .badPosition }
    return position
  }
}
