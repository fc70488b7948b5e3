/// Extended class B position report: message 19 (ITU-R M.1371-5, Annex 8, § 3.17).
public struct ExtendedClassBReport: Hashable, Sendable {
  let payload: AISPayload

  /// Spare.
  public var reserved: Int { payload.unsigned(38, 8) }

  /// Speed over ground in 1/10 knot; 1,023 is not available.
  public var speedTenthsKnot: Int { payload.unsigned(46, 10) }

  /// Whether the position is good to 10 metres or better.
  public var positionAccuracyHigh: Bool { payload.flag(56) }

  /// Degrees east in 1/10,000 minute; 108,600,000 (181°) is not available.
  public var longitudeTenThousandthMinutes: Int { payload.signed(57, 28) }

  /// Degrees north in 1/10,000 minute; 54,600,000 (91°) is not available.
  public var latitudeTenThousandthMinutes: Int { payload.signed(85, 27) }

  /// Course over ground in 1/10 degree; 3,600 is not available.
  public var courseTenthsDegree: Int { payload.unsigned(112, 12) }

  /// True heading in degrees; 511 is not available.
  public var headingDegrees: Int { payload.unsigned(124, 9) }

  /// The UTC second of the position; 60 is not available, 61 to 63 say how the position was found.
  public var utcSecond: Int { payload.unsigned(133, 6) }

  /// Spare.
  public var regional: Int { payload.unsigned(139, 4) }

  /// Name of the ship.
  public var name: AISText { payload.text(143, characters: 20) }

  /// Type of ship and cargo.
  public var shipType: Int { payload.unsigned(263, 8) }

  /// From the bow to the reference point, in metres.
  public var toBowMetres: Int { payload.unsigned(271, 9) }

  /// From the stern to the reference point, in metres.
  public var toSternMetres: Int { payload.unsigned(280, 9) }

  /// From the port side to the reference point, in metres.
  public var toPortMetres: Int { payload.unsigned(289, 6) }

  /// From the starboard side to the reference point, in metres.
  public var toStarboardMetres: Int { payload.unsigned(295, 6) }

  /// Type of electronic position fixing device.
  public var positionDevice: Int { payload.unsigned(301, 4) }

  /// Whether receiver autonomous integrity monitoring is in use.
  public var raim: Bool { payload.flag(305) }

  /// Whether the data terminal is not available.
  public var dataTerminalNotReady: Bool { payload.flag(306) }

  /// Whether it works in assigned mode.
  public var isAssigned: Bool { payload.flag(307) }
}
