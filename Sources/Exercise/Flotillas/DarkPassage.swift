/// The way of one inflatable from the beach until it is met, is back, or nears the other shore.
struct DarkPassage {
  /// How a passage ends.
  enum End: Hashable, Sendable { case nearsShore, turnsBack, isMet }

  private(set) var itinerary: Itinerary
  private(set) var events: [(milliseconds: Int64, kind: NightEvent.Kind)] = []
  private(set) var end = End.nearsShore
  private var chance: SeededGenerator
  private let tide: TidalStream
  private let knots: Double

  /// How often a leg is followed by a failure of the engine.
  private static let failureShare = 0.07
  /// How often a boat loses its way for a leg.
  private static let wanderShare = 0.08
  /// How near to the destination it counts as there, in metres.
  private static let nearMetres = 2500.0
  /// The most legs of a passage, so that each ends.
  private static let mostLegs = 80
  /// How long a boat that was met lies beside the rescue boat, in seconds.
  static let meetingSeconds = 1200.0

  init(
    from start: Place, to destination: Place, at moment: Int64, tide: TidalStream, chance: SeededGenerator
  ) {
    itinerary = Itinerary(from: start, at: moment, roundingSeconds: 15)
    self.tide = tide
    self.chance = chance
    knots = self.chance.number(in: 3.6...7.2)
    let fate = self.chance.unit()
    end = fate < 0.12 ? .turnsBack : fate < 0.40 ? .isMet : .nearsShore
    let part = end == .nearsShore ? 1 : self.chance.number(in: end == .turnsBack ? 0.1...0.35 : 0.25...0.8)
    note(.leavesShore)
    let whole = start.metres(to: destination)
    cross(to: destination, untilMetres: max(Self.nearMetres, whole * (1 - part)))
    switch end {
    case .nearsShore: note(.nearsShore)
    case .isMet:
      note(.isMet)
      drift(seconds: Self.meetingSeconds)
    case .turnsBack:
      note(.turnsBack)
      cross(to: start, untilMetres: 400)
    }
  }

  private mutating func note(_ kind: NightEvent.Kind) { events.append((itinerary.last, kind)) }

  private mutating func cross(to destination: Place, untilMetres rest: Double) {
    for _ in 0..<Self.mostLegs {
      let left = itinerary.place.metres(to: destination)
      guard left > rest else { return }
      let way = itinerary.place.way(to: destination)
      var bearing = ExactMathematics.bearing(east: way.east, north: way.north) + 10 * chance.bell()
      if chance.unit() < Self.wanderShare { bearing += chance.number(in: 40...90) * (chance.unit() < 0.5 ? -1 : 1) }
      let metres = min(left, chance.number(in: 900...2200))
      let speed = min(8, max(3, knots + 0.5 * chance.bell()))
      itinerary.sail(
        to: itinerary.place.moved(
          north: metres * ExactMathematics.cosine(degrees: bearing),
          east: metres * ExactMathematics.sine(degrees: bearing)), knots: speed)
      let chanceOfTrouble = chance.unit()
      if chanceOfTrouble < Self.failureShare {
        note(.driftBegins)
        drift(seconds: chance.number(in: 600...2700))
        note(.driftEnds)
      } else if chanceOfTrouble < 2 * Self.failureShare {
        drift(seconds: chance.number(in: 60...240))
      }
    }
  }

  /// Goes where the water takes it.
  private mutating func drift(seconds: Double) {
    let until = itinerary.last + Int64(seconds * 1000)
    while itinerary.last < until {
      let step = min(300, Double(until - itinerary.last) / 1000)
      let stream = tide.metresPerSecond(at: itinerary.last)
      let next = itinerary.place.moved(north: stream.north * step, east: stream.east * step)
      let knots = itinerary.place.metres(to: next) / step * 3600 / 1852
      if knots > 0.02 { itinerary.sail(to: next, knots: knots) } else { itinerary.wait(seconds: step) }
    }
  }
}
