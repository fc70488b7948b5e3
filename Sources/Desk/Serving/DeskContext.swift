import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Operations

/// What the desk knows of one request beside the request itself.
struct DeskContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The connection, so that a stream whose reader is gone can be closed.
  let channel: any Channel
  /// Who asks, once the session or the bearer token has been read; nil for a stranger.
  var visitor: Visitor?
  var language = Language.english
  var theme = Frame.Theme.night
  /// The path and query as asked for.
  var address = "/"

  /// The largest JSON body that is decoded, in bytes.
  var maxUploadSize: Int { FormFields.largestBytes }

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
  }

  /// The network address that the request came from, without its port.
  var remoteAddress: String { channel.remoteAddress?.ipAddress ?? "unknown" }

  /// The visitor, or the reason to send the request away.
  func signedIn() throws -> Visitor {
    guard let visitor else { throw DeskError(.signedOut) }
    return visitor
  }
}

/// Somebody, or some program, that has shown who it is.
struct Visitor: Sendable {
  /// Who acts, under which purpose and by which means.
  let acting: Acting
  /// The session of a person at the desk; nil for a program with a bearer token.
  let session: Session?

  /// What tells this way of coming in from every other one.
  var accessKey: String { Self.accessKey(acting.means) }

  static func accessKey(_ means: Acting.Means) -> String {
    switch means {
    case .session(let id): "session:\(id)"
    case .token(let id): "token:\(id)"
    case .console: "console"
    }
  }
}
