import Geodesy

extension AISMessage {
  /// What a live picture needs to know, whatever the type of the message.
  public var summary: AISSummary {
    var summary = AISSummary(kind: kind, type: type, mmsi: mmsi)
    switch content {
    case .position(let report): summary.take(report)
    case .classBPosition(let report): summary.take(report)
    case .extendedClassB(let report): summary.take(report)
    case .longRangePosition(let report): summary.take(report)
    case .rescueAircraft(let report): summary.take(report)
    case .baseStation(let report):
      summary.take(report.longitudeTenThousandthMinutes, report.latitudeTenThousandthMinutes, perDegree: 600_000)
      summary.positionAccuracyHigh = report.positionAccuracyHigh
    case .aidToNavigation(let report): summary.take(report)
    case .shipStatic(let data): summary.take(data)
    case .staticData(let data): summary.take(data, nameFromPartA: nameFromPartA)
    case .addressedSafety(let message): summary.text = message.text.description
    case .safetyBroadcast(let message): summary.text = message.text.description
    default: break
    }
    return summary
  }

  /// What sort of report the message is.
  public var kind: AISSummary.Kind {
    switch type {
    case 1, 2, 3, 18, 19, 27: .position
    case 5, 24: .statics
    case 4, 11: .baseStation
    case 9: .aircraft
    case 21: .aidToNavigation
    case 12, 14: .safetyText
    case 6, 8, 17, 25, 26: .binary
    default: .linkManagement
    }
  }
}

extension AISSummary {
  mutating func take(_ longitude: Int, _ latitude: Int, perDegree: Double) {
    position = Position(
      latitudeDegrees: Double(latitude) / perDegree, longitudeDegrees: Double(longitude) / perDegree)
  }

  mutating func take(speedTenths: Int, courseTenths: Int, heading: Int, second: Int) {
    speedKnots = speedTenths < 1_023 ? Double(speedTenths) / 10 : nil
    courseDegrees = courseTenths < 3_600 ? Double(courseTenths) / 10 : nil
    headingDegrees = heading < 360 ? Double(heading) : nil
    utcSecond = second < 60 ? second : nil
  }

  mutating func take(_ report: PositionReport) {
    take(report.longitudeTenThousandthMinutes, report.latitudeTenThousandthMinutes, perDegree: 600_000)
    take(
      speedTenths: report.speedTenthsKnot, courseTenths: report.courseTenthsDegree, heading: report.headingDegrees,
      second: report.utcSecond)
    positionAccuracyHigh = report.positionAccuracyHigh
    navigationalStatus = report.navigationalStatus
    let code = report.rateOfTurnCode
    if code != -128 {
      let root = Double(code) / 4.733
      rateOfTurn = code < 0 ? -root * root : root * root
    }
  }

  mutating func take(_ report: ClassBPositionReport) {
    take(report.longitudeTenThousandthMinutes, report.latitudeTenThousandthMinutes, perDegree: 600_000)
    take(
      speedTenths: report.speedTenthsKnot, courseTenths: report.courseTenthsDegree, heading: report.headingDegrees,
      second: report.utcSecond)
    positionAccuracyHigh = report.positionAccuracyHigh
  }

  mutating func take(_ report: ExtendedClassBReport) {
    take(report.longitudeTenThousandthMinutes, report.latitudeTenThousandthMinutes, perDegree: 600_000)
    take(
      speedTenths: report.speedTenthsKnot, courseTenths: report.courseTenthsDegree, heading: report.headingDegrees,
      second: report.utcSecond)
    positionAccuracyHigh = report.positionAccuracyHigh
    name = report.name.nonEmpty
    shipType = report.shipType == 0 ? nil : report.shipType
    take(report.toBowMetres, report.toSternMetres, report.toPortMetres, report.toStarboardMetres)
  }

  mutating func take(_ report: LongRangePositionReport) {
    take(report.longitudeTenthMinutes, report.latitudeTenthMinutes, perDegree: 600)
    speedKnots = report.speedKnots < 63 ? Double(report.speedKnots) : nil
    courseDegrees = report.courseDegrees < 360 ? Double(report.courseDegrees) : nil
    positionAccuracyHigh = report.positionAccuracyHigh
    navigationalStatus = report.navigationalStatus
  }

  mutating func take(_ report: RescueAircraftReport) {
    take(report.longitudeTenThousandthMinutes, report.latitudeTenThousandthMinutes, perDegree: 600_000)
    speedKnots = report.speedKnots < 1_023 ? Double(report.speedKnots) : nil
    courseDegrees = report.courseTenthsDegree < 3_600 ? Double(report.courseTenthsDegree) / 10 : nil
    utcSecond = report.utcSecond < 60 ? report.utcSecond : nil
    altitudeMetres = report.altitudeMetres < 4_095 ? report.altitudeMetres : nil
    positionAccuracyHigh = report.positionAccuracyHigh
  }

  mutating func take(_ report: AidToNavigationReport) {
    take(report.longitudeTenThousandthMinutes, report.latitudeTenThousandthMinutes, perDegree: 600_000)
    positionAccuracyHigh = report.positionAccuracyHigh
    utcSecond = report.utcSecond < 60 ? report.utcSecond : nil
    name = report.name.isEmpty ? nil : report.name
    shipType = report.aidType
    take(report.toBowMetres, report.toSternMetres, report.toPortMetres, report.toStarboardMetres)
  }
}
