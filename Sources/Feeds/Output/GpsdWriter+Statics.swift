extension GpsdWriter {
  @inline(__always)
  func write(_ report: BaseStationReport, to out: inout ByteWriter) {
    out.write(",\"timestamp\":\"")
    let year = report.year
    if year < 1_000 { out.write("0") }
    if year < 100 { out.write("0") }
    out.write(twoDigits: year)
    out.write("-")
    out.write(twoDigits: report.month)
    out.write("-")
    out.write(twoDigits: report.day)
    out.write("T")
    out.write(twoDigits: report.hour)
    out.write(":")
    out.write(twoDigits: report.minute)
    out.write(":")
    out.write(twoDigits: report.second)
    out.field("Z\",\"accuracy\":", report.positionAccuracyHigh)
    out.field(",\"lon\":", degrees: report.longitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"lat\":", degrees: report.latitudeTenThousandthMinutes, decimals: 7)
    write(positionDevice: report.positionDevice, to: &out)
    out.field(",\"raim\":", report.raim)
    out.field(",\"radio\":", report.radioStatus)
  }

  @inline(__always)
  func write(_ data: ShipStaticData, to out: inout ByteWriter) {
    out.field(",\"imo\":", data.imoNumber)
    out.field(",\"ais_version\":", data.version)
    out.field(",\"callsign\":", data.callSign)
    out.field(",\"shipname\":", data.name)
    write(shipType: data.shipType, to: &out)
    write(data.toBowMetres, data.toSternMetres, data.toPortMetres, data.toStarboardMetres, to: &out)
    write(positionDevice: data.positionDevice, to: &out)
    write(",\"eta\":\"", data.etaMonth, data.etaDay, data.etaHour, data.etaMinute, to: &out)
    out.field("Z\",\"draught\":", tenths: data.draughtTenthsMetre)
    out.field(",\"destination\":", data.destination)
    out.field(",\"dte\":", data.dataTerminalNotReady ? 1 : 0)
  }

  /// Writes `MM-DDTHH:MM` behind some text.
  @inline(__always)
  func write(
    _ before: StaticString, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, to out: inout ByteWriter
  ) {
    out.write(before)
    out.write(twoDigits: month)
    out.write("-")
    out.write(twoDigits: day)
    out.write("T")
    out.write(twoDigits: hour)
    out.write(":")
    out.write(twoDigits: minute)
  }

  func write(_ data: StaticDataReport, _ nameFromPartA: SixBitName?, to out: inout ByteWriter) {
    if data.isPartA {
      out.write(",\"part\":\"A\"")
      out.field(",\"shipname\":", data.name)
      return
    }
    if let nameFromPartA {
      out.write(",\"shipname\":\"")
      out.write(escaped: nameFromPartA)
      out.write("\"")
    } else {
      out.write(",\"part\":\"B\"")
    }
    write(shipType: data.shipType, to: &out)
    out.field(",\"vendorid\":", data.vendor)
    out.field(",\"model\":", data.unitModel)
    out.field(",\"serial\":", data.serialNumber)
    out.field(",\"callsign\":", data.callSign)
    if data.isAuxiliaryCraft {
      out.field(",\"mothership_mmsi\":", data.motherShip)
    } else {
      write(data.toBowMetres, data.toSternMetres, data.toPortMetres, data.toStarboardMetres, to: &out)
    }
  }

  func write(_ report: AidToNavigationReport, to out: inout ByteWriter) {
    out.field(",\"aid_type\":", report.aidType)
    out.field(",\"aid_type_text\":", words: GpsdWords.aidType[report.aidType & 31])
    out.write(",\"name\":\"")
    writeName(of: report, to: &out)
    out.field("\",\"lon\":", degrees: report.longitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"lat\":", degrees: report.latitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"accuracy\":", report.positionAccuracyHigh)
    write(report.toBowMetres, report.toSternMetres, report.toPortMetres, report.toStarboardMetres, to: &out)
    write(positionDevice: report.positionDevice, to: &out)
    out.field(",\"second\":", report.utcSecond)
    out.field(",\"regional\":", report.status)
    out.field(",\"off_position\":", report.isOffPosition)
    out.field(",\"raim\":", report.raim)
    out.field(",\"virtual_aid\":", report.isVirtual)
  }

  private func writeName(of report: AidToNavigationReport, to out: inout ByteWriter) {
    for character in report.name.utf8 { out.write(escaped: character) }
  }
}
