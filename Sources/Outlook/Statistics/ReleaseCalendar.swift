/// When figures are published, and who sees them before.
public struct ReleaseCalendar: Equatable, Sendable {
  /// Somebody who sees figures before their release, by office and not by name.
  public struct EarlyAccess: Equatable, Sendable {
    /// The office.
    public let office: String
    /// Why it must know early.
    public let reason: String
    /// How many hours before the release.
    public let hoursBefore: Int

    /// Makes an access.
    public init(office: String, reason: String, hoursBefore: Int) {
      self.office = office
      self.reason = reason
      self.hoursBefore = hoursBefore
    }
  }

  /// A release that is announced or was made.
  public struct Entry: Equatable, Sendable {
    /// What is published.
    public let title: String
    /// The day.
    public let day: CalendarDay
    /// Who sees it before.
    public fileprivate(set) var earlyAccess: [EarlyAccess]
  }

  /// The most hours before a release, by the Pre-release Access to Official Statistics Order 2008.
  public static let mostHoursBefore = 24

  /// The entries by day.
  public private(set) var entries: [Entry] = []

  /// An empty calendar.
  public init() {}

  /// Announces a release.
  /// - Throws: `OutlookError` when that title is announced for that day already.
  public mutating func announce(_ title: String, on day: CalendarDay) throws(OutlookError) {
    guard !entries.contains(where: { $0.title == title && $0.day == day }) else {
      throw OutlookError(place: "\(title), \(day)", reason: "it is announced already")
    }
    entries.append(Entry(title: title, day: day, earlyAccess: []))
    entries.sort { ($0.day, $0.title) < ($1.day, $1.title) }
  }

  /// Records that an office sees a release before it is made.
  /// - Throws: `OutlookError` when the release is not announced, no reason is given, or it is too early.
  public mutating func grant(_ access: EarlyAccess, to title: String, on day: CalendarDay) throws(OutlookError) {
    guard let index = entries.firstIndex(where: { $0.title == title && $0.day == day }) else {
      throw OutlookError(place: "\(title), \(day)", reason: "no such release is announced")
    }
    guard !access.reason.isEmpty, (1...Self.mostHoursBefore).contains(access.hoursBefore) else {
      throw OutlookError(
        place: "\(title), \(day)", reason: "early access needs a reason, and at most \(Self.mostHoursBefore) hours")
    }
    entries[index].earlyAccess.append(access)
  }
}
