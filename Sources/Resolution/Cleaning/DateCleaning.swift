/// Reads dates as forms and people write them.
///
/// A clean date is eight digits, year, month, day, with 0 for what is not said. The digits are kept when they are no date of the
/// calendar, since a slip of the pen is still evidence.
enum DateCleaning {
  /// Which of two numbers in front of or behind a year is the day.
  enum Order: Sendable { case dayFirst, monthFirst }

  /// The numbers of a date as they stand there.
  struct Parts: Equatable {
    var year: Int
    var month: Int
    var day: Int
    /// Whether month and day stand in the order of their places and are not known apart.
    var isOrdered: Bool
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// The clean form, or nil when it is no date.
  static func clean(_ value: UnsafeBufferPointer<UInt8>, order: Order) -> [UInt8]? {
    guard var parts = parts(of: value) else { return nil }
    if parts.isOrdered {
      let (first, second) = (parts.month, parts.day)
      let dayFirst = second > 12 ? false : first > 12 ? true : order == .dayFirst
      (parts.month, parts.day) = dayFirst ? (second, first) : (first, second)
    }
    var digits = [UInt8](repeating: 48, count: 8)
    var (rest, place) = (parts.year * 10_000 + parts.month * 100 + parts.day, 7)
    while rest > 0, place >= 0 {
      digits[place] += UInt8(rest % 10)
      rest /= 10
      place -= 1
    }
    return digits
  }

  /// The numbers of a date; where `isOrdered`, `month` holds the first of the two and `day` the second.
  static func parts(of value: UnsafeBufferPointer<UInt8>) -> Parts? {
    guard value.count <= 40 else { return nil }
    var numbers = [(value: Int, digits: Int)]()
    var (month, index) = (0, 0)
    while index < value.count, numbers.count < 4 {
      let byte = value[index]
      if byte.isASCIIDigit {
        let start = index
        var number = 0
        while index < value.count, value[index].isASCIIDigit, index - start < 9 {
          number = number * 10 + Int(value[index] - 48)
          index += 1
        }
        numbers.append((number, index - start))
        // A time of day follows the date and is no part of it.
        if numbers.count == 3 { break }
      } else if byte.isASCIILetter {
        let start = index
        while index < value.count, value[index].isASCIILetter { index += 1 }
        let word = String(decoding: value[start..<min(index, start + 3)], as: UTF8.self).lowercased()
        if let found = months.firstIndex(of: word) {
          month = found + 1
        } else if !["th", "st", "nd", "rd", "t"].contains(word) {
          return nil
        }
      } else if " -/.,T".utf8.contains(byte) {
        index += 1
      } else {
        return nil
      }
    }
    return parts(numbers, month: month)
  }

  private static func parts(_ numbers: [(value: Int, digits: Int)], month: Int) -> Parts? {
    switch (numbers.count, month) {
    case (1, 0) where numbers[0].digits == 8:
      let number = numbers[0].value
      if (1800...2200).contains(number / 10_000) || !(1800...2200).contains(number % 10_000) {
        return Parts(year: number / 10_000, month: number / 100 % 100, day: number % 100, isOrdered: false)
      }
      return Parts(year: number % 10_000, month: number / 1_000_000, day: number / 10_000 % 100, isOrdered: true)
    case (1, 0) where numbers[0].digits == 4 && (1800...2200).contains(numbers[0].value):
      return Parts(year: numbers[0].value, month: 0, day: 0, isOrdered: false)
    case (2, 0) where numbers[0].digits == 4:
      return Parts(year: numbers[0].value, month: numbers[1].value % 100, day: 0, isOrdered: false)
    case (2, 1...):
      let yearLast = numbers[1].digits == 4
      let (year, day) = yearLast ? (numbers[1].value, numbers[0].value) : (numbers[0].value, numbers[1].value)
      return year > 99 && day <= 31 ? Parts(year: year, month: month, day: day, isOrdered: false) : nil
    case (3, 0) where numbers[0].digits == 4 && numbers[1].digits <= 2 && numbers[2].digits <= 2:
      return Parts(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value, isOrdered: false)
    case (3, 0) where numbers[2].digits == 4 && numbers[0].digits <= 2 && numbers[1].digits <= 2:
      return Parts(year: numbers[2].value, month: numbers[0].value, day: numbers[1].value, isOrdered: true)
    default: return nil
    }
  }

  /// The order that the values of a column show: numbers over 12 can only be days.
  static func order(in pool: ValuePool) -> (order: Order, isCertain: Bool) {
    var (dayFirst, monthFirst) = (0, 0)
    for number in 1..<max(1, min(pool.count, 20_000)) {
      guard let parts = pool.withValue(UInt32(number), parts(of:)), parts.isOrdered else { continue }
      if parts.month > 12 { dayFirst += 1 }
      if parts.day > 12 { monthFirst += 1 }
    }
    let isCertain = dayFirst + monthFirst == 0 || min(dayFirst, monthFirst) * 20 < max(dayFirst, monthFirst)
    return (dayFirst >= monthFirst ? .dayFirst : .monthFirst, isCertain)
  }
}
