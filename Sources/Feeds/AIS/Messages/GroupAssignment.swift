/// Group assignment command: message 23 (ITU-R M.1371-5, Annex 8, § 3.21).
public struct GroupAssignment: Hashable, Sendable {
  let payload: AISPayload

  /// East edge of the area in 1/10 minute.
  public var northEastLongitudeTenthMinutes: Int { payload.signed(40, 18) }

  /// North edge of the area in 1/10 minute.
  public var northEastLatitudeTenthMinutes: Int { payload.signed(58, 17) }

  /// West edge of the area in 1/10 minute.
  public var southWestLongitudeTenthMinutes: Int { payload.signed(75, 18) }

  /// South edge of the area in 1/10 minute.
  public var southWestLatitudeTenthMinutes: Int { payload.signed(93, 17) }

  /// Which stations are meant.
  public var stationType: Int { payload.unsigned(110, 4) }

  /// Which ships are meant; 0 for all.
  public var shipType: Int { payload.unsigned(114, 8) }

  /// On which channels to send and receive.
  public var transmitReceiveMode: Int { payload.unsigned(144, 2) }

  /// How often to report (Table 77).
  public var reportingInterval: Int { payload.unsigned(146, 4) }

  /// For how many minutes to be silent; 0 for none.
  public var quietMinutes: Int { payload.unsigned(150, 4) }
}
