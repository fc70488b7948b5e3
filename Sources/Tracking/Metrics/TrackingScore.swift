/// How well tracks told what was there, over many scans.
///
/// The distances are those of `PointSetDistance` with the cutoff given, the generalised one squared within and the mean one of
/// order 1. The first scans are left out, while tracks are found.
package struct TrackingScore: Sendable {
  /// A craft or a track in one scan.
  package struct Item: Sendable {
    package var id: Int
    package var place: PointSetDistance.Point
    package var isSmallBoat: Bool

    package init(id: Int, place: PointSetDistance.Point, isSmallBoat: Bool = false) {
      (self.id, self.place, self.isSmallBoat) = (id, place, isSmallBoat)
    }
  }

  package let cutoffMetres: Double
  /// Scans compared, and the sums over them of both distances in metres, of craft without a track and of tracks without a craft.
  package private(set) var scans = 0
  private var generalised = 0.0
  private var mean = 0.0
  private var missed = 0
  private var falseTracks = 0
  private var smallBoats = 0
  private var smallBoatsHeld = 0
  private var trackOf: [Int: Int] = [:]
  /// How often another track was nearest to a craft than before.
  package private(set) var switches = 0

  package init(cutoffMetres: Double = 200) { self.cutoffMetres = cutoffMetres }

  /// Compares one scan.
  ///
  /// - Parameter isCounted: whether it goes into the means; switches are followed in any case.
  package mutating func add(craft: [Item], tracks: [Item], isCounted: Bool) {
    let (places, found) = (craft.map(\.place), tracks.map(\.place))
    let parts = PointSetDistance.generalised(craft: places, tracks: found, cutoffMetres: cutoffMetres)
    for (one, track) in zip(craft, parts.trackOfCraft) {
      guard let track else { continue }
      if let before = trackOf[one.id], before != tracks[track].id { switches += 1 }
      trackOf[one.id] = tracks[track].id
    }
    guard isCounted else { return }
    scans += 1
    generalised += parts.distance
    mean += PointSetDistance.mean(craft: places, tracks: found, cutoffMetres: cutoffMetres)
    missed += parts.trackOfCraft.count { $0 == nil }
    falseTracks += parts.falseTracks
    for (one, track) in zip(craft, parts.trackOfCraft) where one.isSmallBoat {
      smallBoats += 1
      if track != nil { smallBoatsHeld += 1 }
    }
  }

  /// The mean generalised distance (GOSPA of order 2, α = 2) in metres.
  package var meanGeneralised: Double { generalised / Double(max(scans, 1)) }
  /// The mean of the mean distances (OSPA of order 1) in metres.
  package var meanDistance: Double { mean / Double(max(scans, 1)) }
  package var missedPerScan: Double { Double(missed) / Double(max(scans, 1)) }
  package var falsePerScan: Double { Double(falseTracks) / Double(max(scans, 1)) }
  /// The share of the time of small boats in which each had a track; 1 without small boats.
  package var smallBoatsHeldShare: Double { smallBoats > 0 ? Double(smallBoatsHeld) / Double(smallBoats) : 1 }
}
