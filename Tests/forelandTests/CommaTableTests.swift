import Tables
import Testing

@testable import foreland

@Suite struct CommaTableTests {
  private func rows(_ text: String) throws -> [(Int, Int, Int?, Double?, Bool)] {
    var rows: [(Int, Int, Int?, Double?, Bool)] = []
    try CommaTable(text: text).forEachRow { row, fields in
      rows.append((row, fields.count, fields.whole(0), fields.number(1), fields.reads(2, "radar")))
    }
    return rows
  }

  @Test func rowsAreReadAsTheyStand() throws {
    let found = try rows("a,b,c\n7,-1.5e3,radar\r\n\n8,2.25,ais\n9,0.1")
    #expect(found.map(\.0) == [2, 4, 5] && found.map(\.1) == [3, 3, 2])
    #expect(found.map(\.2) == [7, 8, 9] && found.map(\.3) == [-1500, 2.25, 0.1])
    #expect(found.map(\.4) == [true, false, false])
  }

  @Test func whatIsNoNumberIsNone() throws {
    let fields = ["nan", "inf", "1e999", "", " 1", "1 ", "1x", "--1"]
    for field in fields { #expect(try rows("h\n1,\(field),radar\n").map(\.3) == [nil], "\(field)") }
    #expect(try rows("h\n-1,2\n12345678901234567890,2\n,2\n").map(\.2) == [nil, nil, nil])
    #expect(try rows("").isEmpty && rows("only a heading").isEmpty)
    #expect(try rows("h\n1,2,3,4,5,6,7,8,9,10\n").map(\.1) == [10])
  }
}
