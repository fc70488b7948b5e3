internal import Geodesy

/// Writes messages of aircraft as JSON, one object a line.
///
/// Speeds are in knots, altitudes in feet and vertical rates in feet a minute, as they are sent; angles in degrees.
public struct ADSBWriter: Sendable {
  /// A writer.
  public init() {}

  /// Writes one message and a newline.
  @inline(__always)
  public func write(_ reception: ADSBReception, to out: inout ByteWriter) {
    out.reserve(512)
    out.field("{\"class\":\"ADSB\",\"df\":", reception.frame.downlinkFormat)
    switch reception.time {
    case .clock(let milliseconds):
      out.write(",\"time\":")
      out.write(Int(milliseconds), decimals: 3, negative: false)
    case .counter(let ticks): out.field(",\"ticks\":", Int(ticks))
    case .unknown: break
    }
    out.write(",\"icao\":\"")
    for shift in stride(from: 20, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: reception.address >> UInt32(shift)) & 15
      out.write(byte: digit < 10 ? 0x30 + digit : 0x37 + digit)
    }
    out.write("\"")
    if !reception.isRegistryAddress { out.write(",\"registry\":false") }
    if reception.frame.downlinkFormat == 17 || reception.frame.downlinkFormat == 18 {
      out.field(",\"typecode\":", reception.frame.unsigned(32, 5))
    }
    write(reception.content, reception, to: &out)
    if let position = reception.position {
      out.write(",\"latitude\":")
      out.write(number: position.latitudeDegrees, decimals: 7)
      out.write(",\"longitude\":")
      out.write(number: position.longitudeDegrees, decimals: 7)
    }
    out.write("}\n")
  }

  @inline(__always)
  private func write(_ content: ADSBContent, _ reception: ADSBReception, to out: inout ByteWriter) {
    switch content {
    case .identification(let message): write(message, to: &out)
    case .airbornePosition(let message): write(message, to: &out)
    case .surfacePosition(let message): write(message, to: &out)
    case .velocity(let message): write(message, to: &out)
    case .status(let message):
      out.field(",\"subtype\":1,\"emergency_state\":", message.emergencyState)
      out.field(",\"emergency_text\":", words: Self.emergencyWords[message.emergencyState & 7])
      write(squawk: message.squawk, to: &out)
      out.field(",\"emergency\":", message.isEmergency)
    case .operationalStatus(let version): out.field(",\"version\":", version)
    case .other:
      out.write(",\"payload\":")
      out.write(hexadecimal: reception.frame.bytes[4..<11])
    case .altitudeReply(let feet): write(",\"altitude\":", feet, to: &out)
    case .identityReply(let squawk): write(squawk: squawk, to: &out)
    case .allCallReply(let interrogator):
      out.field(",\"capability\":", reception.frame.capability)
      out.field(",\"interrogator\":", interrogator)
    }
  }

  private func write(_ message: AircraftIdentification, to out: inout ByteWriter) {
    out.field(",\"category\":", message.category)
    out.write(",\"callsign\":\"")
    var (start, end) = (0, 8)
    while start < end, message.character(at: start) == 0x20 { start += 1 }
    while end > start, message.character(at: end - 1) == 0x20 { end -= 1 }
    for index in start..<end { out.write(byte: message.character(at: index)) }
    out.write("\"")
  }

  @inline(__always)
  private func write(_ message: AirbornePosition, to out: inout ByteWriter) {
    write(message.isHeight ? ",\"height\":" : ",\"altitude\":", message.altitudeFeet, to: &out)
    out.field(",\"surveillance_status\":", message.surveillanceStatus)
    out.field(",\"nic_b\":", message.integritySupplement)
    if let compact = message.compact { write(compact, to: &out) }
  }

  private func write(_ message: SurfacePosition, to out: inout ByteWriter) {
    out.write(",\"groundspeed\":")
    if let eighths = message.speedEighthsKnot {
      out.write(eighths * 125, decimals: 3, negative: false)
    } else {
      out.write("null")
    }
    out.write(",\"track\":")
    if let turns = message.trackTurns128 {
      out.write(turns * 28_125, decimals: 4, negative: false)
    } else {
      out.write("null")
    }
    write(message.compact, to: &out)
  }

  @inline(__always)
  private func write(_ compact: CompactPosition, to out: inout ByteWriter) {
    out.field(",\"cpr_format\":", compact.isOdd ? 1 : 0)
    out.field(",\"cpr_lat\":", compact.latitude)
    out.field(",\"cpr_lon\":", compact.longitude)
  }

  @inline(__always)
  private func write(_ message: AirborneVelocity, to out: inout ByteWriter) {
    out.field(",\"subtype\":", message.subtype)
    out.field(",\"nac_v\":", message.accuracyCategory)
    if message.subtype <= 2 {
      guard let ground = message.groundKnots else {
        out.write(",\"groundspeed\":null,\"track\":null")
        return writeVertical(message, to: &out)
      }
      out.write(",\"groundspeed\":")
      out.write(number: ground.speed, decimals: 2)
      out.write(",\"track\":")
      out.write(number: ground.trackDegrees, decimals: 4)
      out.field(",\"east\":", ground.east)
      out.field(",\"north\":", ground.north)
    } else {
      write(",\"airspeed\":", message.airspeedKnots, to: &out)
      out.write(",\"heading\":")
      if let turns = message.headingTurns1024 {
        out.write(number: Double(turns) * 360 / 1_024, decimals: 4)
      } else {
        out.write("null")
      }
      out.field(",\"airspeed_type\":", words: message.isTrueAirspeed ? "TAS" : "IAS")
    }
    writeVertical(message, to: &out)
  }

  @inline(__always)
  private func writeVertical(_ message: AirborneVelocity, to out: inout ByteWriter) {
    out.field(",\"vr_source\":", words: message.isBarometricRate ? "BARO" : "GNSS")
    write(",\"vertical_rate\":", message.verticalFeetPerMinute, to: &out)
    write(",\"geo_minus_baro\":", message.heightAboveBarometerFeet, to: &out)
  }

  @inline(__always)
  private func write(_ name: StaticString, _ value: Int?, to out: inout ByteWriter) {
    if let value {
      out.field(name, value)
    } else {
      out.write(name)
      out.write("null")
    }
  }

  private func write(squawk: Int, to out: inout ByteWriter) {
    out.write(",\"squawk\":\"")
    for divisor in [1_000, 100, 10, 1] { out.write(byte: 0x30 + UInt8(squawk / divisor % 10)) }
    out.write("\"")
  }

  private static let emergencyWords: [StaticString] = [
    "none", "general", "lifeguard or medical", "minimum fuel", "no communication", "unlawful interference",
    "downed aircraft", "reserved",
  ]
}
