import Geodesy

@testable import Tracking

/// Craft that do what a test says, sighted every few seconds, before a watch that is asked every second.
struct Rehearsal {
  /// One craft: what is seen of it so many seconds after noon, or nil when nothing is.
  struct Player {
    var every = 10
    var sighting: (Int) -> CraftSighting?
  }

  var players: [Player] = []
  var watch: BehaviourWatch

  init(_ rules: [BehaviourRule]) { watch = BehaviourWatch(rules: rules) }

  init(_ kind: BehaviourKind, areas: [BehaviourRule.Area] = [], lines: [[Position]] = []) {
    self.init([BehaviourRule(id: "rule", kind: kind, areas: areas, lines: lines)])
  }

  mutating func add(every: Int = 10, _ sighting: @escaping (Int) -> CraftSighting?) {
    players.append(Player(every: every, sighting: sighting))
  }

  /// Plays so many seconds and returns all that was said.
  mutating func play(_ seconds: Int, from start: Int = 0) -> [BehaviourAlert] {
    var alerts: [BehaviourAlert] = []
    for second in start..<seconds {
      for player in players where second % player.every == 0 {
        if let sighting = player.sighting(second) { watch.take(sighting, at: after(Double(second))) }
      }
      alerts += watch.advance(to: after(Double(second)))
    }
    return alerts
  }
}

/// A craft that goes straight, and changes its speed and course at moments.
struct Way {
  var mmsi: UInt32? = 235_012_345
  var start = strait
  /// From which second on, at how many knots, on which course.
  var legs: [(from: Int, knots: Double, course: Double)]
  var trackClass = TrackClass.cargo
  var length: Double?
  var classA = true
  var still = false
  var leeway = 0.0
  var name: String?

  func position(_ second: Int) -> Position {
    var place = start
    for (index, leg) in legs.enumerated() {
      let end = index + 1 < legs.count ? min(legs[index + 1].from, second) : second
      guard end > leg.from else { continue }
      place = Sphere.destination(
        from: place, bearingDegrees: leg.course, distanceMetres: leg.knots * 1852 / 3600 * Double(end - leg.from))
    }
    return place
  }

  func sighting(_ second: Int) -> CraftSighting? {
    guard let leg = legs.last(where: { $0.from <= second }) else { return nil }
    let id = name.map { TrackID($0) } ?? TrackID(mmsi: mmsi ?? 0, exercise: false)
    return CraftSighting(
      track: id, at: after(Double(second)), position: position(second), deviationMetres: 10, speedKnots: leg.knots,
      speedDeviationKnots: 0.2, courseDegrees: leg.knots > 0.1 ? leg.course : nil,
      headingDegrees: leg.knots > 0.1 ? leg.course + leeway : nil,
      transponder: mmsi.map { .init(mmsi: $0, heard: after(Double(second)), isClassA: classA) },
      trackClass: trackClass, isLyingStill: still, lengthMetres: length)
  }
}

extension [BehaviourAlert] {
  /// The seconds after noon at which alerts began.
  var begins: [Int] { filter { $0.change == .begin }.map { Int($0.at.seconds(since: noon)) } }
  var ends: [Int] { filter { $0.change == .end }.map { Int($0.at.seconds(since: noon)) } }
}

func square(_ name: String, around centre: Position, metres: Double) -> BehaviourRule.Area {
  let plane = TangentPlane(origin: centre)
  let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map {
    plane.position(eastMetres: $0.0 * metres, northMetres: $0.1 * metres)
  }
  guard let polygon = Polygon(ring: corners) else { preconditionFailure("Four corners are a polygon.") }
  return BehaviourRule.Area(name: name, polygon: polygon)
}
