import Geodesy
import Ledger
import Marking
import Testing

@testable import Operations

@Suite("The watch log")
struct LogTests {
  @Test("What is written is read back as typed, newest first, page by page")
  func paging() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let texts = (0..<25).map { "line \($0)\n\t<b>&amp;</b> ' \" 漢字 🛟" }
    for text in texts { _ = try await desk.centre.write(WriteLogEntry(text: text), as: mara) }
    var read: [String] = []
    var before: Int64?
    repeat {
      let page = try await desk.centre.log(LogQuery(before: before, limit: 10), as: mara)
      #expect(page.entries.count <= 10)
      read += page.entries.compactMap(\.text)
      before = page.next
    } while before != nil
    #expect(read == texts.reversed())
  }

  @Test("A correction stands beside the entry, which stays, and the past knows nothing of it")
  func correction() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let about = desk.clock.now.adding(milliseconds: -600_000)
    let entry = try await desk.centre.write(
      WriteLogEntry(text: "two aboard", about: about, subject: "235012345"), as: mara)
    let known = desk.clock.now
    desk.clock.advance(seconds: 60)
    let correction = try await desk.centre.correct(CorrectLogEntry(entry.sequence, text: "three aboard"), as: mara)
    #expect(correction.correctionOf == entry.sequence)
    #expect(correction.about == about && correction.subject == "235012345")

    let now = try await desk.centre.log(LogQuery(), as: mara).entries
    #expect(now.map(\.text) == ["three aboard", "two aboard"])
    #expect(now.map(\.correctedBy) == [nil, correction.sequence])
    let sequence = try await desk.centre.sequence(knownAt: known)
    let then = try await desk.centre.log(LogQuery(asKnown: .sequence(sequence)), as: mara).entries
    #expect(then.map(\.text) == ["two aboard"])
    #expect(then.map(\.correctedBy) == [nil])
    let before = try await desk.centre.sequence(knownAt: Instant(millisecondsSince1970: 0))
    #expect(try await desk.centre.log(LogQuery(asKnown: .sequence(before)), as: mara).entries == [])
    await expectRefusal(.notFound) { _ = try await desk.centre.correct(CorrectLogEntry(1, text: "no"), as: mara) }
    await expectRefusal(.notFound) { _ = try await desk.centre.correct(CorrectLogEntry(.max, text: "no"), as: mara) }
  }

  @Test("Only the agency of the author corrects an entry")
  func ownership() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let tom = try await desk.add(.tom, roles: [.watchOfficer], agency: "border-force").session.acting
    let entry = try await desk.centre.write(WriteLogEntry(text: "ours"), as: mara)
    let error = await expectRefusal(.refused) {
      _ = try await desk.centre.correct(CorrectLogEntry(entry.sequence, text: "theirs"), as: tom)
    }
    #expect(error?.reasons == ["notOwner"])
    #expect(try await desk.centre.log(LogQuery(), as: tom).entries.map(\.text) == ["ours"])
  }

  @Test("Words are found in any case and accent, all of them, the last as a beginning; operators are words")
  func search() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    for text in ["Épave près du Ruytingen", "fishing boat near the Varne", "Varne lightvessel: boat seen"] {
      _ = try await desk.centre.write(WriteLogEntry(text: text), as: mara)
    }
    func found(_ words: String, asKnown: AsKnown = .now) async throws -> Int {
      try await desk.centre.log(LogQuery(asKnown: asKnown, words: words), as: mara).entries.count
    }
    #expect(try await found("varne boat") == 2)
    #expect(try await found("EPAVE pres") == 1)
    #expect(try await found("light") == 1)
    #expect(try await found("boat OR épave") == 0)
    #expect(try await found("nothing*") == 0)
    for odd in ["\"", "*", "NEAR(", "text:boat", "-boat", "^", "", " ", "' OR 1=1 --", "\0", "boat\"*"] {
      _ = try await found(odd)
    }
    #expect(try await found("boat", asKnown: .sequence(1)) == 0)
    await expectRefusal(.limit) { _ = try await found(String(repeating: "a", count: 201)) }
  }

  @Test("A beginning finds every word that has it, few or many")
  func beginnings() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    for number in 10..<70 {
      _ = try await desk.centre.write(WriteLogEntry(text: "alongside quay\(number) now"), as: mara)
    }
    _ = try await desk.centre.write(WriteLogEntry(text: "the quays are clear"), as: mara)
    for (words, count) in [("quay", 61), ("quay1", 10), ("quays", 1), ("Quay42", 1), ("now quay6", 10), ("quaz", 0)] {
      let found = try await desk.centre.logCount(LogQuery(words: words), atMost: 100, as: mara)
      #expect(found == count, "\(words)")
    }
  }

  @Test("What cannot stand in the log is refused with what to do")
  func refused() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    for text in ["", "  \n", "bell \u{7}", "nul \0"] {
      await expectRefusal(.invalid) { _ = try await desk.centre.write(WriteLogEntry(text: text), as: mara) }
    }
    await expectRefusal(.limit) {
      _ = try await desk.centre.write(WriteLogEntry(text: String(repeating: "é", count: 4_001)), as: mara)
    }
    await expectRefusal(.invalid) {
      _ = try await desk.centre.write(WriteLogEntry(text: "x", subject: "<script>"), as: mara)
    }
    await expectRefusal(.invalid) {
      let ahead = Instant(millisecondsSince1970: .max)
      _ = try await desk.centre.write(WriteLogEntry(text: "x", about: ahead), as: mara)
    }
    #expect(try await desk.centre.log(LogQuery(), as: mara).entries == [])
    for limit in [Int.min, -1, 0, Int.max] {
      _ = try await desk.centre.log(LogQuery(before: .min, limit: limit), as: mara)
    }
  }

  @Test("A repeated command is one command")
  func idempotent() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let command = WriteLogEntry(text: "once")
    let first = try await desk.centre.write(command, as: mara, key: "8f1c")
    let second = try await desk.centre.write(command, as: mara, key: "8f1c")
    #expect(first == second)
    #expect(try await desk.centre.log(LogQuery(), as: mara).entries.count == 1)
  }

  @Test("In exercise every entry is marked so, and a correction of it stays so afterwards")
  func exercise() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn(exercise: true).session.acting
    let entry = try await desk.centre.write(WriteLogEntry(text: "boat seen"), as: mara)
    #expect(entry.exercise)
    #expect(try desk.centre.ledger.entry(entry.sequence)?.marking == "EXERCISE OFFICIAL")
    var settings = desk.centre.settings
    settings.exercise = false
    try await desk.centre.change(ChangeSettings(settings), as: mara)
    #expect(try await !desk.centre.write(WriteLogEntry(text: "real"), as: mara).exercise)
    let correction = try await desk.centre.correct(CorrectLogEntry(entry.sequence, text: "no boat"), as: mara)
    #expect(correction.exercise)
  }

  @Test("Erasing a vessel takes its texts out of log and search, and leaves the entries")
  func erasure() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    _ = try await desk.centre.write(WriteLogEntry(text: "skipper named", subject: "235012345"), as: mara)
    _ = try await desk.centre.write(WriteLogEntry(text: "another skipper"), as: mara)
    _ = try await desk.centre.ledger.erase(
      subject: "track:235012345",
      marking: "OFFICIAL",
      context: CommandContext(actor: "console", agency: "coastguard", purpose: "oversight"))
    for _ in 0..<2 {
      #expect(try await desk.centre.log(LogQuery(), as: mara).entries.map(\.text) == ["another skipper", nil])
      let found = try await desk.centre.log(LogQuery(words: "skipper"), as: mara).entries
      #expect(found.map(\.text) == ["another skipper"])
      try await desk.centre.ledger.rebuild()
    }
  }
}
