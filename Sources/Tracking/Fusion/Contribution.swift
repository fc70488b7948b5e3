/// One observation that a track took in.
package struct Contribution: Hashable, Sendable {
  /// By what the caller knows the observation.
  package let reference: Int
  /// The number of the sensor.
  package let sensor: Int
  /// When it was made, on the tracker's clock.
  package let seconds: Double
  /// How far it lay from where the track expected it, as a squared Mahalanobis distance: 2 on average for a place.
  package let squaredDistance: Double
}

/// What one sensor has given to a track.
package struct SensorShare: Hashable, Sendable {
  /// The number of the sensor.
  package let sensor: Int
  /// How many observations.
  package internal(set) var plots: Int
  /// When the latest was made, on the tracker's clock.
  package internal(set) var latestSeconds: Double
}

/// What made a track: counts for each sensor, and the latest observations.
package struct Contributions: Hashable, Sendable {
  /// Of each sensor that gave anything, in the order of their first.
  package private(set) var shares: [SensorShare] = []
  private var kept: [Contribution] = []

  /// How many observations are handed out.
  package static let mostLatest = 50
  /// How many sensors one track counts apart.
  package static let mostSensors = 64

  /// The latest observations, the oldest first.
  package var latest: [Contribution] { kept.suffix(Self.mostLatest) }

  mutating func add(_ contribution: Contribution) {
    kept.append(contribution)
    if kept.count >= 2 * Self.mostLatest { kept.removeFirst(kept.count - Self.mostLatest) }
    if let index = shares.firstIndex(where: { $0.sensor == contribution.sensor }) {
      shares[index].plots += 1
      shares[index].latestSeconds = max(shares[index].latestSeconds, contribution.seconds)
    } else if shares.count < Self.mostSensors {
      shares.append(SensorShare(sensor: contribution.sensor, plots: 1, latestSeconds: contribution.seconds))
    }
  }

  /// Takes over what made another track of the same craft.
  mutating func join(_ other: Contributions) {
    kept = (other.latest + latest).sorted { $0.seconds < $1.seconds }.suffix(Self.mostLatest)
    for share in other.shares {
      if let index = shares.firstIndex(where: { $0.sensor == share.sensor }) {
        shares[index].plots += share.plots
        shares[index].latestSeconds = max(shares[index].latestSeconds, share.latestSeconds)
      } else if shares.count < Self.mostSensors {
        shares.append(share)
      }
    }
  }
}
