/// What is published: tables with their notes, as an accessible workbook or as text with metadata.
public struct Publication: Equatable, Sendable {
  /// The title of the whole.
  public let title: String
  /// The day of publication.
  public let released: CalendarDay
  /// The day of the next one, when it is announced.
  public let nextRelease: CalendarDay?
  /// Who publishes and whom to ask.
  public let publisher: String
  /// Notes: what is counted, caveats, what suppression does.
  public let notes: [Note]
  /// How and when figures are revised.
  public let revisionsPolicy: String
  /// The offices that saw the figures before.
  public let earlyAccess: [ReleaseCalendar.EarlyAccess]
  /// The tables.
  public let tables: [SafeTable]

  /// A table as it is shown.
  public struct SafeTable: Equatable, Sendable {
    /// A name for the sheet.
    public let name: String
    /// A title above the table.
    public let title: String
    /// The heading.
    public let heading: [String]
    /// The cells of each row; the first is the name of the row.
    public let rows: [[Cell]]

    /// A cell that is shown.
    public enum Cell: Equatable, Sendable {
      case words(String)
      case day(CalendarDay)
      /// A figure, and whether it may still change.
      case shown(Suppression.Shown, isProvisional: Bool)

      /// The text of the cell: `[x]` not available, `[c]` hidden, `[p]` provisional.
      public var text: String {
        switch self {
        case .words(let words): words
        case .day(let day): day.description
        case .shown(.figure(.known(let number)), let isProvisional):
          Publication.plain(number) + (isProvisional ? " [p]" : "")
        case .shown(.figure, _): "[x]"
        case .shown: "[c]"
        }
      }
    }

    /// Makes a table of which every row has a cell for each heading.
    /// - Throws: `OutlookError` when one has not.
    public init(name: String, title: String, heading: [String], rows: [[Cell]]) throws(OutlookError) {
      guard rows.allSatisfy({ $0.count == heading.count }), !heading.isEmpty else {
        throw OutlookError(place: name, reason: "a row has not one cell for each heading")
      }
      self.name = name
      self.title = title
      self.heading = heading
      self.rows = rows
    }

    /// A table of counts made safe by a rule, with its totals.
    /// - Parameter total: the word above and beside the totals.
    public init(name: String, _ table: CountTable, _ rule: Suppression, total: String, isProvisional: Bool = false) {
      self.name = name
      title = table.title
      heading = [table.corner] + table.columns + [total]
      rows = zip(table.rows + [total], rule.apply(table)).map { name, row in
        [.words(name)] + row.map { .shown($0, isProvisional: isProvisional) }
      }
    }
  }

  /// Makes a publication.
  public init(
    title: String, released: CalendarDay, nextRelease: CalendarDay?, publisher: String, notes: [Note],
    revisionsPolicy: String, earlyAccess: [ReleaseCalendar.EarlyAccess], tables: [SafeTable]
  ) {
    self.title = title
    self.released = released
    self.nextRelease = nextRelease
    self.publisher = publisher
    self.notes = notes
    self.revisionsPolicy = revisionsPolicy
    self.earlyAccess = earlyAccess
    self.tables = tables
  }

  /// The lines of the cover.
  var cover: [CoverLine] {
    [.title(title), .published(by: publisher, on: released), .nextRelease(nextRelease), .revisions(revisionsPolicy)]
      + (earlyAccess.isEmpty ? [.seenByNobody] : earlyAccess.map { .seenBefore($0) })
  }

  /// The notes, with what the marks mean.
  var allNotes: [Note] { notes + [.marks] }

  /// One table as text with commas, after lines of metadata that begin with `#`.
  public func text(_ table: SafeTable, _ wording: Wording) -> String {
    let metadata = (cover.map(wording.cover) + [table.title] + allNotes.map(wording.note)).map {
      "# " + $0.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n"
    }
    return metadata.joined()
      + CommaText.write(Sheet(name: table.name, heading: table.heading, rows: table.rows.map { $0.map(\.text) }))
  }

  static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
