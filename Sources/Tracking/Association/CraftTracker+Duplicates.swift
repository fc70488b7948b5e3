#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Two tracks of one craft.
extension CraftTracker {
  /// Two candidates by their ids, the older first.
  struct Couple: Hashable, Sendable {
    let older: Int
    let younger: Int
  }

  /// Weighs for each two tracks that go side by side whether they are one craft, and takes them as one when they surely are.
  ///
  /// Two craft are both seen in most scans; of one craft a scan shows one plot, which goes to the one track or the other. The log
  /// odds gain the logarithm of p / (2·p·(1 − p)·(1 − u) + p·u) by each scan that shows exactly one of the two, with p the chance
  /// of detection and u that of one plot for both, and lose by each that shows both.
  mutating func weighDuplicates(_ placed: PlacedScan, _ plotOf: [Int], _ views: [CandidateView]) {
    guard !placed.sensor.isCooperative else { return }
    var weighed: [Couple: Double] = [:]
    var merges: [Couple] = []
    for (first, second) in neighbours(views) {
      let couple = Couple(older: candidates[first].id, younger: candidates[second].id)
      let before = couples[couple] ?? Self.oddsAtFirst
      let after = before + evidence((first, second), placed, plotOf, views)
      weighed[couple] = min(max(after, Self.leastOdds), Self.oneCraftFrom + 1)
      if after > Self.oneCraftFrom { merges.append(couple) }
    }
    // What another sensor weighs is kept until that sensor looks again or the two part.
    for (couple, odds) in couples where weighed[couple] == nil && isAbreast(couple) { weighed[couple] = odds }
    couples = weighed
    for couple in merges { join(couple) }
  }

  private static let oddsAtFirst = -2.0
  private static let leastOdds = -12.0
  private static let oneCraftFrom = 4.0
  private static let lossWhenBothSeen = -3.0
  /// Tracks further apart than this are two craft, in metres along an axis.
  private static let greatestWayMetres = 300.0
  /// The squared Mahalanobis distance of place and of velocity below which two tracks go side by side.
  private static let abreastSquaredDistance = 9.0

  private func evidence(
    _ two: (Int, Int), _ placed: PlacedScan, _ plotOf: [Int], _ views: [CandidateView]
  ) -> Double {
    let chance = (views[two.0].chances.detection * views[two.1].chances.detection).squareRoot()
    guard chance > 0.05 else { return 0 }
    switch (plotOf[two.0] >= 0, plotOf[two.1] >= 0) {
    case (true, true): return Self.lossWhenBothSeen
    case (false, false): return 0
    default:
      var together = 0.0
      if let cell = placed.sensor.resolution {
        let one = SensorView(views[two.0].motion, placed.sensor)
        let other = SensorView(views[two.1].motion, placed.sensor)
        together = cell.chanceOfOnePlot(
          rangeApartMetres: one.distance - other.distance,
          bearingApartRadians: (one.bearing - other.bearing).remainder(dividingBy: 2 * .pi))
      }
      return log(chance / (2 * chance * (1 - chance) * (1 - together) + chance * together))
    }
  }

  /// The places of all tracks in pairs that go side by side, the older of each first.
  ///
  /// The sea is cut into rows from west to east, each as high as two tracks may be apart, so that a track meets only those a
  /// little further along its own row and those near by in the next.
  private func neighbours(_ views: [CandidateView]) -> [(Int, Int)] {
    var keyed: [(key: Int64, index: Int)] = []
    for (index, view) in views.enumerated() where candidates[index].number != nil && view.chances.detection > 0.05 {
      keyed.append((Self.key(view.motion, rowsOn: 0, eastwards: 0), index))
    }
    keyed.sort { ($0.key, $0.index) < ($1.key, $1.index) }
    var found: [(Int, Int)] = []
    for (rank, one) in keyed.enumerated() {
      let mine = views[one.index].motion
      let ahead = Self.key(mine, rowsOn: 0, eastwards: Self.greatestWayMetres)
      let next = Self.key(mine, rowsOn: 1, eastwards: -Self.greatestWayMetres)
      let nextEnd = Self.key(mine, rowsOn: 1, eastwards: Self.greatestWayMetres)
      let start = keyed.partitioningIndex { $0.key >= next }
      for (from, last) in [(rank + 1, ahead), (max(start, rank + 1), nextEnd)] {
        var place = from
        while place < keyed.count, keyed[place].key <= last, place < from + Self.mostNeighbours {
          let other = keyed[place].index
          if Self.isAbreast(mine, views[other].motion) { found.append((min(one.index, other), max(one.index, other))) }
          place += 1
        }
      }
    }
    return found.sorted { $0 < $1 }
  }

  /// Its row, and its way east in decimetres within.
  private static func key(_ motion: Motion, rowsOn: Double, eastwards: Double) -> Int64 {
    let row = min(max((motion.northMetres / greatestWayMetres).rounded(.down) + rowsOn, -1e6), 1e6)
    let east = min(max(((motion.eastMetres + eastwards) * 10).rounded(), -1e9), 1e9)
    return Int64(row) << 32 + (Int64(east) + 1 << 31)
  }

  /// No more tracks than this are compared with one in each row.
  private static let mostNeighbours = 200

  private func isAbreast(_ couple: Couple) -> Bool {
    guard let first = index(of: couple.older), let second = index(of: couple.younger) else { return false }
    return Self.isAbreast(candidates[first].motion, candidates[second].motion)
  }

  private static func isAbreast(_ one: Motion, _ other: Motion) -> Bool {
    guard (one.northMetres - other.northMetres).magnitude < greatestWayMetres else { return false }
    let (place, speed) = (
      one.covariance.position + other.covariance.position, one.covariance.velocity + other.covariance.velocity
    )
    let apart = place.inverse?.squaredLength(
      east: one.eastMetres - other.eastMetres, north: one.northMetres - other.northMetres)
    guard apart ?? .infinity < abreastSquaredDistance else { return false }
    let differing = speed.inverse?.squaredLength(
      east: one.velocityEast - other.velocityEast, north: one.velocityNorth - other.velocityNorth)
    return differing ?? .infinity < abreastSquaredDistance
  }

  /// Goes on with the better known of two tracks that are one craft, under the older number.
  private mutating func join(_ couple: Couple) {
    guard let first = index(of: couple.older), let second = index(of: couple.younger) else { return }
    switch (candidates[first].transponder, candidates[second].transponder) {
    // Two identities are two craft until one of them leaves.
    case (_?, _?): return
    case (nil, let slot?):
      candidates[first].transponder = slot
      candidates[first].replace(candidates[second].mixture, at: candidates[second].seconds)
      transponders[slot].home = couple.older
    case (nil, nil):
      let (one, other) = (candidates[first].motion.covariance, candidates[second].motion.covariance)
      if other.position.determinant < one.position.determinant {
        candidates[first].replace(candidates[second].mixture, at: candidates[second].seconds)
      }
    case (_?, nil): break
    }
    couples[couple] = nil
    merge(second, into: first)
  }
}
