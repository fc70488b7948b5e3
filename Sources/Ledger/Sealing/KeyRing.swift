import Crypto
import Synchronization

/// The keys in memory, in front of the key store.
///
/// New keys are made while a group of commands is written, and kept in the file before the group's entries are.
package final class KeyRing: Sendable {
  private struct Contents {
    var keys: [Int64: SymmetricKey] = [:]
    var currentIDs: [String: Int64] = [:]
    var unsaved: [KeyStore.Record] = []
    var lastID: Int64
  }

  private static let keyByteCount = 32

  private let store: KeyStore
  private let randomBytes: @Sendable (Int) -> [UInt8]
  private let limit: Int
  private let contents: Mutex<Contents>

  package init(store: KeyStore, randomBytes: @escaping @Sendable (Int) -> [UInt8], limit: Int) throws {
    self.store = store
    self.randomBytes = randomBytes
    self.limit = limit
    contents = Mutex(Contents(lastID: try store.lastID()))
  }

  /// The present key of an owner, made if it has none. Only the writer asks.
  func sealingKey(of owner: String, sequence: Int64) throws -> (id: Int64, key: SymmetricKey) {
    try contents.withLock { contents in
      if let id = contents.currentIDs[owner], let key = contents.keys[id] { return (id, key) }
      makeRoom(&contents)
      let record: KeyStore.Record
      if let kept = try store.key(of: owner) {
        record = kept
      } else {
        contents.lastID += 1
        record = KeyStore.Record(
          id: contents.lastID, owner: owner, firstSequence: sequence, material: randomBytes(Self.keyByteCount))
        contents.unsaved.append(record)
      }
      let key = SymmetricKey(data: record.material)
      contents.keys[record.id] = key
      contents.currentIDs[owner] = record.id
      return (record.id, key)
    }
  }

  /// The key of a number; nil when it has been destroyed.
  func openingKey(_ id: Int64) throws -> SymmetricKey? {
    try contents.withLock { contents in
      if let key = contents.keys[id] { return key }
      guard let record = try store.key(id) else { return nil }
      makeRoom(&contents)
      let key = SymmetricKey(data: record.material)
      contents.keys[id] = key
      return key
    }
  }

  /// Whether the key of a number was destroyed on purpose.
  func wasDestroyed(_ id: Int64) throws -> Bool { try store.wasDestroyed(id) }

  /// Keeps the new keys in the file; when that fails, they are forgotten.
  func save() throws {
    let unsaved = contents.withLock { contents in
      defer { contents.unsaved = [] }
      return contents.unsaved
    }
    if unsaved.isEmpty { return }
    do {
      try store.insert(unsaved)
    } catch {
      forget { contents in contents = Contents(lastID: contents.lastID) }
      throw error
    }
  }

  /// Makes the file whole by itself, without its log; what is kept is durable either way.
  func copyLog() throws { try store.copyLog() }

  /// Forgets the new keys that have not been kept, because nothing that they sealed was written.
  func discardUnsaved() {
    forget { contents in
      for record in contents.unsaved {
        contents.keys[record.id] = nil
        contents.currentIDs[record.owner] = nil
      }
      contents.unsaved = []
    }
  }

  /// Destroys the keys of an owner that were first used before a sequence, in memory and in the file.
  func destroy(owner: String, firstUsedBefore sequence: Int64) throws {
    try store.destroy(owner: owner, firstUsedBefore: sequence)
    forget { contents in
      contents.keys = [:]
      contents.currentIDs = [:]
    }
  }

  private func forget(_ change: (inout Contents) -> Void) {
    contents.withLock { change(&$0) }
  }

  /// Starts anew when the limit is reached; only keys that are not yet in the file must stay.
  private func makeRoom(_ contents: inout Contents) {
    guard contents.keys.count >= limit else { return }
    let unsaved = Set(contents.unsaved.map(\.id))
    contents.keys = contents.keys.filter { unsaved.contains($0.key) }
    contents.currentIDs = contents.currentIDs.filter { unsaved.contains($0.value) }
  }
}
