import NIOCore
import NIOPosix

/// Calls a server and reads from it until it hangs up.
struct ClientFeed {
  let host: String
  let port: Int
  let isLines: Bool
  let limits: ReceiverLimits

  func receive(into outlet: Outlet) async throws {
    let place = "\(host):\(port)"
    do {
      // The name is looked up first, so that a resolver that hangs cannot hold up cancellation.
      let address = try await SocketWork.resolve(host: host, port: port)
      let called = MultiThreadedEventLoopGroup.singleton.next().makePromise(of: StreamChannel.self)
      called.completeWithTask { [limits] in try await Self.call(address, limits) }
      let stream = try await SocketWork.abandonable(called.futureResult) { stream in
        Task { try? await stream.executeThenClose { _ in } }
      }
      outlet.opened()
      try await StreamPump(stream: stream, isLines: isLines, limits: limits).run(into: outlet)
    } catch {
      guard let failure = FeedFailure.network(error, doing: "call the server", place: place) else { throw error }
      throw failure
    }
    try Task.checkCancellation()
    throw FeedFailure(code: .closed, message: "The server hung up; it is called again.", place: place)
  }

  /// Connects, and is readable from the first byte on: a server may greet and hang up before we come round to it.
  private static func call(_ address: SocketAddress, _ limits: ReceiverLimits) async throws -> StreamChannel {
    try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connectTimeout(.milliseconds(limits.connectMilliseconds))
      .channelOption(.socketOption(.so_keepalive), value: 1)
      .connect(to: address) { channel in
        channel.eventLoop.makeCompletedFuture {
          try SocketWork.wrap(channel, silenceMilliseconds: limits.silenceMilliseconds)
        }
      }
  }
}
