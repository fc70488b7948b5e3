import Foundation

extension FeedFailure {
  /// The failure that an error number of the operating system stands for.
  init(errno number: CInt, doing act: String, place: String) {
    let cause = String(cString: strerror(number))
    switch number {
    case ENOENT, ENOTDIR, ENODEV, ENXIO:
      self.init(code: .notFound, message: "It does not exist; check the path.", cause: cause, place: place)
    case EACCES, EPERM:
      self.init(
        code: .notPermitted, message: "This user may not \(act); check the rights.", cause: cause, place: place)
    case EADDRINUSE:
      self.init(
        code: .portInUse, message: "Another program uses this port; stop it or choose another port.", cause: cause,
        place: place)
    case EADDRNOTAVAIL:
      self.init(
        code: .notReachable, message: "This is no address of this machine.", cause: cause, place: place)
    case ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, ETIMEDOUT, EHOSTDOWN:
      self.init(
        code: .notReachable, message: "Nobody answers there; check that the sender runs.", cause: cause, place: place)
    case ECONNRESET, EPIPE, EIO:
      self.init(code: .closed, message: "The other side went away.", cause: cause, place: place)
    default:
      self.init(code: .readFailed, message: "The system could not \(act).", cause: cause, place: place)
    }
  }
}
