extension GpsdWriter {
  @inline(__always)
  func write(_ report: PositionReport, to out: inout ByteWriter) {
    let status = report.navigationalStatus
    out.field(",\"status\":", status)
    out.field(",\"status_text\":", words: GpsdWords.navigationalStatus[status])
    write(turn: report.rateOfTurnCode, to: &out)
    switch report.speedTenthsKnot {
    case 1_023: out.write(",\"speed\":\"n/a\"")
    case 1_022: out.write(",\"speed\":\"fast\"")
    case let speed: out.field(",\"speed\":", tenths: speed)
    }
    out.field(",\"accuracy\":", report.positionAccuracyHigh)
    out.field(",\"lon\":", degrees: report.longitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"lat\":", degrees: report.latitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"course\":", tenths: report.courseTenthsDegree)
    out.field(",\"heading\":", report.headingDegrees)
    out.field(",\"second\":", report.utcSecond)
    out.field(",\"maneuver\":", report.specialManoeuvre)
    out.field(",\"raim\":", report.raim)
    let missing = max(0, 168 - report.payload.bitCount)
    out.field(",\"radio\":", report.radioStatus >> missing)
  }

  @inline(__always)
  private func write(turn code: Int, to out: inout ByteWriter) {
    switch code {
    case -128: out.write(",\"turn\":\"n/a\"")
    case -127: out.write(",\"turn\":\"fastleft\"")
    case 127: out.write(",\"turn\":\"fastright\"")
    case 0: out.write(",\"turn\":\"0.00\"")
    default:
      out.write(",\"turn\":\"")
      out.write(turnHundredths[Int(code.magnitude)], decimals: 2, negative: code < 0)
      out.write("\"")
    }
  }

  @inline(__always)
  func write(_ report: ClassBPositionReport, to out: inout ByteWriter) {
    out.field(",\"reserved\":", report.reserved)
    out.field(",\"speed\":", tenths: report.speedTenthsKnot)
    out.field(",\"accuracy\":", report.positionAccuracyHigh)
    out.field(",\"lon\":", degrees: report.longitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"lat\":", degrees: report.latitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"course\":", tenths: report.courseTenthsDegree)
    out.field(",\"heading\":", report.headingDegrees)
    out.field(",\"second\":", report.utcSecond)
    out.field(",\"regional\":", report.regional)
    out.field(",\"cs\":", report.isCarrierSense)
    out.field(",\"display\":", report.hasDisplay)
    out.field(",\"dsc\":", report.hasDSC)
    out.field(",\"band\":", report.coversWholeBand)
    out.field(",\"msg22\":", report.acceptsMessage22)
    out.field(",\"raim\":", report.raim)
    out.field(",\"radio\":", report.radioStatus)
  }

  func write(_ report: ExtendedClassBReport, to out: inout ByteWriter) {
    out.field(",\"reserved\":", report.reserved)
    out.field(",\"speed\":", tenths: report.speedTenthsKnot)
    out.field(",\"accuracy\":", report.positionAccuracyHigh)
    out.field(",\"lon\":", degrees: report.longitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"lat\":", degrees: report.latitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"course\":", tenths: report.courseTenthsDegree)
    out.field(",\"heading\":", report.headingDegrees)
    out.field(",\"second\":", report.utcSecond)
    out.field(",\"regional\":", report.regional)
    out.field(",\"shipname\":", report.name)
    write(shipType: report.shipType, to: &out)
    write(report.toBowMetres, report.toSternMetres, report.toPortMetres, report.toStarboardMetres, to: &out)
    write(positionDevice: report.positionDevice, to: &out)
    out.field(",\"raim\":", report.raim)
    out.field(",\"dte\":", report.dataTerminalNotReady ? 1 : 0)
    out.field(",\"assigned\":", report.isAssigned)
  }

  func write(_ report: RescueAircraftReport, to out: inout ByteWriter) {
    switch report.altitudeMetres {
    case 4_095: out.write(",\"alt\":\"nan\"")
    case 4_094: out.write(",\"alt\":\"high\"")
    case let altitude: out.field(",\"alt\":", altitude)
    }
    switch report.speedKnots {
    case 1_023: out.write(",\"speed\":\"nan\"")
    case 1_022: out.write(",\"speed\":\"fast\"")
    case let speed: out.field(",\"speed\":", speed)
    }
    out.field(",\"accuracy\":", report.positionAccuracyHigh)
    out.field(",\"lon\":", degrees: report.longitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"lat\":", degrees: report.latitudeTenThousandthMinutes, decimals: 7)
    out.field(",\"course\":", tenths: report.courseTenthsDegree)
    out.field(",\"second\":", report.utcSecond)
    out.field(",\"regional\":", report.reserved)
    out.field(",\"dte\":", report.dataTerminalNotReady ? 1 : 0)
    out.field(",\"raim\":", report.raim)
    out.field(",\"radio\":", report.radioStatus)
  }

  func write(_ report: LongRangePositionReport, to out: inout ByteWriter) {
    let status = report.navigationalStatus
    out.field(",\"status\":", status)
    out.field(",\"status_text\":", words: GpsdWords.navigationalStatus[status])
    out.field(",\"accuracy\":", report.positionAccuracyHigh)
    out.field(",\"lon\":", degrees: report.longitudeTenthMinutes, decimals: 4)
    out.field(",\"lat\":", degrees: report.latitudeTenthMinutes, decimals: 4)
    out.field(",\"speed\":", report.speedKnots)
    out.field(",\"course\":", report.courseDegrees)
    out.field(",\"raim\":", report.raim)
    out.field(",\"gnss\":", report.isPositionOld)
  }

  @inline(__always)
  func write(shipType code: Int, to out: inout ByteWriter) {
    out.field(",\"shiptype\":", code)
    out.field(
      ",\"shiptype_text\":",
      words: GpsdWords.word(code, in: GpsdWords.shipType, otherwise: "INVALID SHIP TYPE"))
  }

  @inline(__always)
  func write(positionDevice code: Int, to out: inout ByteWriter) {
    out.field(",\"epfd\":", code)
    out.field(",\"epfd_text\":", words: GpsdWords.positionDevice[code & 15])
  }

  @inline(__always)
  func write(_ bow: Int, _ stern: Int, _ port: Int, _ starboard: Int, to out: inout ByteWriter) {
    out.field(",\"to_bow\":", bow)
    out.field(",\"to_stern\":", stern)
    out.field(",\"to_port\":", port)
    out.field(",\"to_starboard\":", starboard)
  }
}
