import Tracking

/// Those who are at sea for others: pilots, lifeboats, border cutters, a tug, a search and rescue helicopter; and ships at
/// anchor, which wait.
enum ServiceCraft {
  private struct Duty {
    let trackClass: TrackClass
    let shipType: Int
    let lengthMetres: Int
    let knots: ClosedRange<Double>
    let way: [Place]
    let restSeconds: ClosedRange<Double>
  }

  private static let duties = [
    Duty(
      trackClass: .pilot, shipType: 50, lengthMetres: 16, knots: 18...24,
      way: [Place(51.1130, 1.3350), Place(51.0400, 1.2600), Place(50.9000, 1.0400)], restSeconds: 1200...3600),
    Duty(
      trackClass: .pilot, shipType: 50, lengthMetres: 14, knots: 16...22,
      way: [Place(50.9800, 1.8300), Place(51.0150, 1.8000), Place(51.0650, 1.9600)], restSeconds: 1200...3600),
    Duty(
      trackClass: .sar, shipType: 51, lengthMetres: 17, knots: 20...25,
      way: [Place(51.1150, 1.3400), Place(51.0600, 1.4300), Place(51.0000, 1.4400), Place(51.0300, 1.3000)],
      restSeconds: 2400...7200),
    Duty(
      trackClass: .sar, shipType: 51, lengthMetres: 18, knots: 18...23,
      way: [Place(50.9820, 1.8250), Place(51.0050, 1.7000), Place(50.9600, 1.6000), Place(50.9800, 1.7500)],
      restSeconds: 2400...7200),
    Duty(
      trackClass: .law, shipType: 55, lengthMetres: 42, knots: 9...14,
      way: [Place(51.1130, 1.3600), Place(51.0300, 1.3800), Place(50.8900, 1.1700), Place(50.9800, 1.2600)],
      restSeconds: 300...900),
    Duty(
      trackClass: .law, shipType: 55, lengthMetres: 26, knots: 14...22,
      way: [Place(51.3000, 1.5000), Place(51.1800, 1.5200), Place(51.0900, 1.4300)], restSeconds: 600...1800),
    Duty(
      trackClass: .military, shipType: 35, lengthMetres: 54, knots: 10...15,
      way: [Place(50.7600, 1.5200), Place(50.8900, 1.5200), Place(51.0000, 1.7200), Place(51.0600, 1.9500)],
      restSeconds: 300...900),
    Duty(
      trackClass: .tug, shipType: 52, lengthMetres: 33, knots: 6...10,
      way: [Place(51.1120, 1.3450), Place(51.0800, 1.3700), Place(51.1000, 1.4200)], restSeconds: 1800...5400),
  ]

  static func join(_ cast: inout Cast, seed: UInt64, endMilliseconds: Int64) {
    var chance = SeededGenerator(seed: seed, stream: 3)
    for duty in duties { serve(duty, in: &cast, chance: &chance, endMilliseconds: endMilliseconds) }
    for ship in 0..<9 { anchor(ship, in: &cast, chance: &chance, endMilliseconds: endMilliseconds) }
    fly(&cast, chance: &chance, endMilliseconds: endMilliseconds)
  }

  private static func serve(
    _ duty: Duty, in cast: inout Cast, chance: inout SeededGenerator, endMilliseconds: Int64
  ) {
    var itinerary = Itinerary(
      from: duty.way[0], at: Int64(chance.number(in: -5400...0) * 1000), roundingSeconds: 20)
    while itinerary.last < endMilliseconds {
      for place in duty.way.dropFirst() { itinerary.sail(to: place, knots: chance.number(in: duty.knots)) }
      itinerary.wait(seconds: chance.number(in: 120...600))
      for place in duty.way.reversed().dropFirst() { itinerary.sail(to: place, knots: chance.number(in: duty.knots)) }
      itinerary.wait(seconds: chance.number(in: duty.restSeconds))
    }
    cast.add(
      duty.trackClass, .classA,
      particulars: Particulars(
        shipType: duty.shipType, lengthMetres: duty.lengthMetres, beamMetres: max(4, duty.lengthMetres / 4),
        draughtDecimetres: 10 + duty.lengthMetres / 2, destination: "EXERCISE PATROL"),
      itinerary: itinerary, conduct: Conduct(remains: true))
  }

  /// A ship that swings about its anchor, a quarter of a turn and back with the tide.
  private static func anchor(
    _ ship: Int, in cast: inout Cast, chance: inout SeededGenerator, endMilliseconds: Int64
  ) {
    let centre = Strait.anchorages[ship % Strait.anchorages.count].moved(
      north: chance.number(in: -1200...1200), east: chance.number(in: -1200...1200))
    let length = Int(chance.number(in: 90...230))
    let cable = chance.number(in: 120...220)
    var itinerary: Itinerary?
    var angle = chance.number(in: 0...360)
    while (itinerary?.last ?? .min) < endMilliseconds {
      angle += chance.number(in: -12...12)
      let swung = centre.moved(
        north: cable * ExactMathematics.cosine(degrees: angle), east: cable * ExactMathematics.sine(degrees: angle))
      var next = itinerary ?? Itinerary(from: swung, at: -600_000, roundingSeconds: 60)
      next.sail(to: swung, knots: 0.12)
      next.wait(seconds: 120)
      itinerary = next
    }
    guard let itinerary else { return }
    cast.add(
      ship % 3 == 0 ? .tanker : .cargo, .classA,
      particulars: Particulars(
        shipType: ship % 3 == 0 ? 80 : 70, lengthMetres: length, beamMetres: length / 7,
        draughtDecimetres: 25 + length * 4 / 10, destination: "EXERCISE ORDERS"),
      itinerary: itinerary, conduct: Conduct(resting: .atAnchor, remains: true))
  }

  private static func fly(_ cast: inout Cast, chance: inout SeededGenerator, endMilliseconds: Int64) {
    let base = Place(50.9560, 0.9390)
    var itinerary = Itinerary(from: base, at: -60_000, roundingSeconds: 8)
    while itinerary.last < endMilliseconds {
      itinerary.wait(seconds: chance.number(in: 600...1500))
      let corner = Place(50.98, 1.30).moved(
        north: chance.number(in: -6000...6000), east: chance.number(in: -6000...9000))
      for leg in 0..<6 {
        let north = 3000 * Double(leg)
        let east = leg % 2 == 0 ? 0.0 : 9000.0
        itinerary.sail(to: corner.moved(north: north, east: east), knots: chance.number(in: 75...95))
        itinerary.sail(to: corner.moved(north: north, east: 9000 - east), knots: chance.number(in: 75...95))
      }
      itinerary.sail(to: base, knots: 120)
    }
    cast.add(
      station: "EXERCISE RESCUE 1", mmsi: 111_232_991, .aircraft, .aircraft, itinerary: itinerary,
      conduct: Conduct(remains: true))
  }
}
