/// A day of the Gregorian calendar, without a time or a zone.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1 January 1970.
  public let number: Int

  /// The day with this number.
  public init(number: Int) { self.number = number }

  /// The day of a year, month and day, or nil when there is none; years 1900 to 2200.
  ///
  /// Source: H. Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2200).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `2023-06-02`, `2023-06-02T…`, `02/06/2023` (day first), `2 June 2023`, `2023-06` or `2023M06` (the first of
  /// the
  /// month), `2023-Q2` (the first of the quarter); nil for anything else.
  public init?(text: some StringProtocol) {
    let words = text.split { letter in "-/. ".contains(letter) }.map { String($0) }
    if let found = Self.isoDay(words) ?? Self.spokenDay(words, text.contains("-")) ?? Self.firstOfPeriod(words) {
      self = found
    } else {
      return nil
    }
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// As `2023-06-02`.
  public var description: String {
    let (year, month, day) = parts
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// This day a number of days later, or earlier when the number is negative.
  public func advanced(byDays days: Int) -> CalendarDay { CalendarDay(number: number + days) }

  /// Whether one day lies before another.
  public static func < (one: CalendarDay, other: CalendarDay) -> Bool { one.number < other.number }

  /// The first of the month that lies a number of months later.
  public func advanced(byMonths months: Int) -> CalendarDay {
    let (year, month, _) = parts
    let whole = year * 12 + month - 1 + months
    return CalendarDay(year: whole / 12, month: whole % 12 + 1, day: 1) ?? self
  }

  static func days(inMonth month: Int, year: Int) -> Int {
    if month == 2 { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func isoDay(_ words: [String]) -> CalendarDay? {
    guard words.count >= 3, words[0].count == 4, let year = Int(words[0]), let month = Int(words[1]),
      let day = Int(words[2].prefix { $0.isNumber }), words[2].count <= 2 || words[2].dropFirst(2).hasPrefix("T")
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  private static func spokenDay(_ words: [String], _ hyphenated: Bool) -> CalendarDay? {
    guard words.count == 3, let day = Int(words[0]), let year = Int(words[2]), words[2].count == 4 else { return nil }
    if let month = Int(words[1]) { return hyphenated ? nil : CalendarDay(year: year, month: month, day: day) }
    let month = monthNames.firstIndex { words[1].lowercased().hasPrefix($0) }
    return month.flatMap { CalendarDay(year: year, month: $0 + 1, day: day) }
  }

  private static func firstOfPeriod(_ words: [String]) -> CalendarDay? {
    let letters = words.joined(separator: "-").uppercased().map { $0 }
    guard letters.count >= 6, let year = Int(String(letters.prefix(4))) else { return nil }
    let rest = String(letters.dropFirst(4)).drop { $0 == "-" }
    if rest.hasPrefix("Q"), let quarter = Int(rest.dropFirst()), (1...4).contains(quarter) {
      return CalendarDay(year: year, month: quarter * 3 - 2, day: 1)
    }
    guard let month = Int(rest.hasPrefix("M") ? rest.dropFirst() : rest), rest.count >= 2, rest.count <= 3 else {
      return nil
    }
    return CalendarDay(year: year, month: month, day: 1)
  }

  private static let monthNames = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
