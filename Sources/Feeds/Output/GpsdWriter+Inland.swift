extension GpsdWriter {
  func write(_ data: InlandShipData, to out: inout ByteWriter) {
    out.field(",\"vin\":", data.vesselNumber)
    out.field(",\"length\":", data.lengthTenthsMetre)
    out.field(",\"beam\":", data.beamTenthsMetre)
    out.field(",\"shiptype\":", data.shipType)
    out.field(",\"shiptype_text\":", words: GpsdWords.inlandShip(data.shipType))
    out.field(",\"hazard\":", data.hazard)
    out.field(
      ",\"hazard_text\":", words: GpsdWords.word(data.hazard, in: GpsdWords.hazard, otherwise: "INVALID HAZARD TYPE"))
    out.field(",\"draught\":", data.draughtCentimetres)
    out.field(",\"loaded\":", data.loaded)
    out.field(
      ",\"loaded_text\":", words: GpsdWords.word(data.loaded, in: GpsdWords.loaded, otherwise: "INVALID LOAD STATUS"))
    out.field(",\"speed_q\":", data.isSpeedHighQuality)
    out.field(",\"course_q\":", data.isCourseHighQuality)
    out.field(",\"heading_q\":", data.isHeadingHighQuality)
  }

  func write(_ data: InlandArrivalEstimate, to out: inout ByteWriter) {
    writePlace(data.country, data.location, data.section, data.terminal, data.hectometre, to: &out)
    writePlain(",\"eta\":\"", data.month, data.day, data.hour, data.minute, to: &out)
    out.field("\",\"tugs\":", data.tugs)
    out.field(",\"airdraught\":", data.airDraughtCentimetres)
  }

  func write(_ data: InlandArrivalRequest, to out: inout ByteWriter) {
    writePlace(data.country, data.location, data.section, data.terminal, data.hectometre, to: &out)
    writePlain(",\"eta\":\"", data.month, data.day, data.hour, data.minute, to: &out)
    out.field("\",\"status\":", data.status)
    out.field(",\"status_text\":", words: GpsdWords.arrivalStatus[data.status & 3])
  }

  private func writePlace(
    _ country: AISText, _ location: AISText, _ section: AISText, _ terminal: AISText, _ hectometre: AISText,
    to out: inout ByteWriter
  ) {
    out.field(",\"country\":", country)
    out.field(",\"locode\":", location)
    out.field(",\"section\":", section)
    out.field(",\"terminal\":", terminal)
    out.field(",\"hectometre\":", hectometre)
  }

  func write(_ data: InlandWeatherWarning, to out: inout ByteWriter) {
    out.field(",\"start\":\"", data.startYear + 2_000)
    write("-", data.startMonth, data.startDay, data.startHour, data.startMinute, to: &out)
    out.field("\",\"end\":\"", data.endYear + 2_000)
    write("-", data.endMonth, data.endDay, data.endHour, data.endMinute, to: &out)
    out.field("\",\"start_lon\":", degrees: data.startLongitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"start_lat\":", degrees: data.startLatitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"end_lon\":", degrees: data.endLongitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"end_lat\":", degrees: data.endLatitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"type\":", data.warning)
    out.field(
      ",\"type_text\":", words: GpsdWords.word(data.warning, in: GpsdWords.warning, otherwise: "INVALID EMMA TYPE"))
    out.field(",\"min\":", data.least)
    out.field(",\"max\":", data.most)
    out.field(",\"class\":", data.intensity)
    out.field(
      ",\"class_text\":",
      words: GpsdWords.word(data.intensity, in: GpsdWords.intensity, otherwise: "INVALID EMMA TYPE"))
    out.field(",\"wind\":", data.windFrom)
    out.field(
      ",\"wind_text\":",
      words: GpsdWords.word(data.windFrom, in: GpsdWords.windDirection, otherwise: "INVALID EMMA WIND DIRECTION"))
  }

  func write(_ data: InlandWaterLevels, to out: inout ByteWriter) {
    out.field(",\"country\":", data.country)
    out.write(",\"gauges\":[")
    for index in 0..<InlandWaterLevels.gauges {
      out.field(index == 0 ? "{\"id\":" : ",{\"id\":", data.gauge(index))
      out.field(",\"level\":", data.levelCentimetres(index))
      out.write("}")
    }
    out.write("]")
  }

  func write(_ data: InlandSignalStatus, to out: inout ByteWriter) {
    out.field(",\"lon\":", degrees: data.longitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"lat\":", degrees: data.latitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"form\":", data.form)
    out.field(",\"facing\":", data.facingDegrees)
    out.field(",\"direction\":", data.direction)
    out.field(
      ",\"direction_text\":",
      words: GpsdWords.word(data.direction, in: GpsdWords.signalDirection, otherwise: "INVALID DIRECTION"))
    out.field(",\"status\":", data.lights)
    out.field(
      ",\"status_text\":", words: GpsdWords.word(data.lights, in: GpsdWords.signalLight, otherwise: "INVALID STATUS"))
  }
}
