import Exchange
import Foundation
import Ledger
import Marking
import Testing

@testable import Operations

@Suite("Links between centres")
struct LinkTests {
  @Test func bothHaveAllAndTheSameViews() async throws {
    let (dover, calais) = (try await Shore.open("DOVER"), try await Shore.open("CALAIS"))
    let (there, back) = (try Wire(from: dover, to: calais), try Wire(from: calais, to: dover))
    for boat in ["red", "blue", "grey"] { try await dover.write(boat) }
    for boat in ["white", "blue"] { try await calais.write(boat) }
    try await there.drain()
    try await back.drain()
    try await there.drain()
    let boats = try dover.boats()
    #expect(boats.count == 5)
    #expect(try calais.boats() == boats)
    #expect(boats.contains { $0.contains("|CALAIS|") && $0.hasSuffix("|white|words of white") }, "\(boats)")
    #expect(try dover.kinds().filter { $0 == "link.received" }.count == 2, "what came is never sent back")
    #expect(try calais.centre.ledger.reader.entries(from: 1, limit: 1_000).allSatisfy { $0.kind != "log.written" })
    #expect(try await dover.centre.ledger.compareViews().isEmpty, "a rebuilt view is the same")
    #expect(there.taker.status.now.taken == 3)
  }

  @Test func whatCameIsSealedForTheSameSubjects() async throws {
    let (dover, calais) = (try await Shore.open("DOVER"), try await Shore.open("CALAIS"))
    try await dover.write("red")
    try await Wire(from: dover, to: calais).drain()
    let entries = try calais.centre.ledger.entries(from: 1, limit: 1_000)
    let received = try #require(entries.first { $0.kind == "link.received" })
    #expect(
      received.subjects == ["boat:red", "caller:red", "person:mara@DOVER"], "Mara of Dover is not Mara of Calais")
    #expect(received.parts.first { $0.name == "copy.words" }?.subjects == ["caller:red"])
    #expect(received.text("personal") == "Mara Quill of DOVER")
    #expect(received.agency == "coastguard" && received.actor == "centre")
  }

  @Test(arguments: 1...12) func anyOrderOfArrivalGivesTheSameViews(seed: UInt64) async throws {
    var chance = SplitMix(seed)
    let (dover, calais) = (try await Shore.open("DOVER"), try await Shore.open("CALAIS", clock: 1_637_718_480_007))
    let third = try await Shore.open("OSTEND")
    let wires = [
      try Wire(from: dover, to: calais), try Wire(from: calais, to: dover), try Wire(from: dover, to: third),
      try Wire(from: calais, to: third), try Wire(from: third, to: dover), try Wire(from: third, to: calais),
    ]
    for step in 0..<40 {
      switch chance.next() % 9 {
      case 0, 1: try await dover.write("boat\(step)")
      case 2, 3: try await calais.write("boat\(step)")
      case 4: try await third.write("boat\(step)")
      default: try await wires[Int(chance.next() % 6)].turn()
      }
    }
    for wire in wires { try await wire.drain() }
    let boats = try dover.boats()
    #expect(!boats.isEmpty)
    #expect(try calais.boats() == boats)
    #expect(try third.boats() == boats)
  }

  @Test func killedBetweenReceivingAndAppendingLosesAndDoublesNothing() async throws {
    let (dover, calais) = (try await Shore.open("DOVER"), try await Shore.open("CALAIS"))
    for boat in ["red", "blue"] { try await dover.write(boat) }
    let wire = try Wire(from: dover, to: calais)
    await #expect(throws: CancellationError.self) {
      _ = try await wire.taker.turn { question in
        _ = try await wire.answer(question)
        throw CancellationError()
      }
    }
    #expect(try calais.boats().isEmpty)
    // A taker that knows nothing but the ledger, as after a crash.
    try await Wire(from: dover, to: calais).drain()
    #expect(try calais.boats().count == 2)
    #expect(try await Wire(from: dover, to: calais).turn().taken == 0, "killed after appending")
    #expect(try dover.kinds().filter { $0 == "link.sent" }.count == 1, "what was asked for twice was disclosed once")
  }

  @Test func whatComesTwiceIsHereOnce() async throws {
    let (dover, calais) = (try await Shore.open("DOVER"), try await Shore.open("CALAIS"))
    try await dover.write("red")
    let wire = try Wire(from: dover, to: calais)
    let first = try await wire.answer(LinkGiver.Question(after: 0, knownSize: 0, waitMilliseconds: 0))
    let check = BatchCheck(partner: try dover.asPartner(), after: 0, known: nil, exercise: false)
    let good = try #require(try check.check(try LinkBatch(decoding: first)))
    #expect(try await calais.centre.take(good.entries, under: good.under, from: "DOVER") == 1)
    #expect(try await calais.centre.take(good.entries, under: good.under, from: "DOVER") == 0)
    let replay = try await fault { _ = try await wire.taker.turn { _ in first } }
    #expect(replay?.reason == .order)
    #expect(try calais.boats().count == 1)
  }

  @Test func twoIdleDesksWriteNothing() async throws {
    let (dover, calais) = (try await Shore.open("DOVER"), try await Shore.open("CALAIS"))
    let (there, back) = (try Wire(from: dover, to: calais), try Wire(from: calais, to: dover))
    try await dover.write("red")
    try await there.drain()
    try await back.drain()
    let sizes = [dover.centre.ledger.head.size, calais.centre.ledger.head.size]
    for _ in 0..<20 {
      try await there.turn()
      try await back.turn()
    }
    #expect([dover.centre.ledger.head.size, calais.centre.ledger.head.size] == sizes)
    let sent = try dover.centre.ledger.entries(from: 1, limit: 1_000).filter { $0.kind == "link.sent" }
    #expect(sent.count == 1)
    #expect(try sent.first?.fact(LinkSent.self)?.given == 1)
  }

  @Test func aMarkingKeepsAnEntryAtHome() async throws {
    let (dover, calais) = (try await Shore.open("DOVER"), try await Shore.open("CALAIS"))
    try await dover.write("open")
    try await dover.write("home", marking: Marking(classification: .official, nations: .only(["GB"])))
    try await dover.write("navy", marking: Marking(classification: .official, agencies: .only(["navy"])))
    try await dover.write("secret", marking: Marking(classification: .secret))
    try await dover.write("inner", marking: Marking(classification: .official, compartments: ["HERON"]))
    let wire = try Wire(from: dover, to: calais, agency: "cross", nation: "FR")
    let batch = try LinkBatch(
      decoding: try await wire.answer(LinkGiver.Question(after: 0, knownSize: 0, waitMilliseconds: 0)))
    #expect(batch.items.count == 1 && batch.waiting == 0, "and nothing tells how many stayed")
    try await wire.drain()
    #expect(try calais.boats().map { $0.contains("|open|") } == [true])
    let french = try dover.asPartner(agency: "navy", nation: "FR")
    #expect(french.may(see: Marking(classification: .official, agencies: .only(["navy"])), of: "coastguard"))
    #expect(!french.may(see: Marking(classification: .official, nations: .only(["GB"])), of: "coastguard"))
  }

  @Test func anErasedPartCrossesAsErased() async throws {
    let (dover, calais) = (try await Shore.open("DOVER"), try await Shore.open("CALAIS"))
    try await dover.write("red")
    _ = try await dover.centre.ledger.erase(
      subject: "caller:red", marking: "OFFICIAL",
      context: CommandContext(actor: "centre", agency: "coastguard", purpose: "administration"))
    try await Wire(from: dover, to: calais).drain()
    #expect(try calais.boats().first?.hasSuffix("|red|–") == true)
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014), so that a failure is repeated by its seed.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
