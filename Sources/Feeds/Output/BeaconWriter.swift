import Geodesy

/// Writes beacon messages as JSON, one object a line.
public struct BeaconWriter: Sendable {
  /// A writer.
  public init() {}

  /// Writes one object and a newline.
  public func write(_ reception: BeaconDecoder.Reception, to out: inout ByteWriter) {
    let message = reception.message
    out.write("{\"class\":\"beacon\"")
    out.field(",\"line\":", reception.lineNumber)
    out.string(",\"hex\":", message.digits)
    out.string(",\"hex_id\":", message.identity15)
    out.field(",\"generation\":", message.coding == nil ? 2 : 1)
    out.string(",\"format\":", message.isLong.map { $0 ? "long" : "short" })
    out.string(",\"protocol\":", message.coding?.rawValue)
    out.string(",\"kind\":", message.kind.rawValue)
    out.field(",\"country\":", message.country)
    out.field(",\"test\":", message.isTest)
    out.field(",\"self_test\":", message.isSelfTest)
    write(message.identity, to: &out)
    out.place(message.location?.position)
    if let location = message.location {
      out.number(",\"resolution\":", location.resolutionDegrees, decimals: 6)
      out.string(",\"position\":", location.isCoarse ? "coarse" : "fine")
    }
    out.string(",\"position_source\":", message.positionIsInternal.map { $0 ? "internal" : "external" })
    flag(",\"homing_121_5\":", message.homes121MHz, to: &out)
    out.string(",\"activation\":", message.isActivatedByHand.map { $0 ? "manual" : "automatic or manual" })
    out.string(",\"nature\":", message.nature?.words)
    flag(",\"bch1\":", message.firstFieldIsWhole, to: &out)
    flag(",\"bch2\":", message.secondFieldIsWhole, to: &out)
    out.write("}\n")
  }

  private func write(_ identity: BeaconIdentity, to out: inout ByteWriter) {
    out.integer(",\"mmsi\":", identity.mmsi.map(Int.init))
    out.string(",\"callsign\":", identity.callSign)
    out.string(",\"registration\":", identity.registration)
    if let address = identity.aircraftAddress {
      let digits = String(address, radix: 16, uppercase: true)
      out.string(",\"aircraft_address\":", String(repeating: "0", count: max(0, 6 - digits.count)) + digits)
    }
    out.string(",\"aircraft_operator\":", identity.aircraftOperator)
    out.integer(",\"serial\":", identity.serial)
    out.integer(",\"type_approval\":", identity.typeApproval)
    out.string(",\"specific_number\":", identity.specificNumber)
    out.integer(",\"ais_mmsi\":", identity.aisMMSI.map(Int.init))
  }

  private func flag(_ name: StaticString, _ value: Bool?, to out: inout ByteWriter) {
    if let value { out.field(name, value) }
  }
}
