import Foundation
import NIOCore
import NIOPosix
import Synchronization

typealias StreamChannel = NIOAsyncChannel<ByteBuffer, Never>

/// Work that stream sockets, listening sockets and serial lines have in common.
enum SocketWork {
  /// Reads of one sender that may wait before the system is asked for no more.
  private static let readsWaiting = NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark(
    lowWatermark: 2, highWatermark: 8)

  /// Makes a channel readable as an asynchronous sequence, and cuts it off after a silence when a limit is given.
  static func wrap(_ channel: any Channel, silenceMilliseconds: Int64?) throws -> StreamChannel {
    if let silenceMilliseconds {
      try channel.pipeline.syncOperations.addHandlers(
        IdleStateHandler(readTimeout: .milliseconds(silenceMilliseconds)), SilenceHandler())
    }
    return try StreamChannel(
      wrappingChannelSynchronously: channel, configuration: .init(backPressureStrategy: readsWaiting))
  }

  /// The numeric address of a host, looked up on a thread that may block.
  static func resolve(host: String, port: Int) async throws -> SocketAddress {
    if let literal = try? SocketAddress(ipAddress: host, port: port) { return literal }
    return try await abandonable(
      NIOThreadPool.singleton.runIfActive(eventLoop: MultiThreadedEventLoopGroup.singleton.next()) {
        try SocketAddress.makeAddressResolvingHost(host, port: port)
      }
    ) { _ in }
  }

  /// Waits for a future, but not longer than the task lives; what comes afterwards is given to `abandoned`.
  static func abandonable<Value: Sendable>(
    _ future: EventLoopFuture<Value>, abandoned: @escaping @Sendable (Value) -> Void
  ) async throws -> Value {
    let race = Mutex<(waiter: CheckedContinuation<Value, any Error>?, isOver: Bool)>((nil, false))
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isOver = race.withLock { race in
          if !race.isOver { race.waiter = continuation }
          return race.isOver
        }
        if isOver { continuation.resume(throwing: CancellationError()) }
        future.whenComplete { result in
          let waiter = race.withLock { race in
            defer { race = (nil, true) }
            return race.waiter
          }
          if let waiter {
            waiter.resume(with: result)
          } else if case .success(let value) = result {
            abandoned(value)
          }
        }
      }
    } onCancel: {
      let waiter = race.withLock { race in
        defer { race = (nil, true) }
        return race.waiter
      }
      waiter?.resume(throwing: CancellationError())
    }
  }
}

/// Closes a channel that has been silent for too long.
private final class SilenceHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is IdleStateHandler.IdleStateEvent else { return context.fireUserInboundEventTriggered(event) }
    context.fireErrorCaught(
      FeedFailure(
        code: .silent, message: "Nothing came for the longest allowed silence; the connection was cut.",
        place: context.remoteAddress?.description ?? "connection"))
    context.close(promise: nil)
  }
}
