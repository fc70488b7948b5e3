/// Reads the times that receivers write before or after a sentence.
public enum ReceiverTime {
  /// Milliseconds since 1970 from a count of seconds, milliseconds, microseconds or nanoseconds, told apart by their size.
  static func milliseconds(sinceEpoch text: UnsafeRawBufferPointer) -> Int64? {
    let (number, end) = text.digits(from: 0)
    if end == text.count { return milliseconds(number, digits: end, fraction: 0) }
    guard text[end] == UInt8(ascii: ".") else { return nil }
    return milliseconds(number, digits: end, fraction: thousandths(text.slice(end + 1, text.count)))
  }

  /// Milliseconds since 1970 from a count whose unit its digits tell.
  @inline(__always)
  private static func milliseconds(_ number: UInt64, digits: Int, fraction: Int64) -> Int64? {
    switch digits {
    case 9, 10: Int64(truncatingIfNeeded: number) &* 1_000 &+ fraction
    case 12, 13: Int64(truncatingIfNeeded: number)
    case 15, 16: Int64(truncatingIfNeeded: number / 1_000)
    case 18, 19: Int64(truncatingIfNeeded: number / 1_000_000)
    default: nil
    }
  }

  /// A count of time that begins a line and is followed by one character and a sentence or tag block, as most receivers
  /// write it; nil when the line begins in another way.
  @inline(__always)
  static func leadingCount(_ line: UnsafeRawBufferPointer) -> (milliseconds: Int64?, start: Int)? {
    let (number, end) = line.digits(from: 0)
    guard end > 0, end &+ 1 < line.count, line[end] == UInt8(ascii: " ") || line[end] == UInt8(ascii: ","),
      isSentenceOrTagStart(line[end &+ 1])
    else { return nil }
    return (milliseconds(number, digits: end, fraction: 0), end &+ 1)
  }

  /// Milliseconds since 1970 from `2018-01-31T05:07:02.151Z`, with a space or `T`, with or without fraction and `Z`.
  static func milliseconds(calendar text: UnsafeRawBufferPointer) -> Int64? {
    guard text.count >= 19, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " "),
      let year = text.slice(0, 4).decimalNumber(), let month = text.slice(5, 7).decimalNumber(),
      let day = text.slice(8, 10).decimalNumber(), let hour = text.slice(11, 13).decimalNumber(),
      let minute = text.slice(14, 16).decimalNumber(), let second = text.slice(17, 19).decimalNumber()
    else { return nil }
    var milliseconds: Int64 = 0
    if text.count > 20, text[19] == UInt8(ascii: ".") {
      milliseconds = thousandths(text.slice(20, text.count))
    }
    return instant(year, month, day, hour, minute, second, milliseconds)
  }

  /// Milliseconds since 1970 of a calendar time in UTC; nil when there is no such time.
  static func instant(
    _ year: Int64, _ month: Int64, _ day: Int64, _ hour: Int64, _ minute: Int64, _ second: Int64, _ milliseconds: Int64
  ) -> Int64? {
    guard 1970...9999 ~= year, 1...12 ~= month, 1...31 ~= day, 0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second,
      0...999 ~= milliseconds
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1_000 + milliseconds
  }

  /// The first three decimals, as milliseconds.
  private static func thousandths(_ decimals: UnsafeRawBufferPointer) -> Int64 {
    var value: Int64 = 0
    for index in 0..<3 {
      var digit: Int64 = 0
      if index < decimals.count, 0x30...0x39 ~= decimals[index] { digit = Int64(decimals[index] - 0x30) }
      value = value * 10 + digit
    }
    return value
  }
}
