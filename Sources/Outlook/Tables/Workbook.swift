/// An OpenDocument spreadsheet, its sheets as rows of text (OpenDocument 1.3, part 3).
public struct Workbook: Sendable {
  /// A row of a sheet with its number, counted from 1 as a spreadsheet shows it.
  public struct Row: Equatable, Sendable {
    /// The number of the row.
    public let number: Int
    /// Its cells: dates as `2023-06-02`, numbers as stored, else the text that is shown.
    public let cells: [String]
  }

  /// A sheet as it stands in the file.
  public struct Page: Equatable, Sendable {
    /// The name on its tab.
    public let name: String
    /// Its rows that are not empty.
    public let rows: [Row]
  }

  /// What the workbook is called in messages.
  public let name: String
  /// Its sheets in order.
  public let pages: [Page]

  /// Reads a workbook from its bytes.
  /// - Throws: `OutlookError` with the byte or the row when it is damaged or passes a limit.
  public init(_ bytes: [UInt8], name: String) throws(OutlookError) {
    self.name = name
    let content = try ZipArchive(bytes, name: name).member("content.xml")
    var reader = WorkbookReader(MarkupReader(content, name: "\(name), content.xml"), name: name)
    pages = try reader.pages()
  }

  /// A table of text as a workbook of one sheet.
  public init(_ sheet: Sheet) {
    name = sheet.name
    let rows = sheet.rows.enumerated().map { Row(number: sheet.rowNumber($0), cells: $1) }
    pages = [Page(name: "table", rows: [Row(number: sheet.headingRow, cells: sheet.heading)] + rows)]
  }

  /// The first sheet and row in which all these columns stand, as a table; sheets are known by their headings, not by
  /// their names.
  /// - Throws: `OutlookError` with the sheets and their headings when there is none.
  public func sheet(columns: [String]) throws(OutlookError) -> Sheet {
    let wanted = columns.map(Sheet.plain)
    for page in pages {
      for (index, row) in page.rows.prefix(60).enumerated() {
        let names = row.cells.map(Sheet.plain)
        guard wanted.allSatisfy(names.contains) else { continue }
        return table(page, heading: index)
      }
    }
    let known = pages.map { page in
      "\(page.name) (\(page.rows.first.map { $0.cells.prefix(8).joined(separator: ", ").prefix(120) } ?? ""))"
    }
    throw OutlookError(
      place: name,
      reason: "no sheet has the columns \(columns.joined(separator: ", ")); it has \(known.joined(separator: "; "))")
  }

  /// A sheet with the row at this place as its heading.
  func table(_ page: Page, heading index: Int) -> Sheet {
    let heading = page.rows[index]
    let below = page.rows[(index + 1)...]
    return Sheet(
      name: "\(name), sheet \(page.name)", heading: heading.cells, rows: below.map(\.cells), headingRow: heading.number,
      rowNumbers: below.map(\.number))
  }
}
