import NIOCore
import NIOPosix

/// Calls a server and reads from it until it hangs up.
struct ClientFeed {
  let host: String
  let port: Int
  let limits: ReceiverLimits

  func receive(into outlet: Outlet) async throws {
    let place = "\(host):\(port)"
    do {
      let silence = limits.silenceMilliseconds
      let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connectTimeout(.milliseconds(limits.connectMilliseconds))
        .channelOption(.socketOption(.so_keepalive), value: 1)
        .channelOption(.autoRead, value: false)
      // The name is looked up first, so that a resolver that hangs cannot hold up cancellation.
      let address = try await SocketWork.resolve(host: host, port: port)
      let channel = try await SocketWork.abandonable(bootstrap.connect(to: address)) { $0.close(promise: nil) }
      let stream = try await channel.eventLoop.submit {
        let stream = try SocketWork.wrap(channel, silenceMilliseconds: silence)
        channel.setOption(.autoRead, value: true).whenComplete { _ in }
        return stream
      }.get()
      outlet.opened()
      try await StreamPump(stream: stream, limits: limits).run(into: outlet)
    } catch {
      guard let failure = FeedFailure.network(error, doing: "call the server", place: place) else { throw error }
      throw failure
    }
    try Task.checkCancellation()
    throw FeedFailure(code: .closed, message: "The server hung up; it is called again.", place: place)
  }
}
