import Tracking

/// A search aircraft and a drone, when the weather lets them fly.
struct SearchFlights: Sendable {
  /// The number of the aircraft's actor; nil on a night without flights.
  let aircraft: Int?
  /// The number of the drone's actor; nil on a night without flights.
  let drone: Int?

  /// How high the aircraft flies, in metres: 1,500 feet.
  static let aircraftMetres = 457.2
  /// How high the drone flies, in metres.
  static let droneMetres = 600.0
  private static let airfield = Place(50.9560, 0.9390)
  /// The leg of the drone, along the French side of the strait.
  private static let droneLeg = [
    Place(50.9050, 1.5200), Place(50.9650, 1.6200), Place(51.0350, 1.8300), Place(51.0600, 2.0500),
  ]

  init(into cast: inout Cast, seed: UInt64, conditions: SeaConditions, endMilliseconds: Int64) {
    guard conditions.permitsFlight else {
      (aircraft, drone) = (nil, nil)
      return
    }
    var chance = SeededGenerator(seed: seed, stream: 8)
    aircraft = cast.add(
      silent: "EXERCISE SEARCH 1", .aircraft, particulars: Particulars(callSign: "EXERCISE"),
      itinerary: Self.search(&chance, endMilliseconds), conduct: Conduct(remains: true))
    drone = cast.add(
      silent: "EXERCISE DRONE 1", .aircraft, particulars: Particulars(callSign: "EXDRONE1"),
      itinerary: Self.patrol(&chance, endMilliseconds), conduct: Conduct(remains: true))
  }

  /// Sorties of three hours over the strait, in legs across it, with an hour between.
  private static func search(_ chance: inout SeededGenerator, _ endMilliseconds: Int64) -> Itinerary {
    var itinerary = Itinerary(
      from: airfield, at: Int64(chance.number(in: -2400...(-600)) * 1000), roundingSeconds: 20)
    while itinerary.last < endMilliseconds {
      let landing = itinerary.last + 10_800_000
      while itinerary.last < landing {
        for leg in 0..<5 {
          let shift = Double(leg) * 0.07
          let ends = [Place(50.84 + shift, 1.18 + shift), Place(50.78 + shift, 1.47 + shift)]
          for end in leg % 2 == 0 ? ends : ends.reversed() {
            itinerary.sail(to: end, knots: chance.number(in: 125...140))
          }
        }
      }
      itinerary.sail(to: airfield, knots: 150)
      itinerary.wait(seconds: 3600)
    }
    return itinerary
  }

  private static func patrol(_ chance: inout SeededGenerator, _ endMilliseconds: Int64) -> Itinerary {
    var itinerary = Itinerary(
      from: droneLeg[0], at: Int64(chance.number(in: -1800...0) * 1000), roundingSeconds: 10)
    while itinerary.last < endMilliseconds {
      for place in droneLeg.dropFirst() { itinerary.sail(to: place, knots: chance.number(in: 50...60)) }
      for place in droneLeg.reversed().dropFirst() { itinerary.sail(to: place, knots: chance.number(in: 50...60)) }
    }
    return itinerary
  }
}
