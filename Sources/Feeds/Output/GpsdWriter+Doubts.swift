extension GpsdWriter {
  /// Writes a message about which something is doubtful: the same members, then what the doubt is.
  ///
  /// `"checksum":"missing"` or `"checksum":"wrong"` stands for the sentence. Of a short message only the members are
  /// written that the missing bits could not change, then `"length":"short"` and all its bits as `"payload"`.
  @inline(never)
  public func write(doubtful reception: AISReception, to out: inout ByteWriter) {
    let start = out.count
    if reception.doubts.contains(.short) {
      writeKnownMembers(of: reception.message, to: &out)
    } else {
      write(reception.message, to: &out)
      out.cut(to: out.count - 2)
    }
    if reception.doubts.contains(.checksumMissing) { out.field(",\"checksum\":", words: "missing") }
    if reception.doubts.contains(.checksumWrong) { out.field(",\"checksum\":", words: "wrong") }
    if reception.doubts.contains(.short) {
      let payload = reception.message.payload
      out.field(",\"length\":", words: "short")
      out.field(",\"payload\":", payload, from: 0, bits: payload.bitCount)
    }
    if out.count > start { out.write("}\n") }
  }

  /// Writes the message once with every missing bit 0, 1 and alternating, and keeps the members that are the same each time.
  private func writeKnownMembers(of message: AISMessage, to out: inout ByteWriter) {
    let fills: [UInt64] = [0, ~0, 0x5555_5555_5555_5555]
    let texts = fills.map { fill in
      var text = ByteWriter()
      write(AISMessage(payload: message.payload.filledUp(with: fill)), to: &text)
      return Self.members(of: text.bytes)
    }
    out.write("{")
    var isFirst = true
    for member in texts[0] where texts[1].contains(member) && texts[2].contains(member) {
      if !isFirst { out.write(",") }
      isFirst = false
      for byte in member { out.write(byte: byte) }
    }
  }

  /// The members of an object that `write` wrote, each with its name.
  private static func members(of object: [UInt8]) -> [ArraySlice<UInt8>] {
    var members: [ArraySlice<UInt8>] = []
    var (depth, isInText, start, index) = (0, false, 1, 0)
    while index < object.count {
      switch object[index] {
      case UInt8(ascii: "\\") where isInText: index += 1
      case UInt8(ascii: "\""): isInText.toggle()
      case UInt8(ascii: "{") where !isInText, UInt8(ascii: "[") where !isInText: depth += 1
      case UInt8(ascii: "}") where !isInText, UInt8(ascii: "]") where !isInText:
        depth -= 1
        if depth == 0, start < index { members.append(object[start..<index]) }
      case UInt8(ascii: ",") where !isInText && depth == 1:
        members.append(object[start..<index])
        start = index + 1
      default: break
      }
      index += 1
    }
    return members
  }
}

extension AISPayload {
  /// The message at the length that its type needs, the missing bits taken from a pattern.
  func filledUp(with pattern: UInt64) -> AISPayload {
    var filled = self
    filled.bitCount = max(bitCount, MessageLength.wholeBits(type: unsigned(0, 6)))
    for position in bitCount..<filled.bitCount where pattern >> UInt64(position & 63) & 1 == 1 {
      filled.words[position >> 6] |= 1 << UInt64(63 - position & 63)
    }
    return filled
  }
}
