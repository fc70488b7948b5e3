import Geodesy

/// The invented receiver that hears a night: it writes messages as NMEA lines, each with a tag block that says when and that it
/// is an exercise.
///
/// Source: IEC 61162-1 for VDM; NMEA 0183 version 4.10, tag blocks: `s` source, `c` Unix time in seconds, `g` group.
struct Station: Sendable {
  /// Armoured characters in one sentence, so that no sentence passes 82 characters.
  static let greatestPayload = 60

  private var nextMessage = 0
  private var nextGroup = 1
  private var usesChannelB = false

  /// Writes one message as as many lines as it needs, heard at a moment.
  mutating func write(_ message: SixBitWriter, at moment: Instant, into lines: inout [ExerciseSentence]) {
    var message = message
    message.finish()
    let characters = message.characters
    let count = (characters.count + Self.greatestPayload - 1) / Self.greatestPayload
    usesChannelB.toggle()
    for part in 0..<count {
      let range = part * Self.greatestPayload..<min(characters.count, (part + 1) * Self.greatestPayload)
      var line = tagBlock(part: part, of: count, at: moment)
      line += sentence(
        characters[range], part: part, of: count, fillBits: part == count - 1 ? message.fillBits : 0)
      line += [0x0D, 0x0A]
      lines.append(ExerciseSentence(at: moment, line: line))
    }
    guard count > 1 else { return }
    nextMessage = (nextMessage + 1) % 10
    nextGroup = nextGroup % 9999 + 1
  }

  private func tagBlock(part: Int, of count: Int, at moment: Instant) -> [UInt8] {
    let group = count > 1 ? "g:\(part + 1)-\(count)-\(nextGroup)," : ""
    let seconds = (Double(moment.millisecondsSince1970) / 1000).rounded(.down)
    let content = Array("\(group)s:EXERCISE,c:\(Int64(seconds))".utf8)
    return [0x5C] + content + Self.checksum(content) + [0x5C]
  }

  private func sentence(_ payload: ArraySlice<UInt8>, part: Int, of count: Int, fillBits: Int) -> [UInt8] {
    let message = count > 1 ? "\(nextMessage)" : ""
    let channel = usesChannelB ? "B" : "A"
    let content =
      Array("AIVDM,\(count),\(part + 1),\(message),\(channel),".utf8) + payload + Array(",\(fillBits)".utf8)
    return [0x21] + content + Self.checksum(content)
  }

  /// An asterisk and the exclusive or of the bytes as two hexadecimal digits.
  static func checksum(_ content: [UInt8]) -> [UInt8] {
    let sum = content.reduce(0, ^)
    let digits = Array("0123456789ABCDEF".utf8)
    return [0x2A, digits[Int(sum >> 4)], digits[Int(sum & 15)]]
  }
}
