import NIOCore

extension ConnectionLimits {
  /// TCP_USER_TIMEOUT of Linux (tcp(7)): milliseconds for which what was sent may stay unacknowledged, or a window closed.
  private static let userTimeout = NIOBSDSocket.Option(rawValue: 18)

  /// Has the kernel end a connection whose client takes nothing for too long. Where there is no socket it does nothing.
  func boundSilence(of channel: any Channel) {
    #if os(Linux)
      guard let socket = channel as? any SocketOptionProvider else { return }
      let milliseconds = CInt(clamping: untaken.nanoseconds / 1_000_000)
      _ = socket.unsafeSetSocketOption(level: .tcp, name: Self.userTimeout, value: milliseconds)
    #endif
  }
}
