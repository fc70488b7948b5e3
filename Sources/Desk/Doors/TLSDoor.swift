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
  /// Where the requests and their streams are counted.
  private let book: ConnectionBook
  /// The connections themselves, which carry no request yet or many at once: an address that has as many as it may loses its
  /// oldest, so that a flood of silent ones keeps nobody out.
  private let carriers: ConnectionBook

  /// What takes in connections under the certificate of the moment, made anew when that changes.
  private final class Made: Sendable {
    let channel: Mutex<(fingerprint: String, channel: HTTP2UpgradeChannel)>
    init(_ fingerprint: String, _ channel: HTTP2UpgradeChannel) { self.channel = Mutex((fingerprint, channel)) }
  }

  init(
    _ stand: TLSStand, streams: HTTP1Channel.Configuration, book: ConnectionBook,
    responder: @escaping HTTPChannelHandler.Responder
  ) throws {
    self.book = book
    var limits = book.limits
    limits.owingPerAddress = limits.connectionsPerAddress
    carriers = ConnectionBook(limits: limits)
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
    enter(channel)
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

  /// Counts a connection while it stands.
  private func enter(_ channel: any Channel) {
    let entered = carriers.enter(
      from: channel.remoteAddress?.ipAddress ?? "local",
      giveWay: { [book] in
        book.count(.gaveWay)
        channel.close(promise: nil)
      })
    switch entered {
    case .success(let ticket): channel.closeFuture.whenComplete { [carriers] _ in carriers.leave(ticket) }
    case .failure(let refusal):
      book.count(refusal)
      channel.close(promise: nil)
    }
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
final class HandshakeLimit: ChannelInboundHandler {
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
