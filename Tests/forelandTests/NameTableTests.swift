import Foundation
import Tables
import Testing

@testable import foreland

struct NameTableTests {
  private func table(_ text: String) throws -> NameTable { try table(Array(text.utf8)) }

  private func table(_ bytes: [UInt8]) throws -> NameTable {
    try NameTable(path: "names.csv", bytes: bytes, columns: ["name1", "name2"])
  }

  private func refusal(_ bytes: [UInt8]) -> String {
    do {
      let table = try table(bytes)
      for row in table.rows { _ = (table.text(row, "name1"), table.text(row, "name2")) }
      return ""
    } catch let error as ScenarioError { return "\(error.place): \(error.reason)" } catch { return "\(error)" }
  }

  @Test func readsWhatSpreadsheetsWrite() throws {
    let text = "\u{FEFF}id,name1,name2\r\n1,\"Berg, Anna\",\"a \"\"b\"\"\"\r\n\r\n2,\"two\nlines\",\n"
    let table = try table(text)
    #expect(table.rows.map(\.number) == [2, 4])
    #expect(table.rows.map { table.text($0, "name1") } == ["Berg, Anna", "two\nlines"])
    #expect(table.text(table.rows[0], "name2") == "a \"b\"")
    #expect(table.text(table.rows[1], "name2").isEmpty)
    #expect(Array(table.bytes(of: table.rows[0])) == Array("1,\"Berg, Anna\",\"a \"\"b\"\"\"".utf8))
  }

  @Test func refusalsNameTheRow() {
    #expect(refusal([]).contains("it is empty"))
    #expect(
      refusal(Array("name1,other\na,b\n".utf8))
        == "names.csv, row 1: the column name2 is missing; there are: name1, other")
    #expect(refusal(Array("name1,name2,name1\n".utf8)).contains("twice"))
    #expect(refusal(Array("name1,name2\na,b\na\n".utf8)) == "names.csv, row 3: it has 1 columns, the heading 2")
    #expect(refusal(Array("name1,name2\na,\"b\n".utf8)).contains("row 2: a quotation mark is opened"))
    #expect(refusal(Array("name1,name2\n\"a\"x,b\n".utf8)).contains("row 2: text follows"))
    let long = String(repeating: "x", count: NameTable.limits.fieldBytes + 1)
    #expect(refusal(Array("name1,name2\n\(long),b\n".utf8)).contains("row 2: a field is longer"))
  }

  @Test func bytesThatAreNotUTF8AreNamed() {
    let bytes = Array("name1,name2\nAnna,B".utf8) + [0xFF] + Array("rg\n".utf8)
    #expect(refusal(bytes) == "names.csv, row 2: byte 19 of the file is not UTF-8")
    #expect(refusal(Array("name1,name2\nAnna,".utf8) + [0xE2, 0x82, 10]).contains("row 2: byte 18"))
  }

  @Test func anyBytesAreReadOrRefused() {
    var state: UInt64 = 3
    for _ in 0..<500 {
      var bytes = Array("name1,name2\n".utf8)
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append([UInt8(ascii: ","), 34, 10, 13, UInt8(truncatingIfNeeded: state >> 40)][Int(state >> 33) % 5])
      }
      _ = refusal(bytes)
    }
  }
}
