import GRDB
import Testing

@testable import Ledger

/// A key must outlive what it sealed: found by the simulation, in which the power brought a removed journal back, and the
/// journal undid the commit of a key.
@Test func aKeyIsKeptOnlyOnceItsJournalIsGoneForGood() throws {
  let folder = try TestFolder()
  let keys = try KeyStore.create(path: folder.path("keys"), origin: "test", signingSeed: [1])
  let full = 2
  #expect(try keys.queue.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? 0 } >= full)
}
