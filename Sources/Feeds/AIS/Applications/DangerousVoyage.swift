/// Dangerous cargo indication: area code 1, function 12 (IMO SN/Circ.236).
public struct DangerousVoyage: Hashable, Sendable {
  let payload: AISPayload

  /// Last port of call (UN/LOCODE).
  public var lastPort: AISText { payload.text(88, characters: 5) }

  /// Month; 0 is not available.
  public var departureMonth: Int { payload.unsigned(118, 4) }

  /// Day; 0 is not available.
  public var departureDay: Int { payload.unsigned(122, 5) }

  /// Hour in UTC; 24 is not available.
  public var departureHour: Int { payload.unsigned(127, 5) }

  /// Minute; 60 is not available.
  public var departureMinute: Int { payload.unsigned(132, 6) }

  /// Next port of call (UN/LOCODE).
  public var nextPort: AISText { payload.text(138, characters: 5) }

  /// Month; 0 is not available.
  public var arrivalMonth: Int { payload.unsigned(168, 4) }

  /// Day; 0 is not available.
  public var arrivalDay: Int { payload.unsigned(172, 5) }

  /// Hour in UTC; 24 is not available.
  public var arrivalHour: Int { payload.unsigned(177, 5) }

  /// Minute; 60 is not available.
  public var arrivalMinute: Int { payload.unsigned(182, 6) }

  /// Main dangerous goods.
  public var dangerousGoods: AISText { payload.text(188, characters: 20) }

  /// IMD category.
  public var category: AISText { payload.text(308, characters: 4) }

  /// UN number; 0 is not available.
  public var unNumber: Int { payload.unsigned(332, 13) }

  /// Quantity; 0 is not available.
  public var amount: Int { payload.unsigned(345, 10) }

  /// 0 not available, 1 kilograms, 2 tonnes, 3 thousand tonnes.
  public var amountUnit: Int { payload.unsigned(355, 2) }
}
