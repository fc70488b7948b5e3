import Exchange
import Geodesy
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Operations
import Synchronization

/// One connection to a partner, over which it is asked again and again.
///
/// Every answer has a time by which it must begin and one by which it must be whole: a link that was cut says nothing, and a
/// partner that drips would hold it for ever.
final class LinkSession {
  typealias Wire = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

  /// The longest that a connection may take to be made, in milliseconds.
  static let connectMilliseconds: Int64 = 1_500
  /// The longest after the wait that an answer may take to begin, in milliseconds; the handshake of TLS is within it.
  static let beginMilliseconds: Int64 = 2_000
  /// The longest that an answer may take from its beginning to its end, in milliseconds.
  static let endMilliseconds: Int64 = 20_000

  private let channel: any Channel
  private var inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>.AsyncIterator
  private let outbound: NIOAsyncChannelOutboundWriter<HTTPClientRequestPart>
  private let host: String
  private let largestBytes: Int
  private let mishap: Mishap

  /// What ended a connection from this side.
  private final class Mishap: Sendable {
    private let fault = Mutex<LinkFault?>(nil)
    var value: LinkFault? { fault.withLock { $0 } }
    func note(_ new: LinkFault) { fault.withLock { $0 = $0 ?? new } }
  }

  private init(
    _ channel: any Channel, _ inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>,
    _ outbound: NIOAsyncChannelOutboundWriter<HTTPClientRequestPart>, host: String, largestBytes: Int, mishap: Mishap
  ) {
    self.channel = channel
    self.inbound = inbound.makeAsyncIterator()
    self.outbound = outbound
    self.host = host
    self.largestBytes = largestBytes
    self.mishap = mishap
  }

  /// Connects to a partner, and hands over the connection until the body returns or throws.
  ///
  /// - Throws: `LinkFault`, or what the body throws.
  static func open(
    to declared: DeclaredPartner, _ address: DeclaredPartner.Address, as identity: TLSIdentity, limits: LinkLimits,
    _ body: (LinkSession) async throws -> Void
  ) async throws {
    let mishap = Mishap()
    let pins = PinnedCertificates(declared.certificates, now: Surroundings.live.now) { refusal in
      mishap.note(LinkFault(.certificate, refusal.rawValue))
    }
    let wire: Wire
    do {
      wire = try await connect(to: address, as: identity, pins)
    } catch {
      throw LinkFault(.unreachable)
    }
    do {
      try await wire.executeThenClose { inbound, outbound in
        let session = LinkSession(
          wire.channel, inbound, outbound, host: address.host, largestBytes: limits.batchBytes, mishap: mishap)
        try await body(session)
      }
    } catch let fault as LinkFault {
      throw mishap.value ?? fault
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw mishap.value ?? LinkFault(.closed, "\(LogWords.of(error))")
    }
  }

  private static func connect(
    to address: DeclaredPartner.Address, as identity: TLSIdentity, _ pins: PinnedCertificates
  ) async throws -> Wire {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = .tlsv13
    configuration.certificateChain = identity.configuration.certificateChain
    configuration.privateKey = identity.configuration.privateKey
    configuration.certificateVerification = .noHostnameVerification
    configuration.trustRoots = .certificates([])
    configuration.shutdownTimeout = LinkDoor.farewell
    let context = try NIOSSLContext(configuration: configuration)
    let isNumeric = (try? SocketAddress(ipAddress: address.host, port: 0)) != nil
    return try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connectTimeout(.milliseconds(connectMilliseconds))
      .connect(host: address.host, port: address.port) { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(
            NIOSSLClientHandler(
              context: context, serverHostname: isNumeric ? nil : address.host, customVerificationCallback: pins.judge))
          try pipeline.addHTTPClientHandlers()
          return try Wire(wrappingChannelSynchronously: channel)
        }
      }
  }

  /// Asks, and reads the whole answer.
  func ask(_ question: LinkGiver.Question) async throws -> [UInt8] {
    do {
      return try await exchange(question)
    } catch let fault as LinkFault {
      throw mishap.value ?? fault
    } catch {
      try Task.checkCancellation()
      throw mishap.value ?? LinkFault(.closed, "\(LogWords.of(error))")
    }
  }

  private func exchange(_ question: LinkGiver.Question) async throws -> [UInt8] {
    let path = "/link/entries?after=\(question.after)&size=\(question.knownSize)&wait=\(question.waitMilliseconds)"
    let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: path, headers: ["host": host])
    var watch = limit(question.waitMilliseconds + Self.beginMilliseconds)
    defer { watch.cancel() }
    try await outbound.write(.head(head))
    try await outbound.write(.end(nil))
    var status: HTTPResponseStatus?
    var bytes: [UInt8] = []
    while let part = try await inbound.next(isolation: #isolation) {
      switch part {
      case .head(let head):
        status = head.status
        watch.cancel()
        watch = limit(Self.endMilliseconds)
      case .body(let buffer):
        guard bytes.count + buffer.readableBytes <= largestBytes else { throw LinkFault(.large) }
        bytes.append(contentsOf: buffer.readableBytesView)
      case .end:
        switch status {
        case .ok: return bytes
        case .conflict: throw LinkFault(.rolledBack, "the partner has less than was known")
        default: throw LinkFault(.status, "\(status?.code ?? 0)")
        }
      }
    }
    try Task.checkCancellation()
    throw LinkFault(.closed)
  }

  /// Closes the connection after a time, unless it is cancelled before.
  private func limit(_ milliseconds: Int64) -> Scheduled<Void> {
    let (channel, mishap) = (channel, mishap)
    return channel.eventLoop.scheduleTask(in: .milliseconds(milliseconds)) {
      mishap.note(LinkFault(.late))
      channel.close(promise: nil)
    }
  }
}
