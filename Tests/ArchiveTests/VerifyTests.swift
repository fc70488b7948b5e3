import GRDB
import Geodesy
import Testing

@testable import Archive

/// A verification passes over what is as anchored and names the first block that is not.
struct VerifyTests {
  private func filled() throws -> (archive: Archive, folder: TestFolder, anchors: [BlockAnchor]) {
    let folder = try TestFolder()
    let archive = try Archive(path: folder.file, now: TestClock(midnight).now)
    var random = Seeded(state: 3)
    let positions = randomPositions(3000, tracks: 200, spanMilliseconds: 3_000_000, using: &random)
    try archive.append(positions.sorted { $0.received < $1.received })
    try archive.flush(sealingEverything: true)
    let pending = try archive.pendingChanges()
    try archive.confirmAnchored(through: pending.last?.number ?? 0)
    return (archive, folder, pending.map(\.change.anchor))
  }

  @Test func allIsWell() throws {
    let (archive, folder, anchors) = try filled()
    let result = try archive.verify(anchors: anchors)
    #expect(result.fault == nil)
    #expect(result.blocksChecked == anchors.count && anchors.count >= 5)
    #expect(result.bytesChecked == (try archive.size().sealedBytes))
    _ = folder
  }

  @Test(arguments: [
    (
      "UPDATE page SET bytes = CAST(substr(bytes, 1, 30) || x'00' || substr(bytes, 32) AS BLOB) WHERE block = 3",
      3, ArchiveFault.Code.hashDiffers
    ),
    ("UPDATE block SET hash = zeroblob(32) WHERE id = 2", 2, .hashDiffers),
    ("UPDATE block SET atTo = atTo + 1 WHERE id = 4", 4, .columnsDiffer),
    ("UPDATE block SET west = west + 1 WHERE id = 4", 4, .columnsDiffer),
    ("UPDATE page SET south = south + 1 WHERE block = 4 AND firstTrack <> ''", 4, .columnsDiffer),
    ("DELETE FROM page WHERE rowid = (SELECT max(rowid) FROM page WHERE block = 2)", 2, .hashDiffers),
    ("DELETE FROM page WHERE block = 2", 2, .hashDiffers),
    ("DELETE FROM block WHERE id IN (2, 4)", 2, .missing),
    ("UPDATE block SET id = 777 WHERE id = 5", 5, .missing),
  ])
  func theFirstBadBlockIsNamed(tampering: String, block: Int64, code: ArchiveFault.Code) throws {
    let (archive, folder, anchors) = try filled()
    try archive.pool.write { try $0.execute(sql: tampering) }
    #expect(try archive.pool.read { try Int.fetchOne($0, sql: "SELECT changes()") } != nil)
    let fault = try archive.verify(anchors: anchors).fault
    #expect(fault?.blockID == block && fault?.code == code)
    _ = folder
  }

  @Test func aBlockThatWasNeverAnchoredIsNamed() throws {
    let (archive, folder, anchors) = try filled()
    let fault = try archive.verify(anchors: anchors.dropLast()).fault
    #expect(fault?.code == .notAnchored && fault?.blockID == anchors.last?.block?.id)
    // While its change still waits to be anchored, that is no fault.
    var random = Seeded(state: 8)
    try archive.append(randomPositions(10, tracks: 2, spanMilliseconds: 1000, using: &random))
    try archive.flush(sealingEverything: true)
    #expect(try archive.verify(anchors: anchors).fault == nil)
    _ = folder
  }

  @Test func aBlockAnchoredWithAnotherHashIsNamed() throws {
    var (archive, folder, anchors) = try filled()
    anchors[1] = BlockAnchor(block: BlockReference(id: 2, hash: Array(repeating: 7, count: 32)), replaces: nil)
    #expect(try archive.verify(anchors: anchors).fault?.blockID == 2)
    anchors.append(BlockAnchor(block: nil, replaces: BlockReference(id: 1, hash: [1])))
    #expect(try archive.verify(anchors: anchors).fault?.blockID == 1)
    _ = folder
  }

  @Test(arguments: [
    "window = window + 600000", "bytes = CAST(substr(bytes, 1, 9) || x'FF' || substr(bytes, 11) AS BLOB)",
  ])
  func anAlteredEntryOfTheJournalIsNamed(change: String) throws {
    let (archive, folder, anchors) = try filled()
    var random = Seeded(state: 5)
    // Later than all before, so that their block is not due yet and stays in the journal.
    try archive.append(
      randomPositions(10, tracks: 2, spanMilliseconds: 1000, from: midnight + 3_000_000, using: &random))
    try archive.flush()
    #expect(try archive.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM journal") } == 1)
    #expect(try archive.verify(anchors: anchors).fault == nil)
    try archive.pool.write { try $0.execute(sql: "UPDATE journal SET \(change)") }
    let fault = try #require(try archive.verify(anchors: anchors).fault)
    #expect(fault.code == .unreadable && fault.message.contains("journal"))
    // Taken back by the next start it would be believed; it is set aside, and stays named.
    let again = try Archive(path: archive.path, now: TestClock(midnight).now)
    #expect(again.faults.count == 1)
    #expect(try again.verify(anchors: anchors).fault?.code == .unreadable)
    _ = folder
  }

  @Test func aDamagedBlockLeavesTheOthersReadableAndIsNamed() throws {
    let (archive, folder, _) = try filled()
    let earth = BoundingBox(south: -90, west: -180, north: 90, east: 180)!
    let span = (moment(midnight), moment(midnight + 3_600_000))
    let before = try archive.area(earth, from: span.0, to: span.1).positions.count
    try archive.pool.write {
      try $0.execute(
        sql: """
          UPDATE page SET bytes = CAST(substr(bytes, 1, 40) || x'FF' || substr(bytes, 42) AS BLOB)
          WHERE block = 3 AND firstTrack <> ''
          """)
    }
    let answer = try archive.area(earth, from: span.0, to: span.1)
    #expect(answer.faults.map(\.blockID) == [3] && answer.faults.first?.code == .unreadable)
    let lost = try #require(archive.blocks().first { $0.id == 3 }?.count)
    #expect(answer.positions.count == before - lost)
    #expect(archive.faults.recent == answer.faults)
    #expect(try archive.picture(at: span.1, staleAfterMilliseconds: 86_400_000).faults.count == 1)
    _ = folder
  }
}
