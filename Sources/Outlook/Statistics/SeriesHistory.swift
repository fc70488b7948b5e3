/// A series through all its releases: what was known when, and how it was revised.
public struct SeriesHistory: Equatable, Sendable {
  /// The releases, oldest first.
  public private(set) var releases: [Release] = []
  /// What was found when releases were taken: changed definitions, figures that vanished.
  public private(set) var remarks: [String] = []

  /// One row of the triangle: a period and its figure in each release.
  public struct Row: Equatable, Sendable {
    /// The period.
    public let day: CalendarDay
    /// Its figure in each release, nil where the release does not reach it.
    public let figures: [Figure?]
  }

  /// An empty history.
  public init() {}

  /// Takes a release, in any order of publication.
  /// - Throws: `OutlookError` when it counts by another period, or another one was published that day.
  public mutating func take(_ release: Release) throws(OutlookError) {
    if let other = releases.first, other.series.period != release.series.period {
      throw OutlookError(
        place: "release of \(release.published)",
        reason: "it counts by the \(release.series.period.rawValue), the others by the \(other.series.period.rawValue)")
    }
    guard !releases.contains(where: { $0.published == release.published }) else {
      throw OutlookError(place: "release of \(release.published)", reason: "there is a release of that day already")
    }
    releases.append(release)
    releases.sort { $0.published < $1.published }
    remarks = zip(releases, releases.dropFirst()).flatMap(Self.compared)
  }

  /// The series as it was known on a day; nil before the first release.
  public func known(on day: CalendarDay) -> Release? { releases.last { $0.published <= day } }

  /// The revisions triangle: every period that a release reaches, oldest first.
  public var triangle: [Row] {
    let days = Set(releases.flatMap { release in (0..<release.series.count).map(release.series.day) }).sorted()
    return days.map { day in
      Row(day: day, figures: releases.map { Self.figure($0, day) })
    }
  }

  /// How much figures moved between their first release and the latest, over periods that both know.
  /// - Returns: the number of periods, the mean change, and the mean of its size; nil when no period stands in two
  ///   releases.
  public var revision: (periods: Int, mean: Double, meanSize: Double)? {
    let changes = triangle.compactMap { row -> Double? in
      let known = row.figures.compactMap { $0?.number }
      guard known.count >= 2, let first = known.first, let last = known.last else { return nil }
      return last - first
    }
    guard !changes.isEmpty else { return nil }
    let count = Double(changes.count)
    return (changes.count, changes.reduce(0, +) / count, changes.reduce(0) { $0 + abs($1) } / count)
  }

  private static func figure(_ release: Release, _ day: CalendarDay) -> Figure? {
    let index = release.series.index(day)
    return release.series.figures.indices.contains(index) && release.series.day(index) == day
      ? release.series.figures[index] : nil
  }

  private static func compared(_ one: Release, _ other: Release) -> [String] {
    var remarks: [String] = []
    if one.definition != other.definition {
      remarks.append(
        "release of \(other.published): the definition changed from \"\(one.definition)\" to \"\(other.definition)\"; "
          + "figures before and after may not compare")
    }
    let lost = (0..<one.series.count).count { index in
      one.series.figures[index].number != nil && figure(other, one.series.day(index))?.number == nil
    }
    if lost > 0 {
      remarks.append("release of \(other.published): \(lost) figures of the one before are no longer there")
    }
    return remarks
  }
}
