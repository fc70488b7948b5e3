import Feeds
import Geodesy
import Synchronization

/// Takes the bytes of one feed apart and turns what is in them into what the picture is made of.
///
/// A feed has one intake, so that a message split over two reads is put together, and messages of two feeds never mix.
final class FeedIntake: Sendable {
  let name: String
  let format: FeedFormat
  let exercise: Bool
  private let state: Mutex<State>

  private struct State: ~Copyable {
    var reader: any FeedReader
    var lastArrived: Instant?
    var lastMessage: Instant?
  }

  init(name: String, format: FeedFormat = .nmea, exercise: Bool) {
    self.name = name
    self.format = format
    self.exercise = exercise
    state = Mutex(State(reader: format.reader))
  }

  /// The counts of this feed so far.
  var counts: FeedCounts {
    state.withLock { state in
      let counts = state.reader.counts
      return FeedCounts(
        name: name, isOccasional: format.isOccasional, exercise: exercise, bytes: counts.bytes,
        sentences: counts.sentences, messages: counts.messages,
        refusals: counts.refusals, lastArrived: state.lastArrived, lastMessage: state.lastMessage)
    }
  }

  /// Decodes the next bytes of the feed and hands on what is heard, one by one.
  func take(_ bytes: [UInt8], arrived: Instant, _ hear: (Heard) -> Void) {
    state.withLock { state in
      var hasHeard = false
      let context = FeedContext(feed: name, exercise: exercise, arrived: arrived)
      bytes.withUnsafeBytes { raw in
        state.reader.take(raw, context) { heard in
          hasHeard = true
          hear(heard)
        }
      }
      state.lastArrived = arrived
      if hasHeard { state.lastMessage = arrived }
    }
  }
}
