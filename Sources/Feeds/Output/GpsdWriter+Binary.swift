extension GpsdWriter {
  func write(_ message: AddressedBinaryMessage, to out: inout ByteWriter) {
    out.field(",\"seqno\":", message.sequenceNumber)
    out.field(",\"dest_mmsi\":", message.destination)
    out.field(",\"retransmit\":", message.isRetransmitted)
    guard message.payload.bitCount >= 88 else { return }
    out.field(",\"dac\":", message.areaCode)
    out.field(",\"fid\":", message.functionIdentifier)
    if let application = message.application {
      write(application, to: &out)
    } else {
      out.field(",\"data\":", message.payload, from: 88, bits: message.dataBitCount)
    }
  }

  func write(_ message: BroadcastBinaryMessage, to out: inout ByteWriter) {
    guard message.payload.bitCount >= 56 else { return }
    out.field(",\"dac\":", message.areaCode)
    out.field(",\"fid\":", message.functionIdentifier)
    if let application = message.application {
      write(application, to: &out)
    } else {
      out.field(",\"data\":", message.payload, from: 56, bits: message.dataBitCount)
    }
  }

  func write(_ message: SingleSlotBinaryMessage, to out: inout ByteWriter) {
    out.field(",\"addressed\":", message.isAddressed)
    out.field(",\"structured\":", message.isStructured)
    out.field(",\"dest_mmsi\":", message.destination)
    out.field(",\"app_id\":", message.applicationIdentifier)
    out.field(",\"data\":", message.payload, from: message.dataStart, bits: message.dataBitCount)
  }

  /// The dialect's `radio` is 0 in every report of message 26; the radio status stands in the message's own field.
  func write(_ message: MultipleSlotBinaryMessage, to out: inout ByteWriter) {
    out.field(",\"addressed\":", message.isAddressed)
    out.field(",\"structured\":", message.isStructured)
    out.field(",\"dest_mmsi\":", message.destination)
    out.field(",\"app_id\":", message.applicationIdentifier)
    out.field(",\"data\":", message.payload, from: message.dataStart, bits: message.dataBitCount)
    out.write(",\"radio\":0")
  }

  private func write(_ application: ApplicationMessage, to out: inout ByteWriter) {
    switch application {
    case .weather236(let data): write(data, to: &out)
    case .weather289(let data): write(data, to: &out)
    case .dangerousVoyage(let data): write(data, to: &out)
    case .fairwayClosed(let data): write(data, to: &out)
    case .tidalWindow(let data): write(data, to: &out)
    case .airDraught(let data): out.field(",\"airdraught\":", data.airDraughtTenthsMetre)
    case .personsAboard(let data): out.field(",\"persons\":", data.persons)
    case .syntheticTargets(let data): write(data, to: &out)
    case .portClearance(let data): write(data, to: &out)
    case .trafficSignal(let data): write(data, to: &out)
    case .berthing(let data): write(data, to: &out)
    case .dangerousCargo(let data): write(data, to: &out)
    case .route(let data): write(data, to: &out)
    case .text(let data):
      out.field(",\"linkage\":", data.linkage)
      out.field(",\"text\":", data.text)
    case .inlandShip(let data): write(data, to: &out)
    case .inlandArrivalEstimate(let data): write(data, to: &out)
    case .inlandArrivalRequest(let data): write(data, to: &out)
    case .inlandWeatherWarning(let data): write(data, to: &out)
    case .inlandWaterLevels(let data): write(data, to: &out)
    case .inlandSignal(let data): write(data, to: &out)
    case .inlandPersonsAboard(let data):
      out.field(",\"crew\":", data.crew)
      out.field(",\"passengers\":", data.passengers)
      out.field(",\"personnel\":", data.personnel)
    case .aidMonitoring(let data): write(data, to: &out)
    }
  }
}
