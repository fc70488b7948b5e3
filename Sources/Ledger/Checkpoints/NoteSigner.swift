import Crypto
import Foundation

/// The Ed25519 key with which a ledger signs its checkpoints.
package struct NoteSigner: Sendable {
  package let verifier: NoteVerifier
  private let key: Curve25519.Signing.PrivateKey

  /// Takes up a key from its seed of 32 bytes.
  package init(name: String, seed: [UInt8]) throws {
    key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    verifier = NoteVerifier(name: name, publicKey: [UInt8](key.publicKey.rawRepresentation))
  }

  /// Signs a text that ends in a newline.
  package func sign(_ text: String) throws -> SignedNote {
    let bytes = [UInt8](try key.signature(for: [UInt8](text.utf8)))
    return SignedNote(
      text: text,
      signatures: [SignedNote.Signature(keyName: verifier.name, keyID: verifier.keyID, bytes: bytes)])
  }
}
