import NIOCore
import NIOPosix
import Synchronization

/// A line between two ends that a test can cut: what is sent meanwhile waits, and nobody is told.
final class Cable: Sendable {
  private struct State {
    var isCut = false
    var held: [(bytes: ByteBuffer, end: any Channel)] = []
  }

  private let state: Line
  private let listener: any Channel

  var port: Int { listener.localAddress?.port ?? 0 }

  init(to port: Int) async throws {
    let line = Line()
    state = line
    listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { near in
        ClientBootstrap(group: near.eventLoop).connect(host: "127.0.0.1", port: port).flatMap { far in
          far.pipeline.addHandler(Glue(line: line, other: near))
            .flatMap { near.pipeline.addHandler(Glue(line: line, other: far)) }
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }

  func cut() { state.state.withLock { $0.isCut = true } }

  func join() {
    state.state.withLock { state in
      state.isCut = false
      for (bytes, end) in state.held { end.writeAndFlush(bytes, promise: nil) }
      state.held = []
    }
  }

  func close() async { try? await listener.close() }

  private final class Line: Sendable {
    let state = Mutex(State())

    func carry(_ bytes: ByteBuffer, to end: any Channel) {
      state.withLock { state in
        if state.isCut {
          state.held.append((bytes, end))
        } else {
          end.writeAndFlush(bytes, promise: nil)
        }
      }
    }
  }

  private final class Glue: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    let line: Line
    let other: any Channel

    init(line: Line, other: any Channel) {
      self.line = line
      self.other = other
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { line.carry(unwrapInboundIn(data), to: other) }

    func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }
  }
}
