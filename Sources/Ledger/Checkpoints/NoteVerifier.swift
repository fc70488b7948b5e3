import Crypto
import Foundation

/// The public side of a `NoteSigner`.
package struct NoteVerifier: Hashable, Sendable {
  /// The number that C2SP `signed-note` gives to Ed25519.
  private static let ed25519: UInt8 = 0x01

  package let name: String
  package let publicKey: [UInt8]

  /// The first four bytes of SHA-256 over the name, a newline, the algorithm's number and the public key.
  package let keyID: [UInt8]

  package init(name: String, publicKey: [UInt8]) {
    self.name = name
    self.publicKey = publicKey
    keyID = [UInt8](TreeHash.plain([UInt8](name.utf8) + [0x0A, Self.ed25519] + publicKey).bytes.prefix(4))
  }

  /// The key in the text form that other verifiers of notes take: name, key identifier in hexadecimal, key in base64.
  package var text: String {
    let identifier = keyID.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "\(name)+\(identifier)+\(Data([Self.ed25519] + publicKey).base64EncodedString())"
  }

  /// Reads the text form; nil when it is none of ours.
  package init?(text: String) {
    let fields = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count == 3, !fields[0].isEmpty, let key = Data(base64Encoded: String(fields[2])), key.count == 33,
      key.first == Self.ed25519
    else { return nil }
    self.init(name: String(fields[0]), publicKey: [UInt8](key.dropFirst()))
    guard self.text == text else { return nil }
  }

  /// Whether a note bears a valid signature of this key.
  package func accepts(_ note: SignedNote) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
    return note.signatures.contains { signature in
      signature.keyName == name && signature.keyID == keyID
        && key.isValidSignature(signature.bytes, for: [UInt8](note.text.utf8))
    }
  }
}
