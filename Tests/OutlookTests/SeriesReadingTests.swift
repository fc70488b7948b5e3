import Outlook
import Testing

@Suite struct SeriesReadingTests {
  private func read(_ text: String, latest: String? = nil) throws -> SeriesReading {
    let table = try CommaText.read(Array(text.utf8), name: "t")
    return try SeriesReading(
      table, dateColumn: "date", valueColumn: "people", latest: latest.flatMap { CalendarDay(text: $0) })
  }

  private func refusal(_ text: String, latest: String? = nil) -> OutlookError? {
    #expect(throws: OutlookError.self) { try read(text, latest: latest) }
    do {
      _ = try read(text, latest: latest)
      return nil
    } catch { return error as? OutlookError }
  }

  @Test func keepsNotAvailableBlankAndZeroApart() throws {
    let reading = try read("date,people\n2023-01-01,0\n2023-01-02,-\n2023-01-03,\n2023-01-04,\"1,234\"\n")
    #expect(reading.series.figures == [.known(0), .notAvailable, .blank, .known(1234)])
    #expect(reading.remarks.contains { $0.contains("not available") })
  }

  @Test func saysWhereDaysAreMissing() throws {
    let reading = try read("date,people\n2023-01-01,1\n2023-01-02,2\n2023-01-03,2\n2023-01-06,3\n")
    #expect(reading.series.figures == [.known(1), .known(2), .known(2), .blank, .blank, .known(3)])
    #expect(reading.remarks.contains { $0.contains("row 5") && $0.contains("2 days") })
  }

  @Test func sortsAloud() throws {
    let reading = try read("date,people\n2023-01-02,2\n2023-01-01,1\n2023-01-03,3\n")
    #expect(reading.series.values == [1, 2, 3])
    #expect(reading.remarks.contains { $0.contains("sorted") })
  }

  @Test func takesAnEqualRowOnceAndRefusesAnother() throws {
    let reading = try read("date,people\n2023-01-01,1\n2023-01-01,1\n2023-01-02,2\n2023-01-03,2\n")
    #expect(reading.series.values == [1, 2, 2])
    #expect(reading.remarks.contains { $0.contains("row 3") && $0.contains("twice") })
    #expect(refusal("date,people\n2023-01-01,1\n2023-01-01,4\n2023-01-02,2\n")?.place == "t, row 3")
  }

  @Test func refusesTextInNumbersTotalsFutureAndNegativeCountsWithTheRow() {
    #expect(refusal("date,people\n2023-01-01,1\n2023-01-02,about 30\n")?.place == "t, row 3")
    #expect(refusal("date,people\n2023-01-01,1\n2023-01-02,-4\n")?.place == "t, row 3")
    #expect(refusal("date,people\n2023-01-01,1\nTotal,1\n")?.reason.contains("total among the rows") == true)
    #expect(refusal("date,people\n2023-01-01,1\n2023-01-02,3\n", latest: "2023-01-01")?.place == "t, row 3")
    #expect(refusal("date,people\n2023-01-01,1\n2023-01-02,inf\n")?.place == "t, row 3")
  }

  @Test func refusesDamagedTables() {
    #expect(refusal("")?.reason == "it is empty")
    #expect(refusal("date,people\n")?.reason.contains("no rows") == true)
    #expect(refusal("date,persons\n2023-01-01,1\n")?.reason.contains("it has date, persons") == true)
    #expect(refusal("date,people,people\n2023-01-01,1,2\n")?.reason.contains("twice") == true)
    #expect(refusal("date,people\n2023-01-01,\"1\n")?.reason.contains("never closed") == true)
    #expect(refusal("date,people\n2023-01-01,1,2\n")?.place == "t, row 2")
    #expect(refusal("date,people\n2023-01-01,1\n2023-01-14,1\n2023-02-01,1\n")?.reason.contains("no day, week") == true)
    #expect(refusal("date,people\n1901-01-01,1\n2199-01-01,1\n2199-01-02,1\n")?.reason.contains("follow no") == true)
  }

  @Test func saysThatAllIsZero() throws {
    let reading = try read("date,people\n2023-01-01,0\n2023-01-02,0\n2023-01-03,0\n")
    #expect(reading.remarks.contains { $0.contains("every figure of people is zero") })
  }

  @Test func readsSemicolonsQuotesAndByteOrderMarks() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("date;\"peo\"\"ple\"\r\n\"2023-01-01\";\"3\"\r\n".utf8)
    let table = try CommaText.read(bytes, name: "t")
    #expect(table.heading == ["date", "peo\"ple"])
    #expect(table.rows == [["2023-01-01", "3"]])
    #expect(CommaText.write(table) == "date,\"peo\"\"ple\"\n2023-01-01,3\n")
  }

  @Test func anyBytesAreReadOrRefused() {
    var generator = SeededGenerator(seed: 5)
    let alphabet = Array(",;\"\n\r\t2023-01-0[]xé".utf8)
    for _ in 0..<500 {
      let count = Int(generator.next() % 80)
      let bytes = (0..<count).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
      let table = try? CommaText.read(bytes, name: "any")
      if let table { #expect(table.rows.allSatisfy { $0.count <= table.heading.count }) }
    }
  }
}
