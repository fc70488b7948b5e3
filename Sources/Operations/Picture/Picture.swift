package import Archive
package import Feeds
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
    /// Looks of sensors that wait to be taken up by the layer of coverage; what is beyond is seen in the next look.
    package var looks = 10_000
    /// Calls for help that wait to be taken up.
    package var notices = 10_000
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
  package struct Changes<Seen: Sendable>: Sendable {
    /// Tracks that are new or different, as they are now, or what was made of them.
    package var tracks: [Seen]
    /// Names of tracks that ended.
    package var ended: [TrackID]
  }

  /// The bounds in force.
  package let limits: Limits
  /// Where positions are kept.
  package let archive: Archive
  let state: Mutex<State>

  struct State {
    var tracker: Tracker
    var sea = SeaTracker()
    var reported = ReportedAssets()
    /// Names of craft of the sea and of those who take part that have changed.
    var named: Set<TrackID> = []
    var notices: [DistressNotice] = []
    /// Names of tracks that ended, for the watch of behaviour.
    var endedForWatch: [TrackID] = []
    /// What sensors looked at lately, for the layer of coverage.
    var looks: [SensorLook] = []
    var noticesDropped = 0
    var intakes: [String: FeedIntake] = [:]
    var changed = ChangedSlots()
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
  package func open(feed name: String, format: FeedFormat = .nmea, exercise: Bool) throws {
    try state.withLock { state in
      guard state.intakes[name] == nil else { return }
      guard state.intakes.count < limits.feeds else { throw OperationsError(.limit, "At most \(limits.feeds) feeds.") }
      state.intakes[name] = FeedIntake(name: name, format: format, exercise: exercise)
    }
  }

  /// Takes bytes of a feed that was opened, in the order in which they came.
  package func ingest(feed name: String, bytes: [UInt8], arrived: Instant) {
    guard let intake = state.withLock({ $0.intakes[name] }) else { return }
    var kept = Kept()
    kept.positions.reserveCapacity(bytes.count / Self.bytesPerSentence)
    state.withLock { state in
      intake.take(bytes, arrived: arrived) { state.hear($0, of: name, keeping: &kept, limits) }
    }
    keep(kept)
  }

  /// Ended tracks that wait for a watch of behaviour, which may not be there; it forgets the others by their silence.
  fileprivate static let mostEndedForWatch = 100_000

  /// About how long a sentence is, to make room for what a chunk of bytes brings.
  private static let bytesPerSentence = 48

  /// Moves the picture's time on: tracks that are silent coast, and end.
  package func advance(to now: Instant) {
    state.withLock { state in
      for update in state.tracker.advance(to: now) { state.note(update) }
      for change in state.reported.advance(to: now) { state.note(change) }
    }
  }

  /// What has changed since the last call.
  package func takeChanges() -> Changes<Track> { takeChanges { $0 } }

  /// What has changed since the last call, each track as `view` sees it; a track is large, so none is copied for that.
  ///
  /// - Parameter view: called while the picture is held, so it must be quick.
  package func takeChanges<Seen: Sendable>(_ view: (Track) -> Seen) -> Changes<Seen> {
    var kept = Kept()
    defer { keep(kept) }
    return state.withLock { state in
      // What sensors without identity show is told together, however many of them have spoken.
      state.noteSea(keeping: &kept)
      var seen: [Seen] = []
      seen.reserveCapacity(state.changed.count)
      state.changed.take { slot in state.tracker.look(slot: slot) { seen.append(view($0)) } }
      for id in state.named {
        if let track = state.sea.track(id) ?? state.reported.track(id) { seen.append(view(track)) }
      }
      state.named.removeAll(keepingCapacity: true)
      let changes = Changes(tracks: seen, ended: state.ended)
      state.ended.removeAll()
      return changes
    }
  }

  /// Looks at the tracker, and at the tracks of those without a transponder, while nothing changes them.
  func look<Value: Sendable>(_ body: (Tracker, [Track]) -> Value) -> Value {
    state.withLock { body($0.tracker, $0.sea.tracks + $0.reported.tracks) }
  }

  /// A track that is held now.
  package func track(_ id: TrackID) -> Track? {
    state.withLock { $0.tracker.track(id) ?? $0.sea.track(id) ?? $0.reported.track(id) }
  }

  /// All tracks that are held now.
  package var tracks: [Track] {
    state.withLock { Array($0.tracker.tracks) + $0.sea.tracks + $0.reported.tracks }
  }

  /// How many tracks are held now.
  package var trackCount: Int { state.withLock { $0.tracker.count + $0.sea.craftCount + $0.reported.count } }

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
    // A craft without a transponder is found again by the sensors themselves.
    guard let mmsi = past.mmsi else { return }
    let position = past.position
    let observation = SensorObservation(
      ais: "archive", mmsi: mmsi, received: position.received, utcSecond: nil, position: position.position,
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
  /// Takes in one thing that a feed says, and adds what the archive must keep of it.
  fileprivate mutating func hear(
    _ heard: Heard, of feed: String, keeping kept: inout Picture.Kept, _ limits: Picture.Limits
  ) {
    switch heard {
    case .observation(let observation):
      let note = tracker.take(observation)
      if !sea.sensors.isEmpty { sea.hear(observation) }
      guard let slot = self.note(note), let label = tracker.label(slot: slot) else { return }
      kept.positions.append(ArchivedPosition(observation, label.id, label.flags, slot: slot))
      // What it said of itself before its first position has waited for this.
      if note.change == .started, let track = tracker.track(slot: slot), !track.statics.isEmpty,
        let report = StaticReport(track)
      {
        kept.descriptions.append(report)
      }
    case .description(let report):
      let note = tracker.take(report)
      guard let slot = self.note(note), note.change == .described, let track = tracker.track(slot: slot),
        let report = StaticReport(track)
      else { return }
      kept.descriptions.append(report)
    case .look(var look):
      sea.take(look)
      look.plots = []
      if looks.count < limits.looks { looks.append(look) }
      noteSea(keeping: &kept)
    case .place(let sensor, let position): sea.note(sensor: sensor, at: position)
    case .asset(let asset):
      guard let track = reported.take(asset, from: feed) else { return }
      named.insert(track.id)
      kept.positions.append(ArchivedPosition(track))
    case .distress(let notice):
      if notices.count < limits.notices { notices.append(notice) } else { noticesDropped += 1 }
    case .safetyText(let mmsi, let text):
      if safetyTexts.count < limits.safetyTexts || safetyTexts[mmsi] != nil { safetyTexts[mmsi] = text }
    }
  }

  /// Remembers what sensors without identity changed, and what the archive must keep of it.
  fileprivate mutating func noteSea(keeping kept: inout Picture.Kept) {
    for change in sea.takeChanges() {
      switch change {
      case .craft(let track):
        named.insert(track.id)
        kept.positions.append(ArchivedPosition(track))
      case .support(let mmsi, let exercise, let sensed, let place):
        if let slot = tracker.support(mmsi: mmsi, exercise: exercise, sensed, state: place) { changed.insert(slot) }
      case .ended(let id): note(.ended(id))
      }
    }
  }

  /// Remembers what became of somebody who takes part, or of a craft of the sea.
  fileprivate mutating func note(_ change: ReportedAssets.Change) {
    switch change {
    case .coasting(let id): named.insert(id)
    case .ended(let id):
      named.remove(id)
      ended.append(id)
      if endedForWatch.count < Picture.mostEndedForWatch { endedForWatch.append(id) }
    }
  }

  /// Remembers what an input changed until somebody asks.
  /// - Returns: the slot of its track; nil when it has none.
  private mutating func note(_ note: TrackNote) -> Int? {
    if let diagnostic = note.diagnostic { diagnostics[diagnostic.code, default: 0] += 1 }
    guard let slot = note.slot, note.change != .refused else { return nil }
    // Who is heard again before anybody asked has not ended.
    if note.change == .started, !ended.isEmpty, let label = tracker.label(slot: slot) {
      ended.removeAll { $0 == label.id }
    }
    changed.insert(slot)
    return slot
  }

  /// Remembers what the lapse of time changed until somebody asks.
  fileprivate mutating func note(_ update: TrackUpdate) {
    guard update.change == .ended else {
      if let mmsi = update.track.mmsi, let slot = tracker.slot(mmsi: mmsi, exercise: update.track.exercise) {
        changed.insert(slot)
      }
      return
    }
    ended.append(update.track.id)
    if endedForWatch.count < Picture.mostEndedForWatch { endedForWatch.append(update.track.id) }
  }
}
