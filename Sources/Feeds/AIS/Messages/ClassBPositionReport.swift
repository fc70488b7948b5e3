/// Standard class B position report: message 18 (ITU-R M.1371-5, Annex 8, § 3.16).
public struct ClassBPositionReport: Hashable, Sendable {
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
  public var regional: Int { payload.unsigned(139, 2) }

  /// Whether the unit is class B "CS" (carrier sense) and not "SO" (self-organising).
  public var isCarrierSense: Bool { payload.flag(141) }

  /// Whether it has a display for messages 12 and 14.
  public var hasDisplay: Bool { payload.flag(142) }

  /// Whether it has a digital selective calling function.
  public var hasDSC: Bool { payload.flag(143) }

  /// Whether it works on the whole marine band.
  public var coversWholeBand: Bool { payload.flag(144) }

  /// Whether message 22 can manage its channels.
  public var acceptsMessage22: Bool { payload.flag(145) }

  /// Whether it works in assigned mode.
  public var isAssigned: Bool { payload.flag(146) }

  /// Whether receiver autonomous integrity monitoring is in use.
  public var raim: Bool { payload.flag(147) }

  /// The selector flag and the communication state as sent.
  public var radioStatus: Int { payload.unsigned(148, 20) }

  /// How the sender keeps its slots.
  public var communicationState: CommunicationState { .selected(radioStatus) }
}
