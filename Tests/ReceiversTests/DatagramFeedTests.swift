import NIOCore
import NIOPosix
import Testing

@testable import Receivers

@Suite(.timeLimit(.minutes(5)))
struct DatagramFeedTests {
  private func socket() async throws -> any Channel {
    try await DatagramBootstrap(group: MultiThreadedEventLoopGroup.singleton).bind(host: "0.0.0.0", port: 0).get()
  }

  private func send(_ text: String, to host: String, _ port: Int, on channel: any Channel) async throws {
    let address = try SocketAddress(ipAddress: host, port: port)
    try await channel.writeAndFlush(AddressedEnvelope(remoteAddress: address, data: ByteBuffer(string: text))).get()
  }

  @Test func datagramsComeWithALineEndEach() async throws {
    let receiver = Receiver(name: "u", address: .datagrams(group: nil, host: "127.0.0.1", port: 0))
    let basket = Basket()
    try await running(receiver, into: basket) {
      try await wait { receiver.health.localPort != nil }
      let port = try #require(receiver.health.localPort)
      let socket = try await socket()
      for text in ["one\r\n", "two", "three\nfour", ""] { try await send(text, to: "127.0.0.1", port, on: socket) }
      try await wait { basket.text == "one\r\ntwo\nthree\nfour\n" }
      let large = String(repeating: "y", count: 60_000)
      try await send(large, to: "127.0.0.1", port, on: socket)
      try await wait { basket.text.hasSuffix(large + "\n") }
      #expect(receiver.health.datagramsDropped == 0)
      try await socket.close()
    }
  }

  @Test func aGroupIsJoined() async throws {
    // Administratively scoped (RFC 2365), and looped back to this machine.
    let receiver = Receiver(name: "m", address: .datagrams(group: "239.255.42.99", host: "0.0.0.0", port: 0))
    let basket = Basket()
    try await running(receiver, into: basket) {
      try await wait { receiver.health.localPort != nil || receiver.health.lastFailure != nil }
      if let failure = receiver.health.lastFailure {
        // A machine without a route for multicast says so; nothing can be received there.
        #expect(failure.cause != nil, "\(failure)")
        return
      }
      let port = try #require(receiver.health.localPort)
      let socket = try await socket()
      try await send("to all", to: "239.255.42.99", port, on: socket)
      try await wait { basket.text == "to all\n" }
      try await socket.close()
    }
  }

  @Test func whatIsNoGroupIsRefusedForGood() async throws {
    let receiver = Receiver(name: "m", address: .datagrams(group: "10.0.0.1", host: "127.0.0.1", port: 0))
    await #expect(throws: FeedFailure.self) { try await receiver.run { _ in } }
    #expect(receiver.health.lastFailure?.code == .badAddress)
  }

  @Test func aPortInUseIsSaid() async throws {
    let socket = try await socket()
    let port = try #require(socket.localAddress?.port)
    let receiver = Receiver(
      name: "u", address: .datagrams(group: nil, host: "0.0.0.0", port: port), limits: hastyLimits)
    try await running(receiver, into: Basket()) {
      try await wait { receiver.health.lastFailure?.code == .portInUse }
      try await socket.close()
      try await wait { receiver.health.state == .live }
    }
  }

  @Test func whenTheConsumerIsSlowTheOldestAreDroppedAndCounted() async throws {
    var limits = ReceiverLimits()
    limits.waitingBytes = 2000
    let receiver = Receiver(
      name: "u", address: .datagrams(group: nil, host: "127.0.0.1", port: 0), limits: limits)
    let basket = Basket()
    let isOpen = SleepingClock(0)
    let task = Task {
      try await receiver.run { chunk in
        await basket.put(chunk)
        while isOpen.slept.isEmpty, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(2)) }
      }
    }
    try await wait { receiver.health.localPort != nil }
    let port = try #require(receiver.health.localPort)
    let socket = try await socket()
    try await send("first", to: "127.0.0.1", port, on: socket)
    try await wait { basket.text == "first\n" }
    let count = 200
    for index in 0..<count {
      try await send("\(1000 + index)" + String(repeating: "z", count: 95), to: "127.0.0.1", port, on: socket)
    }
    try await wait { receiver.health.datagramsDropped >= count - 20 }
    try await isOpen.environment.sleep(1)
    try await wait { basket.text.contains("\(1000 + count - 1)z") }
    let received = basket.text.split(separator: "\n").count - 1
    #expect(received + Int(receiver.health.datagramsDropped) == count)
    #expect(!basket.text.contains("1000z") && received <= 20)
    try await socket.close()
    try await endWithinASecond(task)
  }
}
