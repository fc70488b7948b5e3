import Geodesy
import Marking
import Operations
import Tracking

/// What stands on the sheets: the picture and the log as they are known at a moment, in values.
struct PaperContent: Sendable {
  /// Tracks that are listed one by one beside those of interest; the rest is counted.
  static let otherTracksMost = 200
  /// Tracks of interest that are listed; the rest is counted.
  static let interestMost = 100
  /// Entries of the log that are printed.
  static let logEntriesMost = 100
  /// How far back the log is printed: a watch.
  static let logMilliseconds: Int64 = 12 * 3_600_000

  var at: Instant
  /// Whether it is asked about the past rather than about now.
  var isPast: Bool
  var marking: String
  var exercise: Bool
  var centre: String
  /// Tracks that somebody must know of first, distress before all.
  var interest: [TrackDetail] = []
  var others: [TrackDetail] = []
  var feeds: [FeedBoard.Line] = []
  var gaps: [String] = []
  var log: [LogEntry] = []
  var logIsCut = false

  var distress: [TrackDetail] { interest.filter { $0.row.trackClass == .distress } }

  /// Sorts tracks by what a watch looks for first.
  mutating func take(_ tracks: [TrackDetail]) {
    let named = Set(log.compactMap(\.subject))
    let ranked = tracks.map { (rank: Self.rank($0, named), track: $0) }.sorted { first, second in
      (first.rank, first.track.row.name ?? "~", first.track.row.id)
        < (second.rank, second.track.row.name ?? "~", second.track.row.id)
    }
    interest = ranked.filter { $0.rank < Self.ordinary }.map(\.track)
    others = ranked.filter { $0.rank >= Self.ordinary }.map(\.track)
  }

  private static let ordinary = 4

  private static func rank(_ track: TrackDetail, _ named: Set<String>) -> Int {
    if track.row.trackClass == .distress { return 0 }
    if track.row.flags.contains(where: { $0 != "exercise" }) { return 1 }
    if named.contains(track.row.id) { return 2 }
    return [.sar, .aircraft, .law, .military].contains(track.row.trackClass) ? 3 : ordinary
  }
}

extension Desk {
  /// What stands on the sheets now, or as known at a moment. It asks nobody's permission.
  func paperContent(at moment: Instant?, _ acting: Acting) async throws -> PaperContent {
    let time = moment ?? now()
    let settings = centre.settings
    var content = PaperContent(
      at: time, isPast: moment != nil, marking: markingText, exercise: settings.exercise, centre: settings.name)
    var query = LogQuery(limit: PaperContent.logEntriesMost)
    query.aboutFrom = time.adding(milliseconds: -PaperContent.logMilliseconds)
    if let moment { query.asKnown = .sequence(try await centre.sequence(knownAt: moment)) }
    let log = try await centre.log(query, as: acting)
    content.log = log.entries.filter { $0.correctedBy == nil }
    content.logIsCut = log.next != nil
    if let moment {
      content.take(try picture.past(at: moment, in: nil).map { TrackDetail($0) })
    } else {
      content.take(picture.tracks.map { TrackDetail($0, safetyText: nil) })
      let status = status()
      content.feeds = status.feeds
      content.gaps = status.gaps
    }
    return content
  }

  /// What everything that leaves here is marked with.
  var markingText: String { Marking.official.marked(exercise: centre.settings.exercise).text }
}
