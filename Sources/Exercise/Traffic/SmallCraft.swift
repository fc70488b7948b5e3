import Tracking

/// Fishing boats on their grounds and leisure craft along the shores.
enum SmallCraft {
  static let fishingBoats = 18
  static let leisureCraft = 16

  static func join(_ cast: inout Cast, seed: UInt64, endMilliseconds: Int64) {
    var chance = SeededGenerator(seed: seed, stream: 2)
    for boat in 0..<fishingBoats { fish(boat, in: &cast, chance: &chance, endMilliseconds: endMilliseconds) }
    for craft in 0..<leisureCraft { cruise(craft, in: &cast, chance: &chance, endMilliseconds: endMilliseconds) }
  }

  /// A boat that tows its gear to and fro over a ground, and now and then steams to another part of it.
  private static func fish(
    _ boat: Int, in cast: inout Cast, chance: inout SeededGenerator, endMilliseconds: Int64
  ) {
    let ground = Strait.fishingGrounds[boat % Strait.fishingGrounds.count]
    var itinerary = Itinerary(
      from: within(ground, &chance), at: Int64(chance.number(in: -3600...0) * 1000), roundingSeconds: 40)
    while itinerary.last < endMilliseconds {
      let steams = chance.unit() < 0.2
      itinerary.sail(
        to: within(ground, &chance), knots: steams ? chance.number(in: 7...9) : chance.number(in: 2.4...4.2))
      if chance.unit() < 0.3 { itinerary.wait(seconds: chance.number(in: 300...1200)) }
    }
    let length = Int(chance.number(in: 11...24))
    cast.add(
      .fishing, length >= 15 ? .classA : .classB,
      particulars: Particulars(
        shipType: 30, lengthMetres: length, beamMetres: length / 3, draughtDecimetres: 20 + length / 2,
        destination: "EXERCISE FISHING"),
      itinerary: itinerary,
      conduct: Conduct(moving: .engagedInFishing, resting: .engagedInFishing, steamingKnots: 6, remains: true))
  }

  private static func within(
    _ ground: (place: Place, radiusMetres: Double), _ chance: inout SeededGenerator
  ) -> Place {
    // Drawn from the square until it falls into the circle; four of five do at once.
    for _ in 0..<32 {
      let north = chance.number(in: -1...1)
      let east = chance.number(in: -1...1)
      if north * north + east * east <= 1 {
        return ground.place.moved(north: north * ground.radiusMetres, east: east * ground.radiusMetres)
      }
    }
    return ground.place
  }

  private static func cruise(
    _ craft: Int, in cast: inout Cast, chance: inout SeededGenerator, endMilliseconds: Int64
  ) {
    let sails = craft % 2 == 0
    var way = Strait.leisureWays[craft % Strait.leisureWays.count]
    if chance.unit() < 0.5 { way.reverse() }
    let knots = sails ? chance.number(in: 4...6.5) : chance.number(in: 9...21)
    var itinerary = Itinerary(
      from: way[0], at: Int64(chance.number(in: -7200...0) * 1000), roundingSeconds: sails ? 20 : 15)
    while itinerary.last < endMilliseconds {
      for place in way.dropFirst() {
        let aside = place.moved(north: chance.number(in: -150...150), east: chance.number(in: -150...150))
        itinerary.sail(to: aside, knots: knots * chance.number(in: 0.9...1.1))
      }
      itinerary.wait(seconds: chance.number(in: 1800...5400))
      way.reverse()
    }
    let length = Int(chance.number(in: 8...18))
    cast.add(
      sails ? .sailing : .pleasure, .classB,
      particulars: Particulars(shipType: sails ? 36 : 37, lengthMetres: length, beamMetres: max(3, length / 3)),
      itinerary: itinerary, conduct: Conduct(moving: sails ? .underWaySailing : .underWayUsingEngine, remains: true))
  }
}
