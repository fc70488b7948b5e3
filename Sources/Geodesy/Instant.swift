/// A moment in UTC, counted in whole milliseconds since 1 January 1970.
///
/// Leap seconds are not counted, as in POSIX time.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
  public var millisecondsSince1970: Int64

  /// The moment that lies this many milliseconds after 1970-01-01T00:00:00Z.
  public init(millisecondsSince1970: Int64) {
    self.millisecondsSince1970 = millisecondsSince1970
  }

  /// The moment this many milliseconds later, held at the ends of the countable range.
  public func adding(milliseconds: Int64) -> Instant {
    let (sum, overflow) = millisecondsSince1970.addingReportingOverflow(milliseconds)
    guard overflow else { return Instant(millisecondsSince1970: sum) }
    return Instant(millisecondsSince1970: milliseconds < 0 ? .min : .max)
  }

  /// Seconds from an earlier moment to this one; negative when the other is later.
  public func seconds(since other: Instant) -> Double {
    let (difference, overflow) = millisecondsSince1970.subtractingReportingOverflow(other.millisecondsSince1970)
    guard overflow else { return Double(difference) / 1000 }
    return (Double(millisecondsSince1970) - Double(other.millisecondsSince1970)) / 1000
  }

  /// Whether the first moment is earlier.
  public static func < (first: Instant, second: Instant) -> Bool {
    first.millisecondsSince1970 < second.millisecondsSince1970
  }
}

extension Instant: Codable {
  /// Decodes the ISO 8601 text and throws `DecodingError.dataCorrupted` when it is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let instant = Instant.parse(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A moment is written as 2021-11-24T01:48:00Z.")
    }
    self = instant
  }

  /// Encodes the moment as its ISO 8601 text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso8601)
  }
}

extension Instant: CustomStringConvertible {
  /// The moment as ISO 8601 text.
  public var description: String { iso8601 }
}
