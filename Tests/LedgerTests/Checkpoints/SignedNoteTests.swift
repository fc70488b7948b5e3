import Crypto
import Foundation
import Testing

@testable import Ledger

@Suite("Signed notes and checkpoints")
struct SignedNoteTests {
  /// Verifies a checkpoint with nothing but the two specifications: it shares no line with the code that wrote it.
  static func verify(_ note: String, verifierKey: String) throws -> (origin: String, size: String, root: Data)? {
    let keyFields = verifierKey.split(separator: "+", maxSplits: 2).map(String.init)
    let keyBytes = try #require(Data(base64Encoded: keyFields[2]))
    let halves = note.components(separatedBy: "\n\n")
    let text = halves[0] + "\n"
    let signatureLine = try #require(halves.last).dropLast().components(separatedBy: " ")
    let signature = try #require(Data(base64Encoded: signatureLine[2]))
    let keyHash = SHA256.hash(data: Data(keyFields[0].utf8) + [0x0A] + keyBytes).prefix(4)
    guard signatureLine[0] == "—", signatureLine[1] == keyFields[0], signature.prefix(4) == Data(keyHash),
      keyFields[1] == keyHash.map({ String(format: "%02x", $0) }).joined(), keyBytes[0] == 1,
      try Curve25519.Signing.PublicKey(rawRepresentation: keyBytes.dropFirst())
        .isValidSignature(signature.dropFirst(4), for: Data(text.utf8))
    else { return nil }
    let lines = text.components(separatedBy: "\n")
    return (lines[0], lines[1], try #require(Data(base64Encoded: lines[2])))
  }

  @Test func anIndependentVerifierAcceptsACheckpoint() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.fill(5)
    let note = try await ledger.checkpoint()
    let read = try #require(try Self.verify(note, verifierKey: ledger.reader.verifierKey))
    #expect(read.origin == ledger.origin)
    #expect(read.origin.hasPrefix("joint-maritime-centre/"))
    #expect(read.size == "5")
    #expect([UInt8](read.root) == ledger.head.rootHash)
    let altered = note.replacingOccurrences(of: "\n5\n", with: "\n6\n")
    #expect(try Self.verify(altered, verifierKey: ledger.reader.verifierKey) == nil)
    try ledger.close()
  }

  @Test func aNoteOfAnotherKeyIsRefused() throws {
    let signer = try NoteSigner(name: "a/1", seed: [UInt8](repeating: 7, count: 32))
    let namesake = try NoteSigner(name: "a/1", seed: [UInt8](repeating: 8, count: 32))
    let note = try signer.sign("text\n")
    #expect(signer.verifier.accepts(note))
    #expect(!namesake.verifier.accepts(note))
    #expect(SignedNote(parsing: note.encoded) == note)
    #expect(NoteVerifier(text: signer.verifier.text) == signer.verifier)
    #expect(NoteVerifier(text: signer.verifier.text.replacingOccurrences(of: "a/1", with: "a/2")) == nil)
  }

  @Test(arguments: [
    "", "\n", "\n\n", "text\n", "text\n\n", "text\n\n— name\n", "text\n\n— name AAAA\n", "a\n\n— n ????\n",
    "t\n\n- n AAAAAAAA\n",
  ])
  func whatIsNoNoteIsRefused(text: String) {
    let note = SignedNote(parsing: text)
    #expect(note == nil || note?.signatures.isEmpty == true)
  }

  @Test(arguments: [
    "", "o\n5\n", "o\n-1\nAAAA\n", "o\n05\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "o\n5\nAAAA\n",
  ])
  func whatIsNoCheckpointIsRefused(text: String) {
    #expect(Checkpoint(text: text) == nil)
  }

  @Test(arguments: [
    ("Joint Maritime Centre", "joint-maritime-centre/0aff"), ("", "foreland/0aff"), ("Centre + 1", "centre-1/0aff"),
    ("çà", "foreland/0aff"), ("fr.example", "fr.example/0aff"),
  ])
  func anOriginHoldsNothingThatANoteForbids(centre: String, origin: String) {
    #expect(LedgerOrigin.make(centre: centre, randomBytes: [0x0A, 0xFF]) == origin)
  }
}
