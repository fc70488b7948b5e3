/// A vintage of a series: its figures as one source published them on one day.
package struct StatisticRelease: Sendable, Hashable {
  /// The series that it is a vintage of.
  package var series: String
  /// The day on which the source published it.
  package var released: StatisticDay
  /// Who published it, and in which document.
  package var source: String
  /// The first day of the first period.
  package var first: StatisticDay
  package var parts: [Part]
  /// The last day whose figures are final; those behind it are provisional. Nil when all are provisional.
  package var finalThrough: StatisticDay?
  /// What the source says of it, such as a changed definition or a revision.
  package var note: String
  /// The SHA-256 hash of the file from which it was read, in hexadecimal.
  package var fileHash: String?
  /// Who brought it in, and their agency.
  package var by = ""
  package var agency = ""
  /// Whether it belongs to an exercise.
  package var exercise = false

  package init(
    series: String, released: StatisticDay, source: String, first: StatisticDay, parts: [Part],
    finalThrough: StatisticDay? = nil, note: String = "", fileHash: String? = nil
  ) {
    (self.series, self.released, self.source, self.first) = (series, released, source, first)
    (self.parts, self.finalThrough, self.note, self.fileHash) = (parts, finalThrough, note, fileHash)
  }

  /// The figures of one part, oldest first, one a period without holes.
  ///
  /// A series that is one line has one part, without a label.
  package struct Part: Sendable, Hashable, Codable {
    package var label: String
    package var figures: [StatisticFigure]

    package init(label: String = "", figures: [StatisticFigure]) {
      self.label = label
      self.figures = figures
    }
  }
}
