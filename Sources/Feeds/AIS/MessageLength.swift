/// How many bits each message type must have (ITU-R M.1371-5, Annex 8, Table 46), with the slack that senders need.
///
/// Many transmitters leave out the fill bits at the end of a message or fill up a whole slot, so a message is read when
/// all its fields but the trailing spare or the radio status are there, and what follows its fields is left alone. A
/// binary message may end behind its header.
enum MessageLength {
  /// Why the message cannot be read, or nil.
  @inline(__always)
  static func refusal(of payload: AISPayload) -> RefusalReason? {
    guard payload.bitCount > 0 else { return .badArmouring }
    guard payload.bitCount >= 38 else { return .wrongLength }
    let type = payload.unsigned(0, 6)
    guard 1...27 ~= type else { return .unknownType }
    let bits = payload.bitCount
    guard bits >= leastBits[type] else { return .wrongLength }
    switch type {
    case 24: return accepts24(payload) ? nil : .wrongLength
    case 25, 26: return acceptsBinary(payload) ? nil : .wrongLength
    default: return nil
    }
  }

  /// Whether a refused message still says its type, so that what is there of it can be shown.
  static func isReadableInPart(_ payload: AISPayload, _ reason: RefusalReason) -> Bool {
    let type = payload.unsigned(0, 6)
    guard payload.bitCount >= 6, type <= 27 else { return false }
    // A message 24 whose part is neither A nor B is long enough and says nothing that could be read.
    return reason == .unknownType || (reason == .wrongLength && (type != 24 || payload.bitCount < 162))
  }

  /// Bits enough for every field of a type to be there.
  static func wholeBits(type: Int) -> Int {
    max(168, (1...27 ~= type ? leastBits[type] : 0) + 8)
  }

  private static func accepts24(_ payload: AISPayload) -> Bool {
    payload.unsigned(38, 2) == 0 || (payload.unsigned(38, 2) == 1 && payload.bitCount >= 162)
  }

  private static func acceptsBinary(_ payload: AISPayload) -> Bool {
    let addressed = payload.flag(38) ? 30 : 0
    let structured = payload.flag(39) ? 16 : 0
    return payload.bitCount >= 40 + addressed + structured + (payload.unsigned(0, 6) == 26 ? 20 : 0)
  }

  private static let leastBits: InlineArray<28, Int> = [
    0, 149, 149, 149, 149, 420, 70, 70, 40, 148, 70, 149, 72, 70, 40, 88, 92, 80, 148, 308, 40, 271, 145, 154, 160, 40,
    60, 95,
  ]
}
