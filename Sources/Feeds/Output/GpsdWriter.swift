/// Writes messages as JSON in the dialect of gpsd's AIVDM reports: scaled, one object a line, without `device`.
///
/// The objects equal those of gpsd byte for byte but for the differences that `docs/decisions` lists.
public struct GpsdWriter: Sendable {
  /// The numbers that stand for rates of turn, in 1/100 degree a minute by the code as sent.
  let turnHundredths: [Int]

  /// A writer; making one fills a small table, so keep it.
  public init() {
    turnHundredths = (0..<128).map { code in
      let root = Double(code) / 4.733
      return Int((root * root * 100).rounded())
    }
  }

  /// Writes one message and a newline.
  @inline(__always)
  public func write(_ message: AISMessage, to out: inout ByteWriter) {
    out.reserve(512)
    out.write("{\"class\":\"AIS\",\"type\":")
    out.write(message.type)
    out.write(",\"repeat\":")
    out.write(message.repeatIndicator)
    out.write(",\"mmsi\":")
    out.write(message.mmsi)
    out.write(",\"scaled\":true")
    writeFields(message, to: &out)
    out.write("}\n")
  }

  @inline(__always)
  private func writeFields(_ message: AISMessage, to out: inout ByteWriter) {
    switch message.type {
    case 1, 2, 3: write(PositionReport(payload: message.payload), to: &out)
    case 4, 11: write(BaseStationReport(payload: message.payload), to: &out)
    case 5: write(ShipStaticData(payload: message.payload), to: &out)
    case 18: write(ClassBPositionReport(payload: message.payload), to: &out)
    case 24: write(StaticDataReport(payload: message.payload), message.nameFromPartA, to: &out)
    default: writeRarer(message, to: &out)
    }
  }

  @inline(never)
  private func writeRarer(_ message: AISMessage, to out: inout ByteWriter) {
    switch message.content {
    case .addressedBinary(let content): write(content, to: &out)
    case .acknowledgement(let content): write(content, to: &out)
    case .broadcastBinary(let content): write(content, to: &out)
    case .rescueAircraft(let content): write(content, to: &out)
    case .timeInquiry(let content): out.field(",\"dest_mmsi\":", content.destination)
    case .addressedSafety(let content): write(content, to: &out)
    case .safetyBroadcast(let content): out.field(",\"text\":", content.text)
    case .interrogation(let content): write(content, to: &out)
    case .assignment(let content): write(content, to: &out)
    case .differentialCorrections(let content): write(content, to: &out)
    case .extendedClassB(let content): write(content, to: &out)
    case .linkManagement(let content): write(content, to: &out)
    case .aidToNavigation(let content): write(content, to: &out)
    case .channelManagement(let content): write(content, to: &out)
    case .groupAssignment(let content): write(content, to: &out)
    case .singleSlotBinary(let content): write(content, to: &out)
    case .multipleSlotBinary(let content): write(content, to: &out)
    case .longRangePosition(let content): write(content, to: &out)
    default: break
    }
  }
}
