import Foundation
import GRDB
import Geodesy
import Testing

@testable import Archive

/// From memory to the journal to sealed blocks, and what a sudden end leaves.
struct SealingTests {
  private func positions(_ count: Int, from start: Int64, seed: UInt64 = 1) -> [ArchivedPosition] {
    var random = Seeded(state: seed)
    return randomPositions(count, tracks: 20, spanMilliseconds: 500_000, from: start, using: &random)
  }

  private let always = (from: moment(midnight - 86_400_000), to: moment(midnight + 86_400_000))

  private func everything(in archive: Archive) throws -> [ArchivedPosition] {
    let earth = BoundingBox(south: -90, west: -180, north: 90, east: 180)!
    return try archive.area(earth, from: always.from, to: always.to).positions
  }

  @Test func aKillLosesOnlyWhatCameAfterTheLastFlush() throws {
    let folder = try TestFolder()
    let clock = TestClock(midnight)
    let archive = try Archive(path: folder.file, now: clock.now)
    let flushed = positions(300, from: midnight)
    try archive.append(Array(flushed[..<200]))
    #expect(try archive.flush().isEmpty)
    try archive.append(Array(flushed[200...]))
    #expect(try archive.flush().isEmpty)
    try archive.append(positions(50, from: midnight, seed: 2))
    #expect(try everything(in: archive).count == 350)
    // The files as they lie on the disk, while the first process still holds them: what a kill leaves.
    let copy = folder.path + "/killed.archive"
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: folder.file + ending, toPath: copy + ending)
    }
    let revived = try Archive(path: copy, now: clock.now)
    #expect(sorted(try everything(in: revived)) == sorted(flushed))
    // And it goes on: the block is sealed once, with nothing twice.
    try revived.append(positions(10, from: midnight, seed: 3))
    #expect(try revived.flush(sealingEverything: true).count == 1)
    #expect(try everything(in: revived).count == 310)
    #expect(try everything(in: Archive(path: copy, now: clock.now)).count == 310)
  }

  @Test func aBlockIsSealedWhenItsTimeAndTheGraceAreOver() throws {
    let folder = try TestFolder()
    let clock = TestClock(midnight)
    let archive = try Archive(path: folder.file, now: clock.now)
    try archive.append(positions(100, from: midnight))
    #expect(try archive.flush().isEmpty)
    let later = midnight + ArchiveLimits.windowMilliseconds + archive.limits.graceMilliseconds
    try archive.append(positions(1, from: later + 1000))
    let changes = try archive.flush()
    guard case .sealed(let block)? = changes.first else {
      Issue.record("no block was sealed")
      return
    }
    #expect(changes.count == 1 && block.count == 100 && block.replaces == nil && block.hash.count == 32)
    #expect(block.from >= moment(midnight) && block.to < moment(midnight + ArchiveLimits.windowMilliseconds))
    #expect(try archive.blocks() == [block])
    // A late row of a sealed window begins another block of it.
    try archive.append(positions(1, from: midnight, seed: 9))
    #expect(try everything(in: archive).count == 102)
    clock.set(later + 3_600_000)
    #expect(try archive.flush().count == 2)
    #expect(try archive.blocks(after: block.id).map(\.count) == [1, 1])
    #expect(try everything(in: archive).count == 102)
  }

  @Test func changesWaitUntilTheyAreConfirmed() throws {
    let folder = try TestFolder()
    let clock = TestClock(midnight)
    let archive = try Archive(path: folder.file, now: clock.now)
    for window in 0..<3 {
      try archive.append(positions(10, from: midnight + Int64(window) * 600_000))
    }
    let sealed = try archive.flush(sealingEverything: true)
    let reopened = try Archive(path: folder.file, now: clock.now)
    let pending = try reopened.pendingChanges()
    #expect(pending.map(\.change) == sealed && sealed.count == 3)
    try reopened.confirmAnchored(through: pending[1].number)
    #expect(try reopened.pendingChanges() == [pending[2]])
  }

  @Test func memoryStaysBoundedWhateverTheTimes() throws {
    let folder = try TestFolder()
    var limits = ArchiveLimits()
    limits.openBlocksMost = 3
    limits.openRowsMost = 50
    let archive = try Archive(path: folder.file, limits: limits, now: TestClock(midnight).now)
    var random = Seeded(state: 4)
    let positions = randomPositions(2000, tracks: 30, spanMilliseconds: 86_000_000, using: &random)
    for start in stride(from: 0, to: 2000, by: 400) {
      try archive.append(Array(positions[start..<start + 400]))
      let blocks = archive.blocksInMemory()
      #expect(blocks.count <= 4 && blocks.allSatisfy { $0.count <= 50 })
    }
    let (sealed, _, open, _) = try archive.size()
    #expect(sealed + open == 2000)
  }

  @Test func positionsThatCannotBeKeptAreCountedByReason() throws {
    let folder = try TestFolder()
    let archive = try Archive(path: folder.file, now: TestClock(midnight).now)
    let place = Position(latitudeDegrees: 51, longitudeDegrees: 1.5)!
    func position(
      _ name: String = "a", at: Int64 = midnight, received: Int64 = midnight, speed: Double? = nil
    ) -> ArchivedPosition {
      ArchivedPosition(
        trackID: name, at: moment(at), received: moment(received), position: place, speedKnots: speed)
    }
    let outcome = try archive.append([
      position(), position(""), position(String(repeating: "x", count: 129)), position("é"), position("a b"),
      position(at: midnight - ArchiveLimits.latenessMost - 1), position(at: midnight + 600_001),
      position(at: .min, received: .min), position(at: .max, received: .max), position(speed: .infinity),
      position(speed: .nan), position(speed: 1e10), position(at: midnight - ArchiveLimits.latenessMost),
    ])
    #expect(outcome.taken == 2)
    #expect(outcome.refused == [.trackID: 4, .moment: 4, .number: 3])
  }

  @Test func filesThatAreNoArchiveAreRefusedInWords() throws {
    let folder = try TestFolder()
    try Data("this is a letter, not an archive; it is long enough to be looked at".utf8)
      .write(to: URL(fileURLWithPath: folder.file))
    let failure = #expect(throws: ArchiveError.self) { try Archive(path: folder.file, now: TestClock(0).now) }
    #expect(failure?.code == .wrongVersion)
    let missing = #expect(throws: ArchiveError.self) {
      try Archive(path: folder.path + "/no/such/folder/file", now: TestClock(0).now)
    }
    #expect(missing?.code == .cannotOpen)
  }

  @Test func anArchiveOfALaterVersionIsRefused() throws {
    let folder = try TestFolder()
    do {
      let archive = try Archive(path: folder.file, now: TestClock(0).now)
      try archive.pool.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 something later')") }
    }
    let failure = #expect(throws: ArchiveError.self) { try Archive(path: folder.file, now: TestClock(0).now) }
    #expect(failure?.code == .wrongVersion)
  }

  @Test func aDamagedJournalEntryIsSetAsideAndReported() throws {
    let folder = try TestFolder()
    do {
      let archive = try Archive(path: folder.file, now: TestClock(midnight).now)
      for seed in 1...3 {
        try archive.append(positions(10, from: midnight, seed: UInt64(seed)))
        try archive.flush()
      }
      try archive.pool.write { try $0.execute(sql: "UPDATE journal SET bytes = x'0102' WHERE id = 2") }
    }
    let archive = try Archive(path: folder.file, now: TestClock(midnight).now)
    #expect(archive.faults.count == 1 && archive.faults.recent.first?.code == .unreadable)
    #expect(try everything(in: archive).count == 20)
    try archive.flush(sealingEverything: true)
    #expect(try archive.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM journal") } == 1)
  }

  @Test func theLoopFlushesAnchorsAndEndsWithALastFlush() async throws {
    let folder = try TestFolder()
    let clock = TestClock(midnight)
    let archive = try Archive(path: folder.file, now: clock.now)
    try archive.append(positions(10, from: midnight))
    clock.set(midnight + 86_400_000)
    let anchored = TestClock(0)
    let attempts = TestClock(0)
    struct Refusal: Error {}
    await #expect(throws: CancellationError.self) {
      try await archive.run { _ in
        if anchored.now() != moment(0) {
          try archive.append(positions(5, from: midnight + 600_000))
          throw CancellationError()
        }
      } anchoring: { pending in
        // The first attempt fails, and the change comes again.
        attempts.set(attempts.now().millisecondsSince1970 + 1)
        if attempts.now() == moment(1) { throw Refusal() }
        anchored.set(pending.number)
      } reporting: { error in
        #expect(error is Refusal)
      }
    }
    #expect(attempts.now() == moment(2))
    #expect(try archive.pendingChanges().isEmpty)
    #expect(try Archive(path: folder.file, now: clock.now).size().openPositions == 5)
  }
}
