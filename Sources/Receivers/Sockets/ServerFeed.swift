import NIOCore
import NIOPosix

/// Listens on a port and reads from all who call, up to a number of connections.
struct ServerFeed {
  let host: String
  let port: Int
  let isLines: Bool
  let limits: ReceiverLimits

  func receive(into outlet: Outlet) async throws {
    let place = "\(host):\(port)"
    do {
      let address = try await SocketWork.resolve(host: host, port: port)
      let silence = limits.silenceMilliseconds
      let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelOption(.socketOption(.so_keepalive), value: 1)
        .bind(to: address) { channel in
          channel.eventLoop.makeCompletedFuture {
            try SocketWork.wrap(channel, silenceMilliseconds: silence)
          }
        }
      outlet.opened(localPort: server.channel.localAddress?.port)
      let queue = ChunkQueue(bytesMost: limits.waitingBytes)
      try await withTaskCancellationHandler {
        try await withThrowingTaskGroup { group in
          group.addTask {
            while let bytes = await queue.next(upTo: limits.chunkBytes), !Task.isCancelled { await outlet.put(bytes) }
          }
          defer { queue.close() }
          try await accept(server, into: queue, counting: outlet.record)
        }
      } onCancel: {
        queue.close()
      }
    } catch {
      guard let failure = FeedFailure.network(error, doing: "listen on the port", place: place) else { throw error }
      throw failure
    }
    try Task.checkCancellation()
    throw FeedFailure(code: .closed, message: "The port was closed.", place: place)
  }

  private func accept(
    _ server: NIOAsyncChannel<StreamChannel, Never>, into queue: ChunkQueue, counting record: HealthRecord
  ) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      try await server.executeThenClose { callers in
        for try await caller in callers {
          let isWelcome = record.welcomeConnection(most: limits.connections)
          group.addTask {
            guard isWelcome else {
              try? await caller.executeThenClose { _ in }
              return
            }
            // One sender that breaks off takes nobody else down; its failure is kept for the operator.
            do {
              try await StreamPump(stream: caller, isLines: isLines, limits: limits).run(counting: record) {
                await queue.push($0)
              }
            } catch {
              record.change {
                $0.lastFailure = FeedFailure.network(error, doing: "read", place: "connection") ?? $0.lastFailure
              }
            }
            record.change { $0.connections = max(0, $0.connections - 1) }
          }
        }
      }
      group.cancelAll()
    }
  }
}

extension HealthRecord {
  /// Counts a caller in, or turns it away when the limit is reached.
  fileprivate func welcomeConnection(most: Int) -> Bool {
    var isWelcome = false
    change {
      isWelcome = $0.connections < most
      if isWelcome { $0.connections += 1 } else { $0.connectionsRefused += 1 }
    }
    return isWelcome
  }
}
