import Archive
import Foundation
import GRDB
import Geodesy
import Ledger
import Testing

@testable import Archive
@testable import Operations

@Suite("Blocks of the archive in the ledger")
struct PictureAnchorTests {
  /// Positions in several windows of ten minutes, sealed.
  private func sealed(_ sea: Sea, windows: Int = 3) throws {
    for window in 0..<windows {
      for step in 0..<20 {
        try sea.hear(AISLines.position(235_012_345, 51 + 0.01 * Double(window) + 0.0003 * Double(step), 1.4))
        sea.clock.advance(seconds: 10)
      }
      sea.clock.advance(seconds: 400)
    }
    try sea.archive.flush(sealingEverything: true)
  }

  private func pendingRows(_ archive: Archive) throws -> [Row] {
    try archive.pool.read { db in try Row.fetchAll(db, sql: "SELECT * FROM change") }
  }

  private func putBack(_ changes: [Row], _ archive: Archive) throws {
    try archive.pool.write { db in
      for row in changes {
        let marks = row.columnNames.map { _ in "?" }.joined(separator: ", ")
        try db.execute(
          sql: "INSERT INTO change (\(row.columnNames.joined(separator: ", "))) VALUES (\(marks))",
          arguments: StatementArguments(row.databaseValues))
      }
    }
  }

  private func anchored(_ desk: TestDesk) throws -> Int { try desk.kinds().count { $0 == "archive.anchored" } }

  @Test func eachChangeIsAnchoredOnce() async throws {
    let sea = try Sea()
    let desk = try await TestDesk.open()
    try await desk.setUp()
    try sealed(sea)
    let pending = try sea.archive.pendingChanges().count
    #expect(pending >= 3)
    try await desk.centre.anchor(sea.archive)
    #expect(try anchored(desk) == pending)
    #expect(try sea.archive.pendingChanges().isEmpty)
    try await desk.centre.anchor(sea.archive)
    #expect(try anchored(desk) == pending)
    let result = try sea.archive.verify(anchors: try desk.centre.archiveAnchors())
    #expect(result.fault == nil && result.blocksChecked == pending)
  }

  /// The process ends after the entry is durable and before the archive has been told.
  @Test func anInterruptionAnchorsNothingTwice() async throws {
    let sea = try Sea()
    let desk = try await TestDesk.open()
    try await desk.setUp()
    try sealed(sea)
    let changes = try pendingRows(sea.archive)
    try await desk.centre.anchor(sea.archive)
    let count = try anchored(desk)
    try putBack(changes, sea.archive)
    #expect(try sea.archive.pendingChanges().count == count)
    let again = try await desk.reopened()
    try await again.centre.anchor(sea.archive)
    #expect(try anchored(again) == count)
    #expect(try sea.archive.pendingChanges().isEmpty)
    #expect(try sea.archive.verify(anchors: try again.centre.archiveAnchors()).fault == nil)
  }

  @Test func aThinnedBlockIsAnchoredInThePlaceOfItsFormer() async throws {
    let sea = try Sea()
    let desk = try await TestDesk.open()
    try await desk.setUp()
    try sealed(sea)
    try await desk.centre.anchor(sea.archive)
    let before = try anchored(desk)
    sea.clock.advance(seconds: 8 * 86_400)
    _ = try sea.archive.thin()
    let thinned = try sea.archive.pendingChanges().count
    #expect(thinned > 0)
    // Not yet anchored changes are excused.
    #expect(try sea.archive.verify(anchors: try desk.centre.archiveAnchors()).fault == nil)
    try await desk.centre.anchor(sea.archive)
    #expect(try anchored(desk) == before + thinned)
    #expect(try sea.archive.verify(anchors: try desk.centre.archiveAnchors()).fault == nil)
  }

  @Test func aRemovedBlockIsAnchoredToo() async throws {
    let rule = try #require(
      ThinningRule(steps: [.init(fromDays: 0, keep: .everything), .init(fromDays: 7, keep: .nothing)]))
    let sea = try Sea(thinning: rule)
    let desk = try await TestDesk.open()
    try await desk.setUp()
    try sealed(sea)
    try await desk.centre.anchor(sea.archive)
    sea.clock.advance(seconds: 8 * 86_400)
    _ = try sea.archive.thin()
    #expect(try sea.archive.blocks().isEmpty)
    try await desk.centre.anchor(sea.archive)
    let anchors = try desk.centre.archiveAnchors()
    #expect(anchors.contains { $0.block == nil && $0.replaces != nil })
    #expect(try sea.archive.verify(anchors: anchors).fault == nil)
  }

  @Test func whatWasNeverAnchoredOrIsMissingIsFound() async throws {
    let sea = try Sea()
    let desk = try await TestDesk.open()
    try await desk.setUp()
    try sealed(sea)
    try await desk.centre.anchor(sea.archive)
    let anchors = try desk.centre.archiveAnchors()
    #expect(try sea.archive.verify(anchors: anchors.dropLast()).fault?.code == .notAnchored)
    let last = try #require(anchors.last?.block?.id)
    try await sea.archive.pool.write { db in
      try db.execute(sql: "DELETE FROM page WHERE block = ?; DELETE FROM block WHERE id = ?", arguments: [last, last])
    }
    #expect(try sea.archive.verify(anchors: anchors).fault?.code == .missing)
  }

  @Test func anAnchorOfAnExerciseIsMarkedSo() async throws {
    let sea = try Sea()
    let desk = try await TestDesk.open()
    try await desk.setUp(exercise: true)
    try sealed(sea, windows: 1)
    try await desk.centre.anchor(sea.archive)
    let entry = try #require(
      try desk.centre.ledger.entries(from: 1, limit: 1_000).last { $0.kind == "archive.anchored" })
    #expect(entry.marking.contains("EXERCISE"))
  }
}
