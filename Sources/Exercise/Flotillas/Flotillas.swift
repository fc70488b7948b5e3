import Geodesy
import Tracking

/// The flotillas of a night: small boats without transponders that leave the French shore together.
struct Flotillas {
  private(set) var boats: [DarkBoat] = []
  private(set) var events: [NightEvent] = []

  /// How long before the night the first flotilla may leave, in milliseconds.
  private static let leadMilliseconds = 1_200_000.0
  /// By which part of the night the last one has left.
  private static let lastPart = 0.8
  /// Where the rescue boats come from.
  private static let bases = [Place(51.1150, 1.3450), Place(50.9820, 1.8250), Place(50.7430, 1.5700)]

  /// Adds two to four flotillas of four to eight boats, and the boats that meet some of them.
  init(into cast: inout Cast, seed: UInt64, conditions: SeaConditions, endMilliseconds: Int64) {
    var chance = SeededGenerator(seed: seed, stream: 7)
    let tide = TidalStream(seed: seed, conditions: conditions)
    let count = 2 + chance.whole(below: 3)
    for flotilla in 1...count {
      let part = (Double(flotilla - 1) + chance.unit()) / Double(count)
      let moment = Int64(Double(endMilliseconds) * Self.lastPart * part - Self.leadMilliseconds * chance.unit())
      let beach = chance.choice(Beach.all) ?? Beach.all[0]
      for boat in 1...4 + chance.whole(below: 5) {
        let along = chance.number(in: -700...700)
        let start = beach.place.moved(
          north: along * ExactMathematics.cosine(degrees: beach.alongDegrees),
          east: along * ExactMathematics.sine(degrees: beach.alongDegrees))
        let passage = DarkPassage(
          from: start, to: chance.choice(beach.destinations) ?? start,
          at: moment + Int64(chance.number(in: 0...600_000)), tide: tide,
          chance: SeededGenerator(seed: seed, stream: 3_000_000 + UInt64(100 * flotilla + boat)))
        let people = 28 + chance.whole(below: 41)
        join(passage, as: (flotilla, boat), people: people, &cast, endMilliseconds, &chance)
      }
    }
    events.sort { $0.at != $1.at ? $0.at < $1.at : $0.actor < $1.actor }
  }

  private mutating func join(
    _ passage: DarkPassage, as number: (flotilla: Int, boat: Int), people: Int, _ cast: inout Cast,
    _ endMilliseconds: Int64, _ chance: inout SeededGenerator
  ) {
    let actor = cast.add(
      silent: "EXERCISE DARK \(number.flotilla)-\(number.boat)", .other,
      particulars: Particulars(lengthMetres: 8 + chance.whole(below: 4), beamMetres: 2),
      itinerary: passage.itinerary, conduct: Conduct(resting: .underWayUsingEngine))
    boats.append(DarkBoat(actor: actor, kind: .inflatable, flotilla: number.flotilla, people: people))
    for event in passage.events where (0..<max(1, endMilliseconds)).contains(event.milliseconds) {
      events.append(
        NightEvent(at: cast.start.adding(milliseconds: event.milliseconds), kind: event.kind, actor: actor))
    }
    guard passage.end == .isMet, let meeting = passage.events.last?.milliseconds, meeting < endMilliseconds else {
      return
    }
    let craft = cast.add(
      silent: "EXERCISE BOAT \(number.flotilla)-\(number.boat)", .sar,
      particulars: Particulars(lengthMetres: 12, beamMetres: 4),
      itinerary: Self.meeting(passage.itinerary, at: meeting, &chance), conduct: Conduct(resting: .underWayUsingEngine))
    boats.append(DarkBoat(actor: craft, kind: .rescueBoat, flotilla: number.flotilla, people: 5))
  }

  /// The way of a rescue boat that is beside a drifting one from a moment on, and goes home when that one is empty.
  private static func meeting(
    _ boat: Itinerary, at meeting: Int64, _ chance: inout SeededGenerator
  ) -> Itinerary {
    let place = boat.straightPlace(at: meeting).moved(north: 25, east: 25)
    let base = bases.min { $0.metres(to: place) < $1.metres(to: place) } ?? bases[0]
    let knots = chance.number(in: 22...28)
    var sample = Itinerary(from: base, at: 0, roundingSeconds: 15)
    sample.sail(to: place, knots: knots)
    var itinerary = Itinerary(from: base, at: meeting - sample.last, roundingSeconds: 15)
    itinerary.sail(to: place, knots: knots)
    let away = boat.place.moved(north: 25, east: 25)
    let seconds = Double(boat.last - meeting) / 1000
    let drift = place.metres(to: away) / max(1, seconds) * 3600 / 1852
    if drift > 0.02 { itinerary.sail(to: away, knots: drift) } else { itinerary.wait(seconds: seconds) }
    itinerary.wait(seconds: 120)
    itinerary.sail(to: base, knots: knots)
    return itinerary
  }
}
