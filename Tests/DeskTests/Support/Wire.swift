import NIOCore
import NIOPosix
import Testing

/// A connection on which a test says exactly what it likes, byte for byte.
enum Wire {
  /// How long a test waits for the desk to close a connection.
  static let patience = Duration.seconds(20)

  /// Connects, sends the text, and gives everything that comes back until the desk closes.
  ///
  /// - Parameters:
  ///   - endlessly: sent again and again until the desk closes.
  ///   - then: what the test does meanwhile; the connection is closed after it.
  static func talk(
    _ port: Int?, _ text: String = "", endlessly: String? = nil, then: (@Sendable () async throws -> Void)? = nil
  ) async throws -> String {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: try #require(port)) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await withThrowingTaskGroup(of: String?.self) { group in
      group.addTask { try await exchange(channel, text, endlessly) }
      if let then {
        group.addTask {
          try await then()
          try? await channel.channel.close()
          return nil
        }
      }
      group.addTask {
        try await Task.sleep(for: patience)
        throw Unexpected("the desk did not close the connection")
      }
      defer { group.cancelAll() }
      while let answer = try await group.next() {
        if let answer { return answer }
      }
      return ""
    }
  }

  private static func exchange(
    _ channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ text: String, _ endlessly: String?
  ) async throws -> String {
    var answer = ByteBuffer()
    try? await channel.executeThenClose { inbound, outbound in
      // The desk may close before it has everything.
      if !text.isEmpty { try? await outbound.write(ByteBuffer(string: text)) }
      let sender = Task {
        guard let endlessly else { return }
        while !Task.isCancelled {
          try await outbound.write(ByteBuffer(string: endlessly))
          try await Task.sleep(for: .milliseconds(1))
        }
      }
      defer { sender.cancel() }
      for try await part in inbound { answer.writeImmutableBuffer(part) }
    }
    return String(buffer: answer)
  }
}
