import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOSSL
import NIOTLS
import Synchronization

/// Takes in connections over TLS, speaks HTTP/2 with those who can, and shows each new one the certificate of the moment.
struct TLSDoor: ServerChildChannel {
  typealias Value = HTTP2UpgradeChannel.Value

  /// The most that a connection may take to agree on TLS, in seconds.
  static let handshakeSeconds: Int64 = 10
  /// How long a connection that carries no request is kept, in seconds.
  static let idleSeconds = 300
  /// How long streams may take to end when the desk closes, in seconds.
  static let closingSeconds = 5

  private let stand: TLSStand
  private let responder: HTTPChannelHandler.Responder
  private let streams: HTTP1Channel.Configuration
  private let made: Made

  /// What takes in connections under the certificate of the moment, made anew when that changes.
  private final class Made: Sendable {
    let channel: Mutex<(fingerprint: String, channel: HTTP2UpgradeChannel)>
    init(_ fingerprint: String, _ channel: HTTP2UpgradeChannel) { self.channel = Mutex((fingerprint, channel)) }
  }

  init(_ stand: TLSStand, streams: HTTP1Channel.Configuration, responder: @escaping HTTPChannelHandler.Responder) throws
  {
    self.stand = stand
    self.responder = responder
    self.streams = streams
    let identity = stand.now.identity
    made = Made(identity.fingerprint, try Self.channel(identity, streams, responder))
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    let current: HTTP2UpgradeChannel
    do {
      current = try channelOfNow()
    } catch {
      return channel.eventLoop.makeFailedFuture(error)
    }
    return current.setup(channel: channel, logger: logger).flatMapThrowing { value in
      let pipeline = channel.pipeline.syncOperations
      let tls = try pipeline.handler(type: NIOSSLServerHandler.self)
      try pipeline.addHandler(HandshakeLimit(seconds: Self.handshakeSeconds), position: .after(tls))
      return value
    }
  }

  func handle(value: Value, logger: Logger) async {
    // Whichever made it, a connection that stands is served alike.
    await made.channel.withLock { $0.channel }.handle(value: value, logger: logger)
  }

  private func channelOfNow() throws -> HTTP2UpgradeChannel {
    let identity = stand.now.identity
    return try made.channel.withLock { made in
      if made.fingerprint != identity.fingerprint {
        made = (identity.fingerprint, try Self.channel(identity, streams, responder))
      }
      return made.channel
    }
  }

  private static func channel(
    _ identity: TLSIdentity, _ streams: HTTP1Channel.Configuration, _ responder: @escaping HTTPChannelHandler.Responder
  ) throws -> HTTP2UpgradeChannel {
    try HTTP2UpgradeChannel(
      tlsConfiguration: identity.configuration,
      configuration: .init(
        idleTimeout: .seconds(idleSeconds), gracefulCloseTimeout: .seconds(closingSeconds),
        streamConfiguration: streams),
      responder: responder)
  }
}

/// Closes a connection that does not get round to TLS, so that nobody holds one open by saying nothing.
private final class HandshakeLimit: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private let seconds: Int64
  private var timer: Scheduled<Void>?

  init(seconds: Int64) { self.seconds = seconds }

  func handlerAdded(context: ChannelHandlerContext) {
    let channel = context.channel
    timer = context.eventLoop.scheduleTask(in: .seconds(seconds)) { channel.close(promise: nil) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .some(TLSUserEvent.handshakeCompleted) = event as? TLSUserEvent { timer?.cancel() }
    context.fireUserInboundEventTriggered(event)
  }
}
