import HTTPTypes
import Hummingbird
import NIOCore

extension Chart {
  /// The values and how they are drawn, for the script of the page and for programs.
  var json: JSONText {
    var json = JSONText(reserving: 64 + rows.count * columns.count * 8)
    json.object { json in
      for (name, text) in [("name", name), ("title", title), ("caption", caption), ("vertical", vertical)] {
        json.member(name, text)
      }
      json.member("axis", axis.rawValue)
      json.key("notes")
      json.array { json in for note in notes { json.string(note) } }
      json.key("columns")
      json.array { json in
        for column in columns {
          json.object { json in
            json.member("name", column.name)
            json.key("decimals")
            json.integer(column.decimals)
          }
        }
      }
      json.key("rows")
      json.array { json in for row in rows { write(row, to: &json) } }
      json.key("marks")
      json.array { json in for mark in marks { write(mark, to: &json) } }
    }
    return json
  }

  private func write(_ row: [Cell], to json: inout JSONText) {
    json.array { json in
      for (cell, column) in zip(row, columns) {
        switch cell {
        case .text(let text): json.string(text)
        case .number(let number): json.number(number, decimals: max(column.decimals, 3))
        case .missing: json.null()
        }
      }
    }
  }

  private func write(_ mark: Mark, to json: inout JSONText) {
    json.object { json in
      json.key("column")
      json.integer(mark.column)
      json.member("shape", mark.shape.rawValue)
      json.member("colour", mark.colour)
      if let upper = mark.upper {
        json.key("upper")
        json.integer(upper)
      }
      if mark.isDashed {
        json.key("dashed")
        json.boolean(true)
      }
      if let stack = mark.stack { json.member("stack", stack) }
    }
  }

  /// The whole table as CSV (RFC 4180), with title, words and notes in a comment before it.
  var csv: String {
    let remarks = ([title, caption] + notes).map { "# " + $0.replacing("\n", with: " ") }
    let heading = columns.map { Self.field($0.name) }.joined(separator: ",")
    let body = rows.map { row in
      zip(row, columns).map { Self.field($0.text($1.decimals)) }.joined(separator: ",")
    }
    return (remarks + [heading] + body).joined(separator: "\r\n") + "\r\n"
  }

  /// A field that no spreadsheet takes for a formula; a dash alone is none.
  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+@\t".contains(first) || (first == "-" && text.count > 1 && Double(text) == nil) {
      text = "'" + text
    }
    let needsQuotes = text.contains { ",\"\r\n".contains($0) }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  /// The chart as JSON, or as CSV when the query asks for that.
  func response(_ request: Request) throws -> Response {
    switch request.query("format") {
    case nil, "json": return .json(json)
    case "csv": return .file(Array(csv.utf8), type: "text/csv; charset=utf-8", name: "\(name).csv")
    default: throw DeskError(.invalid, "format is json or csv")
    }
  }
}

extension Response {
  /// Bytes that a browser keeps as a file of this name, which holds letters, digits, hyphens and full stops alone.
  static func file(_ bytes: [UInt8], type: String, name: String) -> Response {
    Response(
      status: .ok,
      headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
