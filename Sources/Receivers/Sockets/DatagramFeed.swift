import NIOCore
import NIOPosix

/// Receives datagrams at a local address, also of a multicast group.
struct DatagramFeed {
  /// The most that a datagram over IPv4 can carry (RFC 768, RFC 791), in bytes.
  static let datagramBytesMost = 65_507
  /// What the system is asked to hold for us while we are busy, in bytes.
  static let systemBufferBytes = 4 * 1_048_576

  let group: String?
  let host: String
  let port: Int
  let isLines: Bool
  let limits: ReceiverLimits

  func receive(into outlet: Outlet) async throws {
    let place = (group.map { "\($0)@" } ?? "") + "\(host):\(port)"
    let queue = ChunkQueue(bytesMost: limits.waitingBytes)
    do {
      let address = try await SocketWork.resolve(host: host, port: port)
      let (record, isLines) = (outlet.record, isLines)
      let channel = try await DatagramBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(.socketOption(.so_reuseaddr), value: group == nil ? 0 : 1)
        .channelOption(.socketOption(.so_rcvbuf), value: Self.systemBufferBytes)
        .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: Self.datagramBytesMost))
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(
              DatagramHandler(queue: queue, record: record, isLines: isLines))
          }
        }
        .bind(to: address).get()
      do {
        try await join(channel, at: address, place: place)
        outlet.opened(localPort: channel.localAddress?.port)
        channel.closeFuture.whenComplete { _ in queue.close() }
        await withTaskCancellationHandler {
          while let bytes = await queue.next(upTo: limits.chunkBytes), !Task.isCancelled { await outlet.put(bytes) }
        } onCancel: {
          queue.close()
        }
      } catch {
        try? await channel.close()
        throw error
      }
      try? await channel.close()
    } catch {
      guard let failure = FeedFailure.network(error, doing: "receive datagrams", place: place) else { throw error }
      throw failure
    }
    try Task.checkCancellation()
    throw FeedFailure(code: .closed, message: "The socket was closed.", place: place)
  }

  /// Joins the multicast group on the interface that carries the local address, or on the system's choice.
  private func join(_ channel: any Channel, at local: SocketAddress, place: String) async throws {
    guard let group else { return }
    guard let address = try? SocketAddress(ipAddress: group, port: port), address.isMulticast,
      let multicast = channel as? any MulticastChannel
    else {
      throw FeedFailure(
        code: .badAddress, message: "The address before the @ is no multicast group (224.0.0.0/4 or ff00::/8).",
        place: place)
    }
    let device = try System.enumerateDevices().first { $0.address?.ipAddress == local.ipAddress }
    try await multicast.joinGroup(address, device: device).get()
  }
}

/// Puts datagrams into a queue, each closed with a line end when it holds lines, and counts those for which there was no room.
private final class DatagramHandler: ChannelInboundHandler {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>

  private let queue: ChunkQueue
  private let record: HealthRecord
  private let isLines: Bool

  init(queue: ChunkQueue, record: HealthRecord, isLines: Bool) {
    self.queue = queue
    self.record = record
    self.isLines = isLines
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let view = unwrapInboundIn(data).data.readableBytesView
    guard !view.isEmpty else { return }
    var bytes = [UInt8]()
    bytes.reserveCapacity(view.count + 1)
    bytes.append(contentsOf: view)
    if isLines, bytes.last != 0x0A { bytes.append(0x0A) }
    let dropped = queue.offer(bytes)
    if dropped > 0 { record.change { $0.datagramsDropped += Int64(dropped) } }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // An error report of an earlier datagram (ICMP) is no reason to stop listening.
    record.change { $0.lastFailure = FeedFailure.network(error, doing: "receive", place: "socket") ?? $0.lastFailure }
  }
}
