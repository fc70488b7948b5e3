/// Class A position report: messages 1, 2 and 3 (ITU-R M.1371-5, Annex 8, § 3.1).
public struct PositionReport: Hashable, Sendable {
  let payload: AISPayload

  /// What the ship is doing, 0 to 15; 15 is not defined.
  public var navigationalStatus: Int { payload.unsigned(38, 4) }

  /// Rate of turn as sent: 4.733 times the root of degrees a minute; −128 is not available.
  public var rateOfTurnCode: Int { payload.signed(42, 8) }

  /// Speed over ground in 1/10 knot; 1,023 is not available, 1,022 is 102.2 knots or more.
  public var speedTenthsKnot: Int { payload.unsigned(50, 10) }

  /// Whether the position is good to 10 metres or better.
  public var positionAccuracyHigh: Bool { payload.flag(60) }

  /// Degrees east in 1/10,000 minute; 108,600,000 (181°) is not available.
  public var longitudeTenThousandthMinutes: Int { payload.signed(61, 28) }

  /// Degrees north in 1/10,000 minute; 54,600,000 (91°) is not available.
  public var latitudeTenThousandthMinutes: Int { payload.signed(89, 27) }

  /// Course over ground in 1/10 degree; 3,600 is not available.
  public var courseTenthsDegree: Int { payload.unsigned(116, 12) }

  /// True heading in degrees; 511 is not available.
  public var headingDegrees: Int { payload.unsigned(128, 9) }

  /// The UTC second of the position; 60 is not available, 61 to 63 say how the position was found.
  public var utcSecond: Int { payload.unsigned(137, 6) }

  /// 0 not available, 1 not engaged, 2 engaged in a special manoeuvre.
  public var specialManoeuvre: Int { payload.unsigned(143, 2) }

  /// Whether receiver autonomous integrity monitoring is in use.
  public var raim: Bool { payload.flag(148) }

  /// The communication state as sent.
  public var radioStatus: Int { payload.unsigned(149, 19) }

  /// How the sender keeps its slots.
  public var communicationState: CommunicationState {
    payload.unsigned(0, 6) == 3 ? .incremental(radioStatus) : .selfOrganised(radioStatus)
  }
}
