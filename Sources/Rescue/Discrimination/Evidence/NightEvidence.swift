import Geodesy

/// All that is known of one night: what the discrimination starts from.
public struct NightEvidence: Hashable, Sendable {
  /// Reports of people.
  public var contacts: [ContactEvidence]
  /// Tracks of sensors.
  public var tracks: [TrackEvidence]
  /// Recoveries.
  public var recoveries: [RecoveryEvidence]
  /// Wind and current.
  public var sea: SeaSeries
  /// What officers have decided.
  public var constraints: [OfficerConstraint]

  /// A night.
  public init(
    contacts: [ContactEvidence] = [], tracks: [TrackEvidence] = [], recoveries: [RecoveryEvidence] = [],
    sea: SeaSeries = SeaSeries([]), constraints: [OfficerConstraint] = []
  ) {
    self.contacts = contacts
    self.tracks = tracks
    self.recoveries = recoveries
    self.sea = sea
    self.constraints = constraints
  }

  /// The middle of the moments that the evidence is about: one wrong clock does not move it far.
  var middle: Instant? {
    let times = (contacts.map(\.about) + recoveries.map(\.time) + tracks.flatMap { $0.fixes.map(\.time) }).sorted()
    return times.isEmpty ? nil : times[times.count / 2]
  }

  var firstPosition: Position? {
    contacts.lazy.compactMap(\.position).first ?? recoveries.lazy.compactMap(\.position).first
      ?? tracks.lazy.compactMap { $0.fixes.first?.position }.first
  }
}
