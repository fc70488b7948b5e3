public import Geodesy

/// What a tracker takes from a record, in the units of the house; nil is what the record does not say.
public struct AsterixReport: Hashable, Sendable {
  /// The category of the record.
  public var category: Int
  /// The system area code of the sensor or the system that sends, 0 to 255.
  public var sourceArea: Int?
  /// The system identification code, 0 to 255; the two together name the source.
  public var sourceIdentification: Int?
  /// Seconds of the day in UTC, 0 to 86,400.
  public var timeOfDaySeconds: Double?
  /// Slant range from the radar, in metres.
  public var rangeMetres: Double?
  /// Direction from the radar, in degrees clockwise from its north.
  public var azimuthDegrees: Double?
  /// Metres east of the sensor's or the system's reference point.
  public var eastMetres: Double?
  /// Metres north of that point.
  public var northMetres: Double?
  /// Place on WGS 84: of the target, and of the radar in category 034.
  public var position: Position?
  /// The number of the track at its source.
  public var trackNumber: Int?
  /// The Mode 3/A code, twelve bits, written in octal digits; nil also when the source says that it is garbled.
  public var mode3A: Int?
  /// The flight level in hundreds of feet by the standard atmosphere; nil also when it is garbled.
  public var flightLevel: Double?
  /// The 24 bits of the aircraft's address.
  public var aircraftAddress: Int?
  /// The identification that is transmitted, without the spaces at its end.
  public var callSign: String?
  /// Speed over the ground, in metres a second.
  public var groundSpeedMetresPerSecond: Double?
  /// Direction of movement, in degrees clockwise from north.
  public var courseDegrees: Double?
  /// Speed to the east, in metres a second.
  public var eastMetresPerSecond: Double?
  /// Speed to the north, in metres a second.
  public var northMetresPerSecond: Double?
}

extension AsterixReport {
  /// A report that says nothing yet.
  public init(category: Int) { self.init(category: category, sourceArea: nil) }
}

extension AsterixRecord {
  /// What a tracker takes from it.
  ///
  /// In category 048, `I048/040` with 256 steps of range and 16,384 of azimuth is a target one nautical mile off due east:
  /// 1,852 metres at 90 degrees.
  public var report: AsterixReport {
    let roles = layout.roles.pointee
    var report = AsterixReport(category: category)
    report.sourceArea = whole(roles.area)
    report.sourceIdentification = whole(roles.identification)
    report.timeOfDaySeconds = value(roles.time)
    report.rangeMetres = value(roles.range)
    report.azimuthDegrees = value(roles.azimuth)
    report.eastMetres = value(roles.east)
    report.northMetres = value(roles.north)
    if let latitude = value(roles.latitude), let longitude = value(roles.longitude) {
      report.position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
    }
    report.trackNumber = whole(roles.track)
    report.mode3A = value(roles.codeGarbled) == 1 ? nil : whole(roles.code)
    report.flightLevel = value(roles.levelGarbled) == 1 ? nil : value(roles.level)
    report.aircraftAddress = whole(roles.address)
    report.callSign = text(roles.callSign)
    report.groundSpeedMetresPerSecond = value(roles.speed)
    report.courseDegrees = value(roles.course)
    report.eastMetresPerSecond = value(roles.eastSpeed)
    report.northMetresPerSecond = value(roles.northSpeed)
    return report
  }

  /// The first of some fields that the record has, in metres and metres a second where it is a length or a speed.
  private func value(_ fields: [AsterixField]) -> Double? {
    for field in fields {
      guard let value = self[field] else { continue }
      return switch field.unit {
      case "NM", "NM/s": value * Units.metresPerNauticalMile
      case "kt": Units.metresPerSecond(knots: value)
      default: value
      }
    }
    return nil
  }

  private func whole(_ fields: [AsterixField]) -> Int? {
    for field in fields {
      if let bits = bits(field) { return Int(truncatingIfNeeded: bits) }
    }
    return nil
  }

  private func text(_ fields: [AsterixField]) -> String? {
    for field in fields {
      guard let bits = bits(field) else { continue }
      var text = ""
      for place in 0..<8 {
        text.unicodeScalars.append(UnicodeScalar(AsterixWriter.character(bits >> UInt64(42 - 6 * place))))
      }
      while text.last == " " { text.removeLast() }
      return text.isEmpty ? nil : text
    }
    return nil
  }
}

/// The fields of a category that a tracker takes, each a list of which the first that a record has counts.
struct AsterixRoles: Sendable {
  static let secondsOfDay = 86_400.0

  let area, identification, time, range, azimuth, east, north, latitude, longitude: [AsterixField]
  let track, code, codeGarbled, level, levelGarbled, address, callSign: [AsterixField]
  let speed, course, eastSpeed, northSpeed: [AsterixField]

  init(_ names: [String: [String]], _ paths: [String: AsterixField]) {
    func fields(_ role: String) -> [AsterixField] { (names[role] ?? []).compactMap { paths[$0] } }
    // Every category begins with its source.
    area = paths["010/SAC"].map { [$0] } ?? []
    identification = paths["010/SIC"].map { [$0] } ?? []
    (time, range, azimuth) = (fields("time"), fields("range"), fields("azimuth"))
    (east, north, latitude, longitude) = (fields("east"), fields("north"), fields("latitude"), fields("longitude"))
    (track, code, codeGarbled) = (fields("track"), fields("code"), fields("codeGarbled"))
    (level, levelGarbled) = (fields("level"), fields("levelGarbled"))
    (address, callSign) = (fields("address"), fields("callSign"))
    (speed, course) = (fields("speed"), fields("course"))
    (eastSpeed, northSpeed) = (fields("eastSpeed"), fields("northSpeed"))
  }
}
