import Tracking

/// Ships that pass through the strait in the lanes of the traffic separation scheme.
struct LaneTraffic {
  /// Mean time between two ships of a lane, in seconds; thirty or so of each lane are in sight at once.
  static let meanIntervalSeconds = 1020.0
  /// How long before the start the first ship sets out, in seconds, so that the lanes are full from the start.
  static let leadSeconds = 42_000.0

  /// A sort of ship: how big, how fast, and how often among others.
  private struct Sort {
    let trackClass: TrackClass
    let shipType: Int
    let knots: ClosedRange<Double>
    let lengthMetres: ClosedRange<Double>
    let weight: Int
  }

  private static let sorts = [
    Sort(trackClass: .cargo, shipType: 70, knots: 10.5...14, lengthMetres: 80...190, weight: 9),
    Sort(trackClass: .cargo, shipType: 71, knots: 15.5...20, lengthMetres: 180...366, weight: 5),
    Sort(trackClass: .tanker, shipType: 80, knots: 10.5...14, lengthMetres: 90...250, weight: 5),
    Sort(trackClass: .passenger, shipType: 60, knots: 16...20, lengthMetres: 180...300, weight: 1),
    Sort(trackClass: .tug, shipType: 31, knots: 7...10, lengthMetres: 25...45, weight: 1),
    Sort(trackClass: .other, shipType: 90, knots: 9...13, lengthMetres: 50...120, weight: 1),
  ]

  static func join(_ cast: inout Cast, seed: UInt64, endMilliseconds: Int64) {
    var chance = SeededGenerator(seed: seed, stream: 1)
    let lanes = [(Strait.northEastBound, "EXERCISE NORTH SEA"), (Strait.southWestBound, "EXERCISE ATLANTIC")]
    for (lane, destination) in lanes {
      var seconds = -leadSeconds
      while seconds * 1000 < Double(endMilliseconds) {
        sail(lane, destination: destination, at: Int64(seconds * 1000), in: &cast, chance: &chance)
        seconds += meanIntervalSeconds * chance.number(in: 0.3...1.7)
      }
    }
  }

  private static func sail(
    _ lane: [Strait.LanePoint], destination: String, at moment: Int64, in cast: inout Cast,
    chance: inout SeededGenerator
  ) {
    let sort = pick(&chance)
    let knots = chance.number(in: sort.knots)
    let length = Int(chance.number(in: sort.lengthMetres))
    let side = chance.number(in: -0.9...0.9)
    let track = line(lane, side: side)
    guard let first = track.first else { return }
    var itinerary = Itinerary(from: first, at: moment, roundingSeconds: 150)
    for place in track.dropFirst() {
      itinerary.sail(to: place, knots: knots + chance.number(in: -0.3...0.3))
    }
    guard itinerary.last > 0 else { return }
    cast.add(
      sort.trackClass, .classA,
      particulars: Particulars(
        shipType: sort.shipType, lengthMetres: length, beamMetres: max(8, length / 7),
        draughtDecimetres: min(150, 25 + length * 4 / 10), destination: destination),
      itinerary: itinerary, conduct: Conduct())
  }

  private static func pick(_ chance: inout SeededGenerator) -> Sort {
    var rest = chance.whole(below: sorts.reduce(0) { $0 + $1.weight })
    for sort in sorts {
      rest -= sort.weight
      if rest < 0 { return sort }
    }
    return sorts[0]
  }

  /// The line that a ship keeps within a lane.
  ///
  /// - Parameter side: where across the lane, −1 at its left border and 1 at its right.
  static func line(_ lane: [Strait.LanePoint], side: Double) -> [Place] {
    lane.indices.map { index in
      let before = lane[max(0, index - 1)].place
      let after = lane[min(lane.count - 1, index + 1)].place
      let way = before.way(to: after)
      let length = (way.north * way.north + way.east * way.east).squareRoot()
      let shift = side * lane[index].halfWidthMetres
      return lane[index].place.moved(north: -way.east / length * shift, east: way.north / length * shift)
    }
  }
}
