import Tracking

/// Ships that cross open water without end, to load a desk with as many moving tracks as are wanted.
enum OpenSea {
  /// Waters without land, as south, west, north and east borders in degrees, weighted by area.
  ///
  /// Within such a rectangle every straight way is at sea: the middle and the south of the North Sea, and the western and the
  /// middle English Channel.
  static let waters: [(south: Double, west: Double, north: Double, east: Double, weight: Int)] = [
    (53.80, 1.00, 57.50, 6.80, 12), (52.20, 2.20, 53.30, 3.80, 3), (49.95, -3.00, 50.40, 0.50, 2),
    (49.00, -6.00, 49.75, -3.80, 2),
  ]

  static func join(_ cast: inout Cast, seed: UInt64, vessels: Int, endMilliseconds: Int64) {
    let weights = waters.reduce(0) { $0 + $1.weight }
    for vessel in 0..<max(0, vessels) {
      var chance = SeededGenerator(seed: seed, stream: 1_000_000 + UInt64(vessel))
      var rest = chance.whole(below: weights)
      guard
        let water = waters.first(where: {
          rest -= $0.weight; return rest < 0
        })
      else { continue }
      func somewhere(_ chance: inout SeededGenerator) -> Place {
        Place(chance.number(in: water.south...water.north), chance.number(in: water.west...water.east))
      }
      let knots = chance.number(in: 7...19)
      var itinerary = Itinerary(from: somewhere(&chance), at: -120_000, roundingSeconds: 60)
      while itinerary.last < endMilliseconds { itinerary.sail(to: somewhere(&chance), knots: knots) }
      let length = Int(chance.number(in: 60...300))
      let isTanker = chance.unit() < 0.3
      cast.add(
        isTanker ? .tanker : .cargo, .classA,
        particulars: Particulars(
          shipType: isTanker ? 80 : 70, lengthMetres: length, beamMetres: length / 7,
          draughtDecimetres: 25 + length * 4 / 10, destination: "EXERCISE OPEN SEA"),
        itinerary: itinerary, conduct: Conduct(remains: true))
    }
  }
}
