import Crypto
import Foundation

/// An entry as it is given to somebody who lacks the keys of this ledger: the stored bytes, and the key of each part.
///
/// Every part is sealed under a key of its own (`PartSealer`), so its key can be given away and opens nothing else. The
/// bytes are those that the tree is over, and the parts open only to what was sealed in them: so an inclusion proof of the
/// bytes is a proof of what was read.
package struct EntryDisclosure: Hashable, Sendable {
  /// The stored bytes of the entry.
  package var sealed: [UInt8]
  /// The key of each part, in their order; nil for a part that has been erased.
  package var partKeys: [[UInt8]?]

  package init(sealed: [UInt8], partKeys: [[UInt8]?]) {
    self.sealed = sealed
    self.partKeys = partKeys
  }

  /// The bytes of every key.
  package static let keyByteCount = 32

  /// The entry, its parts opened with the keys; a part without a key reads as erased.
  ///
  /// - Throws: `invalid` when the bytes are no entry, or when the keys do not open them.
  package func opened() throws -> Entry {
    let entry: SealedEntry
    do {
      entry = try SealedEntry(decoding: sealed)
    } catch {
      throw LedgerError(.invalid, "The disclosed bytes are no entry.", cause: error)
    }
    guard entry.parts.count == partKeys.count else {
      throw LedgerError(.invalid, "The entry has \(entry.parts.count) parts, and \(partKeys.count) keys came with it.")
    }
    let parts = try zip(entry.parts, partKeys).map { part, key in
      guard let key else { return OpenedPart(name: part.name, subjects: part.subjects, without: .erased) }
      guard key.count == Self.keyByteCount, let box = try? AES.GCM.SealedBox(combined: part.box),
        let bytes = try? AES.GCM.open(
          box, using: SymmetricKey(data: key),
          authenticating: PartSealer.authenticated(sequence: entry.envelope.sequence, name: part.name))
      else { throw LedgerError(.invalid, "A part does not open with the key that was given for it.") }
      return OpenedPart(name: part.name, subjects: part.subjects, bytes: [UInt8](bytes))
    }
    return Entry(entry.envelope, parts: parts)
  }
}

extension LedgerReader {
  /// What is given to somebody who is to read an entry and lacks the keys; nil when there is no such entry.
  ///
  /// - Throws: `corrupt` when the stored bytes cannot be read, `keysMissing` without the key store.
  package func disclosure(of sequence: Int64) throws -> EntryDisclosure? {
    try store.read { try $0.stored(sequence) }.map(opener.disclosure)
  }
}

extension PartOpener {
  /// The stored bytes with the key of each part that can still be opened.
  func disclosure(of stored: StoredEntry) throws -> EntryDisclosure {
    let place = "entry \(stored.sequence)"
    guard let ring else {
      throw LedgerError(.keysMissing, "Without the key store nothing can be disclosed.", place: place)
    }
    // A part that does not open for its owner is not given to others: this finds it, and says what is wrong.
    let opened = try open(stored)
    let sealed = try SealedEntry(decoding: stored.sealed)
    let keys = try zip(sealed.parts, opened.parts).map { part, opened -> [UInt8]? in
      guard opened.state == .open else { return nil }
      for wrapped in part.wrappedKeys {
        guard let key = try ring.openingKey(wrapped.keyID) else { continue }
        return try AES.KeyWrap.unwrap(wrapped.bytes, using: key).withUnsafeBytes { [UInt8]($0) }
      }
      return nil
    }
    return EntryDisclosure(sealed: stored.sealed, partKeys: keys)
  }
}
