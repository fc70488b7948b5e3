import Exchange
import Foundation
import Ledger
import Marking
import Testing

@testable import Operations

/// What a partner may send that must not be taken.
@Suite("Breaches of a link")
struct BreachTests {
  private static let first = LinkGiver.Question(after: 0, knownSize: 0, waitMilliseconds: 0)

  private func batch(_ boats: String..., knownAs code: String = "DOVER") async throws -> (Shore, Shore, LinkBatch) {
    let (dover, calais) = (try await Shore.open(code), try await Shore.open("CALAIS"))
    for boat in boats { try await dover.write(boat) }
    let bytes = try await Wire(from: dover, to: calais).answer(Self.first)
    return (dover, calais, try LinkBatch(decoding: bytes))
  }

  private func reason(_ batch: LinkBatch, from dover: Shore, exercise: Bool = false) throws -> LinkFault.Reason? {
    let check = BatchCheck(partner: try dover.asPartner(), after: 0, known: nil, exercise: exercise)
    do {
      _ = try check.check(batch)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func everyChangedByteIsRefusedOrOfNoAccount() async throws {
    let (dover, _, batch) = try await batch("red", "blue")
    let bytes = batch.encoded()
    let check = BatchCheck(partner: try dover.asPartner(), after: 0, known: nil, exercise: false)
    let good = try #require(try check.check(batch)).entries.map(\.entry)
    var refused = 0
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x21
      guard let read = try? LinkBatch(decoding: changed), let taken = try? check.check(read) else {
        refused += 1
        continue
      }
      #expect(taken.entries.map(\.entry) == good, "byte \(place): what an entry says is as it was signed, or not taken")
    }
    #expect(refused > bytes.count * 8 / 10, "\(refused) of \(bytes.count)")
  }

  @Test func eachPromiseIsHeld() async throws {
    let (dover, calais, good) = try await batch("red", "blue", "grey")
    #expect(try reason(good, from: dover) == nil)
    #expect(try reason(good, from: calais) == .signature, "another ledger's key")
    var bad = good
    bad.items.swapAt(0, 1)
    #expect(try reason(bad, from: dover) == .order)
    bad = good
    bad.items[1] = bad.items[0]
    #expect(try reason(bad, from: dover) == .order)
    bad = good
    bad.items[0].path[0] = .zero
    #expect(try reason(bad, from: dover) == .proof)
    bad = good
    bad.items[0].disclosure.partKeys[0] = [UInt8](repeating: 7, count: 32)
    #expect(try reason(bad, from: dover) == .payload)
    bad = good
    bad.items[0].disclosure.partKeys.removeLast()
    #expect(try reason(bad, from: dover) == .payload)
    bad = good
    bad.through = .max
    #expect(try reason(bad, from: dover) == .order)
    bad = good
    bad.exercise = true
    #expect(try reason(bad, from: dover) == .exercise)
    #expect(try reason(bad, from: dover, exercise: true) == .exercise, "the entries themselves are none of an exercise")
    bad = good
    bad.note = ""
    #expect(try reason(bad, from: dover) == .signature)
  }

  @Test func whatDoesNotCrossIsRefused() async throws {
    let (dover, _, good) = try await batch("red")
    let reader = dover.centre.ledger.reader
    let own = try #require(try dover.centre.ledger.entries(from: 1, limit: 100).first { $0.kind == "centre.changed" })
    let size = try #require(SignedNote(parsing: good.note).flatMap { Checkpoint(text: $0.text) }).size
    var bad = good
    bad.items = [
      LinkBatch.Item(
        disclosure: try #require(try reader.disclosure(of: own.sequence)), centre: "DOVER", actorName: "",
        path: try reader.inclusionProof(of: own.sequence, size: size).path.compactMap { TreeHash($0) })
    ]
    #expect(try reason(bad, from: dover) == .kind)
  }

  @Test func aRewrittenPastStopsTheLinkAndIsOnRecordOnce() async throws {
    let (dover, calais) = (try await Shore.open("DOVER"), try await Shore.open("CALAIS"))
    try await dover.write("red")
    let wire = try Wire(from: dover, to: calais)
    try await wire.drain()
    let other = try await dover.copied()
    try await dover.write("blue")
    try await wire.drain()
    for boat in ["grey", "white", "green"] { try await other.write(boat) }
    let forked = try Wire(from: other, to: calais)
    for _ in 0..<3 { #expect(try await fault { try await forked.turn() }?.reason == .fork) }
    #expect(try calais.boats().count == 2, "nothing of it was taken")
    #expect(forked.taker.status.now.trouble?.reason == .fork && forked.taker.status.now.breaches == 3)
    let refusals = try calais.centre.ledger.entries(from: 1, limit: 1_000).filter { $0.kind == "link.refused" }
    #expect(refusals.count == 1)
    let said = try #require(try refusals.first?.fact(LinkRefused.self))
    #expect(said.reason == "fork" && said.offered != nil && said.known != nil, "both checkpoints are kept as evidence")
    try await dover.write("last")
    try await wire.drain()
    #expect(try calais.boats().count == 3, "the true history goes on")
  }

  @Test func aLedgerThatWasSetBackIsRefused() async throws {
    let (dover, calais) = (try await Shore.open("DOVER"), try await Shore.open("CALAIS"))
    try await dover.write("red")
    let old = try await dover.copied()
    for boat in ["blue", "grey"] { try await dover.write(boat) }
    try await Wire(from: dover, to: calais).drain()
    #expect(try await fault { try await Wire(from: old, to: calais).turn() }?.reason == .rolledBack)
    #expect(try calais.boats().count == 3)
  }

  @Test func anExerciseIsNotLinkedWithARealCentre() async throws {
    let (dover, calais) = (try await Shore.open("DOVER", exercise: true), try await Shore.open("CALAIS"))
    try await dover.write("red")
    #expect(try await fault { try await Wire(from: dover, to: calais).turn() }?.reason == .exercise)
    #expect(try calais.boats().isEmpty)
  }

  @Test func aFloodOfQuestionsIsTurnedAway() async throws {
    let dover = try await Shore.open("DOVER")
    let calais = try await Shore.open("CALAIS")
    var limits = LinkLimits()
    limits.questionsAtOnce = 0
    let giver = LinkGiver(centre: dover.centre, limits: limits)
    await #expect(throws: LinkGiver.Refusal.tooOften) {
      _ = try await giver.answer(Self.first, of: try calais.asPartner())
    }
  }
}
