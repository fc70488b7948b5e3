/// A feed began, fell silent, failed or ended: why a picture of the past has a hole is as much a fact as what it shows.
struct FeedChanged: Fact {
  static let kind = "feed.changed"

  var feed: String
  /// `live`, `stale`, `failed` or `ended`.
  var state: String
  /// Why, in plain words, when it failed.
  var reason: String?

  var aggregate: String { "feed:\(feed)" }
}

extension Centre {
  /// Records how a feed fares from now on.
  package func note(feed: String, state: String, reason: String?) async throws {
    try await recordAsMachine(FeedChanged(feed: feed, state: state, reason: reason))
  }
}
