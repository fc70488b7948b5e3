import Geodesy
import Operations
import Receivers
import Synchronization

/// The feeds of the desk: what is received, how it fares, and whether the picture can be believed to be fresh.
final class FeedBoard: Sendable {
  /// A feed as everyone may see it.
  struct Line: Sendable {
    var name: String
    var address: String
    var state: String
    var exercise: Bool
    var lastArrived: Instant?
    var sentences: Int
    var messages: Int
    var refused: Int
    var refusals: [String: Int]
    /// Whether the feed should be bringing something and has not for a while.
    var isStale: Bool
    /// Why it is down, in plain words, when it is.
    var failure: String?
  }

  /// A feed that is open and silent for this long is stale.
  static let staleAfterMilliseconds: Int64 = 30_000

  let picture: Picture
  private let receivers: [Receiver]
  /// Feeds that are made here, such as an exercise, by name: their address and whether they still play.
  private let made = Mutex<[String: (address: String, playing: Bool)]>([:])

  /// When the desk came up: a feed that has not spoken yet has been silent since then.
  let started: Instant

  init(picture: Picture, receivers: [Receiver], started: Instant = Instant(millisecondsSince1970: 0)) {
    self.started = started
    self.picture = picture
    self.receivers = receivers
  }

  func startMaking(_ name: String, address: String) { made.withLock { $0[name] = (address, true) } }

  func stopMaking(_ name: String) { made.withLock { $0[name]?.playing = false } }

  /// Receives all feeds into the picture until each has ended or the task is cancelled.
  func run() async throws {
    guard !receivers.isEmpty else { return }
    let picture = picture
    try await ReceiverGroup(receivers).run { chunk in
      picture.ingest(feed: chunk.feed, bytes: chunk.bytes, arrived: chunk.arrived)
    }
  }

  /// How every feed fares.
  func lines(now: Instant) -> [Line] {
    // Two feeds of one name are refused when they are received; nothing may stop at them before.
    let health = Dictionary(receivers.map { ($0.name, $0.health) }, uniquingKeysWith: { first, _ in first })
    let made = made.withLock { $0 }
    return picture.feedCounts.map { counts in
      let received = health[counts.name]
      let state = received?.state.word ?? (made[counts.name]?.playing == true ? "live" : "ended")
      let silence = now.millisecondsSince1970 - (counts.lastArrived ?? started).millisecondsSince1970
      return Line(
        name: counts.name, address: received?.address ?? made[counts.name]?.address ?? "", state: state,
        exercise: counts.exercise, lastArrived: counts.lastArrived, sentences: counts.sentences,
        messages: counts.messages, refused: counts.refused, refusals: counts.refusals,
        isStale: !counts.isOccasional && state != "ended" && silence > Self.staleAfterMilliseconds,
        failure: state == "failed" ? received?.lastFailure?.message : nil)
    }
  }
}
