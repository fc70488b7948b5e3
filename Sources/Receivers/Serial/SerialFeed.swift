import Foundation
import NIOCore
import NIOPosix

/// Reads a serial line until it goes away.
struct SerialFeed {
  let path: String
  let baud: Int
  let isLines: Bool
  let limits: ReceiverLimits

  func receive(into outlet: Outlet) async throws {
    do {
      let descriptor = try SerialLine.open(path: path, baud: baud)
      let stream: StreamChannel
      do {
        stream = try await NIOPipeBootstrap(group: MultiThreadedEventLoopGroup.singleton)
          .takingOwnershipOfDescriptor(input: descriptor) { channel in
            channel.eventLoop.makeCompletedFuture { try SocketWork.wrap(channel, silenceMilliseconds: nil) }
          }
      } catch {
        close(descriptor)
        throw error
      }
      outlet.opened()
      try await StreamPump(stream: stream, isLines: isLines, limits: limits).run(into: outlet)
    } catch {
      guard let failure = FeedFailure.network(error, doing: "read the line", place: path) else { throw error }
      throw failure
    }
    try Task.checkCancellation()
    throw FeedFailure(code: .closed, message: "The line went away; it is opened again.", place: path)
  }
}
