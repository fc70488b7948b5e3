import Geodesy
import Ledger
import Testing

@testable import Operations

@Suite("Reports out of files")
struct ContactImportTests {
  private static let now = Instant(millisecondsSince1970: 1_637_718_480_000)

  private func rows(_ text: String) throws -> [ContactImport.Row] {
    try ContactImport(
      Array(text.utf8), now: Self.now, context: PositionContext(area: ContactReading.usualArea)
    ).rows
  }

  @Test func readsATableUnderTheNamesOfEitherShore() throws {
    let table = """
      Heure;Latitude;Longitude;Personnes;Téléphone;Moteur;Drapeau
      2021-11-24T01:40:00Z;51,02;1,40;33 à 45;+33612345678;en panne;sans
      """
    let row = try #require(try rows(table).first)
    let said = row.report.statement
    #expect(row.reason == nil && said.channel == .imported)
    #expect(abs((said.place?.latitude ?? 0) - 51.02) < 1e-6 && abs((said.place?.longitude ?? 0) - 1.4) < 1e-6)
    #expect(said.people == 33...45 && said.engine == .stopped)
    #expect(row.report.words.phone == "+33612345678")
    // A column that no field is there for is kept in words.
    #expect(row.report.words.text == "Drapeau: sans")
    #expect(row.report.received == Instant.parse("2021-11-24T01:40:00Z"))
  }

  @Test func readsObjectsAsTheInterfaceTakesThem() throws {
    let line = """
      {"statement":{"channel":"device","place":{"latitude":51.1,"longitude":1.5,"accuracyMetres":120,"at":"2021-11-24T01:30:00Z"},\
      "takingWater":true},"words":{"text":"PLB, no registration"},"received":"2021-11-24T01:44:00Z"}
      """
    let row = try #require(try rows(line).first)
    let said = row.report.statement
    #expect(said.channel == .device && said.takingWater == .yes)
    #expect(said.place?.accuracyMetres == 120 && said.place?.at == Instant.parse("2021-11-24T01:30:00Z"))
    #expect(row.report.words.text == "PLB, no registration")
  }

  @Test func keepsWhatCannotBeReadAsItIsWritten() throws {
    let table = "people,text\n12,\"they, are cold\"\n7\n\"open\nabout a lot,see below\n"
    let rows = try rows(table)
    #expect(rows.map(\.line) == [2, 3, 4, 5])
    #expect(rows[0].report.words.text == "they, are cold")
    #expect(rows[1].reason?.contains("1 fields") == true && rows[1].report.words.text?.hasSuffix("\n7") == true)
    #expect(rows[2].reason == "a quote is not closed" && rows[2].report.words.text?.contains("\"open") == true)
    // A field that says no number is no reason to lose the row.
    #expect(rows[3].reason == nil && rows[3].report.words.text == "see below\npeople: about a lot")
    #expect(try self.rows("{\"people\":5}\n{people}\n").map { $0.reason == nil } == [true, false])
    let latin: [UInt8] = Array("texte\n".utf8) + [0x65, 0x61, 0x75, 0x20, 0xE0, 0x20, 0x62, 0x6F, 0x72, 0x64]
    let read = try ContactImport(latin, now: Self.now, context: PositionContext())
    #expect(read.rows.first?.report.words.text == "eau à bord")
  }

  @Test func aLongRowIsKeptInPieces() throws {
    let rows = try rows("text,people\n" + String(repeating: "x", count: 7_000))
    #expect(rows.count == 3 && Set(rows.compactMap(\.report.source)).count == 3)
    let kept = rows.compactMap(\.report.words.text).reduce(0) { $0 + $1.count { $0 == "x" } }
    #expect(kept == 7_000)
  }

  @Test func refusesOnlyWhatIsNoFileOfReports() {
    #expect(throws: ContactImport.Fault.empty) { try rows(" \n\n") }
    #expect(throws: ContactImport.Fault.empty) { try rows("people,text\n") }
    #expect(throws: ContactImport.Fault.tooManyRows) {
      try rows("text\n" + String(repeating: "x\n", count: ContactImport.mostRows + 1))
    }
  }

  @Test func aRepeatedImportIsOneImport() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    // The third row lacks fields, and the fourth is the first once more.
    let table = "people,battery,text\n12,50,cold\n,,\"x\"\n9\n12,50,cold\n"
    let context = PositionContext(area: ContactReading.usualArea)
    let file = try ContactImport(Array(table.utf8), now: desk.clock.now, context: context)
    let first = try await desk.centre.importContacts(file, as: mara)
    #expect((first.taken, first.kept, first.known) == (3, 1, 0))
    let size = desk.centre.ledger.head.size
    // Again, by somebody else, at another time: whoever holds the machine.
    desk.clock.advance(seconds: 3_600)
    let again = try ContactImport(Array(table.utf8), now: desk.clock.now, context: context)
    let second = try await desk.centre.importContacts(again, as: nil)
    #expect((second.taken, second.kept, second.known) == (0, 0, 4))
    #expect(desk.centre.ledger.head.size == size)
    let book = try await desk.centre.rescueBook()
    #expect(book.contacts.count == 4 && book.unread(at: desk.centre.ledger.origin).count == 4)
  }

  @Test func aRowThatTheRulesRefuseIsKeptToo() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let table = "received,text\n2099-01-01T00:00:00Z,from the future\n"
    let file = try ContactImport(Array(table.utf8), now: desk.clock.now, context: PositionContext())
    for expected in [(0, 1, 0), (0, 0, 1)] {
      let outcome = try await desk.centre.importContacts(file, as: mara)
      #expect((outcome.taken, outcome.kept, outcome.known) == expected)
    }
    let words = try await desk.centre.rescueBook().contacts.values.first?.words?.text
    #expect(words?.contains("from the future") == true && words?.contains("too far ahead") == true)
  }
}
