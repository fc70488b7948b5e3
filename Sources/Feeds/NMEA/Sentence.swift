/// The fields of one `VDM` or `VDO` sentence, as places in its line (IEC 61162-1, 8.3.90).
struct Sentence {
  var talker = ShortText.empty
  var isOwnStation = false
  var total: UInt8 = 1
  var number: UInt8 = 1
  var sequence: UInt8 = 255
  var channel: UInt8 = 0
  var payloadStart = 0
  var payloadEnd = 0
  var fillBits: UInt8 = 0
  /// The offset just behind the checksum.
  var end = 0

  /// What a place in a line turned out to hold.
  enum Reading {
    case sentence(Sentence)
    /// All fields are there, but the checksum is missing or does not fit.
    case doubtful(Sentence, RefusalReason)
    case other
    case refused(RefusalReason)
  }

  /// Where the next AIS sentence of a line begins; a cut line may be followed by another without a newline between.
  static func nextStart(in line: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var cursor = start
    while let mark = line.firstOffset(of: UInt8(ascii: "!"), from: cursor) {
      let formatter = line.slice(mark + 3, mark + 6)
      if formatter.elementsEqual("VDM".utf8) || formatter.elementsEqual("VDO".utf8) { return mark }
      cursor = mark + 1
    }
    return nil
  }

  /// Reads a sentence that begins at an offset of a line.
  @inline(__always)
  static func read(_ line: UnsafeRawBufferPointer, at start: Int) -> Reading {
    guard line.count &- start >= 7, start >= 0 else { return .other }
    guard line[start &+ 3] == UInt8(ascii: "V"), line[start &+ 4] == UInt8(ascii: "D"),
      line[start &+ 6] == UInt8(ascii: ",")
    else { return .other }
    var sentence = Sentence()
    switch line[start &+ 5] {
    case UInt8(ascii: "M"): break
    case UInt8(ascii: "O"): sentence.isOwnStation = true
    default: return .other
    }
    sentence.talker = ShortText(first: line[start &+ 1], second: line[start &+ 2])
    return sentence.readFields(line, from: start)
  }

  @inline(__always)
  private mutating func readFields(_ line: UnsafeRawBufferPointer, from start: Int) -> Reading {
    guard line.count &- start >= 14, let total = Self.digit(line[start &+ 7]),
      let number = Self.digit(line[start &+ 9]),
      line[start &+ 8] == Self.comma, line[start &+ 10] == Self.comma
    else { return .refused(.malformedSentence) }
    guard total >= 1, number >= 1, number <= total else { return .refused(.malformedSentence) }
    self.total = total
    self.number = number
    var cursor = start &+ 11
    while cursor < line.count, let digit = Self.digit(line[cursor]) {
      sequence = sequence == 255 ? digit : sequence &* 10 &+ digit
      cursor &+= 1
    }
    guard cursor < line.count, line[cursor] == Self.comma else { return .refused(.malformedSentence) }
    cursor &+= 1
    guard cursor < line.count else { return .refused(.malformedSentence) }
    if line[cursor] != Self.comma {
      channel = line[cursor]
      cursor &+= 1
    }
    guard cursor < line.count, line[cursor] == Self.comma else { return .refused(.malformedSentence) }
    payloadStart = cursor &+ 1
    return readEnd(line, from: start)
  }

  @inline(__always)
  private mutating func readEnd(_ line: UnsafeRawBufferPointer, from start: Int) -> Reading {
    guard let comma = line.firstOffset(of: Self.comma, from: payloadStart) else { return .refused(.malformedSentence) }
    payloadEnd = comma
    var cursor = comma &+ 1
    if cursor < line.count, let digit = Self.digit(line[cursor]) {
      guard digit <= 5 else { return .refused(.malformedSentence) }
      fillBits = digit
      cursor &+= 1
    }
    guard cursor < line.count, line[cursor] == UInt8(ascii: "*") else {
      guard line.firstOffset(of: UInt8(ascii: "*"), from: cursor) == nil else { return .refused(.malformedSentence) }
      return cursor == line.count || line[cursor] == Self.comma
        ? .doubtful(self, .missingChecksum) : .refused(.missingChecksum)
    }
    end = cursor &+ 3
    guard let checksum = line.hexadecimalByte(at: cursor &+ 1) else { return .doubtful(self, .missingChecksum) }
    guard checksum == line.checksum(start &+ 1, cursor) else { return .doubtful(self, .badChecksum) }
    return .sentence(self)
  }

  private static let comma = UInt8(ascii: ",")

  @inline(__always)
  private static func digit(_ byte: UInt8) -> UInt8? {
    let value = byte &- 0x30
    return value <= 9 ? value : nil
  }
}

/// Where on a line a sentence stands that is none of AIS, with what surrounds it.
struct OtherSentence: Sendable {
  /// The offset of its `$` or `!` in the line.
  let start: Int
  let context: LineContext
  /// The line, counted from 1.
  let lineNumber: Int
  /// The offset of the line's first byte in the whole input.
  let lineOffset: Int
}

extension ShortText {
  /// Two characters, such as a talker.
  @inline(__always)
  init(first: UInt8, second: UInt8) {
    self.init(low: UInt64(first) &<< 8 | UInt64(second))
  }
}
