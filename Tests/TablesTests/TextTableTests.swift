import Tables
import Testing

@Suite struct TextTableTests {
  private func table(
    _ text: String, limits: TableLimits = TableLimits(), rowLength: TextTable.RowLength = .any
  ) throws(TableFault) -> TextTable {
    try TextTable(Array(text.utf8), separators: Array(",;".utf8), limits: limits, rowLength: rowLength)
  }

  @Test func textsHaveNoBlanksAtTheirEnds() throws {
    let table = try table("\n id ; name \n\n 1 ;\" Anna\u{A0}\"\n")
    #expect(table.heading.fields == ["id", "name"] && table.heading.number == 2)
    #expect(table.rows.map(\.fields) == [["1", "Anna"]] && table.rows.map(\.number) == [4])
    #expect(table.rows.map(\.range) == [14..<27])
  }

  @Test func raggedRowsAreTakenOrRefusedAsAsked() throws {
    let (short, long) = ("a,b\n1\n", "a,b\n1,2,3\n")
    #expect(try table(short).rows[0].fields == ["1"] && table(long).rows[0].fields == ["1", "2", "3"])
    #expect(try table(short, rowLength: .upToHeading).rows.count == 1)
    let words = "it has 3 columns, the heading 2"
    #expect(throws: TableFault(.malformed, words, row: 2, byte: 4)) { try table(long, rowLength: .upToHeading) }
    #expect(throws: TableFault(.malformed, words, row: 2, byte: 4)) { try table(long, rowLength: .asHeading) }
    #expect(throws: TableFault.self) { try table(short, rowLength: .asHeading) }
  }

  @Test func theWholeHasLimitsToo() {
    #expect(throws: TableFault(.empty, "it is empty")) { try table("\n\n") }
    #expect(throws: TableFault(.tooLong, "it is longer than 3 bytes")) {
      try table("a,b\n", limits: TableLimits(bytes: 3))
    }
    let fault = #expect(throws: TableFault.self) { try table("a,b\n1,2\n3,4\n", limits: TableLimits(fields: 5)) }
    #expect(fault?.code == .tooMany && fault?.row == 3)
  }

  @Test func encodingsAreRefusedOrRead() throws {
    let bytes = Array("a,b\nJos".utf8) + [0xE9, 0x2C, 0x80, 0x81]
    #expect(try TextTable(bytes, limits: TableLimits()).rows[0].fields == ["José", "€\u{81}"])
    let fault = #expect(throws: TableFault.self) { try TextTable(bytes, limits: TableLimits(), encoding: .utf8) }
    #expect(fault?.code == .encoding && fault?.byte == 7 && fault?.place(in: "t") == "t, row 2")
  }

  @Test(arguments: ["plain", "with, comma", "\"quoted\"", "two\nlines", "\r", "", "5\" pipe"])
  func aFieldThatIsWrittenIsReadAgain(text: String) throws {
    let table = try TextTable(Array("x,\(text.asField),y".utf8), limits: TableLimits())
    #expect(table.heading.fields == ["x", text.trimmingBlanks, "y"])
  }
}
