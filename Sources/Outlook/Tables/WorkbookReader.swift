import Tables

/// Puts the rows of a workbook together from the events of its content.
struct WorkbookReader {
  private var markup: MarkupReader
  private let name: String
  private var cellCount = 0

  init(_ markup: MarkupReader, name: String) {
    self.markup = markup
    self.name = name
  }

  mutating func pages() throws(OutlookError) -> [Workbook.Page] {
    var pages: [Workbook.Page] = []
    while let event = try markup.next() {
      guard case .opened("table:table", let attributes) = event else { continue }
      let title = attributes["table:name"] ?? "\(pages.count + 1)"
      pages.append(Workbook.Page(name: title, rows: try rows(title)))
      guard pages.count <= OutlookLimits.sheets else { throw refused("it has too many sheets") }
    }
    guard !pages.isEmpty else { throw refused("it has no sheets") }
    return pages
  }

  private mutating func rows(_ title: String) throws(OutlookError) -> [Workbook.Row] {
    var rows: [Workbook.Row] = []
    var number = 1
    while let event = try markup.next() {
      if case .closed("table:table") = event { return rows }
      guard case .opened("table:table-row", let attributes) = event else { continue }
      let repeated = try count(attributes["table:number-rows-repeated"])
      let cells = try cells(title, number)
      if !cells.isEmpty {
        cellCount += cells.count * repeated
        guard cellCount <= OutlookLimits.cells, rows.count + repeated <= OutlookLimits.rows else {
          throw refused("sheet \(title), row \(number): it has too many rows or cells")
        }
        for copy in 0..<repeated { rows.append(Workbook.Row(number: number + copy, cells: cells)) }
      }
      number += repeated
    }
    return rows
  }

  /// The cells of a row without the empty ones at its end.
  private mutating func cells(_ title: String, _ row: Int) throws(OutlookError) -> [String] {
    var cells: [String] = []
    var empty = 0
    while let event = try markup.next() {
      if case .closed("table:table-row") = event { return cells }
      guard case .opened(let element, let attributes) = event,
        element == "table:table-cell" || element == "table:covered-table-cell"
      else { continue }
      let repeated = try count(attributes["table:number-columns-repeated"])
      let text = try cell(element, attributes)
      if text.isEmpty {
        empty += repeated
        continue
      }
      guard cells.count + empty + repeated <= OutlookLimits.columns, text.utf8.count <= OutlookLimits.cellBytes else {
        throw refused("sheet \(title), row \(row): it has too many cells, or one that is too long")
      }
      cells += [String](repeating: "", count: empty) + [String](repeating: text, count: repeated)
      empty = 0
    }
    return cells
  }

  private mutating func cell(_ element: String, _ attributes: [String: String]) throws(OutlookError) -> String {
    var text = ""
    var annotations = 0
    while let event = try markup.next() {
      switch event {
      case .closed(element):
        switch attributes["office:value-type"] {
        case "date": return attributes["office:date-value"].map { String($0.prefix(10)) } ?? text
        case "float", "percentage", "currency": return attributes["office:value"] ?? text
        default: return text.trimmingBlanks
        }
      case .opened("office:annotation", _): annotations += 1
      case .closed("office:annotation"): annotations -= 1
      case .opened("text:p", _) where annotations == 0 && !text.isEmpty: text += "\n"
      case .opened("text:s", let spaces) where annotations == 0:
        text += String(repeating: " ", count: min(try count(spaces["text:c"]), 64))
      case .text(let part) where annotations == 0: text += part
      default: break
      }
    }
    return text
  }

  private func count(_ text: String?) throws(OutlookError) -> Int {
    guard let text else { return 1 }
    guard let count = Int(text), (1...2_000_000).contains(count) else {
      throw refused("\"\(text.prefix(20))\" is no count of repetitions")
    }
    return count
  }

  private func refused(_ reason: String) -> OutlookError {
    OutlookError(place: "\(name), content.xml, byte \(markup.position)", reason: reason)
  }
}
