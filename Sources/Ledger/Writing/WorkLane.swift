import Dispatch

/// A line of work that may wait for the disk, beside the threads that Swift's tasks share: there are only as many of
/// those as processors. It is handed in, so that a simulation can decide whose turn it is.
public struct WorkLane: Sendable {
  /// How the pieces of work of one lane follow each other.
  public enum Order: Sendable {
    /// One after the other.
    case serial
    /// Side by side.
    case concurrent
  }

  /// Puts a piece of work behind what is there already, and returns at once.
  public var submit: @Sendable (_ work: @escaping @Sendable () -> Void) -> Void

  /// Waits until what was there before is done.
  public var drain: @Sendable () -> Void

  /// Makes a lane from what is done with its work.
  public init(
    submit: @escaping @Sendable (_ work: @escaping @Sendable () -> Void) -> Void,
    drain: @escaping @Sendable () -> Void
  ) {
    self.submit = submit
    self.drain = drain
  }

  /// Runs work in the lane and returns what it returns.
  package func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { reply in
      submit { reply.resume(with: Result { try work() }) }
    }
  }

  /// A lane of the machine's own threads.
  public static let system: @Sendable (_ label: String, _ order: Order) -> WorkLane = { label, order in
    let queue = DispatchQueue(
      label: label, qos: .userInitiated, attributes: order == .concurrent ? .concurrent : [])
    return WorkLane(
      submit: { work in queue.async(execute: work) },
      drain: { queue.sync(flags: .barrier) {} })
  }
}
