import Foundation
import Geodesy
import Ledger
import Marking

/// A vintage of a series came in.
struct SeriesReleased: Fact {
  static let kind = "statistics.released"
  var series: String
  var title: String
  var measure: StatisticSeries.Measure
  var period: StatisticSeries.Period
  var place: String
  var route: StatisticSeries.Route?
  var dimension: StatisticSeries.Dimension?
  var countsDetections: Bool
  var released: StatisticDay
  var source: String
  var first: StatisticDay
  var finalThrough: StatisticDay?
  var note: String
  var fileHash: String?
  /// How many figures it has, for whoever reads the record.
  var cells: Int
  var parts: [StatisticRelease.Part]
  var aggregate: String { "statistics:\(series)" }
}

/// Keeps a vintage of a series: published totals of groups, and nothing else.
package struct RecordRelease: Command, Sendable, Hashable {
  static let act = Act.append
  static let kind = ObjectKind.statistics

  package var series: StatisticSeries
  package var release: StatisticRelease

  package init(_ release: StatisticRelease, of series: StatisticSeries) {
    self.series = series
    self.release = release
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    try checkNames(ground.limits)
    try checkFigures()
    guard release.released <= StatisticDay(ground.now.adding(milliseconds: StatisticLimits.earlyAccessMilliseconds))
    else {
      throw OperationsError(.invalid, "The day of release lies in the future.")
    }
    let known = try StatisticsView.series(in: ground.views)
    if let before = known.first(where: { $0.id == series.id }) {
      guard before.measure == series.measure, before.period == series.period, before.dimension == series.dimension
      else {
        throw OperationsError(
          .conflict,
          "\(series.id) counts \(before.measure.rawValue) by \(before.period.rawValue); name this one otherwise.")
      }
    } else if known.count >= StatisticLimits.series {
      throw OperationsError(.limit, "A centre keeps at most \(StatisticLimits.series) series.")
    }
    let vintages = try StatisticsView.days(of: series.id, in: ground.views)
    guard !vintages.contains(release.released) else {
      throw OperationsError(.conflict, "A release of \(release.released.text) is here already; withdraw it first.")
    }
    guard vintages.count < StatisticLimits.releases else {
      throw OperationsError(.limit, "A series has at most \(StatisticLimits.releases) releases.")
    }
    return [try EntryDraft(fact, about: release.released.midnight, marking: ground.marking(.official))]
  }

  private var fact: SeriesReleased {
    SeriesReleased(
      series: series.id, title: series.title, measure: series.measure, period: series.period, place: series.place,
      route: series.route, dimension: series.dimension, countsDetections: series.countsDetections,
      released: release.released, source: release.source, first: release.first, finalThrough: release.finalThrough,
      note: release.note, fileHash: release.fileHash, cells: release.parts.reduce(0) { $0 + $1.figures.count },
      parts: release.parts)
  }

  private func checkNames(_ limits: OperationsLimits) throws {
    try StatisticText.check(id: series.id)
    guard release.series == series.id else { throw OperationsError(.invalid, "The release is of another series.") }
    try StatisticText.check(series.title, "A title", limits)
    try StatisticText.check(series.place, "A place", limits)
    try StatisticText.check(release.source, "A source", limits)
    if !release.note.isEmpty {
      guard release.note.utf8.count <= StatisticLimits.noteBytes else {
        throw OperationsError(.invalid, "A note has at most \(StatisticLimits.noteBytes) bytes.")
      }
      _ = try LogText.checked(release.note, limits)
    }
    if let hash = release.fileHash, hash.utf8.count != 64 {
      throw OperationsError(.invalid, "The hash of a file has 64 digits.")
    }
    for part in release.parts where !(series.dimension == nil && part.label.isEmpty) {
      try StatisticText.check(label: part.label, limits)
    }
  }

  private func checkFigures() throws {
    let parts = release.parts
    guard let length = parts.first?.figures.count, length > 0 else {
      throw OperationsError(.invalid, "The release has no figures.")
    }
    guard parts.count <= StatisticLimits.parts, length <= StatisticLimits.periods,
      parts.count * length <= StatisticLimits.cells
    else {
      throw OperationsError(
        .limit,
        """
        A release has at most \(StatisticLimits.parts) parts, \(StatisticLimits.periods) periods and \
        \(StatisticLimits.cells) cells.
        """)
    }
    guard parts.allSatisfy({ $0.figures.count == length }) else {
      throw OperationsError(.invalid, "The parts of a release have figures for the same periods.")
    }
    guard Set(parts.map(\.label)).count == parts.count else {
      throw OperationsError(.invalid, "A part stands in the release twice.")
    }
    guard series.dimension != nil || parts.count == 1 else {
      throw OperationsError(.invalid, "A release with several parts says by what they are told apart.")
    }
    try StatisticText.checkNotAList(parts)
  }
}
