/// One AIS message: its bits, and what they say.
///
/// Nothing is decoded until it is asked for. `content` gives the fields of the message's type by the words of
/// ITU-R M.1371-5; `summary` gives what a live picture needs, whatever the type.
public struct AISMessage: Hashable, Sendable {
  /// The bits as they were sent.
  public let payload: AISPayload

  /// The name from part A, when this is part B of a static data report and part A came before (message 24).
  public let nameFromPartA: SixBitName?

  /// A message made of bits.
  public init(payload: AISPayload, nameFromPartA: SixBitName? = nil) {
    self.payload = payload
    self.nameFromPartA = nameFromPartA
  }

  /// The message type, 1 to 27.
  public var type: Int { payload.unsigned(0, 6) }

  /// How often repeaters have passed the message on, 0 to 3; 3 means do not repeat.
  public var repeatIndicator: Int { payload.unsigned(6, 2) }

  /// The identity of the station that sent it.
  public var mmsi: UInt32 { payload.identity(8) }
}

/// A name of up to twenty six-bit characters, kept apart from the message that it came in.
public struct SixBitName: Hashable, Sendable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  /// Keeps 120 bits of a payload.
  init(payload: AISPayload, start: Int) {
    high = payload.wide(start, 60)
    low = payload.wide(start + 60, 60)
  }

  /// The name as a string, without its padding.
  public var description: String {
    String(decoding: (0..<length).map { character(at: $0) }, as: UTF8.self)
  }

  /// How many characters are left once the padding is taken off.
  var length: Int {
    var last = 0
    for index in 0..<20 {
      let code = code(at: index)
      if code == 0 { break }
      if code != 32 { last = index + 1 }
    }
    return last
  }

  /// The ASCII code of one character.
  func character(at index: Int) -> UInt8 {
    let code = UInt8(truncatingIfNeeded: code(at: index))
    return code < 32 ? code | 0x40 : code
  }

  private func code(at index: Int) -> UInt64 {
    let word = index < 10 ? high : low
    return (word >> UInt64(54 - 6 * (index % 10))) & 63
  }
}
