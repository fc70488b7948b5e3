import NIOCore
import NIOPosix
import Testing

@testable import Receivers

/// Sockets on the loopback interface, each kind for itself.
@Suite(.timeLimit(.minutes(5)))
struct SocketFeedTests {
  private let group = MultiThreadedEventLoopGroup.singleton

  private func sender(to port: Int) async throws -> any Channel {
    try await ClientBootstrap(group: group).connect(host: "127.0.0.1", port: port).get()
  }

  private func send(_ text: String, on channel: any Channel) async throws {
    try await channel.writeAndFlush(ByteBuffer(string: text)).get()
  }

  /// A server that greets each caller and hangs up when told; it answers with its port.
  private func server(port: Int = 0, greeting: String) async throws -> (channel: any Channel, port: Int) {
    let channel = try await ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Greeter(greeting: greeting))
        }
      }
      .bind(host: "127.0.0.1", port: port).get()
    return (channel, channel.localAddress?.port ?? 0)
  }

  @Test func aListeningFeedTakesWholeLinesOfSeveralSenders() async throws {
    let receiver = Receiver(name: "s", address: .server(host: "127.0.0.1", port: 0), limits: hastyLimits)
    let basket = Basket()
    try await running(receiver, into: basket) {
      try await wait { receiver.health.localPort != nil }
      let port = try #require(receiver.health.localPort)
      let (first, second) = (try await sender(to: port), try await sender(to: port))
      try await wait { receiver.health.connections == 2 }
      try await send("aaa", on: first)
      try await send("bb", on: second)
      try await send("A\n", on: first)
      try await send("B\nno end", on: second)
      try await second.close()
      try await wait { basket.text.utf8.count == 16 }
      #expect(basket.text.split(separator: "\n").sorted() == ["aaaA", "bbB", "no end"])
      try await wait { receiver.health.connections == 1 }
      try await first.close()
      #expect(receiver.health.state == .live && receiver.health.bytes == 16)
    }
  }

  @Test func onlySoManySendersAreTaken() async throws {
    var limits = hastyLimits
    limits.connections = 2
    let receiver = Receiver(name: "s", address: .server(host: "127.0.0.1", port: 0), limits: limits)
    let basket = Basket()
    try await running(receiver, into: basket) {
      try await wait { receiver.health.localPort != nil }
      let port = try #require(receiver.health.localPort)
      var senders: [any Channel] = []
      for _ in 0..<3 { senders.append(try await sender(to: port)) }
      try await wait { receiver.health.connectionsRefused == 1 && receiver.health.connections == 2 }
      for sender in senders { try? await sender.close() }
      try await wait { receiver.health.connections == 0 }
      let late = try await sender(to: port)
      try await send("late\n", on: late)
      try await wait { basket.text == "late\n" }
      try await late.close()
    }
  }

  @Test func aSilentSenderIsCutOff() async throws {
    var limits = hastyLimits
    limits.silenceMilliseconds = 50
    let receiver = Receiver(name: "s", address: .server(host: "127.0.0.1", port: 0), limits: limits)
    try await running(receiver, into: Basket()) {
      try await wait { receiver.health.localPort != nil }
      let silent = try await sender(to: try #require(receiver.health.localPort))
      try await silent.closeFuture.get()
      try await wait { receiver.health.connections == 0 && receiver.health.lastFailure?.code == .silent }
      #expect(receiver.health.state == .live)
    }
  }

  @Test func aPortInUseIsSaidAndTakenWhenItIsFree() async throws {
    let (holder, port) = try await server(greeting: "")
    let receiver = Receiver(name: "s", address: .server(host: "127.0.0.1", port: port), limits: hastyLimits)
    let basket = Basket()
    try await running(receiver, into: basket) {
      try await wait { receiver.health.lastFailure?.code == .portInUse }
      try await holder.close()
      try await wait { receiver.health.state == .live && receiver.health.reconnects > 0 }
      let sender = try await sender(to: port)
      try await send("x\n", on: sender)
      try await wait { basket.text == "x\n" }
      try await sender.close()
    }
  }

  @Test func aClientCallsAgainAfterEachEnd() async throws {
    let (channel, port) = try await server(greeting: "hello\nhalf")
    let receiver = Receiver(name: "c", address: .client(host: "127.0.0.1", port: port), limits: hastyLimits)
    let basket = Basket()
    try await running(receiver, into: basket) {
      try await wait { receiver.health.reconnects >= 3 }
      // A line that a broken connection cut off is closed, and does not run into the next.
      #expect(basket.text.hasPrefix("hello\nhalf\nhello\nhalf\n"))
      #expect(receiver.health.lastFailure?.code == .closed)
      try await channel.close()
      try await wait { receiver.health.lastFailure?.code == .notReachable }
      let (again, _) = try await server(port: port, greeting: "again\n")
      try await wait { basket.text.hasSuffix("again\n") }
      try await again.close()
    }
  }

  @Test func anUnknownHostIsSaid() async throws {
    let receiver = Receiver(
      name: "c", address: .client(host: "no-such-host.invalid", port: 1), limits: hastyLimits)
    try await running(receiver, into: Basket()) {
      try await wait { receiver.health.lastFailure != nil }
    }
    #expect(receiver.health.lastFailure?.code == .hostUnknown)
  }

  @Test func cancellingEndsACallThatNobodyAnswers() async throws {
    // An address reserved for documentation (RFC 5737), behind which nobody is.
    let receiver = Receiver(name: "c", address: .client(host: "192.0.2.1", port: 9), limits: hastyLimits)
    let task = Task { try await receiver.run { _ in } }
    try await wait { receiver.health.state != .idle }
    try await endWithinASecond(task)
    #expect(receiver.health.state == .ended)
  }

  @Test func aSlowConsumerHoldsTheSenderBack() async throws {
    var limits = hastyLimits
    limits.waitingBytes = 100_000
    let receiver = Receiver(name: "s", address: .server(host: "127.0.0.1", port: 0), limits: limits)
    let gate = Gate()
    let task = Task {
      try await receiver.run { _ in await gate.wait() }
    }
    try await wait { receiver.health.localPort != nil }
    let sender = try await sender(to: try #require(receiver.health.localPort))
    let line = String(repeating: "x", count: 999) + "\n"
    let megabytes = 32
    let written = SleepingClock()
    let writing = Task {
      for _ in 0..<megabytes {
        try await send(String(repeating: line, count: 1000), on: sender)
        try await written.environment.sleep(1)
      }
    }
    // The sender stalls: what lies in our hands and in the system's buffers is far less than what it wants to send.
    let idleTurns = SleepingClock(0)
    try await wait {
      let before = idleTurns.slept.last ?? -1
      let now = Int64(written.slept.count)
      if before != now { idleTurns.forget() }
      idleTurns.note(now)
      return idleTurns.slept.count > 60
    }
    #expect(written.slept.count < megabytes / 2)
    #expect(receiver.health.bytes <= Int64(limits.chunkBytes) + 1000)
    gate.open()
    try await wait { receiver.health.bytes == Int64(megabytes * 1_000_000) }
    _ = try await writing.value
    try await sender.close()
    try await endWithinASecond(task)
  }
}

/// Greets whoever calls, and hangs up.
private final class Greeter: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let greeting: String

  init(greeting: String) {
    self.greeting = greeting
  }

  func channelActive(context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: greeting)), promise: nil)
    context.close(promise: nil)
  }
}

/// Holds a consumer up until it is opened.
private final class Gate: Sendable {
  private let queue = ChunkQueue(bytesMost: 1)

  func wait() async {
    while await queue.next(upTo: 1) != nil {}
  }

  func open() {
    queue.close()
  }
}
