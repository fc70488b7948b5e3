extension GpsdWriter {
  func write(_ message: Acknowledgement, to out: inout ByteWriter) {
    out.field(",\"mmsi1\":", message.destination1)
    out.field(",\"mmsi2\":", message.destination2)
    out.field(",\"mmsi3\":", message.destination3)
    out.field(",\"mmsi4\":", message.destination4)
  }

  func write(_ message: AddressedSafetyMessage, to out: inout ByteWriter) {
    out.field(",\"seqno\":", message.sequenceNumber)
    out.field(",\"dest_mmsi\":", message.destination)
    out.field(",\"retransmit\":", message.isRetransmitted)
    out.field(",\"text\":", message.text)
  }

  func write(_ message: Interrogation, to out: inout ByteWriter) {
    out.field(",\"mmsi1\":", message.destination1)
    out.field(",\"type1_1\":", message.messageType1)
    out.field(",\"offset1_1\":", message.slotOffset1)
    out.field(",\"type1_2\":", message.messageType2)
    out.field(",\"offset1_2\":", message.slotOffset2)
    out.field(",\"mmsi2\":", message.destination2)
    out.field(",\"type2_1\":", message.destination2MessageType)
    out.field(",\"offset2_1\":", message.destination2SlotOffset)
  }

  func write(_ message: AssignmentCommand, to out: inout ByteWriter) {
    out.field(",\"mmsi1\":", message.destination1)
    out.field(",\"offset1\":", message.offset1)
    out.field(",\"increment1\":", message.increment1)
    out.field(",\"mmsi2\":", message.destination2)
    out.field(",\"offset2\":", message.offset2)
    out.field(",\"increment2\":", message.increment2)
  }

  func write(_ message: DifferentialCorrections, to out: inout ByteWriter) {
    out.write(",\"lon\":")
    out.write(tenthsOf: message.longitudeTenthMinutes, per: 600)
    out.write(",\"lat\":")
    out.write(tenthsOf: message.latitudeTenthMinutes, per: 600)
    out.field(",\"data\":", message.payload, from: 80, bits: message.dataBitCount)
  }

  func write(_ message: LinkManagement, to out: inout ByteWriter) {
    out.field(",\"offset1\":", message.offset1)
    out.field(",\"number1\":", message.slots1)
    out.field(",\"timeout1\":", message.timeout1)
    out.field(",\"increment1\":", message.increment1)
    out.field(",\"offset2\":", message.offset2)
    out.field(",\"number2\":", message.slots2)
    out.field(",\"timeout2\":", message.timeout2)
    out.field(",\"increment2\":", message.increment2)
    out.field(",\"offset3\":", message.offset3)
    out.field(",\"number3\":", message.slots3)
    out.field(",\"timeout3\":", message.timeout3)
    out.field(",\"increment3\":", message.increment3)
    out.field(",\"offset4\":", message.offset4)
    out.field(",\"number4\":", message.slots4)
    out.field(",\"timeout4\":", message.timeout4)
    out.field(",\"increment4\":", message.increment4)
  }

  func write(_ message: ChannelManagement, to out: inout ByteWriter) {
    out.field(",\"channel_a\":", message.channelA)
    out.field(",\"channel_b\":", message.channelB)
    out.field(",\"txrx\":", message.transmitReceiveMode)
    out.field(",\"power\":", message.isLowPower)
    if message.isAddressed {
      out.field(",\"dest1\":", message.destination1)
      out.field(",\"dest2\":", message.destination2)
    } else {
      writeArea(
        east: message.northEastLongitudeTenthMinutes, north: message.northEastLatitudeTenthMinutes,
        west: message.southWestLongitudeTenthMinutes, south: message.southWestLatitudeTenthMinutes, to: &out)
    }
    out.field(",\"addressed\":", message.isAddressed)
    out.field(",\"band_a\":", message.bandwidthANarrow)
    out.field(",\"band_b\":", message.bandwidthBNarrow)
    out.field(",\"zonesize\":", message.zoneSize)
  }

  func write(_ message: GroupAssignment, to out: inout ByteWriter) {
    writeArea(
      east: message.northEastLongitudeTenthMinutes, north: message.northEastLatitudeTenthMinutes,
      west: message.southWestLongitudeTenthMinutes, south: message.southWestLatitudeTenthMinutes, to: &out)
    out.field(",\"stationtype\":", message.stationType)
    out.field(",\"stationtype_text\":", words: GpsdWords.stationType[message.stationType & 15])
    write(shipType: message.shipType, to: &out)
    out.field(",\"interval\":", message.reportingInterval)
    out.field(",\"quiet\":", message.quietMinutes)
  }

  /// The corners of an area; the dialect quotes these numbers.
  private func writeArea(east: Int, north: Int, west: Int, south: Int, to out: inout ByteWriter) {
    out.write(",\"ne_lon\":\"")
    out.write(millionthsOf: east)
    out.write("\",\"ne_lat\":\"")
    out.write(millionthsOf: north)
    out.write("\",\"sw_lon\":\"")
    out.write(millionthsOf: west)
    out.write("\",\"sw_lat\":\"")
    out.write(millionthsOf: south)
    out.write("\"")
  }
}

extension ByteWriter {
  /// Writes 1/10 minutes as degrees with six decimals; 5000/3 units a tenth, so never a half.
  mutating func write(millionthsOf tenthMinutes: Int) {
    write((Int(tenthMinutes.magnitude) * 10_000 + 3) / 6, decimals: 6, negative: tenthMinutes < 0)
  }

  /// Writes a quotient with one decimal as `printf` does, which rounds the nearest binary fraction and not the quotient.
  mutating func write(tenthsOf value: Int, per divisor: Int) {
    let magnitude = Int(value.magnitude)
    let (whole, rest) = (magnitude * 10).quotientAndRemainder(dividingBy: divisor)
    var tenths = whole
    if rest * 2 > divisor {
      tenths += 1
    } else if rest * 2 == divisor {
      let quotient = Double(magnitude) / Double(divisor)
      let beyondHalf = (Double(-(2 * tenths + 1))).addingProduct(quotient, 20)
      if beyondHalf > 0 || (beyondHalf == 0 && !tenths.isMultiple(of: 2)) { tenths += 1 }
    }
    write(tenths, decimals: 1, negative: value < 0)
  }
}
