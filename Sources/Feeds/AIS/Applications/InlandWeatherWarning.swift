/// EMMA weather warning: area code 200, function 23 (inland AIS standard, CESNI and UNECE Resolution 63).
public struct InlandWeatherWarning: Hashable, Sendable {
  let payload: AISPayload

  /// Years after 2000.
  public var startYear: Int { payload.unsigned(56, 8) }

  /// First month.
  public var startMonth: Int { payload.unsigned(64, 4) }

  /// First day.
  public var startDay: Int { payload.unsigned(68, 5) }

  /// Years after 2000.
  public var endYear: Int { payload.unsigned(73, 8) }

  /// Last month.
  public var endMonth: Int { payload.unsigned(81, 4) }

  /// Last day.
  public var endDay: Int { payload.unsigned(85, 5) }

  /// First hour.
  public var startHour: Int { payload.unsigned(90, 5) }

  /// First minute.
  public var startMinute: Int { payload.unsigned(95, 6) }

  /// Last hour.
  public var endHour: Int { payload.unsigned(101, 5) }

  /// Last minute.
  public var endMinute: Int { payload.unsigned(106, 6) }

  /// Where the stretch begins, degrees east in 1/10,000 minute.
  public var startLongitudeTenThousandthMinutes: Int { payload.signed(112, 28) }

  /// Degrees north in 1/10,000 minute.
  public var startLatitudeTenThousandthMinutes: Int { payload.signed(140, 27) }

  /// Where it ends.
  public var endLongitudeTenThousandthMinutes: Int { payload.signed(167, 28) }

  /// Degrees north in 1/10,000 minute.
  public var endLatitudeTenThousandthMinutes: Int { payload.signed(195, 27) }

  /// What is warned of.
  public var warning: Int { payload.unsigned(222, 4) }

  /// Least value.
  public var least: Int { payload.signed(226, 9) }

  /// Greatest value.
  public var most: Int { payload.signed(235, 9) }

  /// 1 slight, 2 medium, 3 strong.
  public var intensity: Int { payload.unsigned(244, 2) }

  /// Direction of the wind in eighths.
  public var windFrom: Int { payload.unsigned(246, 4) }
}
