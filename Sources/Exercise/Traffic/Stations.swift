import Tracking

/// What lies still: aids to navigation, base stations, and a rescue transmitter that is tested once.
enum Stations {
  /// Places of invented marks along the middle of the scheme and on the banks.
  private static let marks: [(place: Place, aidType: Int)] = [
    (Place(51.1020, 1.6380), 25), (Place(51.1870, 1.7480), 24), (Place(51.3970, 2.0080), 30),
    (Place(50.9580, 1.3980), 20), (Place(50.8150, 1.2730), 23), (Place(50.8670, 1.0380), 24),
    (Place(50.6520, 0.5430), 25), (Place(50.5470, 0.9630), 28), (Place(51.0220, 1.4000), 31),
    (Place(51.1570, 1.7850), 31), (Place(50.7480, 1.4530), 29), (Place(51.2300, 1.7000), 25),
  ]

  private static let shores = [Place(51.1310, 1.3430), Place(50.8690, 1.5840), Place(51.0490, 2.3660)]

  static func join(_ cast: inout Cast, seed: UInt64, endMilliseconds: Int64) {
    for (index, mark) in marks.enumerated() {
      cast.add(
        station: "EXERCISE MARK \(index + 1)", mmsi: 992_351_901 + UInt32(index), .aton, .aidToNavigation,
        particulars: Particulars(shipType: mark.aidType, lengthMetres: 4, beamMetres: 4),
        itinerary: Itinerary(from: mark.place, at: 0, roundingSeconds: 1),
        conduct: Conduct(resting: .undefined, remains: true))
    }
    for (index, shore) in shores.enumerated() {
      cast.add(
        station: "EXERCISE SHORE \(index + 1)", mmsi: (index == 0 ? 2_359_901 : 2_279_901) + UInt32(index), .base,
        .baseStation, itinerary: Itinerary(from: shore, at: 0, roundingSeconds: 1),
        conduct: Conduct(resting: .undefined, remains: true))
    }
    var chance = SeededGenerator(seed: seed, stream: 4)
    let test = Int64(chance.number(in: 0.2...0.8) * Double(endMilliseconds))
    cast.add(
      station: "EXERCISE SART", mmsi: 970_000_001, .distress, .rescueTransmitterUnderTest,
      itinerary: Itinerary(from: Place(51.1180, 1.3300), at: test, roundingSeconds: 1),
      conduct: Conduct(resting: .undefined, remains: true))
  }
}
