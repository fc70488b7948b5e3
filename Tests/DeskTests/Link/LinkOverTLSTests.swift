import Exchange
import Foundation
import Geodesy
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOSSL
import Testing

@testable import Desk
@testable import Operations

/// Two desks over loopback, with certificates made for the test.
@Suite("Links over TLS", .serialized)
struct LinkOverTLSTests {
  /// What the design asks for: across two centres within two seconds of the link.
  private static let seconds = 2.0
  /// A single wait beside many other tests may take longer than the link does.
  private static let secondsOnABusyMachine = 15.0

  /// Two desks that ask each other through cables that can be cut.
  private struct Pair {
    let (dover, calais): (LinkedDesk, LinkedDesk)
    let (doverAsks, calaisAsks): (LinkBoard, LinkBoard)
    let cables: [Cable]
    let running: [Running]

    init() async throws {
      (dover, calais) = (try await LinkedDesk("DOVER"), try await LinkedDesk("CALAIS"))
      let (doverDoor, doverPort) = try await Running.door(dover, try dover.board([try calais.declared(port: nil)]))
      let (calaisDoor, calaisPort) = try await Running.door(calais, try calais.board([try dover.declared(port: nil)]))
      cables = [try await Cable(to: doverPort), try await Cable(to: calaisPort)]
      doverAsks = try dover.board([try calais.declared(port: cables[1].port)])
      calaisAsks = try calais.board([try dover.declared(port: cables[0].port)])
      let keepers = Running([
        try #require(
          LinkKeeper(doverAsks.partners[0], board: doverAsks, centre: dover.centre, logger: dover.desk.logger)),
        try #require(
          LinkKeeper(calaisAsks.partners[0], board: calaisAsks, centre: calais.centre, logger: calais.desk.logger)),
      ])
      running = [keepers, doverDoor, calaisDoor]
    }

    var statuses: [LinkStatus.State] { [doverAsks.statuses[0].now, calaisAsks.statuses[0].now] }

    func areAlike() throws -> Bool { try dover.boats() == calais.boats() }

    func stop() async {
      for one in running { await one.stop() }
      for cable in cables { await cable.close() }
    }
  }

  @Test func anEntryIsAcrossWithinTwoSeconds() async throws {
    let pair = try await Pair()
    try await until("the link stands") { pair.statuses.allSatisfy { $0.lastHeard != nil } }
    var times: [Double] = []
    for turn in 0..<11 {
      try await (turn % 2 == 0 ? pair.dover : pair.calais).call("boat \(turn)")
      times.append(try await until("both have boat \(turn)", pair.areAlike))
    }
    times.sort()
    #expect(times[5] < Self.seconds, "half of the entries took more than \(times[5]) s")
    print("link: entries took \(times[0]) to \(times[10]) s")
    await pair.stop()
  }

  /// The cut says nothing: bytes stay where they are, as on a line that is down.
  @Test func aCutLinkLosesNothingAndIsBackAtOnce() async throws {
    let pair = try await Pair()
    try await until("the link stands") { pair.statuses.allSatisfy { $0.lastHeard != nil } }
    for cable in pair.cables { cable.cut() }
    for turn in 0..<20 {
      try await pair.dover.call("dover alone \(turn)")
      try await pair.calais.call("calais alone \(turn)")
    }
    try await until("both know that the link is cut") { pair.statuses.allSatisfy { $0.trouble?.reason == .late } }
    #expect(try !pair.areAlike())
    for cable in pair.cables { cable.join() }
    let joined = try await until("both have all again", pair.areAlike)
    #expect(joined < Self.secondsOnABusyMachine, "joining took \(joined) s")
    #expect(try pair.dover.boats().count == 40)
    try await until("both know that the link is back") { pair.statuses.allSatisfy { $0.trouble == nil } }
    print("link: 40 entries after the cut \(joined) s")
    await pair.stop()
  }

  /// The other desk is down, and its port answers nobody.
  @Test func aDeskThatWasDownCatchesUp() async throws {
    let (dover, calais) = (try await LinkedDesk("DOVER"), try await LinkedDesk("CALAIS"))
    let board = try dover.board([try calais.declared(port: nil)])
    let (door, port) = try await Running.door(dover, board)
    let asking = try calais.board([try dover.declared(port: port)])
    let keeper = Running([
      try #require(LinkKeeper(asking.partners[0], board: asking, centre: calais.centre, logger: calais.desk.logger))
    ])
    try await until("the link stands") { asking.statuses[0].now.lastHeard != nil }
    await door.stop()
    try await until("the link is down") { asking.statuses[0].now.trouble?.reason == .unreachable }
    try await dover.call((0..<300).map { "boat \($0)" })
    let (again, _) = try await Running.door(dover, board, port: port)
    try await until("all 300 are across, in more than one batch") { try calais.boats().count == 300 }
    await keeper.stop()
    await again.stop()
  }

  /// What an asker that shows these certificates meets at the door.
  private func meet(
    showing: Certificates, expecting: NIOSSLCertificate? = nil
  ) async throws -> (fault: LinkFault?, turnedAway: [PinnedCertificates.Refusal: Int]) {
    let (dover, calais) = (try await LinkedDesk("DOVER"), try await LinkedDesk("CALAIS"))
    let board = try dover.board([try calais.declared(port: nil)])
    let (door, port) = try await Running.door(dover, board)
    var fault: LinkFault?
    do {
      let identity = showing.identity
      try await LinkSession.open(
        to: try dover.declared(port: port, certificate: expecting),
        DeclaredPartner.Address(host: "127.0.0.1", port: port), as: identity, limits: LinkLimits()
      ) { session in
        _ = try await session.ask(LinkGiver.Question(after: 0, knownSize: 0, waitMilliseconds: 0))
      }
    } catch let met as LinkFault {
      fault = met
    }
    await door.stop()
    return (fault, board.turnedAway)
  }

  @Test func aStrangersCertificateIsTurnedAway() async throws {
    let folder = try TestFolder()
    let (fault, turnedAway) = try await meet(showing: try Certificates("stranger", in: folder.url))
    #expect(fault?.reason == .closed)
    #expect(turnedAway == [.unknown: 1])
  }

  @Test func aPartnerThatShowsAnotherCertificateIsNotAsked() async throws {
    let folder = try TestFolder()
    let stranger = try Certificates("stranger", in: folder.url)
    let (fault, _) = try await meet(showing: stranger, expecting: stranger.certificate)
    #expect(fault == LinkFault(.certificate, "unknown"))
  }

  @Test func aCertificateHasItsTime() throws {
    let folder = try TestFolder()
    let one = try Certificates("one", in: folder.url)
    func refusal(afterDays days: Int64) -> PinnedCertificates.Refusal? {
      let time = Surroundings.live.now().adding(milliseconds: days * 86_400_000)
      return PinnedCertificates([one.certificate], now: { time }, refused: { _ in }).refusal(of: one.certificate)
    }
    #expect(refusal(afterDays: 1) == nil)
    #expect(refusal(afterDays: 31) == .expired)
    #expect(refusal(afterDays: -2) == .early)
    #expect(
      PinnedCertificates([], now: Surroundings.live.now, refused: { _ in }).refusal(of: one.certificate) == .unknown)
  }

  /// A partner that answers as a test likes, and what becomes of asking it.
  private func ask(
    _ limits: LinkLimits = LinkLimits(), _ answer: @escaping @Sendable () -> Response
  ) async throws -> LinkFault? {
    let (dover, calais) = (try await LinkedDesk("DOVER"), try await LinkedDesk("CALAIS"))
    let opened = AsyncStream.makeStream(of: Int.self)
    let router = Router(context: LinkContext.self)
    router.get("link/entries") { _, _ in answer() }
    let board = try dover.board([try calais.declared(port: nil)])
    let (stand, pins) = (board.stand, board.doorPins())
    let running = Running([
      Application(
        router: router,
        server: HTTPServerBuilder { responder in
          LinkDoor(stand, pins: pins, streams: HTTP1Channel.Configuration(), responder: responder)
        }, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { opened.continuation.yield($0.localAddress?.port ?? 0) }, logger: dover.desk.logger)
    ])
    var ports = opened.stream.makeAsyncIterator()
    let port = try #require(await ports.next())
    let asking = try calais.board([try dover.declared(port: port)], limits: limits)
    let keepers = Running([
      try #require(LinkKeeper(asking.partners[0], board: asking, centre: calais.centre, logger: calais.desk.logger))
    ])
    try await until("the answer was judged") { asking.statuses[0].now.trouble != nil }
    let trouble = asking.statuses[0].now.trouble
    let health = await HealthReport(
      { desk in
        var desk = desk
        desk.links = asking
        return desk
      }(calais.desk)
    ).lines.first { $0.part == .links }
    #expect(health?.state == .broken && health?.condition == trouble?.reason.rawValue)
    #expect(health?.details.first?.hasPrefix("DOVER: ✕ \(trouble?.reason.rawValue ?? "")") == true)
    await keepers.stop()
    await running.stop()
    return trouble
  }

  @Test func garbageIsRefused() async throws {
    let fault = try await ask { Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "<html>"))) }
    #expect(fault?.reason == .garbled)
  }

  @Test func anErrorIsSaid() async throws {
    #expect(try await ask { Response(status: .serviceUnavailable) }?.reason == .status)
    #expect(try await ask { Response(status: .conflict) }?.reason == .rolledBack)
  }

  @Test func aPartnerThatSaysNothingIsLate() async throws {
    let fault = try await ask {
      Response(status: .ok, body: .init { _ in try await Task.sleep(for: .seconds(60)) })
    }
    #expect(fault?.reason == .late)
  }

  @Test func anEndlessAnswerIsCutOff() async throws {
    var limits = LinkLimits()
    limits.batchBytes = 1 << 20
    let fault = try await ask(limits) {
      Response(
        status: .ok,
        body: .init { writer in
          let part = ByteBuffer(repeating: 0, count: 1 << 16)
          while true { try await writer.write(part) }
        })
    }
    #expect(fault?.reason == .large)
  }

  @Test func aClockThatIsFarOffIsSaid() async throws {
    let (dover, calais) = (try await LinkedDesk("DOVER", ahead: 90_000), try await LinkedDesk("CALAIS"))
    let (door, port) = try await Running.door(dover, try dover.board([try calais.declared(port: nil)]))
    let asking = try calais.board([try dover.declared(port: port)])
    let keepers = Running([
      try #require(LinkKeeper(asking.partners[0], board: asking, centre: calais.centre, logger: calais.desk.logger))
    ])
    try await until("the link stands") { asking.statuses[0].now.lastHeard != nil }
    #expect(abs((asking.statuses[0].now.clockSeconds ?? 0) - 90) < 3)
    var desk = calais.desk
    desk.links = asking
    let health = await HealthReport(desk).lines.first { $0.part == .links }
    #expect(health?.state == .attention && health?.condition == "clock")
    let measures = MeasureText.exposition(MeasureGround(desk))
    #expect(measures.contains("foreland_link_up{partner=\"DOVER\"} 1"))
    await keepers.stop()
    await door.stop()
  }
}
