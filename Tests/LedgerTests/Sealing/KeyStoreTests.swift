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

/// A key that a damaged file has lost must not pass for one that was destroyed.
@Test func aLostKeyIsToldFromADestroyedOne() throws {
  let folder = try TestFolder()
  let keys = try KeyStore.create(path: folder.path("keys"), origin: "test", signingSeed: [1])
  try keys.insert([
    KeyStore.Record(id: 1, owner: "track:1", firstSequence: 1, material: [1]),
    KeyStore.Record(id: 2, owner: "track:2", firstSequence: 1, material: [2]),
  ])
  try keys.destroy(owner: "track:1", firstUsedBefore: 9)
  try keys.queue.write { try $0.execute(sql: "DELETE FROM wrapping_key WHERE id = 2") }
  #expect(try keys.wasDestroyed(1))
  #expect(try !keys.wasDestroyed(2))
}

@Test func aKeyStoreOfTheFormBeforeTakesWhatIsMissingForDestroyed() throws {
  let folder = try TestFolder()
  let keys = try KeyStore.create(path: folder.path("keys"), origin: "test", signingSeed: [1])
  try keys.insert((1...3).map { KeyStore.Record(id: $0, owner: "track:\($0)", firstSequence: 1, material: [1]) })
  try keys.queue.write {
    try $0.execute(sql: "DELETE FROM wrapping_key WHERE id = 2; DROP TABLE destroyed_key; PRAGMA user_version = 1")
  }
  try keys.close()
  let again = try KeyStore.open(path: folder.path("keys"), readonly: false)
  #expect(try again.wasDestroyed(2))
  #expect(try !again.wasDestroyed(3))
}
