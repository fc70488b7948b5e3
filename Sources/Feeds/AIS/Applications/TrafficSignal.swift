/// Marine traffic signal: area code 1, function 19 (IMO SN.1/Circ.289).
public struct TrafficSignal: Hashable, Sendable {
  let payload: AISPayload

  /// Links messages that belong together; 0 for none.
  public var linkage: Int { payload.unsigned(56, 10) }

  /// Name of the signal station.
  public var station: AISText { payload.text(66, characters: 20) }

  /// Degrees east in 1/1,000 minute.
  public var longitudeThousandthMinutes: Int { payload.signed(186, 25) }

  /// Degrees north in 1/1,000 minute.
  public var latitudeThousandthMinutes: Int { payload.signed(211, 24) }

  /// 0 not available, 1 in regular service, 2 irregular service.
  public var status: Int { payload.unsigned(235, 2) }

  /// The signal in service.
  public var signal: Int { payload.unsigned(237, 5) }

  /// Hour of the next shift of signal in UTC.
  public var nextHour: Int { payload.unsigned(242, 5) }

  /// Minute of the next shift.
  public var nextMinute: Int { payload.unsigned(247, 6) }

  /// The next signal.
  public var nextSignal: Int { payload.unsigned(253, 5) }
}
