/// A series as one release published it.
public struct Release: Equatable, Sendable {
  /// The day of publication.
  public let published: CalendarDay
  /// The figures of the release.
  public let series: CountSeries
  /// Figures dated from here on are provisional; nil when all are final.
  public let provisionalFrom: CalendarDay?
  /// What is counted, as the release words it; a change of words is a change of definition.
  public let definition: String

  /// Makes a release.
  public init(published: CalendarDay, series: CountSeries, provisionalFrom: CalendarDay?, definition: String) {
    self.published = published
    self.series = series
    self.provisionalFrom = provisionalFrom
    self.definition = definition
  }
}
