public import Geodesy

/// The moment that a report is about, from the moment it was heard and the second that it carries.
///
/// AIS reports carry the second of the minute in which the position was measured (ITU-R M.1371-5, table 48, time
/// stamp). The nearest such moment is taken. A position cannot be measured after it was heard, so that a nearest moment
/// in the future by more than `clockToleranceMilliseconds` means that a clock is wrong, and the receipt stands.
/// Heard at 12:00:03 with second 58, the report is about 11:59:58.
public struct ObservationTime: Hashable, Sendable {
  /// How far in the future of its receipt a measurement may seem to lie before the carried second is not believed.
  public static let clockToleranceMilliseconds: Int64 = 3000
  /// Spread of a moment that is known to the whole second, in seconds.
  public static let refinedStandardDeviationSeconds = 0.3
  /// Spread of a moment that is only known by its receipt, in seconds.
  public static let receiptStandardDeviationSeconds = 1.5

  /// The moment that the report is about.
  public let at: Instant
  /// Its standard deviation in seconds.
  public let standardDeviationSeconds: Double

  /// The best moment for a report heard then, with that second in its time stamp field (nil or above 59 when absent).
  public init(received: Instant, utcSecond: Int?) {
    let shift = utcSecond.flatMap { Self.shiftMilliseconds(received: received, utcSecond: $0) }
    at = received.adding(milliseconds: shift ?? 0)
    standardDeviationSeconds =
      shift == nil ? Self.receiptStandardDeviationSeconds : Self.refinedStandardDeviationSeconds
  }

  /// From the receipt to the nearest moment with that second, or nil when it cannot be believed.
  private static func shiftMilliseconds(received: Instant, utcSecond: Int) -> Int64? {
    guard (0...59).contains(utcSecond) else { return nil }
    let minute: Int64 = 60_000
    let withinMinute = (received.millisecondsSince1970 % minute + minute) % minute
    var shift = Int64(utcSecond) * 1000 - withinMinute
    if shift > minute / 2 { shift -= minute }
    if shift < -minute / 2 { shift += minute }
    return shift <= clockToleranceMilliseconds ? shift : nil
  }
}
