/// Position report for long-range applications: message 27 (ITU-R M.1371-5, Annex 8, § 3.25).
public struct LongRangePositionReport: Hashable, Sendable {
  let payload: AISPayload

  /// Whether the position is good to 10 metres or better.
  public var positionAccuracyHigh: Bool { payload.flag(38) }

  /// Whether receiver autonomous integrity monitoring is in use.
  public var raim: Bool { payload.flag(39) }

  /// What the ship is doing, 0 to 15; 15 is not defined.
  public var navigationalStatus: Int { payload.unsigned(40, 4) }

  /// Degrees east in 1/10 minute; 108,600 (181°) is not available.
  public var longitudeTenthMinutes: Int { payload.signed(44, 18) }

  /// Degrees north in 1/10 minute; 54,600 (91°) is not available.
  public var latitudeTenthMinutes: Int { payload.signed(62, 17) }

  /// Speed over ground in knots; 63 is not available.
  public var speedKnots: Int { payload.unsigned(79, 6) }

  /// Course over ground in degrees; 511 is not available.
  public var courseDegrees: Int { payload.unsigned(85, 9) }

  /// Whether the position is older than 5 seconds.
  public var isPositionOld: Bool { payload.flag(94) }
}
