import Testing

@testable import Resolution

@Suite struct CommaReaderTests {
  @Test func readsQuotesSeparatorsAndMarks() throws {
    let table = try Reading.table("\u{FEFF}id;name;note\r\n1;\"O\"\"Neil; Ann\";\r\n2; Bo ;x\r\n")
    #expect(table.headings == ["id", "name", "note"])
    #expect(table.count == 2)
    #expect(table.text(0, 1) == "O\"Neil; Ann")
    #expect(table.text(0, 2) == nil)
    #expect(table.text(1, 1) == "Bo")
  }

  @Test func saysWhichRowsHaveTooFewOrTooManyValues() throws {
    let table = try Reading.table("id,name\n1\n2,a,b\n3,c\n")
    #expect(table.count == 3)
    #expect(table.text(0, 1) == nil)
    #expect(table.notices.map(\.firstRow) == [2, 3])
    #expect(table.notices.map(\.count) == [1, 1])
  }

  @Test func refusesAnUnclosedQuotationMarkWithItsRow() {
    let fault = Reading.fault("id,name\n1,a\n2,\"b\n3,c\n")
    #expect(fault?.code == .malformed)
    #expect(fault?.row == 3)
    #expect(fault?.byte == 14)
  }

  @Test func refusesTwoHundredMegabytesOnOneLine() {
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 200 << 20)
    let faults = [TableFormat.csv, .jsonLines].map { format -> ResolutionFault? in
      do {
        _ = try line.withUnsafeBytes { try format.table($0) }
        return nil
      } catch { return error as? ResolutionFault }
    }
    #expect(faults.map { $0?.code } == [.tooLong, .tooLong])
    #expect(faults.map { $0?.row } == [1, 1])
  }

  @Test func refusesAValueThatNeverEnds() {
    let fault = Reading.fault("id,name\n1," + String(repeating: "x", count: 70_000))
    #expect(fault?.code == .tooLong)
    #expect(fault?.row == 2)
  }

  @Test func refusesNothingTheSameHeadingTwiceAndTooManyColumns() {
    #expect(Reading.fault("")?.code == .empty)
    #expect(Reading.fault("id,Name,name\n1,a,b\n")?.code == .malformed)
    #expect(Reading.fault((0..<300).map { "c\($0)" }.joined(separator: ",") + "\n")?.code == .tooMany)
    var few = ResolutionLimits()
    few.records = 2
    #expect(Reading.fault("id\n1\n2\n3\n", limits: few)?.row == 4)
  }

  @Test func everyBeginningOfAFileIsReadOrRefused() {
    let bytes = Array("id,\"na\"\"me\"\n1,\"a\nb\",é\n2,c\r\n\n\"".utf8)
    for end in bytes.indices {
      _ = try? bytes[..<end].withUnsafeBytes { try TableFormat.csv.table($0) }
    }
  }

  @Test func readsUTF16() throws {
    let bytes: [UInt8] = [0xFF, 0xFE] + "id,name\n1,Zoë\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let table = try bytes.withUnsafeBytes { try TableFormat.csv.table($0) }
    #expect(table.text(0, 1) == "Zoë")
  }

  @Test func refusesAKeyThatIsMissingOrRepeated() throws {
    let missing = try Reading.table("id,name\n1,a\n,b\n")
    #expect(throws: ResolutionFault(.keyMissing, "The record has no id.", row: 3)) { try missing.checkKey(0) }
    let repeated = try Reading.table("id,name\n1,a\n2,b\n1,c\n")
    let fault = #expect(throws: ResolutionFault.self) { try repeated.checkKey(0) }
    #expect(fault?.row == 4)
  }
}
