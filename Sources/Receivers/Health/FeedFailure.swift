/// Why a feed could not be opened or went down, in words for the operator.
public struct FeedFailure: Error, Hashable, Sendable {
  /// The kind of failure.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The code as it stands in logs and interfaces.
    public let rawValue: String

    /// A code from its text.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The address was not understood.
    public static let badAddress = Code(rawValue: "badAddress")
    /// There is no such file or device.
    public static let notFound = Code(rawValue: "notFound")
    /// The process may not open it.
    public static let notPermitted = Code(rawValue: "notPermitted")
    /// The local port is taken by another process.
    public static let portInUse = Code(rawValue: "portInUse")
    /// No address is known for the host.
    public static let hostUnknown = Code(rawValue: "hostUnknown")
    /// The host does not answer, or refuses.
    public static let notReachable = Code(rawValue: "notReachable")
    /// The other side hung up.
    public static let closed = Code(rawValue: "closed")
    /// Nothing came for longer than the limit.
    public static let silent = Code(rawValue: "silent")
    /// The compressed data is damaged or ends too early.
    public static let damagedGzip = Code(rawValue: "damagedGzip")
    /// A named limit was reached.
    public static let limit = Code(rawValue: "limit")
    /// Reading failed in the operating system.
    public static let readFailed = Code(rawValue: "readFailed")
    /// This kind of address is not received here.
    public static let notReceivedHere = Code(rawValue: "notReceivedHere")
  }

  /// The kind of failure.
  public let code: Code
  /// What happened and what to do, in a sentence.
  public let message: String
  /// The operating system's own words, when it had any.
  public let cause: String?
  /// The address, path or byte that it is about.
  public let place: String

  /// A failure.
  public init(code: Code, message: String, cause: String? = nil, place: String) {
    self.code = code
    self.message = message
    self.cause = cause
    self.place = place
  }

  /// Whether trying again later can help, so that the receiver does.
  public var isPassing: Bool {
    switch self.code {
    case .badAddress, .damagedGzip, .limit, .notReceivedHere: false
    default: true
    }
  }
}

extension FeedFailure: CustomStringConvertible {
  /// The failure in one line.
  public var description: String {
    "\(place): \(message)" + (cause.map { " (\($0))" } ?? "")
  }
}
