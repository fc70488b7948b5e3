/// Channel management: message 22 (ITU-R M.1371-5, Annex 8, § 3.20).
public struct ChannelManagement: Hashable, Sendable {
  let payload: AISPayload

  /// Channel number of A.
  public var channelA: Int { payload.unsigned(40, 12) }

  /// Channel number of B.
  public var channelB: Int { payload.unsigned(52, 12) }

  /// On which channels to send and receive.
  public var transmitReceiveMode: Int { payload.unsigned(64, 4) }

  /// Whether to send with low power.
  public var isLowPower: Bool { payload.flag(68) }

  /// East edge of the area in 1/10 minute, when not addressed.
  public var northEastLongitudeTenthMinutes: Int { payload.signed(69, 18) }

  /// North edge of the area in 1/10 minute.
  public var northEastLatitudeTenthMinutes: Int { payload.signed(87, 17) }

  /// West edge of the area in 1/10 minute.
  public var southWestLongitudeTenthMinutes: Int { payload.signed(104, 18) }

  /// South edge of the area in 1/10 minute.
  public var southWestLatitudeTenthMinutes: Int { payload.signed(122, 17) }

  /// First station, when addressed.
  public var destination1: UInt32 { payload.identity(69) }

  /// Second station, when addressed.
  public var destination2: UInt32 { payload.identity(104) }

  /// Whether two stations are meant and not an area.
  public var isAddressed: Bool { payload.flag(139) }

  /// Whether channel A has 12.5 kHz.
  public var bandwidthANarrow: Bool { payload.flag(140) }

  /// Whether channel B has 12.5 kHz.
  public var bandwidthBNarrow: Bool { payload.flag(141) }

  /// Size of the transitional zone, nautical miles less one.
  public var zoneSize: Int { payload.unsigned(142, 3) }
}
