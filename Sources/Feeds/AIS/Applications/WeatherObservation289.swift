/// Meteorological and hydrological data: area code 1, function 31 (IMO SN.1/Circ.289).
public struct WeatherObservation289: Hashable, Sendable {
  let payload: AISPayload

  /// Degrees east in 1/1,000 minute; 10,860,000 (181°) is not available.
  public var longitudeThousandthMinutes: Int { payload.signed(56, 25) }

  /// Degrees north in 1/1,000 minute; 5,460,000 (91°) is not available.
  public var latitudeThousandthMinutes: Int { payload.signed(81, 24) }

  /// Whether the position is good to 10 metres or better.
  public var positionAccuracyHigh: Bool { payload.flag(105) }

  /// Day of the observation in UTC.
  public var day: Int { payload.unsigned(106, 5) }

  /// Hour of the observation in UTC.
  public var hour: Int { payload.unsigned(111, 5) }

  /// Minute of the observation.
  public var minute: Int { payload.unsigned(116, 6) }

  /// Mean wind of the last ten minutes; 127 is not available.
  public var windKnots: Int { payload.unsigned(122, 7) }

  /// Gusts; 127 is not available.
  public var gustKnots: Int { payload.unsigned(129, 7) }

  /// Where the wind comes from; 360 or more is not available.
  public var windFromDegrees: Int { payload.unsigned(136, 9) }

  /// Where the gusts come from; 360 or more is not available.
  public var gustFromDegrees: Int { payload.unsigned(145, 9) }

  /// Air temperature in 1/10 °C; −1,024 is not available.
  public var airTemperatureTenths: Int { payload.signed(154, 11) }

  /// Relative humidity; 101 is not available.
  public var humidityPercent: Int { payload.unsigned(165, 7) }

  /// Dew point in 1/10 °C; 501 is not available.
  public var dewPointTenths: Int { payload.signed(172, 10) }

  /// Air pressure; 1,310 is not available.
  public var pressureHectopascals: Int { payload.unsigned(182, 9) + 799 }

  /// 0 steady, 3 not available.
  public var pressureTendency: Int { payload.unsigned(191, 2) }

  /// Whether the sight is farther than the instrument reaches.
  public var isVisibilityGreater: Bool { payload.flag(193) }

  /// Sight in 1/10 nautical mile; 127 is not available.
  public var visibilityTenthsMile: Int { payload.unsigned(194, 7) }

  /// Water level against the local datum; 3,001 is not available.
  public var waterLevelCentimetres: Int { payload.unsigned(201, 12) - 1_000 }

  /// 0 steady, 3 not available.
  public var levelTrend: Int { payload.unsigned(213, 2) }

  /// Surface current in 1/10 knot; 255 is not available.
  public var surfaceCurrentTenthsKnot: Int { payload.unsigned(215, 8) }

  /// Where the surface current goes; 360 or more is not available.
  public var surfaceCurrentDegrees: Int { payload.unsigned(223, 9) }

  /// Second current in 1/10 knot.
  public var current2TenthsKnot: Int { payload.unsigned(232, 8) }

  /// Where it goes.
  public var current2Degrees: Int { payload.unsigned(240, 9) }

  /// How deep; 31 is not available.
  public var current2DepthMetres: Int { payload.unsigned(249, 5) }

  /// Third current in 1/10 knot.
  public var current3TenthsKnot: Int { payload.unsigned(254, 8) }

  /// Where it goes.
  public var current3Degrees: Int { payload.unsigned(262, 9) }

  /// How deep; 31 is not available.
  public var current3DepthMetres: Int { payload.unsigned(271, 5) }

  /// Height of the waves in 1/10 metre; 255 is not available.
  public var waveTenthsMetre: Int { payload.unsigned(276, 8) }

  /// Their period; 63 is not available.
  public var wavePeriodSeconds: Int { payload.unsigned(284, 6) }

  /// Where they come from.
  public var waveFromDegrees: Int { payload.unsigned(290, 9) }

  /// Height of the swell in 1/10 metre; 255 is not available.
  public var swellTenthsMetre: Int { payload.unsigned(299, 8) }

  /// Its period; 63 is not available.
  public var swellPeriodSeconds: Int { payload.unsigned(307, 6) }

  /// Where it comes from.
  public var swellFromDegrees: Int { payload.unsigned(313, 9) }

  /// Beaufort scale; 13 or more is not available.
  public var seaState: Int { payload.unsigned(322, 4) }

  /// Water temperature in 1/10 °C; 501 is not available.
  public var waterTemperatureTenths: Int { payload.signed(326, 10) }

  /// Kind of precipitation; 7 is not available.
  public var precipitation: Int { payload.unsigned(336, 3) }

  /// Salinity in 1/10 per mille; 510 or more is not available.
  public var salinityTenths: Int { payload.unsigned(339, 9) }

  /// 0 no, 1 yes, 3 not available.
  public var ice: Int { payload.unsigned(348, 2) }
}
