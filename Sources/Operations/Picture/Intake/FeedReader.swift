import Feeds
import Geodesy

/// Reads the bytes of one feed by its standard. It keeps what is unfinished from one chunk to the next.
protocol FeedReader: Sendable {
  /// Reads the next bytes and hands on what they say, one by one: nothing is collected in between.
  mutating func take(_ bytes: UnsafeRawBufferPointer, _ context: FeedContext, _ hear: (Heard) -> Void)
  /// What has been read and refused so far.
  var counts: ReaderCounts { get }
}

/// Of which feed some bytes are, and when they came.
struct FeedContext: Sendable {
  let feed: String
  let exercise: Bool
  let arrived: Instant

  /// The sensor that speaks: `drone` for the feeds `drone` and `drone/video`, which a sensor with several has.
  var sensor: String { feed.firstIndex(of: "/").map { String(feed[..<$0]) } ?? feed }

  /// A recording's own time is believed when it lies this close to its arrival; otherwise it is played now, and what it says
  /// belongs to now.
  static let believedOffsetMilliseconds: Int64 = 600_000

  /// When something was heard: the stated time where it is near the arrival.
  func believed(_ stated: Instant?) -> Instant {
    guard let stated else { return arrived }
    let offset = stated.millisecondsSince1970.subtractingReportingOverflow(arrived.millisecondsSince1970)
    let isNear = !offset.overflow && offset.partialValue.magnitude <= UInt64(Self.believedOffsetMilliseconds)
    return isNear ? stated : arrived
  }

  /// The moment with this many seconds since midnight that lies nearest to the arrival.
  func moment(ofDaySeconds seconds: Double) -> Instant {
    guard seconds.isFinite, (0...86_400).contains(seconds) else { return arrived }
    let day: Int64 = 86_400_000
    let midnight = arrived.millisecondsSince1970 / day * day
    let near = [-day, 0, day].map { midnight + $0 + Int64(seconds * 1000) }
      .min { ($0 - arrived.millisecondsSince1970).magnitude < ($1 - arrived.millisecondsSince1970).magnitude }
    return believed(near.map(Instant.init(millisecondsSince1970:)))
  }
}

/// How much of a feed could be read.
struct ReaderCounts: Sendable {
  var bytes = 0
  /// Sentences, frames, blocks or lines.
  var sentences = 0
  /// Messages, records or events in them.
  var messages = 0
  /// Refusals by reason.
  var refusals: [String: Int] = [:]
}

extension FeedFormat {
  /// A reader of the standard that has seen nothing.
  var reader: any FeedReader {
    switch self {
    case .nmea: SentenceFeedReader()
    case .asterix: AsterixFeedReader()
    case .klv: DroneFeedReader()
    case .adsb: AircraftFeedReader()
    case .detections: DetectionFeedReader()
    case .cot: EventFeedReader()
    case .beacon: BeaconFeedReader()
    }
  }
}
