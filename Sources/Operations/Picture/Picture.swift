package import Archive
import Feeds
package import Geodesy
import Synchronization
package import Tracking

/// The live picture of the sea: what every feed says, as tracks, kept in the archive as it goes.
///
/// Feeds push bytes in, at the same time if they like; whoever shows the picture collects what has changed.
package final class Picture: Sendable {
  /// The bounds of the picture.
  package struct Limits: Sendable {
    /// Feeds at once.
    package var feeds = 64
    /// Safety texts remembered, one a sender.
    package var safetyTexts = 1_000
    /// Characters of a search.
    package var searchCharacters = 100
    /// A past picture shows craft that had been heard within this time.
    package var staleAfterMilliseconds: Int64 = 1_800_000

    /// The usual limits.
    package init() {}
  }

  /// What has changed since it was last asked for.
  package struct Changes: Sendable {
    /// Tracks that are new or different, as they are now.
    package var tracks: [Track]
    /// Names of tracks that ended.
    package var ended: [TrackID]
  }

  /// The bounds in force.
  package let limits: Limits
  /// Where positions are kept.
  package let archive: Archive
  private let state: Mutex<State>

  fileprivate struct State {
    var tracker: Tracker
    var intakes: [String: FeedIntake] = [:]
    var changed: Set<TrackID> = []
    var ended: [TrackID] = []
    var safetyTexts: [UInt32: String] = [:]
    var diagnostics: [String: Int] = [:]
    var archiveFailures = 0
  }

  /// A picture without tracks.
  package init(archive: Archive, limits: Limits = Limits(), tracker: Tracker = Tracker()) {
    self.archive = archive
    self.limits = limits
    state = Mutex(State(tracker: tracker))
  }

  /// Makes a feed known before its first bytes; a feed that is known stays as it is.
  /// - Throws: `OperationsError` when there are too many feeds.
  package func open(feed name: String, exercise: Bool) throws {
    try state.withLock { state in
      guard state.intakes[name] == nil else { return }
      guard state.intakes.count < limits.feeds else { throw OperationsError(.limit, "At most \(limits.feeds) feeds.") }
      state.intakes[name] = FeedIntake(name: name, exercise: exercise)
    }
  }

  /// Takes bytes of a feed that was opened, in the order in which they came.
  package func ingest(feed name: String, bytes: [UInt8], arrived: Instant) {
    guard let intake = state.withLock({ $0.intakes[name] }) else { return }
    let heard = intake.take(bytes, arrived: arrived)
    guard !heard.isEmpty else { return }
    var positions: [ArchivedPosition] = []
    var descriptions: [StaticReport] = []
    state.withLock { state in
      for item in heard {
        switch item {
        case .observation(let observation):
          let update = state.tracker.observe(observation)
          state.note(update)
          if update.change != .refused { positions.append(ArchivedPosition(observation, update.track)) }
          // What it said of itself before its first position has waited for this.
          if update.change == .started, !update.track.statics.isEmpty {
            descriptions.append(StaticReport(update.track))
          }
        case .description(let report):
          if let update = state.tracker.describe(report) {
            state.note(update)
            if update.change == .described { descriptions.append(StaticReport(update.track)) }
          }
        case .safetyText(let mmsi, let text):
          if state.safetyTexts.count < limits.safetyTexts || state.safetyTexts[mmsi] != nil {
            state.safetyTexts[mmsi] = text
          }
        }
      }
    }
    keep(positions, descriptions)
  }

  /// Moves the picture's time on: tracks that are silent coast, and end.
  package func advance(to now: Instant) {
    state.withLock { state in
      for update in state.tracker.advance(to: now) { state.note(update) }
    }
  }

  /// What has changed since the last call.
  package func takeChanges() -> Changes {
    state.withLock { state in
      let changes = Changes(tracks: state.changed.compactMap { state.tracker.track($0) }, ended: state.ended)
      state.changed.removeAll(keepingCapacity: true)
      state.ended.removeAll()
      return changes
    }
  }

  /// A track that is held now.
  package func track(_ id: TrackID) -> Track? { state.withLock { $0.tracker.track(id) } }

  /// All tracks that are held now.
  package var tracks: [Track] { state.withLock { Array($0.tracker.tracks) } }

  /// How many tracks are held now.
  package var trackCount: Int { state.withLock { $0.tracker.count } }

  /// The latest safety text that a sender broadcast (AIS messages 12 and 14).
  package func safetyText(mmsi: UInt32) -> String? { state.withLock { $0.safetyTexts[mmsi] } }

  /// How much could be read of each feed.
  package var feedCounts: [FeedCounts] {
    state.withLock { Array($0.intakes.values) }.map(\.counts).sorted { $0.name < $1.name }
  }

  /// How often positions could not be handed to the archive.
  package var archiveFailures: Int { state.withLock { $0.archiveFailures } }

  func noteArchiveFailure() { state.withLock { $0.archiveFailures += 1 } }

  /// Puts a craft back that the archive remembers.
  func restore(_ past: PastTrack) {
    let position = past.position
    let observation = SensorObservation(
      ais: "archive", mmsi: past.mmsi, received: position.received, utcSecond: nil, position: position.position,
      positionAccuracyHigh: false, speedKnots: position.speedKnots, courseDegrees: position.courseDegrees,
      headingDegrees: position.headingDegrees, exercise: past.exercise)
    state.withLock { state in
      _ = state.tracker.observe(observation)
      if let report = past.description { _ = state.tracker.describe(report) }
    }
  }

  /// How often each kind of doubt about an observation arose, by `TrackDiagnostic.code`.
  package var doubts: [String: Int] { state.withLock { $0.diagnostics } }
}

extension Picture.State {
  /// Remembers what an update changed until somebody asks.
  mutating func note(_ update: TrackUpdate) {
    if let diagnostic = update.diagnostic { diagnostics[diagnostic.code, default: 0] += 1 }
    // Who is heard again before anybody asked has not ended.
    if update.change == .started { ended.removeAll { $0 == update.track.id } }
    switch update.change {
    case .started, .moved, .described, .coasting, .unchanged: changed.insert(update.track.id)
    case .ended:
      changed.remove(update.track.id)
      ended.append(update.track.id)
    case .refused: break
    }
  }
}
