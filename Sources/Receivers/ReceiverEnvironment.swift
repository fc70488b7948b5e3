import Foundation
public import Geodesy

/// What a receiver takes from the world besides bytes: the clock, waiting, and chance.
public struct ReceiverEnvironment: Sendable {
  /// The present moment.
  public var now: @Sendable () -> Instant
  /// Waits so many milliseconds, or throws `CancellationError` when the task is cancelled meanwhile.
  public var sleep: @Sendable (_ milliseconds: Int64) async throws -> Void
  /// A random number from 0 up to 1, by which a wait is shortened so that many receivers do not call at once.
  public var jitter: @Sendable () -> Double

  /// An environment of the given parts.
  public init(
    now: @escaping @Sendable () -> Instant,
    sleep: @escaping @Sendable (_ milliseconds: Int64) async throws -> Void,
    jitter: @escaping @Sendable () -> Double
  ) {
    self.now = now
    self.sleep = sleep
    self.jitter = jitter
  }

  /// The machine's clock and chance.
  public static let system = ReceiverEnvironment(
    now: { Instant(millisecondsSince1970: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) },
    sleep: { try await Task.sleep(for: .milliseconds($0)) },
    jitter: { Double.random(in: 0..<1) })
}
