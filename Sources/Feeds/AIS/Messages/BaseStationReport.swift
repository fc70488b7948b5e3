/// Base station report and UTC/date response: messages 4 and 11 (ITU-R M.1371-5, Annex 8, §§ 3.2 and 3.9).
public struct BaseStationReport: Hashable, Sendable {
  let payload: AISPayload

  /// Year; 0 is not available.
  public var year: Int { payload.unsigned(38, 14) }

  /// Month; 0 is not available.
  public var month: Int { payload.unsigned(52, 4) }

  /// Day; 0 is not available.
  public var day: Int { payload.unsigned(56, 5) }

  /// Hour; 24 is not available.
  public var hour: Int { payload.unsigned(61, 5) }

  /// Minute; 60 is not available.
  public var minute: Int { payload.unsigned(66, 6) }

  /// Second; 60 is not available.
  public var second: Int { payload.unsigned(72, 6) }

  /// Whether the position is good to 10 metres or better.
  public var positionAccuracyHigh: Bool { payload.flag(78) }

  /// Degrees east in 1/10,000 minute; 108,600,000 (181°) is not available.
  public var longitudeTenThousandthMinutes: Int { payload.signed(79, 28) }

  /// Degrees north in 1/10,000 minute; 54,600,000 (91°) is not available.
  public var latitudeTenThousandthMinutes: Int { payload.signed(107, 27) }

  /// Type of electronic position fixing device.
  public var positionDevice: Int { payload.unsigned(134, 4) }

  /// Whether the station asks class A ships for long-range broadcasts (message 27).
  public var longRangeControl: Bool { payload.flag(138) }

  /// Whether receiver autonomous integrity monitoring is in use.
  public var raim: Bool { payload.flag(148) }

  /// The communication state as sent.
  public var radioStatus: Int { payload.unsigned(149, 19) }

  /// How the sender keeps its slots.
  public var communicationState: CommunicationState { .selfOrganised(radioStatus) }
}
