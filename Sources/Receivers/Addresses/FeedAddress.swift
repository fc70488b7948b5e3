/// Where a feed comes from, as an operator writes it.
public enum FeedAddress: Hashable, Sendable {
  /// A file; `speed` nil plays it as fast as it is taken, 1 at the pace of the times in its lines, 10 ten times faster.
  case file(path: String, speed: Double?)
  /// The standard input of the process.
  case standardInput
  /// Datagrams that arrive at a local address, sent to it or to a multicast group that is joined.
  case datagrams(group: String?, host: String, port: Int)
  /// A server that is called, and called again when it hangs up.
  case client(host: String, port: Int)
  /// A local port that senders call.
  case server(host: String, port: Int)
  /// A serial line.
  case serial(path: String, baud: Int)
  /// A synthetic night; made elsewhere, and played under this address.
  case exercise(seed: UInt64)
}

extension FeedAddress {
  /// The fastest factor at which a recording may be asked to play.
  public static let fastestSpeed = 100_000.0
  /// The longest address that is read, in bytes.
  public static let textBytesMost = 4096
  /// The rate of AIS receivers on RS-422 lines (IEC 61162-2), in bits a second.
  public static let defaultBaud = 38_400

  /// The address as text that `parse` reads back.
  public var text: String {
    switch self {
    case .file(let path, let speed):
      guard let speed else { return "file:\(path)" }
      return speed == 1 ? "file:\(path)?pace=real" : "file:\(path)?pace=\(speed)"
    case .standardInput: return "-"
    case .datagrams(let group, let host, let port):
      return "udp://" + (group.map { Self.bracketed($0) + "@" } ?? "") + "\(Self.bracketed(host)):\(port)"
    case .client(let host, let port): return "tcp://\(Self.bracketed(host)):\(port)"
    case .server(let host, let port): return "tcp-listen://\(Self.bracketed(host)):\(port)"
    case .serial(let path, let baud): return "serial:\(path)?baud=\(baud)"
    case .exercise(let seed): return "exercise:\(seed)"
    }
  }

  private static func bracketed(_ host: String) -> String {
    host.utf8.contains(0x3A) ? "[\(host)]" : host
  }
}

extension FeedAddress: CustomStringConvertible {
  /// The address as text that `parse` reads back.
  public var description: String { text }
}
