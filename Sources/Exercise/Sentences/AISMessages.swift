import Tracking

/// What a transponder measures and puts into a position report.
struct AISReading {
  var latitudeDegrees: Double
  var longitudeDegrees: Double
  var accuracyHigh: Bool
  var speedKnots: Double
  var courseDegrees: Double?
  var headingDegrees: Double?
  var rateOfTurnDegreesPerMinute: Double?
  var status: NavigationalStatus
  var second: Int
}

/// The dynamic messages of a night, bit by bit.
///
/// Source: ITU-R M.1371-5, annex 8, 3.1 (types 1 and 3), 3.7 (9), 3.16 (18).
enum AISMessages {
  /// Type 1, or type 3 when it is sent beyond the regular schedule.
  static func classAPosition(_ reading: AISReading, mmsi: UInt32, unscheduled: Bool) -> SixBitWriter {
    var writer = begin(unscheduled ? 3 : 1, mmsi)
    writer.add(reading.status.rawValue, bits: 4)
    writer.add(AISFields.rateOfTurn(reading.rateOfTurnDegreesPerMinute), bits: 8)
    writer.add(AISFields.speed(reading.speedKnots), bits: 10)
    addPosition(reading, to: &writer)
    writer.add(AISFields.course(reading.courseDegrees), bits: 12)
    writer.add(AISFields.heading(reading.headingDegrees), bits: 9)
    writer.add(reading.second, bits: 6)
    writer.add(0, bits: 2 + 3)  // manoeuvre indicator not available, spare
    writer.add(false)  // no integrity monitoring
    writer.add(0, bits: 19)  // communication state: UTC direct, last frame in the slot
    return writer
  }

  /// Type 9.
  static func aircraftPosition(_ reading: AISReading, mmsi: UInt32, altitudeMetres: Int) -> SixBitWriter {
    var writer = begin(9, mmsi)
    writer.add(altitudeMetres, bits: 12)
    writer.add(Int(min(1022, max(0, reading.speedKnots.rounded()))), bits: 10)
    addPosition(reading, to: &writer)
    writer.add(AISFields.course(reading.courseDegrees), bits: 12)
    writer.add(reading.second, bits: 6)
    writer.add(0, bits: 1 + 7)  // altitude by satellite, reserved
    writer.add(true)  // no data terminal
    writer.add(0, bits: 3 + 1 + 1)  // spare, not assigned, no integrity monitoring
    writer.add(0, bits: 1 + 19)  // SOTDMA communication state
    return writer
  }

  /// Type 18 of a carrier-sense unit.
  static func classBPosition(_ reading: AISReading, mmsi: UInt32) -> SixBitWriter {
    var writer = begin(18, mmsi)
    writer.add(0, bits: 8)
    writer.add(AISFields.speed(reading.speedKnots), bits: 10)
    addPosition(reading, to: &writer)
    writer.add(AISFields.course(reading.courseDegrees), bits: 12)
    writer.add(AISFields.headingNotAvailable, bits: 9)  // small craft have no gyro compass
    writer.add(reading.second, bits: 6)
    writer.add(0, bits: 2)
    writer.add(true)  // carrier sense
    writer.add(false)  // no display
    writer.add(true)  // digital selective calling
    writer.add(true)  // whole marine band
    writer.add(true)  // takes message 22
    writer.add(0, bits: 1 + 1)  // not assigned, no integrity monitoring
    writer.add(1 << 19 | 0x60006, bits: 1 + 19)  // the fixed state of carrier-sense units
    return writer
  }

  /// Type, repeat indicator and identity, with which every message begins.
  static func begin(_ type: Int, _ mmsi: UInt32) -> SixBitWriter {
    var writer = SixBitWriter()
    writer.add(type, bits: 6)
    writer.add(0, bits: 2)
    writer.add(Int(mmsi), bits: 30)
    return writer
  }

  /// Accuracy, longitude and latitude.
  static func addPosition(_ reading: AISReading, to writer: inout SixBitWriter) {
    writer.add(reading.accuracyHigh)
    writer.add(AISFields.coordinate(reading.longitudeDegrees), bits: 28)
    writer.add(AISFields.coordinate(reading.latitudeDegrees), bits: 27)
  }
}
