/// Clearance time to enter port: area code 1, function 18 (IMO SN.1/Circ.289).
public struct PortClearance: Hashable, Sendable {
  let payload: AISPayload

  /// Links messages that belong together; 0 for none.
  public var linkage: Int { payload.unsigned(88, 10) }

  /// Month; 0 is not available.
  public var month: Int { payload.unsigned(98, 4) }

  /// Day; 0 is not available.
  public var day: Int { payload.unsigned(102, 5) }

  /// Hour in UTC; 24 is not available.
  public var hour: Int { payload.unsigned(107, 5) }

  /// Minute; 60 is not available.
  public var minute: Int { payload.unsigned(112, 6) }

  /// Port and berth.
  public var port: AISText { payload.text(118, characters: 20) }

  /// Destination (UN/LOCODE).
  public var destination: AISText { payload.text(238, characters: 5) }

  /// Degrees east in 1/1,000 minute.
  public var longitudeThousandthMinutes: Int { payload.signed(268, 25) }

  /// Degrees north in 1/1,000 minute.
  public var latitudeThousandthMinutes: Int { payload.signed(293, 24) }
}
