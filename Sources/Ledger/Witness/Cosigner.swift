import Crypto
import Foundation

/// The key with which a ledger's desk cosigns the checkpoints of other ledgers.
///
/// It is made from the seed of the ledger's own key and is another key: one key must not serve for two formats.
package struct Cosigner: Sendable {
  /// Tells this key from whatever else is made from the same seed. It is never changed: it is part of the key.
  private static let derivation = "foreland cosignature/v1"
  private static let seedByteCount = 32

  package let verifier: NoteVerifier
  private let key: Curve25519.Signing.PrivateKey

  /// Takes up the key of the ledger of this origin.
  package init(origin: String, seed: [UInt8]) throws {
    let derived = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: seed), info: Data(Self.derivation.utf8), outputByteCount: Self.seedByteCount)
    key = try Curve25519.Signing.PrivateKey(rawRepresentation: derived.withUnsafeBytes { Data($0) })
    verifier = NoteVerifier(
      name: origin + "/witness", publicKey: [UInt8](key.publicKey.rawRepresentation), algorithm: .cosignature)
  }

  /// Cosigns the text of a checkpoint.
  ///
  /// - Parameter seconds: The time, in seconds since 1970; never 0, which would say that there is no time.
  package func cosign(_ text: String, atSeconds seconds: Int64) throws -> SignedNote.Signature {
    let seconds = UInt64(max(1, seconds))
    let signature = [UInt8](try key.signature(for: Cosignature.message(seconds: seconds, over: text)))
    return SignedNote.Signature(
      keyName: verifier.name, keyID: verifier.keyID, bytes: Cosignature(seconds: seconds, signature: signature).bytes)
  }
}
