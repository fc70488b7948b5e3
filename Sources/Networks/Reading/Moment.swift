/// Reads moments in the forms in which tables hold them, as seconds since 1970 in UTC.
///
/// `2021-11-24`, `2021-11-24T02:31:00Z` with fractions and offsets, a blank for the T, `20211124`, `24.11.2021`, `24/11/2021`
/// (the day first, unless that cannot be), with a time of day behind each; and whole seconds or milliseconds since 1970.
public enum Moment {
  /// The moment of a text, or nil when it is none.
  public static func seconds(_ text: some Collection<UInt8>) -> Int64? {
    var numbers = [(value: Int64, digits: Int)]()
    var separators = [UInt8]()
    for byte in text {
      if byte &- 48 < 10 {
        if separators.count == numbers.count { numbers.append((0, 0)) }
        guard numbers[numbers.count - 1].digits < 15, !numbers.isEmpty else { return nil }
        numbers[numbers.count - 1].value = numbers[numbers.count - 1].value * 10 + Int64(byte - 48)
        numbers[numbers.count - 1].digits += 1
      } else {
        // A blank after another separator, or a Z at the end, parts nothing new.
        guard !numbers.isEmpty, separators.count < numbers.count else { return nil }
        separators.append(byte)
      }
    }
    guard let first = numbers.first else { return nil }
    if numbers.count == 1, separators.isEmpty { return plain(first.value, first.digits) }
    if first.digits == 8, let day = plain(first.value, 8) {
      return timeOfDay(numbers.dropFirst(), separators[...]).map { day + $0 }
    }
    guard numbers.count >= 3, separators.count >= 2, separators[0] == separators[1],
      [45, 46, 47].contains(separators[0])
    else { return nil }
    var (year, month, day) = (first.value, numbers[1].value, numbers[2].value)
    if first.digits != 4 {
      guard numbers[2].digits == 4 else { return nil }
      (year, day) = (day, year)
      if month > 12 { (month, day) = (day, month) }
    }
    guard let days = days(year, month, day) else { return nil }
    return timeOfDay(numbers.dropFirst(3), separators.dropFirst(2)).map { days * 86_400 + $0 }
  }

  private static func plain(_ value: Int64, _ digits: Int) -> Int64? {
    if digits == 8 { return days(value / 10_000, value / 100 % 100, value % 100).map { $0 * 86_400 } }
    return digits >= 12 ? value / 1000 : digits >= 9 ? value : nil
  }

  /// Seconds of a day from hours, minutes and seconds, with a fraction and an offset behind them.
  private static func timeOfDay(
    _ numbers: ArraySlice<(value: Int64, digits: Int)>, _ separators: ArraySlice<UInt8>
  ) -> Int64? {
    var rest = zip(separators, numbers).map { (separator: $0, value: $1.value, digits: $1.digits) }[...]
    guard let first = separators.first, !rest.isEmpty else { return separators.isEmpty ? 0 : nil }
    guard first == 84 || first == 32 else { return nil }
    let hours = rest.removeFirst().value
    var parts: [Int64] = [0, 0]
    for part in 0..<2 {
      if let next = rest.first, next.separator == 58 { parts[part] = rest.removeFirst().value } else { break }
    }
    if let next = rest.first, next.separator == 46 || next.separator == 44 { rest.removeFirst() }
    var offset: Int64 = 0
    if let next = rest.first {
      guard next.separator == 43 || next.separator == 45 else { return nil }
      rest.removeFirst()
      offset = next.digits == 4 ? next.value / 100 * 3600 + next.value % 100 * 60 : next.value * 3600
      if let minutes = rest.first, minutes.separator == 58 { offset += minutes.value * 60 }
      if next.separator == 45 { offset = -offset }
    }
    guard hours < 25, parts[0] < 60, parts[1] < 61, offset.magnitude <= 14 * 3600 else { return nil }
    return hours * 3600 + parts[0] * 60 + parts[1] - offset
  }

  /// Days since 1970 of a day of the Gregorian calendar, or nil when there is no such day.
  ///
  /// Source: Howard Hinnant, chrono-compatible low-level date algorithms, days_from_civil.
  static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64? {
    let lengths: [Int64] =
      [31, year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28, 31, 30, 31, 30]
      + [31, 31, 30, 31, 30, 31]
    guard (1000...9999).contains(year), (1...12).contains(month), (1...lengths[Int(month - 1)]).contains(day) else {
      return nil
    }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
