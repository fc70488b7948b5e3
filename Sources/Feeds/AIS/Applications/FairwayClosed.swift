/// Fairway closed: area code 1, function 13 (IMO SN/Circ.236).
public struct FairwayClosed: Hashable, Sendable {
  let payload: AISPayload

  /// Why.
  public var reason: AISText { payload.text(56, characters: 20) }

  /// From where.
  public var closedFrom: AISText { payload.text(176, characters: 20) }

  /// To where.
  public var closedTo: AISText { payload.text(296, characters: 20) }

  /// Extension of the closed area; 1,001 is not available.
  public var radius: Int { payload.unsigned(416, 10) }

  /// 0 metres, 1 kilometres, 2 nautical miles, 3 cables.
  public var radiusUnit: Int { payload.unsigned(426, 2) }

  /// First day.
  public var fromDay: Int { payload.unsigned(428, 5) }

  /// First month.
  public var fromMonth: Int { payload.unsigned(433, 4) }

  /// First hour, local time.
  public var fromHour: Int { payload.unsigned(437, 5) }

  /// First minute.
  public var fromMinute: Int { payload.unsigned(442, 6) }

  /// Last day.
  public var toDay: Int { payload.unsigned(448, 5) }

  /// Last month.
  public var toMonth: Int { payload.unsigned(453, 4) }

  /// Last hour, local time.
  public var toHour: Int { payload.unsigned(457, 5) }

  /// Last minute.
  public var toMinute: Int { payload.unsigned(462, 6) }
}
