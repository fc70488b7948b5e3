import Tables
import Testing

@Suite struct TableCursorTests {
  /// Texts of all rows, with the numbers of the rows.
  private func rows(
    _ text: String, separators: String = ",", limits: TableLimits = TableLimits()
  ) throws(TableFault) -> [(Int, [String])] {
    try Array(text.utf8).withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) throws(TableFault) in
      var cursor = TableCursor(bytes, separators: Array(separators.utf8), limits: limits)
      var rows = [(Int, [String])]()
      while try cursor.nextRow() { rows.append((cursor.row, (0..<cursor.count).map { cursor[$0].looseText })) }
      return rows
    }
  }

  private func fault(_ text: String, limits: TableLimits = TableLimits()) -> TableFault? {
    do throws(TableFault) {
      _ = try rows(text, limits: limits)
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    ("a,b", ["a", "b"]), ("a,b,", ["a", "b", ""]), (",", ["", ""]), ("\"a,b\",c", ["a,b", "c"]),
    ("\"a\nb\r\nc\",d", ["a\nb\r\nc", "d"]), ("\"a \"\"b\"\"\",c", ["a \"b\"", "c"]), ("\"\"\"\"", ["\""]),
    ("\"\",x", ["", "x"]), ("a, \"b, c\" ,d", ["a", "b, c", "d"]), ("5\" pipe,say \"hi\"", ["5\" pipe", "say \"hi\""]),
    (" a , b ", [" a ", " b "]), ("a\tb,\u{1F}c", ["a\tb", "\u{1F}c"]), ("Zoë,Çelik", ["Zoë", "Çelik"]),
    ("123456789,123456789", ["123456789", "123456789"]),
    ("1234567,1234567,\"12345678\"", ["1234567", "1234567", "12345678"]),
  ])
  func fieldsAreCut(text: String, fields: [String]) throws {
    for ending in ["", "\n", "\r\n", "\r"] {
      let found = try rows(text + ending + (ending.isEmpty ? "" : "z" + ending))
      #expect(found.map(\.1) == (ending.isEmpty ? [fields] : [fields, ["z"]]))
    }
  }

  @Test func marksAndBlankRowsArePassedOverAndCounted() throws {
    let found = try rows("\u{FEFF}a,b\r\n\r\n  \t\n1,\"x\ny\"\n\n2,z")
    #expect(found.map(\.0) == [1, 4, 6])
    #expect(found.map(\.1) == [["a", "b"], ["1", "x\ny"], ["2", "z"]])
    #expect(try rows("").isEmpty && rows("\n\n \n").isEmpty && rows("\u{FEFF}").isEmpty)
  }

  @Test(arguments: [
    ("a;b,c;d\n1;2;3", ["a", "b,c", "d"]), ("a\tb\n", ["a", "b"]), ("\n\na|b|c\n", ["a", "b", "c"]),
    ("\"a;b;c\",d\n", ["a;b;c", "d"]), ("one\n", ["one"]),
  ])
  func theSeparatorIsThatOfTheFirstRow(text: String, heading: [String]) throws {
    #expect(try rows(text, separators: ",;\t|").first?.1 == heading)
  }

  @Test func quotesThatBreakTheRulesAreRefusedWithTheirPlace() {
    let unclosed = fault("id,name\n1,a\n2,\"b\n3,c\n")
    #expect(unclosed?.code == .malformed && unclosed?.row == 3 && unclosed?.byte == 14)
    #expect(fault("\"")?.byte == 0)
    #expect(fault("a\n\"b\"\"")?.row == 2)
    let followed = fault("a,b\n\"x\"y,z\n")
    #expect(followed?.code == .malformed && followed?.row == 2 && followed?.byte == 7)
  }

  @Test func zeroBytesAreRefusedWhereverTheyStand() {
    #expect(fault("a,b\n1,\0\n")?.code == .encoding)
    #expect(fault("a,b\n1,\0\n")?.byte == 6)
    #expect(fault("a,b\n\"1\0\",2\n")?.byte == 6)
    #expect(fault("a\0,\0b\0")?.row == 1)
  }

  @Test func textThatIsNotUTF8IsToldByItsByte() throws {
    let bytes = Array("a,b\n1,Jos".utf8) + [0xE9] + Array(",\"é\"".utf8)
    try bytes.withUnsafeBufferPointer { bytes in
      var cursor = TableCursor(bytes, limits: TableLimits())
      while try cursor.nextRow() {}
      #expect(cursor[1].looseText == "José" && cursor[1].text == nil)
      #expect(try cursor.text(2) == "é")
      let fault = #expect(throws: TableFault.self) { try cursor.text(1) }
      #expect(fault?.byte == 9 && fault?.row == 2)
    }
  }

  @Test func everyLimitIsHeld() throws {
    let long = String(repeating: "x", count: 20)
    let rowBytes = TableLimits(rowBytes: 20)
    #expect(try rows(long + "\n" + long, limits: rowBytes).count == 2)
    #expect(fault("a\n\(long)x\n", limits: rowBytes)?.code == .tooLong)
    #expect(fault("a\n\(long)x\n", limits: rowBytes)?.row == 2)
    #expect(fault("\"\(long)\"", limits: rowBytes)?.code == .tooLong)
    #expect(fault("\"\(long)\n\n\n\n\n", limits: rowBytes)?.code == .tooLong)
    let fieldBytes = TableLimits(fieldBytes: 4)
    #expect(try rows("abcd,abcd,\"abcd\"", limits: fieldBytes).first?.1.count == 3)
    #expect(fault("a,b\nabcd,abcde", limits: fieldBytes)?.code == .tooLong)
    #expect(fault("a,b\nabcd,abcde", limits: fieldBytes)?.row == 2)
    #expect(fault("a,b,c\n1,2,3,4\n", limits: TableLimits(columns: 3))?.code == .tooMany)
    #expect(try rows("a\n\n1\n2\n", limits: TableLimits(rows: 3)).count == 3)
    #expect(fault("a\n\n1\n2\n3\n", limits: TableLimits(rows: 3))?.row == 5)
  }

  @Test func aTableInPartsIsTheSameTable() throws {
    let text = "a,b\r\n1,\"x\"\"\r\ny\" \r\n\r2,\"z\"\r\n\n  \n3,\r"
    let whole = try rows(text)
    let bytes = Array(text.utf8)
    for size in 1...bytes.count {
      var (rest, row, found, blank) = ([UInt8](), 0, [(Int, [String])](), 0)
      for start in stride(from: 0, through: bytes.count, by: size) {
        rest += bytes[start..<min(start + size, bytes.count)]
        let isLast = start + size > bytes.count
        let used = try rest.withUnsafeBufferPointer { part in
          var cursor = TableCursor(
            part, separator: UInt8(ascii: ","), limits: TableLimits(), rowsBefore: row, bytesFollow: !isLast)
          while try cursor.nextRow() { found.append((cursor.row, (0..<cursor.count).map { cursor[$0].looseText })) }
          row = cursor.row
          blank += cursor.blankRows
          return cursor.place
        }
        rest.removeFirst(used)
      }
      #expect(found.map(\.0) == whole.map(\.0) && found.map(\.1) == whole.map(\.1))
      #expect(rest.isEmpty && blank == 3, "parts of \(size)")
    }
  }

  @Test func anyBytesAreReadAsARulebookOfOneByteAtATimeReadsThem() {
    var state: UInt64 = 11
    let alphabet = Array(",,,\"\"\n\n\r ab\u{0}é\t0123456789".utf8)
    for _ in 0..<4000 {
      var bytes = [UInt8]()
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let found = try? rows(text).map(\.1)
      #expect(found == Rulebook.rows(text), "\(text.debugDescription)")
    }
  }
}

/// The rules in the plainest form, to check the quick one by.
private enum Rulebook {
  /// The rows, or nil where the rules are broken.
  static func rows(_ text: String) -> [[String]]? {
    var rest = Array(text.unicodeScalars)[...]
    var rows = [[String]]()
    if rest.contains("\0") { return nil }
    while !rest.isEmpty {
      var (row, raw) = ([String](), rest)
      var isLast = false
      while !isLast {
        guard let field = field(&rest) else { return nil }
        row.append(field)
        isLast = rest.first != ","
        if !isLast { rest.removeFirst() }
      }
      raw = raw.dropLast(rest.count)
      if rest.first == "\r" {
        rest.removeFirst(rest.dropFirst().first == "\n" ? 2 : 1)
      } else {
        rest = rest.dropFirst()
      }
      if raw.contains(where: { $0.value > 32 }) { rows.append(row) }
    }
    return rows
  }

  private static func field(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
    var field = String.UnicodeScalarView()
    let behindBlanks = rest.drop { $0 == " " }
    guard behindBlanks.first == "\"" else {
      field += rest.prefix { !",\r\n".unicodeScalars.contains($0) }
      rest = rest.dropFirst(field.count)
      return String(field)
    }
    rest = behindBlanks.dropFirst()
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        guard rest.first == "\"" else {
          rest = rest.drop { $0 == " " }
          return rest.isEmpty || ",\r\n".unicodeScalars.contains(rest.first ?? " ") ? String(field) : nil
        }
        rest.removeFirst()
      }
      field.append(scalar)
    }
    return nil
  }
}
