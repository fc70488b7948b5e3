import Foundation
import Testing

@testable import Ledger

/// Entries, with roots and proofs by the definitions.
struct History {
  var entries: [[UInt8]]

  func root(_ size: Int) -> TreeHash { TreeHash(NaiveTree.root(entries[..<size])) ?? .zero }

  func consistency(from old: Int, to size: Int) -> [TreeHash] {
    old == 0 ? [] : NaiveTree.proof(old, entries[..<size]).compactMap { TreeHash($0) }
  }
}

@Suite("Witness")
struct WitnessRuleTests {
  let signer: NoteSigner
  let tree: History

  init() throws {
    signer = try NoteSigner(name: "log.example/1", seed: [UInt8](repeating: 7, count: 32))
    tree = History(entries: (0..<9).map { [$0] })
  }

  private func note(_ size: Int, root: TreeHash? = nil) throws -> String {
    try signer.sign(Checkpoint(origin: "log.example/1", size: Int64(size), root: root ?? tree.root(size)).text).encoded
  }

  private func answer(
    _ size: Int, after old: Int, known: Int, root: TreeHash? = nil, proof: [TreeHash]? = nil
  ) throws -> WitnessRule.Answer {
    let request = AddCheckpointRequest(
      oldSize: Int64(old), proof: proof ?? tree.consistency(from: old, to: size), note: try note(size, root: root))
    let read = try #require(AddCheckpointRequest(parsing: request.body))
    #expect(read == request)
    return WitnessRule.answer(
      read, keys: { $0 == "log.example/1" ? [signer.verifier] : [] },
      known: { _ in known == 0 ? nil : WitnessRule.Known(size: Int64(known), root: tree.root(known)) })
  }

  private func isCosigned(_ answer: WitnessRule.Answer) -> Bool { if case .cosign = answer { true } else { false } }

  @Test func everyContinuationIsCosigned() throws {
    for known in 0...9 {
      for size in max(1, known)...9 { #expect(isCosigned(try answer(size, after: known, known: known))) }
    }
  }

  @Test func aForkIsProvedWhereTheProofLeadsToItsRoot() throws {
    let forged = History(entries: (0..<9).map { [$0 == 2 ? 99 : $0] })
    for known in 3...8 {
      for size in (known + 1)...9 {
        let answer = try answer(
          size, after: known, known: known, root: forged.root(size), proof: forged.consistency(from: known, to: size))
        guard case .inconsistent(_, let isProved) = answer else {
          Issue.record("\(known) to \(size): \(answer)")
          continue
        }
        // A complete old tree is left out of its own proof.
        #expect(isProved == (known & (known - 1) != 0))
      }
      #expect(
        try answer(known, after: known, known: known, root: forged.root(known), proof: [])
          == .inconsistent(
            Checkpoint(origin: "log.example/1", size: Int64(known), root: forged.root(known)), isProved: true))
    }
  }

  @Test func aWrongProofProvesNothing() throws {
    for known in 1...8 {
      let answer = try answer(9, after: known, known: known, proof: [.zero])
      guard case .inconsistent(_, false) = answer else {
        Issue.record("\(answer)")
        continue
      }
    }
  }

  @Test func sizesThatDoNotFitAreToldApart() throws {
    #expect(try answer(5, after: 3, known: 4) == .stale(4))
    #expect(try answer(5, after: 0, known: 4, proof: []) == .stale(4))
    #expect(try answer(3, after: 5, known: 5, proof: []) == .malformed)
    #expect(AddCheckpointRequest(parsing: "old -1\n\nx") == nil)
    #expect(AddCheckpointRequest(parsing: "old 1\n" + String(repeating: "AA==\n", count: 2) + "\nx") == nil)
  }

  @Test func theKeysOfAWitnessAreItsOwn() throws {
    let seed = [UInt8](repeating: 9, count: 32)
    let cosigner = try Cosigner(origin: "log.example/1", seed: seed)
    let own = try NoteSigner(name: "log.example/1", seed: seed)
    #expect(cosigner.verifier.publicKey != own.verifier.publicKey)
    #expect(cosigner.verifier.name == "log.example/1/witness")
    #expect(NoteVerifier(text: cosigner.verifier.text) == cosigner.verifier)
    var signed = try #require(SignedNote(parsing: try note(4)))
    signed.signatures.append(try cosigner.cosign(signed.text, atSeconds: 1_679_315_147))
    #expect(cosigner.verifier.accepts(signed))
    #expect(signer.verifier.accepts(signed))
    #expect(own.verifier.judge(signed) == .absent)
    #expect(signed.signatures.last?.cosignedSeconds == 1_679_315_147)
    signed.signatures[1].bytes[0] ^= 1
    #expect(cosigner.verifier.judge(signed) == .forged)
  }

  @Test func aCosignatureIsKeptWithItsCheckpointAndVerified() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.fill(3)
    let checkpoint = try #require(SignedNote(parsing: try await ledger.checkpoint()))
    let witness = try Cosigner(origin: "other/1", seed: [UInt8](repeating: 3, count: 32))
    let line = try witness.cosign(checkpoint.text, atSeconds: 5)
    try await ledger.keep(line, of: witness.verifier, size: 3)
    #expect(try ledger.reader.cosignedSize(witness: "other/1/witness") == 3)
    #expect(try ledger.reader.publishedCheckpoint()?.note == checkpoint.encoded + line.line)
    await #expect(throws: LedgerError.self) {
      try await ledger.keep(try witness.cosign("else\n", atSeconds: 5), of: witness.verifier, size: 3)
    }
    try ledger.close()
    #expect(try VerifyTests.verify(folder).isSound)
    try VerifyTests.tamper(folder, "UPDATE cosignature SET line = replace(line, ' ', '  ')")
    #expect(try VerifyTests.verify(folder).faults.map(\.place) == [.checkpoint(3)])
  }
}
