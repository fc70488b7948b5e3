import Exchange
import Foundation
import Hummingbird
import HummingbirdCore
import Ledger
import Logging
import Operations
import ServiceLifecycle

/// How a desk is joined to other centres.
public struct LinkOptions: Sendable {
  /// The centre's short code; made from the code of its agency when nil.
  public var centre: String?
  /// The file that declares the partners; nil for none.
  public var partners: String?
  /// Where partners are answered; nil for nowhere.
  public var listen: (host: String, port: Int)?
  /// The certificate and key that partners are shown.
  public var tls: TLSFiles?

  /// A desk that stands alone.
  public init() {}
}

extension LinkOptions {
  /// The links that are declared, nil for none.
  ///
  /// - Throws: `ServeFailure`.
  func board(_ centre: Centre) throws -> LinkBoard? {
    if let code = self.centre, !Partner.isCode(code) {
      throw ServeFailure("'\(code)' is no code of a centre: it takes 2 to 12 capital letters, digits and hyphens.")
    }
    guard let partners else {
      guard listen == nil, tls == nil else {
        throw ServeFailure("A link needs partners: name their file with --partners.")
      }
      return nil
    }
    guard let tls else {
      throw ServeFailure("A link needs the certificate that partners are shown: --link-certificate and --link-key.")
    }
    let declared = try PartnerFile.read(partners)
    guard !declared.contains(where: { $0.partner.ledger == centre.ledger.origin }) else {
      throw ServeFailure("\(partners) declares this very desk as a partner: its key is that of this store.")
    }
    return LinkBoard(declared, stand: try TLSStand(tls), centre: centre)
  }

  /// Gives the centre its short code. One that stands alone and was given none keeps what it has.
  func name(_ centre: Centre, isLinked: Bool) async throws {
    if let code = self.centre { return try await centre.name(code: code) }
    guard isLinked, try centre.code() == LinkBook.unnamed else { return }
    let agency = String(
      centre.settings.agency.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(12))
    try await centre.name(code: Partner.isCode(agency) ? agency : LinkBook.unnamed)
  }
}

extension Desk {
  /// What asks and answers partners.
  ///
  /// - Parameter ready: called with the port once partners are answered.
  func linkServices(
    _ board: LinkBoard, listen: (host: String, port: Int)?, ready: @escaping @Sendable (Int) -> Void
  ) -> [any Service] {
    var services: [any Service] = board.partners.compactMap {
      LinkKeeper($0, board: board, centre: centre, logger: logger)
    }
    services.append(TLSKeeper(stand: board.stand, logger: logger))
    guard let listen else { return services }
    let book = ConnectionBook(limits: LinkBoard.doorLimits)
    let pins = board.doorPins()
    services.append(
      Application(
        router: LinkRoutes(board: board, desk: self).router(),
        server: HTTPServerBuilder { responder in
          LinkDoor(board.stand, pins: pins, streams: book.channelConfiguration, responder: responder)
        },
        configuration: .init(address: .hostname(listen.host, port: listen.port), serverName: nil),
        onServerRunning: { channel in ready(channel.localAddress?.port ?? 0) },
        logger: logger.withoutChatter))
    return services
  }
}

extension LinkBoard {
  /// What the door for partners is held to: there are few, and each needs one connection.
  static var doorLimits: ConnectionLimits {
    var limits = ConnectionLimits()
    limits.connections = 256
    limits.connectionsPerAddress = 32
    limits.owingPerAddress = 16
    limits.bodyBytes = 1_024
    return limits
  }
}
