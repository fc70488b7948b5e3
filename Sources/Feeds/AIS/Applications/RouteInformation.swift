/// Route information: area code 1, functions 27 to all and 28 to one (IMO SN.1/Circ.289).
public struct RouteInformation: Hashable, Sendable {
  let payload: AISPayload
  let dataStart: Int

  /// The most waypoints that a message carries.
  public static let maximumWaypoints = 16

  /// Links messages that belong together; 0 for none.
  public var linkage: Int { payload.unsigned(dataStart, 10) }
  /// 0 ship, 1 authority.
  public var sender: Int { payload.unsigned(dataStart + 10, 3) }
  /// Kind of route.
  public var routeType: Int { payload.unsigned(dataStart + 13, 5) }
  /// Month from which it holds, in UTC.
  public var month: Int { payload.unsigned(dataStart + 18, 4) }
  /// Day from which it holds.
  public var day: Int { payload.unsigned(dataStart + 22, 5) }
  /// Hour from which it holds.
  public var hour: Int { payload.unsigned(dataStart + 27, 5) }
  /// Minute from which it holds.
  public var minute: Int { payload.unsigned(dataStart + 32, 6) }
  /// For how long it holds; 262,143 is not available.
  public var durationMinutes: Int { payload.unsigned(dataStart + 38, 18) }
  /// How many waypoints the message says that it carries.
  public var statedCount: Int { payload.unsigned(dataStart + 56, 5) }
  /// How many whole waypoints it does carry.
  public var count: Int {
    min(Self.maximumWaypoints, statedCount, max(0, payload.bitCount - dataStart - 61) / 55)
  }
  /// Degrees east of a waypoint in 1/10,000 minute.
  public func longitudeTenThousandthMinutes(_ index: Int) -> Int {
    payload.signed(dataStart + 61 + 55 * index, 28)
  }
  /// Degrees north of a waypoint in 1/10,000 minute.
  public func latitudeTenThousandthMinutes(_ index: Int) -> Int {
    payload.signed(dataStart + 61 + 55 * index + 28, 27)
  }
}
