import Outlook
import Testing

@Suite struct WorkbookTests {
  private func publication() throws -> Publication {
    let table = try CountTable(
      title: "People & craft", corner: "Route", columns: ["<June>", "July"], rows: ["North", "South"],
      figures: [[.known(10), .known(20)], [.known(30), .notAvailable]])
    return Publication(
      title: "Crossings", released: try #require(CalendarDay(text: "2025-09-01")), nextRelease: nil,
      publisher: "Statistics desk",
      notes: [.words("Detections, not persons."), .suppressed(.rounded(to: 5))],
      revisionsPolicy: "Final after a quarter.", earlyAccess: [],
      tables: [.init(name: "Table_1", table, try Suppression(threshold: 0), total: "Total")])
  }

  private let wording = Publication.Wording(notes: "Anmerkungen", cover: { "\($0)" }, note: { "\($0)" })

  @Test func readsBackWhatItWrites() throws {
    let bytes = WorkbookWriter.bytes(try publication(), wording)
    let workbook = try Workbook(bytes, name: "p")
    #expect(workbook.pages.map(\.name) == ["Cover_sheet", "Notes", "Table_1"])
    #expect(workbook.pages[0].rows[0].cells == ["title(\"Crossings\")"])
    #expect(workbook.pages[0].rows.count == 5)
    #expect(workbook.pages[1].rows.map { $0.cells[0] }.first == "Anmerkungen")
    #expect(workbook.pages[1].rows.map { $0.cells[0] }.last == "marks")
    let sheet = try workbook.sheet(columns: ["Route", "<June>"])
    #expect(sheet.heading == ["Route", "<June>", "July", "Total"])
    #expect(
      sheet.rows == [["North", "10", "20", "30"], ["South", "30", "[x]", "[x]"], ["Total", "40", "[x]", "[x]"]])
    #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
    #expect(String(decoding: bytes[30..<38], as: UTF8.self) == "mimetype")
    #expect(WorkbookWriter.bytes(try publication(), wording) == bytes)
  }

  @Test func refusesDamageAtEveryByte() throws {
    let bytes = WorkbookWriter.bytes(try publication(), wording)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<400 {
      var damaged = bytes
      damaged[Int(generator.next() % UInt64(bytes.count))] ^= UInt8(truncatingIfNeeded: generator.next() | 1)
      // Some bits change nothing that is read; whatever is read must be whole.
      if let workbook = try? Workbook(damaged, name: "d") { #expect(!workbook.pages.isEmpty) }
    }
    for count in stride(from: 0, to: bytes.count, by: 53) {
      #expect(throws: OutlookError.self) { try Workbook(Array(bytes[..<count]), name: "cut") }
    }
  }

  @Test func namesTheColumnsThatNoSheetHas() throws {
    let workbook = try Workbook(WorkbookWriter.bytes(try publication(), wording), name: "p")
    #expect(throws: OutlookError.self) { try workbook.sheet(columns: ["Date", "Migrants arrived"]) }
    do { _ = try workbook.sheet(columns: ["Date"]) } catch { #expect(error.reason.contains("Table_1")) }
  }

  @Test(.enabled(if: OutlookData.folder != nil, "FORELAND_DATA has no flows"))
  func readsThePublishedWorkbookAsItIs() throws {
    let workbook = try Workbook(try OutlookData.bytes("home_office_small_boats_to_2025-08.ods"), name: "w")
    #expect(workbook.pages.map(\.name) == ["Cover_sheet", "Notes", "SB_01", "SB_02"])
    let published = try PublishedWorkbook(workbook)
    let daily = try #require(published.series.first { $0.sheet == "SB_01" && $0.series.name == "Migrants arrived" })
      .series
    let table = try CommaText.read(try OutlookData.bytes("uk_small_boats_daily.csv"), name: "c")
    let beside = try SeriesReading(table, dateColumn: "date", valueColumn: "people").series
    #expect(daily.figures == beside.figures)
    #expect(daily.first == beside.first)
    let prevented = try #require(published.series.first { $0.series.name == "Migrants prevented" }).series
    #expect(prevented.figures.count { $0 == .notAvailable } == 330)
    #expect(prevented.figures.count { $0 == .known(0) } < 70)
    #expect(published.notes.contains { $0.contains("Revised") })
  }
}
