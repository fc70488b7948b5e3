import Crypto
import Foundation

/// Seals payload parts (NIST SP 800-38D, AES-256 in Galois/Counter Mode).
///
/// Each part has a data key of its own, so its nonce can never meet the same key twice. The data key is wrapped under
/// the key of each subject (RFC 3394), or under the centre's when the part is about nobody. The sequence and the
/// part's name are authenticated with it, so a box moved to another entry does not open.
package struct PartSealer: Sendable {
  private static let dataKeyByteCount = 32
  private static let nonceByteCount = 12

  private let ring: KeyRing
  private let randomBytes: @Sendable (Int) -> [UInt8]

  package init(ring: KeyRing, randomBytes: @escaping @Sendable (Int) -> [UInt8]) {
    self.ring = ring
    self.randomBytes = randomBytes
  }

  package func seal(_ part: PayloadPart, sequence: Int64) throws -> SealedPart {
    let random = randomBytes(Self.dataKeyByteCount + Self.nonceByteCount)
    let dataKey = SymmetricKey(data: random.prefix(Self.dataKeyByteCount))
    let nonce = random.suffix(Self.nonceByteCount)
    let owners = part.subjects.isEmpty ? [KeyStore.centre] : part.subjects
    let wrappedKeys = try owners.map { owner in
      let (id, key) = try ring.sealingKey(of: owner, sequence: sequence)
      return SealedPart.WrappedKey(keyID: id, bytes: [UInt8](try AES.KeyWrap.wrap(dataKey, using: key)))
    }
    let box = try AES.GCM.seal(
      part.bytes, using: dataKey, nonce: AES.GCM.Nonce(data: nonce),
      authenticating: Self.authenticated(sequence: sequence, name: part.name))
    return SealedPart(
      name: part.name, subjects: part.subjects, wrappedKeys: wrappedKeys,
      box: [UInt8](box.combined ?? nonce + box.ciphertext + box.tag))
  }

  /// The sequence in eight bytes, the highest first, and the name in UTF-8.
  static func authenticated(sequence: Int64, name: String) -> [UInt8] {
    withUnsafeBytes(of: sequence.bigEndian) { [UInt8]($0) } + [UInt8](name.utf8)
  }
}
