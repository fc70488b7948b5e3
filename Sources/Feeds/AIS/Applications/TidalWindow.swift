/// Tidal window: area code 1, function 14 (IMO SN/Circ.236) or 32 (IMO SN.1/Circ.289).
public struct TidalWindow: Hashable, Sendable {
  let payload: AISPayload
  /// Whether it is the older form, in which latitude comes first and positions are finer.
  public let isOlderForm: Bool

  /// The most points that a message carries.
  public static let maximumPoints = 3

  /// The tide at one point.
  public struct Point: Hashable, Sendable {
    let payload: AISPayload
    let start: Int
    let isOlderForm: Bool

    /// Degrees east in 1/1,000 minute, in the older form 1/10,000 minute.
    public var longitude: Int { isOlderForm ? payload.signed(start + 27, 28) : payload.signed(start, 25) }
    /// Degrees north in 1/1,000 minute, in the older form 1/10,000 minute.
    public var latitude: Int { isOlderForm ? payload.signed(start, 27) : payload.signed(start + 25, 24) }
    private var times: Int { start + (isOlderForm ? 55 : 49) }
    /// First hour of the window in UTC.
    public var fromHour: Int { payload.unsigned(times, 5) }
    /// First minute of the window.
    public var fromMinute: Int { payload.unsigned(times + 5, 6) }
    /// Last hour of the window in UTC.
    public var toHour: Int { payload.unsigned(times + 11, 5) }
    /// Last minute of the window.
    public var toMinute: Int { payload.unsigned(times + 16, 6) }
    /// Where the current goes; 360 is not available.
    public var currentDegrees: Int { payload.unsigned(times + 22, 9) }
    /// The current in 1/10 knot; 127 (older form) or 255 is not available.
    public var currentTenthsKnot: Int { payload.unsigned(times + 31, isOlderForm ? 7 : 8) }
  }

  /// Month; 0 is not available.
  public var month: Int { payload.unsigned(88, 4) }
  /// Day; 0 is not available.
  public var day: Int { payload.unsigned(92, 5) }
  private var pointBits: Int { isOlderForm ? 93 : 88 }
  /// How many points the message carries, a last one cut short among them.
  public var count: Int {
    min(Self.maximumPoints, max(0, payload.bitCount - 97 + pointBits - 1) / pointBits)
  }
  /// The point at an index below `count`.
  public subscript(index: Int) -> Point {
    Point(payload: payload, start: 97 + pointBits * index, isOlderForm: isOlderForm)
  }
}
