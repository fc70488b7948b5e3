import Crypto
import Foundation

/// Opens what `PartSealer` sealed, as far as the keys still exist.
package struct PartOpener: Sendable {
  /// Nil when the ledger was opened without its key store.
  let ring: KeyRing?

  package init(ring: KeyRing?) {
    self.ring = ring
  }

  /// Opens the parts of an entry.
  ///
  /// - Throws: `corrupt` when a key is at hand and yet a part does not open, or when a key was lost.
  package func open(_ stored: StoredEntry) throws -> Entry {
    let place = "entry \(stored.sequence)"
    let sealed: SealedEntry
    do {
      sealed = try SealedEntry(decoding: stored.sealed)
    } catch {
      throw LedgerError(.corrupt, "The stored bytes are no entry; run verify.", place: place, cause: error)
    }
    guard sealed.envelope.sequence == stored.sequence else {
      throw LedgerError(.corrupt, "The stored bytes are those of another entry; run verify.", place: place)
    }
    return Entry(sealed.envelope, parts: try sealed.parts.map { try open($0, sequence: stored.sequence) })
  }

  private func open(_ part: SealedPart, sequence: Int64) throws -> OpenedPart {
    guard let ring else { return OpenedPart(name: part.name, subjects: part.subjects, without: .locked) }
    for wrapped in part.wrappedKeys {
      guard let key = try ring.openingKey(wrapped.keyID) else { continue }
      do {
        let dataKey = try AES.KeyWrap.unwrap(wrapped.bytes, using: key)
        let bytes = try AES.GCM.open(
          AES.GCM.SealedBox(combined: part.box), using: dataKey,
          authenticating: PartSealer.authenticated(sequence: sequence, name: part.name))
        return OpenedPart(name: part.name, subjects: part.subjects, bytes: [UInt8](bytes))
      } catch {
        throw LedgerError(
          .corrupt, "A part does not open with its key; run verify, and check that the key store is the right one.",
          place: "entry \(sequence)", cause: error)
      }
    }
    guard try part.wrappedKeys.allSatisfy({ try ring.wasDestroyed($0.keyID) }) else {
      throw LedgerError(
        .corrupt, "The key of a part is gone, and nobody destroyed it. Restore the key store from its copy.",
        place: "entry \(sequence)")
    }
    return OpenedPart(name: part.name, subjects: part.subjects, without: .erased)
  }
}
