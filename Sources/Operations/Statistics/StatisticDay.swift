package import Geodesy

/// A day of the calendar, as tables and releases are dated: `2025-08-31`.
package struct StatisticDay: Sendable, Hashable, Comparable, Codable {
  package let text: String

  /// Reads `2025-08-31`; nil for anything else and for days that no calendar has.
  package init?(_ text: String) {
    guard text.utf8.count == 10, let midnight = Instant.parse(text + "T00:00:00Z") else { return nil }
    self.text = text
    self.midnight = midnight
  }

  /// The day in UTC on which a moment lies.
  package init(_ moment: Instant) {
    let day: Int64 = 86_400_000
    let milliseconds = moment.millisecondsSince1970
    midnight = Instant(millisecondsSince1970: milliseconds - ((milliseconds % day) + day) % day)
    text = String(midnight.iso8601.prefix(10))
  }

  /// Its first moment in UTC.
  package let midnight: Instant

  package static func < (one: StatisticDay, other: StatisticDay) -> Bool { one.midnight < other.midnight }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = StatisticDay(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day such as 2025-08-31")
    }
    self = day
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension StatisticDay {
  /// This day a number of days later, or earlier when the number is negative.
  package func advanced(byDays days: Int) -> StatisticDay {
    StatisticDay(midnight.adding(milliseconds: Int64(days) * 86_400_000))
  }

  /// The same day of the month a number of months later, or the month's last; the last day of a month stays a last day.
  package func advanced(byMonths months: Int) -> StatisticDay {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3 else { return self }
    let isLast = advanced(byDays: 1).text.hasSuffix("-01")
    let month = numbers[0] * 12 + numbers[1] - 1 + months
    let first = Self.padded(month / 12, 4) + "-" + Self.padded(month % 12 + 1, 2) + "-"
    let day = isLast ? 31 : numbers[2]
    return stride(from: day, through: 28, by: -1).lazy.compactMap { StatisticDay(first + Self.padded($0, 2)) }.first
      ?? StatisticDay(first + Self.padded(day, 2)) ?? self
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(digits - text.count, 0)) + text
  }
}
