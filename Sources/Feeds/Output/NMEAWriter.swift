import Geodesy

/// Writes radar targets, distress calls and distress devices as JSON, one object a line.
public struct NMEAWriter: Sendable {
  /// A writer.
  public init() {}

  /// Writes one object and a newline.
  public func write(_ reception: NMEAReception, to out: inout ByteWriter) {
    switch reception.content {
    case .radarTarget(let target): write(target, reception, to: &out)
    case .targetPosition(let target): write(target, reception, to: &out)
    case .distressCall(let call): write(call, reception, to: &out)
    case .distressExtension(let addition): write(addition, reception, to: &out)
    case .distressDevice(let device): write(device, reception, to: &out)
    }
    out.write("}\n")
  }

  private func begin(_ name: StaticString, _ reception: NMEAReception, to out: inout ByteWriter) {
    out.field("{\"class\":", words: name)
    out.field(",\"line\":", reception.lineNumber)
    out.string(",\"talker\":", reception.talker)
    out.string(",\"received\":", reception.receivedAt?.iso8601)
    out.string(",\"source\":", reception.source)
  }

  private func write(_ target: RadarTarget, _ reception: NMEAReception, to out: inout ByteWriter) {
    begin("TTM", reception, to: &out)
    out.field(",\"target\":", target.number)
    out.decimal(",\"distance\":", target.distance)
    out.decimal(",\"bearing\":", target.bearingDegrees)
    out.string(",\"bearing_reference\":", target.bearingReference?.rawValue)
    out.decimal(",\"speed\":", target.speed)
    out.decimal(",\"course\":", target.courseDegrees)
    out.string(",\"course_reference\":", target.courseReference?.rawValue)
    out.decimal(",\"cpa\":", target.closestDistance)
    out.decimal(",\"tcpa_minutes\":", target.minutesToClosest)
    out.string(",\"units\":", target.unit?.rawValue)
    out.string(",\"name\":", target.name)
    out.string(",\"status\":", target.status?.rawValue)
    out.field(",\"reference_target\":", target.isReference)
    out.timeOfDay(",\"time\":", milliseconds: target.timeOfDayMilliseconds)
    out.string(",\"acquisition\":", target.acquisition?.rawValue)
    out.number(",\"distance_metres\":", target.distanceMetres, decimals: 1)
    out.number(",\"speed_knots\":", target.speedKnots, decimals: 2)
  }

  private func write(_ target: TargetPosition, _ reception: NMEAReception, to out: inout ByteWriter) {
    begin("TLL", reception, to: &out)
    out.field(",\"target\":", target.number)
    out.place(target.position)
    out.string(",\"name\":", target.name)
    out.timeOfDay(",\"time\":", milliseconds: target.timeOfDayMilliseconds)
    out.string(",\"status\":", target.status?.rawValue)
    out.field(",\"reference_target\":", target.isReference)
  }

  private func write(_ call: DistressCall, _ reception: NMEAReception, to out: inout ByteWriter) {
    begin("DSC", reception, to: &out)
    out.string(",\"meaning\":", call.meaning.rawValue)
    out.string(",\"format\":", call.format.words)
    out.string(",\"category\":", call.category?.words)
    out.integer(",\"mmsi\":", call.mmsi.map(Int.init))
    out.string(",\"area\":", call.area)
    out.integer(",\"mmsi_in_distress\":", call.mmsiInDistress.map(Int.init))
    out.integer(",\"nature_code\":", call.nature?.rawValue)
    out.string(",\"nature\":", call.nature?.words)
    out.integer(",\"first_telecommand\":", call.firstTelecommand)
    out.integer(",\"second_telecommand\":", call.secondTelecommand)
    out.place(call.position)
    out.string(",\"channel\":", call.channel)
    out.timeOfDay(",\"time\":", milliseconds: call.minuteOfDay.map { $0 * 60_000 })
    out.string(",\"acknowledgement\":", call.acknowledgement?.rawValue)
    out.field(",\"extended\":", call.isExtended)
  }

  private func write(_ addition: DistressExtension, _ reception: NMEAReception, to out: inout ByteWriter) {
    begin("DSE", reception, to: &out)
    out.field(",\"total\":", addition.total)
    out.field(",\"number\":", addition.number)
    out.string(",\"query\":", addition.query?.rawValue)
    out.integer(",\"mmsi\":", addition.mmsi.map(Int.init))
    out.integer(",\"latitude_ten_thousandth_minutes\":", addition.latitudeTenThousandthMinutes)
    out.integer(",\"longitude_ten_thousandth_minutes\":", addition.longitudeTenThousandthMinutes)
    out.place(addition.position)
    out.decimal(",\"speed_knots\":", addition.speedKnots)
    out.decimal(",\"course\":", addition.courseDegrees)
    out.integer(",\"persons_on_board\":", addition.personsOnBoard)
    for (code, text) in addition.others.sorted(by: { $0.key < $1.key }) {
      out.field(",\"item_", code)
      out.string("\":", text)
    }
  }

  private func write(_ device: DistressDevice, _ reception: NMEAReception, to out: inout ByteWriter) {
    begin("AIS", reception, to: &out)
    out.string(",\"device\":", device.kind.rawValue)
    out.integer(",\"mmsi\":", Int(device.mmsi))
    out.string(",\"state\":", device.state.rawValue)
    out.string(",\"why\":", device.evidence.words)
    out.place(device.position)
    out.number(",\"course\":", device.courseDegrees, decimals: 1)
    out.number(",\"speed_knots\":", device.speedKnots, decimals: 1)
  }
}
