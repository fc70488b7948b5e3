import Archive
import Exercise
public import Geodesy
public import Ledger
import Operations
import Synchronization

/// Writes a synthetic night into a store, as fast as it goes, with the night's own time as the clock.
public enum ExerciseWriter {
  /// What is handed to the picture at a time: sentences, datagrams, packets.
  static let batchEmissions = 2_000
  /// Night time between two looks at what the archive has sealed, in milliseconds.
  static let anchorEveryMilliseconds: Int64 = 600_000

  /// What was written.
  public struct Outcome: Sendable {
    /// Sentences of the night.
    public var sentences = 0
    /// Craft heard.
    public var tracks = 0
    /// Entries in the ledger afterwards.
    public var entries: Int64 = 0
  }

  /// Writes the night.
  ///
  /// - Throws: `ServeFailure`, in words, when the store cannot take it.
  public static func write(
    seed: UInt64, start: Instant, hours: Double, into store: StoreLocation
  ) async throws -> Outcome {
    let clock = NightClock(start)
    var surroundings = Surroundings.live
    surroundings.now = { clock.now }
    let (centre, archive) = try await DeskServer.open(store, surroundings)
    // The night's clock is not the one by which a secret expires: serving the store announces one that holds.
    try await FirstRun.prepare(centre, exercise: true, announce: { _ in })
    let picture = Picture(archive: archive)
    let night = Night(seed: seed, start: start, hours: hours)
    let feeds = night.feeds
    try ExercisePlayer.open(feeds, in: picture)
    var outcome = Outcome()
    var batch: [NightEmission] = []
    var anchored = start
    for emission in night.emissions() {
      clock.now = max(clock.now, emission.at)
      batch.append(emission)
      if emission.feed == 0 { outcome.sentences += 1 }
      guard batch.count >= batchEmissions else { continue }
      take(&batch, feeds, picture, clock.now)
      if clock.now.millisecondsSince1970 - anchored.millisecondsSince1970 >= anchorEveryMilliseconds {
        anchored = clock.now
        try await keep(centre, archive, sealing: false)
      }
    }
    take(&batch, feeds, picture, clock.now)
    outcome.tracks = picture.trackCount
    try await keep(centre, archive, sealing: true)
    _ = try await centre.ledger.checkpoint()
    outcome.entries = centre.ledger.head.size
    try await centre.close()
    return outcome
  }

  private static func take(
    _ batch: inout [NightEmission], _ feeds: [NightFeed], _ picture: Picture, _ now: Instant
  ) {
    for run in batch.runsOfOneFeed {
      picture.ingest(feed: ExercisePlayer.name(of: feeds[run.feed]), bytes: run.bytes, arrived: now)
    }
    picture.advance(to: now)
    _ = picture.takeChanges()
    batch.removeAll(keepingCapacity: true)
  }

  private static func keep(_ centre: Centre, _ archive: Archive, sealing: Bool) async throws {
    try archive.flush(sealingEverything: sealing)
    try archive.flushDescriptions()
    try await centre.anchor(archive)
  }
}

/// The clock of a night that is written: it shows the time of the last sentence.
private final class NightClock: Sendable {
  private let moment: Mutex<Instant>

  init(_ moment: Instant) {
    self.moment = Mutex(moment)
  }

  var now: Instant {
    get { moment.withLock { $0 } }
    set { moment.withLock { $0 = newValue } }
  }
}
