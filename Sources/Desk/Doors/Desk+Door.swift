import Hummingbird
import HummingbirdCore
import NIOCore

extension Desk {
  /// How connections are taken in: over TLS with HTTP/2 or HTTP/1.1, or as plain HTTP/1.1.
  func door(_ streams: HTTP1Channel.Configuration) -> HTTPServerBuilder {
    guard let tls else { return .http1(configuration: streams) }
    let book = connections
    return HTTPServerBuilder { responder in try TLSDoor(tls, streams: streams, book: book, responder: responder) }
  }
}

extension Channel {
  /// Closes what a reader who does not read holds open. A stream of HTTP/2 takes its connection along: its end could not be
  /// sent either. The listening socket, the parent of a plain connection, has no remote address and stays.
  func closeWithItsConnection() {
    if let parent, parent.remoteAddress != nil {
      parent.close(mode: .all, promise: nil)
    } else {
      close(mode: .all, promise: nil)
    }
  }
}
