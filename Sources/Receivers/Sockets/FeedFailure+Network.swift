import NIOCore
import NIOPosix

extension FeedFailure {
  /// The failure that an error of the network stands for; nil for cancellation, which is none.
  static func network(_ error: any Error, doing act: String, place: String) -> FeedFailure? {
    switch error {
    case is CancellationError:
      return nil
    case let failure as FeedFailure:
      return failure
    case let error as IOError:
      return FeedFailure(errno: error.errnoCode, doing: act, place: place)
    case is SocketAddressError, is SocketAddressError.UnknownHost:
      return unknownHost(cause: "\(error)", place: place)
    case let error as NIOConnectionError:
      guard let first = error.connectionErrors.first else {
        let cause = error.dnsAError ?? error.dnsAAAAError
        return unknownHost(cause: cause.map { "\($0)" }, place: place)
      }
      return network(first.error, doing: act, place: place)
    case ChannelError.connectTimeout:
      return FeedFailure(
        code: .notReachable, message: "Nobody answered in time; check that the sender runs.", place: place)
    case ChannelError.eof, ChannelError.ioOnClosedChannel, ChannelError.alreadyClosed:
      return FeedFailure(code: .closed, message: "The other side hung up.", place: place)
    default:
      return FeedFailure(code: .readFailed, message: "The system could not \(act).", cause: "\(error)", place: place)
    }
  }

  private static func unknownHost(cause: String?, place: String) -> FeedFailure {
    FeedFailure(
      code: .hostUnknown, message: "No address is known for this host; check its name and the network.", cause: cause,
      place: place)
  }
}
