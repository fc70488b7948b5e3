import Crypto
import Foundation

/// The public side of a key that signs notes: a ledger's own (`NoteSigner`), or that of a witness (`Cosigner`).
package struct NoteVerifier: Hashable, Sendable {
  /// What is signed, by the number that C2SP `signed-note` gives to it.
  package enum Algorithm: UInt8, Hashable, Sendable {
    /// The text of the note, with Ed25519.
    case ed25519 = 0x01
    /// The text with a time before it, with Ed25519 (C2SP `tlog-cosignature`).
    case cosignature = 0x04
  }

  /// What a verifier says of the signatures of a note.
  package enum Judgement: Hashable, Sendable {
    /// The note bears a signature of this key, and it is good.
    case accepted
    /// No line of the note claims to be of this key.
    case absent
    /// A line claims to be of this key and is not.
    case forged
  }

  package let name: String
  package let publicKey: [UInt8]
  package let algorithm: Algorithm

  /// The first four bytes of SHA-256 over the name, a newline, the algorithm's number and the public key.
  package let keyID: [UInt8]

  package init(name: String, publicKey: [UInt8], algorithm: Algorithm = .ed25519) {
    self.name = name
    self.publicKey = publicKey
    self.algorithm = algorithm
    keyID = [UInt8](TreeHash.plain([UInt8](name.utf8) + [0x0A, algorithm.rawValue] + publicKey).bytes.prefix(4))
  }

  /// The key in the text form that other verifiers of notes take: name, key identifier in hexadecimal, key in base64.
  package var text: String {
    let identifier = keyID.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "\(name)+\(identifier)+\(Data([algorithm.rawValue] + publicKey).base64EncodedString())"
  }

  /// Reads the text form; nil when it is none of ours.
  package init?(text: String) {
    let fields = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count == 3, !fields[0].isEmpty, let key = Data(base64Encoded: String(fields[2])), key.count == 33,
      let algorithm = key.first.flatMap({ Algorithm(rawValue: $0) })
    else { return nil }
    self.init(name: String(fields[0]), publicKey: [UInt8](key.dropFirst()), algorithm: algorithm)
    guard self.text == text else { return nil }
  }

  /// Whether a note bears a valid signature of this key.
  package func accepts(_ note: SignedNote) -> Bool { judge(note) == .accepted }

  /// What is to be said of the note's signatures; a single bad one under this key's name and number makes it forged.
  package func judge(_ note: SignedNote) -> Judgement {
    let own = note.signatures.filter { $0.keyName == name && $0.keyID == keyID }
    if own.isEmpty { return .absent }
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return .forged }
    let isGood = own.allSatisfy { signature in
      switch algorithm {
      case .ed25519:
        return key.isValidSignature(signature.bytes, for: [UInt8](note.text.utf8))
      case .cosignature:
        guard let cosignature = Cosignature(signature.bytes) else { return false }
        return key.isValidSignature(cosignature.signature, for: cosignature.message(over: note.text))
      }
    }
    return isGood ? .accepted : .forged
  }
}
