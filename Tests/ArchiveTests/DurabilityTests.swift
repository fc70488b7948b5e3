import GRDB
import Testing

@testable import Archive

/// What a commit rests on when the power goes: found by the simulation, which saw a block vanish that the ledger named.
@Test func everyCommitOfTheArchiveWaitsForTheDisk() throws {
  let folder = try TestFolder()
  let clock = TestClock(0)
  let archive = try Archive(path: folder.path + "/archive", now: clock.now)
  let full = 2
  #expect(try archive.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == full)
}
