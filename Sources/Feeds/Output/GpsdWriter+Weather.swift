extension GpsdWriter {
  func write(_ data: WeatherObservation236, to out: inout ByteWriter) {
    out.field(",\"lat\":", degrees: data.latitudeThousandthMinutes, decimals: 6)
    out.field(",\"lon\":", degrees: data.longitudeThousandthMinutes, decimals: 6)
    writeTime(data.day, data.hour, data.minute, to: &out)
    out.field(",\"wspeed\":", data.windKnots)
    out.field(",\"wgust\":", data.gustKnots)
    out.field(",\"wdir\":", data.windFromDegrees)
    out.field(",\"wgustdir\":", data.gustFromDegrees)
    out.field(",\"humidity\":", data.humidityPercent)
    out.field(",\"airtemp\":", tenths: data.airTemperatureTenths)
    out.field(",\"dewpoint\":", tenths: data.dewPointTenths)
    out.field(",\"pressure\":", data.pressureHectopascals)
    out.field(",\"pressuretend\":", words: GpsdWords.trend[data.pressureTendency & 3])
    out.field(",\"visibility\":", tenths: data.visibilityTenthsMile)
    out.field(",\"waterlevel\":", tenths: data.waterLevelTenthsMetre)
    out.field(",\"leveltrend\":", words: GpsdWords.trend[data.levelTrend & 3])
    writeCurrents(
      (data.surfaceCurrentTenthsKnot, data.surfaceCurrentDegrees),
      (data.current2TenthsKnot, data.current2Degrees, data.current2DepthMetres),
      (data.current3TenthsKnot, data.current3Degrees, data.current3DepthMetres), to: &out)
    writeSea(
      (data.waveTenthsMetre, data.wavePeriodSeconds, data.waveFromDegrees),
      (data.swellTenthsMetre, data.swellPeriodSeconds, data.swellFromDegrees), state: data.seaState, to: &out)
    out.field(",\"watertemp\":", tenths: data.waterTemperatureTenths)
    out.field(",\"preciptype\":", data.precipitation)
    out.field(",\"preciptype_text\":", words: GpsdWords.precipitation[data.precipitation & 7])
    out.field(",\"salinity\":", tenths: data.salinityTenths)
    out.field(",\"ice\":", data.ice)
    out.field(",\"ice_text\":", words: GpsdWords.ice[data.ice & 3])
  }

  func write(_ data: WeatherObservation289, to out: inout ByteWriter) {
    out.field(",\"lat\":", degrees: data.latitudeThousandthMinutes, decimals: 6)
    out.field(",\"lon\":", degrees: data.longitudeThousandthMinutes, decimals: 6)
    out.field(",\"accuracy\":", data.positionAccuracyHigh)
    writeTime(data.day, data.hour, data.minute, to: &out)
    out.field(",\"wspeed\":", data.windKnots)
    out.field(",\"wgust\":", data.gustKnots)
    out.field(",\"wdir\":", data.windFromDegrees)
    out.field(",\"wgustdir\":", data.gustFromDegrees)
    out.field(",\"humidity\":", data.humidityPercent)
    out.field(",\"airtemp\":", tenths: data.airTemperatureTenths)
    out.field(",\"dewpoint\":", tenths: data.dewPointTenths)
    out.field(",\"pressure\":", data.pressureHectopascals)
    out.field(",\"pressuretend\":", words: GpsdWords.trend[data.pressureTendency & 3])
    out.field(",\"visgreater\":", data.isVisibilityGreater)
    out.field(",\"visibility\":", tenths: data.visibilityTenthsMile)
    out.write(",\"waterlevel\":")
    out.write(tenthsOf: data.waterLevelCentimetres, per: 100)
    out.field(",\"leveltrend\":", words: GpsdWords.trend[data.levelTrend & 3])
    writeCurrents(
      (data.surfaceCurrentTenthsKnot, data.surfaceCurrentDegrees),
      (data.current2TenthsKnot, data.current2Degrees, data.current2DepthMetres),
      (data.current3TenthsKnot, data.current3Degrees, data.current3DepthMetres), to: &out)
    writeSea(
      (data.waveTenthsMetre, data.wavePeriodSeconds, data.waveFromDegrees),
      (data.swellTenthsMetre, data.swellPeriodSeconds, data.swellFromDegrees), state: data.seaState, to: &out)
    out.field(",\"watertemp\":", tenths: data.waterTemperatureTenths)
    out.field(",\"preciptype\":", words: GpsdWords.precipitation[data.precipitation & 7])
    out.field(",\"salinity\":", tenths: data.salinityTenths)
    out.field(",\"ice\":", words: GpsdWords.ice[data.ice & 3])
  }

  private func writeTime(_ day: Int, _ hour: Int, _ minute: Int, to out: inout ByteWriter) {
    out.write(",\"timestamp\":\"")
    out.write(twoDigits: day)
    out.write("T")
    out.write(twoDigits: hour)
    out.write(":")
    out.write(twoDigits: minute)
    out.write("Z\"")
  }

  private func writeCurrents(
    _ surface: (Int, Int), _ second: (Int, Int, Int), _ third: (Int, Int, Int), to out: inout ByteWriter
  ) {
    out.field(",\"cspeed\":", tenths: surface.0)
    out.field(",\"cdir\":", surface.1)
    out.field(",\"cspeed2\":", tenths: second.0)
    out.field(",\"cdir2\":", second.1)
    out.field(",\"cdepth2\":", second.2)
    out.field(",\"cspeed3\":", tenths: third.0)
    out.field(",\"cdir3\":", third.1)
    out.field(",\"cdepth3\":", third.2)
  }

  private func writeSea(_ wave: (Int, Int, Int), _ swell: (Int, Int, Int), state: Int, to out: inout ByteWriter) {
    out.field(",\"waveheight\":", tenths: wave.0)
    out.field(",\"waveperiod\":", wave.1)
    out.field(",\"wavedir\":", wave.2)
    out.field(",\"swellheight\":", tenths: swell.0)
    out.field(",\"swellperiod\":", swell.1)
    out.field(",\"swelldir\":", swell.2)
    out.field(",\"seastate\":", state)
  }
}
