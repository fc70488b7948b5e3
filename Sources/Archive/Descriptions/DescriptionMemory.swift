/// The newest descriptions of tracks that somebody asked for, so that a picture of the past need not look up each craft.
///
/// Whatever removes descriptions from the file must `forget` them here.
struct DescriptionMemory: Sendable {
  /// What is remembered of one track.
  struct Known: Sendable {
    /// The newest descriptions, the oldest of them first.
    var rows: [DescriptionStore.Row]
    /// Whether the file may hold older ones.
    var isCut: Bool

    /// The newest that had been received by a moment; nil when there is none among them.
    func row(knownBy milliseconds: Int64) -> DescriptionStore.Row? { rows.last { $0.received <= milliseconds } }
  }

  /// Descriptions remembered of one track.
  static let rowsMost = 4
  /// Tracks that are remembered; when there are more, all are forgotten and looked up again.
  static let tracksMost = 100_000

  private var tracks: [String: Known] = [:]

  subscript(trackID: String) -> Known? { tracks[trackID] }

  mutating func remember(_ known: Known, of trackID: String) {
    if tracks.count >= Self.tracksMost { tracks.removeAll() }
    tracks[trackID] = known
  }

  /// Takes in a new description of a track that is remembered; others are looked up when somebody asks.
  mutating func add(_ row: DescriptionStore.Row) {
    guard var known = tracks.removeValue(forKey: row.trackID) else { return }
    // One that comes late has its place in between, and the file knows it.
    guard row.received >= known.rows.last?.received ?? .min else { return }
    if known.rows.last?.received == row.received { known.rows.removeLast() }
    known.rows.append(row)
    if known.rows.count > Self.rowsMost {
      known.rows.removeFirst()
      known.isCut = true
    }
    tracks[row.trackID] = known
  }

  mutating func forget(_ trackID: String) { tracks[trackID] = nil }
}
