/// A line with one Mode S frame in hexadecimal digits.
///
/// Read are AVR's `*…;` without and `@…;` with twelve digits of the receiver's counter before the frame, `<…;` with two more of
/// the signal between them, digits alone, and `seconds,digits` as tables of values have it, quoted or not.
enum MessageLine {
  case frame(ModeSFrame, ADSBReception.Time)
  /// A Mode A or C reply of four digits.
  case otherFrame
  case empty
  case refused(ADSBRefusal)

  @inline(__always)
  static func read(_ bytes: UnsafeRawBufferPointer) -> MessageLine {
    let line = trimmed(bytes)
    guard let first = line.first, first != UInt8(ascii: "#") else { return .empty }
    switch first {
    case UInt8(ascii: "*"): return readAVR(line, counterDigits: 0, otherDigits: 0)
    case UInt8(ascii: "@"): return readAVR(line, counterDigits: 12, otherDigits: 0)
    case UInt8(ascii: "<"): return readAVR(line, counterDigits: 12, otherDigits: 2)
    default: break
    }
    guard let comma = line.firstOffset(of: UInt8(ascii: ","), from: 0) else { return frame(line, .unknown) }
    guard let milliseconds = milliseconds(unquoted(line.slice(0, comma))) else { return .refused(.notAMessage) }
    let end = line.firstOffset(of: UInt8(ascii: ","), from: comma + 1) ?? line.count
    return frame(unquoted(line.slice(comma + 1, end)), .clock(milliseconds: milliseconds))
  }

  private static func readAVR(_ line: UnsafeRawBufferPointer, counterDigits: Int, otherDigits: Int) -> MessageLine {
    guard line.last == UInt8(ascii: ";"), line.count >= 2 + counterDigits + otherDigits else {
      return .refused(.notAMessage)
    }
    let digits = line.slice(1 + counterDigits + otherDigits, line.count - 1)
    guard counterDigits > 0 else { return frame(digits, .unknown) }
    var ticks: Int64 = 0
    for place in 1...counterDigits {
      guard let digit = hexadecimalDigit(line[place]) else { return .refused(.badDigits) }
      ticks = ticks << 4 | Int64(digit)
    }
    return frame(digits, .counter(ticks: ticks))
  }

  @inline(__always)
  private static func frame(_ digits: UnsafeRawBufferPointer, _ time: ADSBReception.Time) -> MessageLine {
    var (high, low): (UInt64, UInt64) = (0, 0)
    for (index, character) in digits.enumerated() {
      guard let digit = hexadecimalDigit(character) else {
        return .refused(index == 0 || digits.count > 28 ? .notAMessage : .badDigits)
      }
      if index < 16 {
        high |= UInt64(digit) &<< UInt64(60 &- 4 &* index)
      } else if index < 28 {
        low |= UInt64(digit) &<< UInt64(124 &- 4 &* index)
      }
    }
    if digits.count == 4 { return .otherFrame }
    guard digits.count == 14 || digits.count == 28 else { return .refused(.wrongLength) }
    guard let frame = ModeSFrame(high: high, low: low, byteCount: digits.count / 2) else {
      return .refused(.wrongLength)
    }
    return .frame(frame, time)
  }

  /// Milliseconds of decimal seconds since 1970, cut behind the third decimal.
  private static func milliseconds(_ text: UnsafeRawBufferPointer) -> Int64? {
    let whole = text.digits(from: 0)
    guard 1...12 ~= whole.end else { return nil }
    var milliseconds = Int64(whole.value) * 1_000
    guard whole.end < text.count else { return milliseconds }
    guard text[whole.end] == UInt8(ascii: ".") else { return nil }
    var unit: Int64 = 100
    for character in text.slice(whole.end + 1, text.count) {
      guard 0x30...0x39 ~= character else { return nil }
      milliseconds += Int64(character & 15) * unit
      unit /= 10
    }
    return milliseconds
  }

  @inline(__always)
  private static func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return bytes.slice(start, end)
  }

  @inline(__always)
  private static func unquoted(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let text = trimmed(bytes)
    guard text.count >= 2, text.first == UInt8(ascii: "\""), text.last == UInt8(ascii: "\"") else { return text }
    return text.slice(1, text.count - 1)
  }
}
