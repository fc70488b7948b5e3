/// Several feeds received at once; one that fails leaves the others running.
public final class ReceiverGroup: Sendable {
  /// How many feeds a group may hold.
  public static let feedsMost = 256

  /// The receivers in the order given.
  public let receivers: [Receiver]

  /// A group.
  ///
  /// - Throws: `FeedFailure` with the code `limit` for more than `feedsMost` feeds, or `badAddress` when two feeds
  ///   carry the same name.
  public init(_ receivers: [Receiver]) throws(FeedFailure) {
    guard receivers.count <= Self.feedsMost else {
      throw FeedFailure(
        code: .limit, message: "At most \(Self.feedsMost) feeds are received at once.",
        place: "\(receivers.count) feeds")
    }
    var names = Set<String>()
    for receiver in receivers where !names.insert(receiver.name).inserted {
      throw FeedFailure(code: .badAddress, message: "Two feeds have this name.", place: receiver.name)
    }
    self.receivers = receivers
  }

  /// How each feed fares, in the order given.
  public var health: [FeedHealth] { receivers.map(\.health) }

  /// Receives all feeds until each has ended or failed for good, or the task is cancelled.
  ///
  /// - Parameter deliver: called by one feed at a time for that feed, and at the same time by others.
  /// - Throws: `CancellationError`; failures of single feeds stand in `health`.
  public func run(_ deliver: @escaping @Sendable (FeedChunk) async -> Void) async throws {
    await withTaskGroup { group in
      for receiver in receivers {
        group.addTask {
          // A failure is kept in the feed's health, where the operator sees it.
          try? await receiver.run(deliver)
        }
      }
    }
    try Task.checkCancellation()
  }
}
