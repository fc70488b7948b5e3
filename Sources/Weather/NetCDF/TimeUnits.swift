internal import Geodesy

/// Times counted from a moment, as `hours since 1900-01-01 00:00:00`.
///
/// Source: CF conventions 1.11, section 4.4. Months and years, whose length varies, are not read.
struct TimeUnits {
  private let milliseconds: Double
  private let origin: Instant

  private static let units: [String: Double] = [
    "millisecond": 1, "msec": 1, "second": 1000, "sec": 1000, "s": 1000, "minute": 60_000, "min": 60_000,
    "hour": 3_600_000, "hr": 3_600_000, "h": 3_600_000, "day": 86_400_000, "d": 86_400_000,
  ]

  /// The furthest moment from the origin, in milliseconds: 10,000 years.
  private static let furthest = 3.2e14

  init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    guard words.count >= 3, words.count <= 5, words[1] == "since" else { return nil }
    let unit = words[0].lowercased()
    let singular = unit.count > 1 && unit.hasSuffix("s") ? String(unit.dropLast()) : unit
    guard let milliseconds = Self.units[unit] ?? Self.units[singular] else { return nil }
    self.milliseconds = milliseconds
    let parts = words.dropFirst(2).flatMap { $0.split(separator: "T") }.map(String.init)
    let date = parts[0].split(separator: "-").map { $0.count < 2 ? "0" + $0 : String($0) }
    guard date.count == 3 else { return nil }
    var clock = parts.count > 1 ? parts[1] : "00:00:00"
    if clock.hasSuffix("Z") { clock.removeLast() }
    if clock.hasSuffix(".0") { clock.removeLast(2) }
    let fields = clock.split(separator: ":").map { $0.count < 2 ? "0" + $0 : String($0) } + ["00", "00"]
    guard parts.count < 3 || ["UTC", "GMT", "Z", "+00:00", "0:00", "+0000"].contains(parts[2]),
      let origin = Instant.parse(
        "\(date.joined(separator: "-"))T\(fields.prefix(3).joined(separator: ":"))Z")
    else { return nil }
    self.origin = origin
  }

  /// The moment of a count, or nil when it is no number or beyond 10,000 years.
  func instant(_ count: Double) -> Instant? {
    let milliseconds = (count * milliseconds).rounded()
    guard milliseconds.magnitude <= Self.furthest else { return nil }
    return origin.adding(milliseconds: Int64(milliseconds))
  }
}
