/// Standard search and rescue aircraft position report: message 9 (ITU-R M.1371-5, Annex 8, § 3.7).
public struct RescueAircraftReport: Hashable, Sendable {
  let payload: AISPayload

  /// Altitude in metres; 4,095 is not available, 4,094 is that or more.
  public var altitudeMetres: Int { payload.unsigned(38, 12) }

  /// Speed over ground in knots; 1,023 is not available, 1,022 is that or more.
  public var speedKnots: Int { payload.unsigned(50, 10) }

  /// Whether the position is good to 10 metres or better.
  public var positionAccuracyHigh: Bool { payload.flag(60) }

  /// Degrees east in 1/10,000 minute; 108,600,000 (181°) is not available.
  public var longitudeTenThousandthMinutes: Int { payload.signed(61, 28) }

  /// Degrees north in 1/10,000 minute; 54,600,000 (91°) is not available.
  public var latitudeTenThousandthMinutes: Int { payload.signed(89, 27) }

  /// Course over ground in 1/10 degree; 3,600 is not available.
  public var courseTenthsDegree: Int { payload.unsigned(116, 12) }

  /// The UTC second of the position; 60 is not available, 61 to 63 say how the position was found.
  public var utcSecond: Int { payload.unsigned(128, 6) }

  /// Whether the altitude comes from a barometer.
  public var isAltitudeBarometric: Bool { payload.flag(134) }

  /// The altitude sensor and seven spare bits, as one number.
  public var reserved: Int { payload.unsigned(134, 8) }

  /// Whether the data terminal is not available.
  public var dataTerminalNotReady: Bool { payload.flag(142) }

  /// Whether the station works in assigned mode.
  public var isAssigned: Bool { payload.flag(146) }

  /// Whether receiver autonomous integrity monitoring is in use.
  public var raim: Bool { payload.flag(147) }

  /// The selector flag and the communication state as sent.
  public var radioStatus: Int { payload.unsigned(148, 20) }

  /// How the sender keeps its slots.
  public var communicationState: CommunicationState { .selected(radioStatus) }
}
