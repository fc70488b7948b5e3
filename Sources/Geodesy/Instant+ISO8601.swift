extension Instant {
  /// The moment as ISO 8601 text in UTC, with milliseconds when there are any: `2021-11-24T01:48:00.250Z`.
  ///
  /// Years outside 0000 to 9999 are written with a sign and at least six digits, as the standard has it.
  public var iso8601: String {
    let day: Int64 = 86_400_000
    let timeOfDay = (millisecondsSince1970 % day + day) % day
    let date = CivilDate(daysSince1970: (millisecondsSince1970 / day) - (millisecondsSince1970 % day < 0 ? 1 : 0))
    var text = [UInt8]()
    text.reserveCapacity(28)
    if !(0...9999).contains(date.year) { text.append(date.year < 0 ? 0x2D : 0x2B) }
    Self.append(date.year.magnitude, digits: (0...9999).contains(date.year) ? 4 : 6, to: &text)
    let fields: [(UInt8, Int64, Int)] = [
      (0x2D, date.month, 2), (0x2D, date.day, 2),
      (0x54, timeOfDay / 3_600_000, 2), (0x3A, timeOfDay / 60_000 % 60, 2), (0x3A, timeOfDay / 1000 % 60, 2),
    ]
    for (separator, value, digits) in fields {
      text.append(separator)
      Self.append(value.magnitude, digits: digits, to: &text)
    }
    if timeOfDay % 1000 != 0 {
      text.append(0x2E)
      Self.append((timeOfDay % 1000).magnitude, digits: 3, to: &text)
    }
    text.append(0x5A)
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads ISO 8601 text with a zone, such as `2021-11-24T01:48:00Z` or `2021-11-24 02:48+01:00`; nil for all else.
  ///
  /// Seconds and their fraction (point or comma) may be absent, and digits after the millisecond are cut off. The
  /// 61st second of a leap second reads as the first of the next minute.
  ///
  /// - Parameter assumingUTC: whether text without a zone (also a date alone) is taken as UTC rather than refused.
  public static func parse(_ iso8601: String, assumingUTC: Bool = false) -> Instant? {
    var reader = ISO8601Reader(iso8601)
    return reader.read(assumingUTC: assumingUTC)
  }

  private static func append(_ value: UInt64, digits: Int, to text: inout [UInt8]) {
    var rest = value
    var reversed = [UInt8]()
    repeat {
      reversed.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0 || reversed.count < digits
    text.append(contentsOf: reversed.reversed())
  }
}

/// Reads the bytes of one moment, once, from the left.
private struct ISO8601Reader {
  private var bytes: Substring.UTF8View

  init(_ text: String) {
    bytes = text[...].utf8
  }

  mutating func read(assumingUTC: Bool) -> Instant? {
    guard let date = readDate() else { return nil }
    guard take(anyOf: "Tt ") else {
      return assumingUTC && bytes.isEmpty ? moment(date, timeOfDay: 0, offsetMinutes: 0) : nil
    }
    guard let timeOfDay = readTime() else { return nil }
    if bytes.isEmpty { return assumingUTC ? moment(date, timeOfDay: timeOfDay, offsetMinutes: 0) : nil }
    guard let offsetMinutes = readZone(), bytes.isEmpty else { return nil }
    return moment(date, timeOfDay: timeOfDay, offsetMinutes: offsetMinutes)
  }

  private mutating func readDate() -> CivilDate? {
    var year: Int64
    if let sign = bytes.first, sign == 0x2B || sign == 0x2D {
      bytes.removeFirst()
      let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
      guard (4...9).contains(digits), let magnitude = number(digits: digits) else { return nil }
      year = sign == 0x2D ? -magnitude : magnitude
    } else {
      guard let digits = number(digits: 4) else { return nil }
      year = digits
    }
    guard take(anyOf: "-"), let month = number(digits: 2), take(anyOf: "-"), let day = number(digits: 2) else {
      return nil
    }
    return CivilDate(year: year, month: month, day: day)
  }

  private mutating func readTime() -> Int64? {
    guard let hour = number(digits: 2), hour < 24, take(anyOf: ":"), let minute = number(digits: 2), minute < 60
    else { return nil }
    var milliseconds: Int64 = 0
    if take(anyOf: ":") {
      guard let second = number(digits: 2), second <= 60 else { return nil }
      milliseconds = second * 1000
      if take(anyOf: ".,") {
        let digits = bytes.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        var place: Int64 = 100
        for digit in digits {
          milliseconds += Int64(digit - 0x30) * place
          place /= 10
        }
        bytes.removeFirst(digits.count)
      }
    }
    return (hour * 60 + minute) * 60_000 + milliseconds
  }

  private mutating func readZone() -> Int64? {
    if take(anyOf: "Zz") { return 0 }
    guard let sign = bytes.popFirst(), sign == 0x2B || sign == 0x2D, let hours = number(digits: 2), hours < 24
    else { return nil }
    var minutes: Int64 = 0
    if !bytes.isEmpty {
      _ = take(anyOf: ":")
      guard let read = number(digits: 2), read < 60 else { return nil }
      minutes = read
    }
    return (hours * 60 + minutes) * (sign == 0x2D ? -1 : 1)
  }

  private func moment(_ date: CivilDate, timeOfDay: Int64, offsetMinutes: Int64) -> Instant? {
    let (days, overflow) = date.daysSince1970.multipliedReportingOverflow(by: 86_400_000)
    let (sum, overflowOfSum) = days.addingReportingOverflow(timeOfDay - offsetMinutes * 60_000)
    return overflow || overflowOfSum ? nil : Instant(millisecondsSince1970: sum)
  }

  private mutating func number(digits: Int) -> Int64? {
    var value: Int64 = 0
    for _ in 0..<digits {
      guard let digit = bytes.popFirst(), (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int64(digit - 0x30)
    }
    return value
  }

  private mutating func take(anyOf choices: StaticString) -> Bool {
    guard let first = bytes.first else { return false }
    let found = choices.withUTF8Buffer { $0.contains(first) }
    if found { bytes.removeFirst() }
    return found
  }
}
