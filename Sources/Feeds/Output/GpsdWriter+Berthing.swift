extension GpsdWriter {
  func write(_ data: BerthingData, to out: inout ByteWriter) {
    out.field(",\"linkage\":", data.linkage)
    out.field(",\"berth_length\":", data.berthLengthMetres)
    out.field(",\"position\":", data.mooring)
    out.field(",\"position_text\":", words: GpsdWords.mooring[data.mooring & 7])
    writePlain(",\"arrival\":\"", data.month, data.day, data.hour, data.minute, to: &out)
    out.field("\",\"availability\":", data.areServicesKnown ? 1 : 0)
    for (index, name) in Self.services.enumerated() {
      out.write(",\"")
      out.write(name)
      out.field("\":", data.service(index))
    }
    out.field(",\"berth_name\":", data.berth)
    out.field(",\"berth_lon\":", degrees: data.longitudeThousandthMinutes, decimals: 6)
    out.field(",\"berth_lat\":", degrees: data.latitudeThousandthMinutes, decimals: 6)
    out.field(",\"berth_depth\":", tenths: data.waterDepthTenthsMetre)
  }

  private static let services: [StaticString] = [
    "agent", "fuel", "chandler", "stevedore", "electrical", "water", "customs", "cartage", "crane", "lift", "medical",
    "navrepair", "provisions", "shiprepair", "surveyor", "steam", "tugs", "solidwaste", "liquidwaste",
    "hazardouswaste", "ballast", "additional", "regional1", "regional2", "future1", "future2",
  ]

  func write(_ data: AidMonitoring, to out: inout ByteWriter) {
    out.field(",\"off_pos\":", data.isOffPosition)
    out.field(",\"alarm\":", data.isAlarmed)
    out.field(",\"stat_ext\":", data.externalStatus)
    writeVolts(",\"ana_int\":", data.internalVoltageTwentieths, to: &out)
    writeVolts(",\"ana_ext1\":", data.external1VoltageTwentieths, to: &out)
    writeVolts(",\"ana_ext2\":", data.external2VoltageTwentieths, to: &out)
    out.field(",\"racon\":", data.racon)
    out.field(",\"racon_text\":", words: GpsdWords.racon[data.racon & 3])
    out.field(",\"light\":", data.light)
    out.field(",\"light_text\":", words: GpsdWords.light[data.light & 3])
  }

  private func writeVolts(_ name: StaticString, _ twentieths: Int, to out: inout ByteWriter) {
    out.write(name)
    if twentieths == 0 {
      out.write("0")
    } else {
      out.write(twentieths * 5, decimals: 2, negative: false)
    }
  }

  /// Writes a date and time without leading zeros, as the dialect does in some places.
  func writePlain(
    _ before: StaticString, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, to out: inout ByteWriter
  ) {
    out.field(before, month)
    out.field("-", day)
    out.field("T", hour)
    out.field(":", minute)
  }
}
