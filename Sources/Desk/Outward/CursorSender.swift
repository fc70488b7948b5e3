import Feeds
import Geodesy
import Logging
import Marking
import NIOCore
import NIOPosix
import Operations
import Receivers
import ServiceLifecycle
import Tracking

/// Sends tracks, calls for help and boats as Cursor on Target to the handhelds that people carry: over UDP, also to a group, or TCP.
///
/// Every track is sent anew at a steady pace, so that one who comes late or misses a datagram has it with the next; a call that
/// its sender took back is taken back here.
struct CursorSender: Service {
  /// How often everything is sent, in seconds.
  static let secondsBetween = 10
  /// A connection that fails is opened again with the next sending.
  static let connectSeconds: Int64 = 5
  /// Tracks in one sending at most: those heard last.
  static let mostTracks = 5_000

  let address: FeedAddress
  let desk: Desk

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var channel: (any Channel)?
      while !Task.isCancelled {
        do {
          let open = if let channel, channel.isActive { channel } else { try await connect() }
          channel = open
          let events = try await desk.cursorEvents(mostTracks: Self.mostTracks)
          try await send(events, over: open)
        } catch {
          desk.logger.warning(
            "handhelds could not be told", metadata: ["to": "\(address)", "error": "\(LogWords.of(error))"])
          try? await channel?.close()
          channel = nil
        }
        try? await desk.centre.surroundings.sleep(.seconds(Self.secondsBetween))
      }
      try? await channel?.close()
    }
  }

  private func connect() async throws -> any Channel {
    let group = MultiThreadedEventLoopGroup.singleton
    switch address {
    case .client(let host, let port):
      return try await ClientBootstrap(group: group).connectTimeout(.seconds(Self.connectSeconds))
        .connect(host: host, port: port).get()
    case .datagrams(let target, let host, let port):
      let remote = try SocketAddress.makeAddressResolvingHost(target ?? host, port: port)
      let isSix = remote.protocol == .inet6
      let channel = try await DatagramBootstrap(group: group).bind(host: isSix ? "::" : "0.0.0.0", port: 0).get()
      try await channel.connect(to: remote).get()
      return channel
    default:
      throw ServeFailure("Cursor on Target goes to udp://HOST:PORT, udp://GROUP@HOST:PORT or tcp://HOST:PORT.")
    }
  }

  /// One datagram an event, or all of them down the line.
  private func send(_ events: [CursorOnTargetEvent], over channel: any Channel) async throws {
    let writer = CursorOnTargetWriter()
    var bytes = ByteWriter(capacity: 2_048)
    for event in events {
      bytes.removeAll()
      writer.write(event, to: &bytes)
      let buffer = bytes.withBytes { channel.allocator.buffer(bytes: $0) }
      if case .datagrams = address, let remote = channel.remoteAddress {
        try await channel.writeAndFlush(AddressedEnvelope(remoteAddress: remote, data: buffer))
      } else {
        try await channel.writeAndFlush(buffer)
      }
    }
  }
}
