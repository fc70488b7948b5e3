import Tracking

/// Ferries that go to and fro between Dover, Calais and Dunkirk by a timetable.
enum Ferries {
  private struct Line {
    let way: [Place]
    let ships: Int
    let knots: Double
    let portSeconds: Double
  }

  private static let lines = [
    Line(way: Strait.doverToCalais, ships: 5, knots: 18.5, portSeconds: 2700),
    Line(way: Strait.doverToDunkirk, ships: 3, knots: 19.5, portSeconds: 2700),
  ]

  static func join(_ cast: inout Cast, endMilliseconds: Int64) {
    for line in lines {
      for ship in 0..<line.ships { join(&cast, line: line, ship: ship, endMilliseconds: endMilliseconds) }
    }
  }

  private static func join(_ cast: inout Cast, line: Line, ship: Int, endMilliseconds: Int64) {
    var sample = Itinerary(from: line.way[0], at: 0, roundingSeconds: 60)
    cross(line.way, knots: line.knots, in: &sample)
    let roundSeconds = 2 * (Double(sample.last) / 1000 + line.portSeconds)
    // Ships of a line leave one after the other in equal steps; the first round began before the night.
    let begin = -roundSeconds + roundSeconds * Double(ship) / Double(line.ships)
    var itinerary = Itinerary(from: line.way[0], at: Int64(begin * 1000), roundingSeconds: 60)
    while itinerary.last < endMilliseconds {
      cross(line.way, knots: line.knots, in: &itinerary)
      itinerary.wait(seconds: line.portSeconds)
      cross(line.way.reversed(), knots: line.knots, in: &itinerary)
      itinerary.wait(seconds: line.portSeconds)
    }
    cast.add(
      .passenger, .classA,
      particulars: Particulars(
        shipType: 60, lengthMetres: 186 + ship, beamMetres: 28, draughtDecimetres: 65,
        destination: "EXERCISE DOVER FERRY"),
      itinerary: itinerary, conduct: Conduct(resting: .moored, remains: true))
  }

  /// Out of one harbour slowly, over at full speed, into the other slowly.
  private static func cross(_ way: [Place], knots: Double, in itinerary: inout Itinerary) {
    for (index, place) in way.enumerated().dropFirst() {
      let inHarbour = index == 1 || index == way.count - 1
      itinerary.sail(to: place, knots: inHarbour ? 7 : knots)
    }
  }
}
