import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

/// Takes in connections of partners: TLS in which both sides show a certificate, and HTTP/1.1 within.
struct LinkDoor: ServerChildChannel {
  /// How long the end of a connection waits for the other side to agree. Where the link is cut nobody does, and a new attempt waits
  /// for the end of the old one.
  static let farewell = TimeAmount.milliseconds(250)

  private let stand: TLSStand
  private let pins: PinnedCertificates
  private let inner: HTTP1Channel

  init(
    _ stand: TLSStand, pins: PinnedCertificates, streams: HTTP1Channel.Configuration,
    responder: @escaping HTTPChannelHandler.Responder
  ) {
    self.stand = stand
    self.pins = pins
    inner = HTTP1Channel(responder: responder, configuration: streams)
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
    channel.eventLoop.makeCompletedFuture {
      var configuration = stand.now.identity.configuration
      // A partner without a certificate is turned away; which are taken is judged by what is pinned alone.
      configuration.certificateVerification = .noHostnameVerification
      configuration.trustRoots = .certificates([])
      configuration.minimumTLSVersion = .tlsv13
      configuration.shutdownTimeout = Self.farewell
      configuration.applicationProtocols = ["http/1.1"]
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandler(
        NIOSSLServerHandler(
          context: NIOSSLContext(configuration: configuration), customVerificationCallback: pins.judge))
      try pipeline.addHandler(HandshakeLimit(seconds: TLSDoor.handshakeSeconds))
    }.flatMap { inner.setup(channel: channel, logger: logger) }
  }

  func handle(value: HTTP1Channel.Value, logger: Logger) async { await inner.handle(value: value, logger: logger) }
}
