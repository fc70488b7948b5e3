/// Receives one feed: opens it, keeps it open, and hands its bytes on in order.
///
/// A feed that goes down is opened again after a wait that doubles with each failure and is shortened by chance. A
/// consumer that is slow holds the sender back; where that is impossible (datagrams) the oldest waiting are dropped
/// and counted. Memory is bounded by `ReceiverLimits` in both cases.
public final class Receiver: Sendable {
  /// The name of the feed.
  public let name: String
  /// Where it comes from.
  public let address: FeedAddress
  /// Whether what comes is lines, which are kept whole; if not, bytes are handed on as they come.
  public let isLines: Bool
  /// The bounds it keeps.
  public let limits: ReceiverLimits

  let environment: ReceiverEnvironment
  let record: HealthRecord

  /// A receiver that does nothing until it is run.
  public init(
    name: String, address: FeedAddress, isLines: Bool = true, limits: ReceiverLimits = ReceiverLimits(),
    environment: ReceiverEnvironment = .system
  ) {
    self.name = name
    self.address = address
    self.isLines = isLines
    var limits = limits
    // Bytes of two senders without lines between them could not be told apart.
    if !isLines { limits.connections = 1 }
    self.limits = limits
    self.environment = environment
    record = HealthRecord(name: name, address: address.text)
  }

  /// How the feed fares now.
  public var health: FeedHealth {
    record.snapshot(at: environment.now(), quietMilliseconds: limits.quietMilliseconds)
  }

  /// Receives until the feed ends, fails for good or the task is cancelled.
  ///
  /// - Parameter deliver: takes each chunk, one after the other; the next is handed over when it returns.
  /// - Throws: `FeedFailure` when trying again cannot help; `CancellationError` within a second of cancellation.
  public func run(_ deliver: @escaping @Sendable (FeedChunk) async -> Void) async throws {
    var backoff = Backoff(limits: limits)
    while true {
      let bytesBefore = record.bytes
      record.change { $0.state = .connecting }
      do {
        try await receiveOnce(deliver)
        try Task.checkCancellation()
        return record.change { $0.state = .ended }
      } catch {
        guard !Task.isCancelled, let failure = error as? FeedFailure else {
          record.change { $0.state = .ended }
          throw error
        }
        record.failed(failure)
        guard failure.isPassing, address.isTriedAgain else { throw failure }
        if record.bytes > bytesBefore { backoff.reset() }
        do {
          try await environment.sleep(backoff.nextMilliseconds(jitter: environment.jitter()))
        } catch {
          record.change { $0.state = .ended }
          throw error
        }
        record.change { $0.reconnects += 1 }
      }
    }
  }

  private func receiveOnce(_ deliver: @escaping @Sendable (FeedChunk) async -> Void) async throws {
    let outlet = Outlet(feed: name, record: record, now: environment.now, deliver: deliver)
    switch address {
    case .file(let path, let speed):
      try await FileFeed(path: path, speed: speed, limits: limits, environment: environment).receive(into: outlet)
    case .standardInput:
      try await FileFeed(path: "-", speed: nil, limits: limits, environment: environment).receive(into: outlet)
    case .datagrams(let group, let host, let port):
      try await DatagramFeed(group: group, host: host, port: port, isLines: isLines, limits: limits).receive(
        into: outlet)
    case .client(let host, let port):
      try await ClientFeed(host: host, port: port, isLines: isLines, limits: limits).receive(into: outlet)
    case .server(let host, let port):
      try await ServerFeed(host: host, port: port, isLines: isLines, limits: limits).receive(into: outlet)
    case .serial(let path, let baud):
      try await SerialFeed(path: path, baud: baud, isLines: isLines, limits: limits).receive(into: outlet)
    case .exercise:
      throw FeedFailure(
        code: .notReceivedHere, message: "An exercise is made by the desk and is not received.", place: address.text)
    }
  }
}

extension FeedAddress {
  /// Whether a feed of this kind is opened again after it went down: lines come back, a file does not.
  var isTriedAgain: Bool {
    switch self {
    case .datagrams, .client, .server, .serial: true
    case .file, .standardInput, .exercise: false
    }
  }
}
