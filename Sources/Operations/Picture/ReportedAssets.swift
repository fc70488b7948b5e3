import Geodesy
import Tracking

/// Those who take part in the watch and say where they are, as tracks.
struct ReportedAssets: Sendable {
  /// What the lapse of time changed.
  enum Change {
    case coasting(TrackID)
    case ended(TrackID)
  }

  /// Held at most; beyond it, nobody new is taken up until somebody has ended.
  static let most = 4_000
  /// Silent for so long, somebody is shown as silent, and after the next no longer.
  static let coastingAfterSeconds = 60.0
  static let endingAfterSeconds = 600.0

  private var held: [TrackID: Track] = [:]

  var count: Int { held.count }
  var tracks: [Track] { held.values.sorted { $0.id < $1.id } }

  func track(_ id: TrackID) -> Track? { held[id] }

  /// Takes a report; nil when there is no room, or when a newer one has come.
  mutating func take(_ asset: ReportedAsset, from feed: String) -> Track? {
    let before = held[asset.id]
    guard before != nil || held.count < Self.most else { return nil }
    if let before, before.state.at > asset.at { return nil }
    let track = Track(
      reported: asset.id, asset.trackClass, callSign: asset.callSign, at: asset.at, received: asset.received,
      position: asset.position, deviationMetres: asset.deviationMetres, speedKnots: asset.speedKnots,
      courseDegrees: asset.courseDegrees, source: feed, after: before)
    held[asset.id] = track
    return track
  }

  /// Lets those go who have been silent for long.
  mutating func advance(to now: Instant) -> [Change] {
    var changes: [Change] = []
    for (id, track) in held {
      let silence = now.seconds(since: track.lastHeard)
      if silence > Self.endingAfterSeconds {
        held[id] = nil
        changes.append(.ended(id))
      } else if silence > Self.coastingAfterSeconds, track.status == .live {
        held[id] = track.coasting
        changes.append(.coasting(id))
      }
    }
    return changes
  }
}
