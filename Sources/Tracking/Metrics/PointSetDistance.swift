/// How far a set of tracks lies from a set of craft.
///
/// Places are metres on a plane. Both distances pair tracks and craft so that the sum is least; what is further apart than
/// the cutoff counts as one craft missed and one false track.
package enum PointSetDistance {
  package struct Point: Hashable, Sendable {
    package var east: Double
    package var north: Double

    package init(east: Double, north: Double) {
      self.east = east
      self.north = north
    }

    func distance(to other: Point) -> Double {
      ((east - other.east) * (east - other.east) + (north - other.north) * (north - other.north)).squareRoot()
    }
  }

  /// What became of each craft and each track.
  package struct Parts: Hashable, Sendable {
    /// The generalised distance itself, in metres.
    package var distance: Double
    /// The track of each craft; nil for a craft that was missed.
    package var trackOfCraft: [Int?]
    package var falseTracks: Int
  }

  /// The generalised optimal sub-pattern assignment distance of order 2 with α = 2.
  ///
  /// The root of the squared distances of the pairs and, for each craft missed and each false track, half the squared cutoff.
  /// Source: Rahmathullah, García-Fernández and Svensson, Generalized optimal sub-pattern assignment metric, FUSION 2017,
  /// equation 7. Two craft of which one is 3 m off and one missed, at a cutoff of 200 m, give √(9 + 20 000) = 141.5 m.
  package static func generalised(craft: [Point], tracks: [Point], cutoffMetres cutoff: Double) -> Parts {
    let found = pairs(craft, tracks, cutoff) { cutoff * cutoff - $0 * $0 }
    let squares = zip(craft, found).compactMap { craft, track in track.map { craft.distance(to: tracks[$0]) } }
      .reduce(0) { $0 + $1 * $1 }
    let paired = found.count { $0 != nil }
    let alone = Double(craft.count + tracks.count - 2 * paired)
    return Parts(
      distance: (squares + alone * cutoff * cutoff / 2).squareRoot(), trackOfCraft: found,
      falseTracks: tracks.count - paired)
  }

  /// The optimal sub-pattern assignment distance of order 1, in metres.
  ///
  /// Source: Schuhmacher, Vo and Vo, A consistent metric for performance evaluation of multi-object filters, IEEE Transactions
  /// on Signal Processing 56 (2008), equation 3.
  package static func mean(craft: [Point], tracks: [Point], cutoffMetres cutoff: Double) -> Double {
    let found = pairs(craft, tracks, cutoff) { cutoff - $0 }
    let most = max(craft.count, tracks.count)
    guard most > 0 else { return 0 }
    let near = zip(craft, found).compactMap { craft, track in track.map { craft.distance(to: tracks[$0]) } }
    return (near.reduce(0, +) + cutoff * Double(most - near.count)) / Double(most)
  }

  private static func pairs(
    _ craft: [Point], _ tracks: [Point], _ cutoff: Double, gain: (Double) -> Double
  ) -> [Int?] {
    var problem = AssignmentProblem(rows: craft.count, columns: tracks.count)
    for (row, point) in craft.enumerated() {
      for (column, track) in tracks.enumerated() {
        let distance = point.distance(to: track)
        if distance < cutoff { problem.set(row, column, gain: gain(distance)) }
      }
    }
    return problem.solve().map { $0 < 0 ? nil : $0 }
  }
}
