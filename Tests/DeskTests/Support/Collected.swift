import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// What a response writes, for whoever reads it without a connection.
final class Collected: ResponseBodyWriter {
  let buffer = Mutex(ByteBuffer())

  func write(_ part: ByteBuffer) async throws {
    buffer.withLock { _ = $0.writeImmutableBuffer(part) }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
