/// Writes a publication as an OpenDocument spreadsheet that a screen reader can follow: a cover and the notes first,
/// one table a sheet
/// with its heading in one row, no merged and no empty cells in it, and the language of the text declared.
///
/// Source: Analysis Function, Releasing statistics in spreadsheets (2021); OpenDocument 1.3.
public enum WorkbookWriter {
  /// The bytes of the workbook.
  /// - Parameters:
  ///   - wording: the words of the cover and the notes.
  ///   - language: the language of its text, such as `en-GB` or `fr-FR`.
  public static func bytes(
    _ publication: Publication, _ wording: Publication.Wording, language: String = "en-GB"
  ) -> [UInt8] {
    var archive = ZipWriter()
    archive.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    archive.add("content.xml", Array(content(publication, wording).utf8))
    archive.add("styles.xml", Array(styles(language).utf8))
    archive.add("meta.xml", Array(metadata(publication, language).utf8))
    archive.add("META-INF/manifest.xml", Array(manifest.utf8))
    return archive.bytes()
  }

  private static let opening = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private static let spaces =
    ["office", "table", "text", "style", "meta"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }
    .joined(separator: " ")
    + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    + " office:version=\"1.3\""

  private static func content(_ publication: Publication, _ wording: Publication.Wording) -> String {
    let cover = publication.cover.map(wording.cover)
    let notes = publication.allNotes.map(wording.note)
    let sheets =
      [
        sheet("Cover_sheet", cover.enumerated().map { [words($1, style: $0 == 0 ? "title" : nil)] }, columns: 1),
        sheet("Notes", ([words(wording.notes, style: "title")] + notes.map { words($0) }).map { [$0] }, columns: 1),
      ]
      + publication.tables.map { table in
        let heading = table.heading.map { words($0, style: "heading") }
        let rows = [heading] + table.rows.map { $0.map(cell) }
        return sheet(table.name, [[words(table.title, style: "title")]] + rows, columns: table.heading.count)
      }
    return opening + "<office:document-content \(spaces)><office:automatic-styles>\(named("title", size: 15))"
      + "\(named("heading", size: 11))<style:style style:name=\"column\" style:family=\"table-column\">"
      + "<style:table-column-properties style:column-width=\"4.5cm\"/></style:style></office:automatic-styles>"
      + "<office:body><office:spreadsheet>\(sheets.joined())</office:spreadsheet></office:body></office:document-content>"
  }

  private static func named(_ name: String, size: Int) -> String {
    "<style:style style:name=\"\(name)\" style:family=\"table-cell\">"
      + "<style:text-properties fo:font-weight=\"bold\" fo:font-size=\"\(size)pt\"/></style:style>"
  }

  private static func sheet(_ name: String, _ rows: [[String]], columns: Int) -> String {
    let body = rows.map { "<table:table-row>\($0.joined())</table:table-row>" }.joined()
    return "<table:table table:name=\"\(escaped(name))\"><table:table-column table:style-name=\"column\" "
      + "table:number-columns-repeated=\"\(columns)\"/>\(body)</table:table>"
  }

  private static func words(_ text: String, style: String? = nil) -> String {
    let styled = style.map { " table:style-name=\"\($0)\"" } ?? ""
    return
      "<table:table-cell\(styled) office:value-type=\"string\"><text:p>\(escaped(text))</text:p></table:table-cell>"
  }

  private static func cell(_ cell: Publication.SafeTable.Cell) -> String {
    switch cell {
    case .shown(.figure(.known(let number)), isProvisional: false):
      let text = Publication.plain(number)
      return
        "<table:table-cell office:value-type=\"float\" office:value=\"\(text)\">"
        + "<text:p>\(text)</text:p></table:table-cell>"
    case .day(let day):
      return
        "<table:table-cell office:value-type=\"date\" office:date-value=\"\(day)\">"
        + "<text:p>\(day)</text:p></table:table-cell>"
    default: return words(cell.text)
    }
  }

  private static func styles(_ language: String) -> String {
    let (code, country) = parts(language)
    return opening
      + "<office:document-styles \(spaces)><office:styles><style:default-style style:family=\"table-cell\">"
      + "<style:text-properties fo:font-family=\"Arial\" fo:font-size=\"12pt\" "
      + "fo:language=\"\(code)\" fo:country=\"\(country)\"/>"
      + "</style:default-style></office:styles></office:document-styles>"
  }

  private static func metadata(_ publication: Publication, _ language: String) -> String {
    opening + "<office:document-meta \(spaces)><office:meta><dc:title>\(escaped(publication.title))</dc:title>"
      + "<dc:creator>\(escaped(publication.publisher))</dc:creator><dc:date>\(publication.released)T00:00:00</dc:date>"
      + "<dc:language>\(escaped(language))</dc:language></office:meta></office:document-meta>"
  }

  private static let manifest =
    opening + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
    + "manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" "
    + "manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>"
    + ["content.xml", "styles.xml", "meta.xml"].map {
      "<manifest:file-entry manifest:full-path=\"\($0)\" manifest:media-type=\"text/xml\"/>"
    }.joined() + "</manifest:manifest>"

  private static func parts(_ language: String) -> (String, String) {
    let parts = language.split(separator: "-").map(String.init)
    return (escaped(parts.first ?? "en"), escaped(parts.count > 1 ? parts[1] : "none"))
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // Of the control characters XML knows three; the others cannot be written in it.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
