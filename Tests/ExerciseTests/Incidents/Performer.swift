import Geodesy
import Tracking

@testable import Exercise

/// One craft of a night with incidents: where it truly is every ten seconds, and how its transponder misleads.
struct Performer {
  struct State {
    var position: Position
    var knots: Double
    var course: Double?
    var heading: Double
    var isStill: Bool
  }

  /// A leg of a craft that the test invents.
  struct Leg {
    var from: Int
    var knots: Double
    var course: Double
    var leeway = 0.0
  }

  static let step = 10

  var mmsi: UInt32
  var shipType: Int
  var length: Double
  var isClassA: Bool
  /// Every ten seconds; nil while it is not there.
  var states: [State?]
  var status: (State) -> Int?
  var silent: ClosedRange<Int>?
  /// When it reports from elsewhere, how far east and north, and whether its own place goes on reporting.
  var stray: (during: ClosedRange<Int>, east: Double, north: Double, isBoth: Bool)?

  var trackClass: TrackClass { TrackClass(mmsi: mmsi, shipType: shipType) }
  var isShip: Bool { length >= 40 }
  var isSmall: Bool { length <= 15 }

  /// A craft of the night.
  init(_ actor: ExerciseActor, seconds: Int) {
    mmsi = actor.mmsi
    shipType = actor.particulars.shipType
    length = Double(actor.particulars.lengthMetres)
    isClassA = actor.transponder == .classA
    states = stride(from: 0, through: seconds, by: Self.step).map { second in
      guard actor.isPresent(at: Int64(second) * 1000) else { return nil }
      let truth = actor.truth(atMilliseconds: Int64(second) * 1000)
      return State(
        position: truth.position, knots: truth.speedKnots, course: truth.courseDegrees, heading: truth.headingDegrees,
        isStill: actor.transponder == .classA && truth.navigationalStatus.isLyingStill)
    }
    let isClassA = isClassA
    let conduct = actor.conduct
    status = { isClassA ? conduct.status(speedKnots: $0.knots).rawValue : nil }
  }

  /// A craft of the test's own, on legs from a place.
  init(
    _ mmsi: UInt32, shipType: Int = 70, length: Double = 120, isClassA: Bool = true, from start: Position,
    legs: [Leg], seconds: Int, wander: Double = 0
  ) {
    self.mmsi = mmsi
    self.shipType = shipType
    self.length = length
    self.isClassA = isClassA
    status = { _ in isClassA ? 0 : nil }
    states = []
    var place = start
    for second in stride(from: 0, through: seconds, by: Self.step) {
      guard let leg = legs.last(where: { $0.from <= second }) else {
        states.append(nil)
        continue
      }
      // A craft that nobody steers swings about, as waves have it.
      let swing = leg.leeway > 0 ? wander * Double((second / 30) % 5 - 2) : 0
      let course = Units.bearing(degrees: leg.course + swing)
      states.append(
        State(
          position: place, knots: leg.knots, course: leg.knots >= 0.3 ? course : nil,
          heading: Units.bearing(degrees: course + leg.leeway), isStill: false))
      place = Sphere.destination(
        from: place, bearingDegrees: course, distanceMetres: leg.knots * 1852 / 3600 * Double(Self.step))
    }
  }

  /// Where it is at a second, between the tens by its own motion.
  func state(_ second: Int) -> State? {
    let index = second / Self.step
    guard states.indices.contains(index), var state = states[index] else { return nil }
    if let course = state.course, second % Self.step > 0 {
      state.position = Sphere.destination(
        from: state.position, bearingDegrees: course,
        distanceMetres: state.knots * 1852 / 3600 * Double(second % Self.step))
    }
    return state
  }

  func intervalSeconds(_ state: State) -> Int {
    let milliseconds =
      isClassA
      ? ReportingInterval.classA(speedKnots: state.knots, liesStill: state.isStill, changesCourse: false)
      : ReportingInterval.classB(speedKnots: state.knots)
    return Int(milliseconds / 1000)
  }
}
