extension ADSBContent {
  /// Reads the 56 bits of an extended squitter, which begin at bit 33 (DO-260B, table 2-16).
  @inline(__always)
  static func squitter(_ frame: ModeSFrame) -> ADSBContent {
    let typeCode = frame.unsigned(32, 5)
    switch typeCode {
    case 1...4:
      return .identification(
        AircraftIdentification(
          typeCode: typeCode, category: frame.unsigned(37, 3), code: UInt64(frame.unsigned(40, 48))))
    case 5...8: return .surfacePosition(surface(frame))
    case 0, 9...18, 20...22: return .airbornePosition(airborne(frame, typeCode))
    case 19 where 1...4 ~= frame.unsigned(37, 3): return .velocity(velocity(frame))
    case 28 where frame.unsigned(37, 3) == 1:
      return .status(
        AircraftStatus(emergencyState: frame.unsigned(40, 3), squawk: ModeSCodes.squawk(frame.unsigned(43, 13))))
    case 31: return .operationalStatus(version: frame.unsigned(72, 3))
    default: return .other(typeCode: typeCode)
    }
  }

  private static func compact(_ frame: ModeSFrame) -> CompactPosition {
    CompactPosition(
      isOdd: frame.unsigned(53, 1) == 1, latitude: frame.unsigned(54, 17), longitude: frame.unsigned(71, 17))
  }

  private static func airborne(_ frame: ModeSFrame, _ typeCode: Int) -> AirbornePosition {
    // Heights above the ellipsoid are coded as altitudes are (2.2.3.2.3.4.3), in feet.
    AirbornePosition(
      surveillanceStatus: frame.unsigned(37, 2), integritySupplement: frame.unsigned(39, 1),
      altitudeFeet: ModeSCodes.feet(altitude12: frame.unsigned(40, 12)), isHeight: typeCode >= 20,
      compact: typeCode == 0 ? nil : compact(frame))
  }

  private static func surface(_ frame: ModeSFrame) -> SurfacePosition {
    SurfacePosition(
      speedEighthsKnot: speedEighths(movement: frame.unsigned(37, 7)),
      trackTurns128: frame.unsigned(44, 1) == 1 ? frame.unsigned(45, 7) : nil, compact: compact(frame))
  }

  /// Speeds are coded finer the slower they are (DO-260B, table 2-19).
  static func speedEighths(movement: Int) -> Int? {
    switch movement {
    case 1: 0
    case 2...8: movement - 1
    case 9...12: 8 + (movement - 9) * 2
    case 13...38: 16 + (movement - 13) * 4
    case 39...93: 120 + (movement - 39) * 8
    case 94...108: 560 + (movement - 94) * 16
    case 109...123: 800 + (movement - 109) * 40
    case 124: 1_400
    default: nil
    }
  }

  private static func velocity(_ frame: ModeSFrame) -> AirborneVelocity {
    let subtype = frame.unsigned(37, 3)
    let scale = subtype == 2 || subtype == 4 ? 4 : 1
    let (first, second) = (frame.unsigned(46, 10), frame.unsigned(57, 10))
    let isGround = subtype <= 2
    let (isWest, isSouth) = (frame.unsigned(45, 1) == 1, frame.unsigned(56, 1) == 1)
    let rate = frame.unsigned(69, 9)
    let difference = frame.unsigned(81, 7)
    return AirborneVelocity(
      subtype: subtype, accuracyCategory: frame.unsigned(42, 3),
      groundKnots: isGround && first > 0 && second > 0
        ? AirborneVelocity.Ground(
          east: (first - 1) * scale * (isWest ? -1 : 1), north: (second - 1) * scale * (isSouth ? -1 : 1)) : nil,
      headingTurns1024: !isGround && isWest ? first : nil,
      airspeedKnots: !isGround && second > 0 ? (second - 1) * scale : nil, isTrueAirspeed: !isGround && isSouth,
      isBarometricRate: frame.unsigned(67, 1) == 1,
      verticalFeetPerMinute: rate > 0 ? (rate - 1) * 64 * (frame.unsigned(68, 1) == 1 ? -1 : 1) : nil,
      heightAboveBarometerFeet: 1...126 ~= difference
        ? (difference - 1) * 25 * (frame.unsigned(80, 1) == 1 ? -1 : 1) : nil)
  }
}
