import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Views")
struct ViewTests {
  @Test func theViewMovesWithTheEntry() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.write(.note("a"))
    try await ledger.write(.note("b"))
    try await ledger.write(.note("c", aggregate: "log-2"))
    #expect(try await ledger.read { try NoteView.texts($0) } == ["b", "c"])
    #expect(
      try ledger.reader.store.read { try $0.viewPositions() } == [ViewPosition(name: "note", version: 1, sequence: 3)])
  }

  @Test func alteredRowsOfViewsAreNamedAndLeftAsTheyAre() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.fill(20)
    try await ledger.write(.note("a"))
    #expect(try await ledger.compareViews() == [])
    try ledger.reader.store.write { try $0.views.execute(sql: "UPDATE note SET text = 'forged' WHERE text = 'a'") }
    #expect(try ledger.reader.verify().isSound)
    let complaints = try await ledger.compareViews()
    #expect(complaints.count == 1 && complaints.first?.contains("The table note ") == true)
    #expect(try await ledger.read { try NoteView.texts($0) }.contains("forged"))
    try await ledger.rebuild()
    #expect(try await ledger.compareViews() == [])
    #expect(try await ledger.read { try NoteView.texts($0) }.contains("a"))
  }

  @Test func thePastIsAQuery() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    for text in ["a", "b", "c"] { try await ledger.write(.note(text)) }
    for (sequence, texts) in [(0, []), (1, ["a"]), (2, ["b"]), (3, ["c"]), (9, ["c"])] as [(Int64, [String])] {
      #expect(try ledger.reader.read { try NoteView.texts($0, knownAt: sequence) } == texts)
    }
  }

  @Test func openingFoldsOnlyWhatIsBehind() async throws {
    let folder = try TestFolder()
    var ledger = try Ledger.sample(folder, views: [NoteView()])
    try await ledger.fill(30)
    try ledger.close()
    ledger = try Ledger.sample(folder, views: [])
    try await ledger.fill(12)
    try ledger.close()
    var limits = LedgerLimits()
    limits.entriesInCatchUp = 5
    ledger = try Ledger.sample(folder, views: [NoteView(), CountingView()], limits: limits)
    #expect(try ledger.reader.read { try NoteView.count($0) } == 42)
    #expect(try ledger.reader.read { try CountingView.sequences($0) } == Array(1...42))
  }

  @Test func aChangedVersionIsFoldedAnewAndNoOther() async throws {
    let folder = try TestFolder()
    var ledger = try Ledger.sample(folder, views: [NoteView(), CountingView()])
    try await ledger.fill(7)
    try ledger.reader.store.write { try $0.views.execute(sql: "UPDATE note_count SET entries = 1000") }
    try ledger.reader.store.write { try $0.views.execute(sql: "UPDATE counting SET mark = 1") }
    try ledger.close()
    ledger = try Ledger.sample(folder, views: [NoteView(version: 2), CountingView()])
    #expect(try ledger.reader.read { try NoteView.count($0) } == 7)
    #expect(try ledger.reader.read { try Int.fetchOne($0, sql: "SELECT SUM(mark) FROM counting") } == 7)
  }

  @Test func rebuildingGivesTheSameTables() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder, views: [NoteView(), CountingView()])
    try await ledger.fill(25)
    try ledger.reader.store.write { try $0.views.execute(sql: "UPDATE note_count SET entries = 1000") }
    try await ledger.rebuild(views: ["note"])
    #expect(try ledger.reader.read { try NoteView.count($0) } == 25)
    let error = await #expect(throws: LedgerError.self) { try await ledger.rebuild(views: ["nothing"]) }
    #expect(error?.code == .notFound)
    try await ledger.fill(1)
    #expect(try ledger.reader.read { try NoteView.count($0) } == 26)
  }

  @Test func aViewThatFailsRefusesTheCommandAndNamesItself() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    let error = await #expect(throws: LedgerError.self) {
      try await ledger.write(.note("x"), .note("y", kind: "note.refused"))
    }
    #expect(error?.code == .viewFailed)
    #expect(error?.place == "view note")
    #expect(ledger.head.size == 0)
  }

  @Test func twoViewsOfOneNameAreRefused() throws {
    let folder = try TestFolder()
    let error = #expect(throws: LedgerError.self) { try Ledger.sample(folder, views: [NoteView(), NoteView()]) }
    #expect(error?.code == .invalid)
  }
}

/// A view that keeps which entries it was given.
struct CountingView: LedgerView {
  let name = "counting"
  let version = 1

  func create(_ db: Database) throws {
    try db.execute(sql: "CREATE TABLE counting (sequence INTEGER PRIMARY KEY, mark INTEGER NOT NULL DEFAULT 0)")
  }

  func drop(_ db: Database) throws { try db.execute(sql: "DROP TABLE IF EXISTS counting") }

  func fold(_ entry: Entry, into db: Database) throws {
    try db.execute(sql: "INSERT INTO counting (sequence) VALUES (?)", arguments: [entry.sequence])
  }

  func purge(subject: String, from db: Database) throws {}

  static func sequences(_ db: Database) throws -> [Int] {
    try Int.fetchAll(db, sql: "SELECT sequence FROM counting ORDER BY sequence")
  }
}
