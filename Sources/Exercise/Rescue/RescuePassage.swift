/// One made-up boat's way over the water, minute by minute.
struct RescuePassage: Sendable {
  let departed: Int
  private(set) var ended: Int
  let aboard: Int
  let children: Int
  let colour: String
  let phones: [String]
  let reference: String
  private(set) var failedAt: Int?
  private(set) var swampedAt: Int?
  /// Whether it was found before it came ashore or the night ended.
  private(set) var isFound = false
  private(set) var isAshore = false
  private(set) var isBack = false
  private var places: [Place] = []

  private static let beaches = [
    Place(51.04, 2.36), Place(51.00, 2.10), Place(50.97, 1.87), Place(50.95, 1.75), Place(50.88, 1.65),
    Place(50.82, 1.59), Place(50.73, 1.58), Place(50.62, 1.57), Place(50.52, 1.57), Place(50.41, 1.56),
  ]
  private static let aims = [Place(51.13, 1.34), Place(51.07, 1.15), Place(50.91, 0.97), Place(50.98, 1.05)]
  private static let colours = ["grey", "black", "white", "blue", "green", "red"]
  private static let minute = 60

  init(launch: Double, _ water: RescueWater, _ chance: inout SeededGenerator) {
    let beach = Self.beaches[chance.whole(below: Self.beaches.count)]
    let start = beach.moved(north: 800 * chance.bell(), east: 1_000 * chance.bell())
    departed = max(0, Int(launch + 1_500 * chance.bell()))
    ended = departed
    aboard = 15 + Int(25 * (chance.unit() + chance.unit() + chance.unit()))
    children = max(0, Int((Double(aboard) * 0.13 + 3 * chance.bell()).rounded()))
    colour = Self.colours[chance.whole(below: Self.colours.count)]
    phones = (0...chance.whole(below: 6)).map { _ in "q\(chance.whole(below: 1_000_000))" }
    reference = "R\(chance.whole(below: 1_000))"
    let aim = Self.aims[chance.whole(below: Self.aims.count)]
    let speed = chance.number(in: 1.2...3)
    if chance.unit() < 0.5 { failedAt = departed + Int(chance.number(in: 1_500...21_000)) }
    if let failedAt, chance.unit() < 0.35 { swampedAt = failedAt + Int(chance.number(in: 600...7_000)) }
    let found = chance.unit() < 0.8 ? departed + Int(chance.number(in: 6_000...30_000)) : Int.max
    let turns = chance.unit() < 0.05 ? departed + Int(chance.number(in: 600...2_400)) : Int.max
    sail(from: start, to: aim, speed, water, found: found, turns: turns, &chance)
  }

  private mutating func sail(
    from start: Place, to aim: Place, _ speed: Double, _ water: RescueWater, found: Int, turns: Int,
    _ chance: inout SeededGenerator
  ) {
    var place = start
    var time = departed
    while time < RescueNight.length {
      places.append(place)
      let way = place.way(to: aim)
      let distance = (way.north * way.north + way.east * way.east).squareRoot()
      (isFound, isAshore, isBack) = (time >= found, distance < 1_000, time >= turns)
      if isFound || isAshore || isBack { break }
      let sea = water.sea(at: time)
      let motors = failedAt.map { time < $0 } ?? true
      // A helmsman at night holds a course to about a sixth of a right angle.
      let course = ExactMathematics.bearing(east: way.east, north: way.north) + 15 * chance.bell()
      let east = motors ? speed * ExactMathematics.sine(degrees: course) : 0.03 * sea.windEast
      let north = motors ? speed * ExactMathematics.cosine(degrees: course) : 0.03 * sea.windNorth
      let seconds = Double(Self.minute)
      place = place.moved(north: (north + sea.currentNorth) * seconds, east: (east + sea.currentEast) * seconds)
      time += Self.minute
    }
    ended = time
  }

  /// Where it was at a time of its passage.
  func place(at time: Int) -> Place {
    places[min(places.count - 1, max(0, (time - departed) / Self.minute))]
  }
}
