/// Meteorological and hydrological data: area code 1, function 11 (IMO SN/Circ.236).
public struct WeatherObservation236: Hashable, Sendable {
  let payload: AISPayload

  /// Degrees north in 1/1,000 minute; 8,388,607 is not available.
  public var latitudeThousandthMinutes: Int { payload.signed(56, 24) }

  /// Degrees east in 1/1,000 minute; 16,777,215 is not available.
  public var longitudeThousandthMinutes: Int { payload.signed(80, 25) }

  /// Day of the observation in UTC.
  public var day: Int { payload.unsigned(105, 5) }

  /// Hour of the observation in UTC.
  public var hour: Int { payload.unsigned(110, 5) }

  /// Minute of the observation.
  public var minute: Int { payload.unsigned(115, 6) }

  /// Mean wind of the last ten minutes; 127 is not available.
  public var windKnots: Int { payload.unsigned(121, 7) }

  /// Gusts; 127 is not available.
  public var gustKnots: Int { payload.unsigned(128, 7) }

  /// Where the wind comes from; 360 or more is not available.
  public var windFromDegrees: Int { payload.unsigned(135, 9) }

  /// Where the gusts come from; 360 or more is not available.
  public var gustFromDegrees: Int { payload.unsigned(144, 9) }

  /// Air temperature in 1/10 °C; 1,447 is not available.
  public var airTemperatureTenths: Int { payload.unsigned(153, 11) - 600 }

  /// Relative humidity; 127 is not available.
  public var humidityPercent: Int { payload.unsigned(164, 7) }

  /// Dew point in 1/10 °C; 823 is not available.
  public var dewPointTenths: Int { payload.unsigned(171, 10) - 200 }

  /// Air pressure; 1,311 is not available.
  public var pressureHectopascals: Int { payload.unsigned(181, 9) + 800 }

  /// 0 steady, 3 not available.
  public var pressureTendency: Int { payload.unsigned(190, 2) }

  /// Sight in 1/10 nautical mile; 255 is not available.
  public var visibilityTenthsMile: Int { payload.unsigned(192, 8) }

  /// Water level against the local datum in 1/10 metre; 411 is not available.
  public var waterLevelTenthsMetre: Int { payload.unsigned(200, 9) - 100 }

  /// 0 steady, 3 not available.
  public var levelTrend: Int { payload.unsigned(209, 2) }

  /// Surface current in 1/10 knot; 255 is not available.
  public var surfaceCurrentTenthsKnot: Int { payload.unsigned(211, 8) }

  /// Where the surface current goes; 360 or more is not available.
  public var surfaceCurrentDegrees: Int { payload.unsigned(219, 9) }

  /// Second current in 1/10 knot.
  public var current2TenthsKnot: Int { payload.unsigned(228, 8) }

  /// Where it goes.
  public var current2Degrees: Int { payload.unsigned(236, 9) }

  /// How deep; 31 is not available.
  public var current2DepthMetres: Int { payload.unsigned(245, 5) }

  /// Third current in 1/10 knot.
  public var current3TenthsKnot: Int { payload.unsigned(250, 8) }

  /// Where it goes.
  public var current3Degrees: Int { payload.unsigned(258, 9) }

  /// How deep; 31 is not available.
  public var current3DepthMetres: Int { payload.unsigned(267, 5) }

  /// Height of the waves in 1/10 metre; 255 is not available.
  public var waveTenthsMetre: Int { payload.unsigned(272, 8) }

  /// Their period; 63 is not available.
  public var wavePeriodSeconds: Int { payload.unsigned(280, 6) }

  /// Where they come from.
  public var waveFromDegrees: Int { payload.unsigned(286, 9) }

  /// Height of the swell in 1/10 metre; 255 is not available.
  public var swellTenthsMetre: Int { payload.unsigned(295, 8) }

  /// Its period; 63 is not available.
  public var swellPeriodSeconds: Int { payload.unsigned(303, 6) }

  /// Where it comes from.
  public var swellFromDegrees: Int { payload.unsigned(309, 9) }

  /// Beaufort scale; 13 or more is not available.
  public var seaState: Int { payload.unsigned(318, 4) }

  /// Water temperature in 1/10 °C; 923 is not available.
  public var waterTemperatureTenths: Int { payload.unsigned(322, 10) - 100 }

  /// Kind of precipitation; 7 is not available.
  public var precipitation: Int { payload.unsigned(332, 3) }

  /// Salinity in 1/10 per mille; 510 or more is not available.
  public var salinityTenths: Int { payload.unsigned(335, 9) }

  /// 0 no, 1 yes, 3 not available.
  public var ice: Int { payload.bitCount < 346 ? 3 : payload.unsigned(344, 2) }
}
