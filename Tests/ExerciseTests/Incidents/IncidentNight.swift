import Geodesy
import Tracking

@testable import Exercise

/// An exercise night with incidents of every kind among its traffic, heard by AIS, tracked and watched.
struct IncidentNight {
  static let seconds = 5400
  static let start = Instant(millisecondsSince1970: 1_795_284_000_000)

  private(set) var performers: [Performer]
  private(set) var occurrences: [Occurrence] = []
  private var chance: SeededGenerator

  static let harbours = [
    (51.1215, 1.3400), (50.9800, 1.8250), (51.0545, 2.1600), (51.0750, 2.3350), (51.3230, 1.4475), (50.7750, 0.3500),
    (50.7450, 1.5600), (50.9900, 1.7900),
  ].map { square($0.0, $0.1, metres: 3500) }
  static let reception = box(south: 49.8, west: 0.05, north: 51.55, east: 2.45)
  static let guarded = box(south: 50.93, west: 1.50, north: 50.97, east: 1.58)

  init(seed: UInt64) {
    chance = SeededGenerator(seed: seed, stream: 91)
    let night = Night(seed: seed, start: Self.start, hours: Double(Self.seconds) / 3600)
    performers = night.actors.filter { $0.transponder == .classA || $0.transponder == .classB }.map {
      Performer($0, seconds: Self.seconds)
    }
    mislead()
    invent()
    addNatural()
  }

  var sentences: Sentences {
    Sentences(performers: performers, harbours: Self.harbours, guarded: Self.guarded)
  }

  private static func square(_ latitude: Double, _ longitude: Double, metres: Double) -> BehaviourRule.Area {
    let north = metres / 111_195
    return box(
      south: latitude - north, west: longitude - north / 0.63, north: latitude + north, east: longitude + north / 0.63)
  }

  private static func box(south: Double, west: Double, north: Double, east: Double) -> BehaviourRule.Area {
    let corners = [(south, west), (south, east), (north, east), (north, west)].compactMap {
      Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1)
    }
    guard let polygon = Polygon(ring: corners) else { preconditionFailure("Four corners are a polygon.") }
    return BehaviourRule.Area(name: "\(south) \(west)", polygon: polygon)
  }

  private func second(_ range: ClosedRange<Double>, _ chance: inout SeededGenerator) -> Int {
    Int(chance.number(in: range) / 10) * 10
  }

  /// Transponders of the night's own craft that fall silent or lie.
  private mutating func mislead() {
    let victims = performers.indices.filter { index in
      let performer = performers[index]
      return performer.isShip && performer.trackClass != .passenger
        && stride(from: 0, to: Self.seconds, by: 300).allSatisfy { second in
          performer.state(second).map {
            $0.knots > 6 && Self.reception.polygon.contains($0.position) && $0.position.latitudeDegrees < 51.4
          } ?? false
        }
    }
    for (turn, index) in victims.prefix(14).enumerated() {
      let from = second(1500...3600, &chance)
      let mmsi = performers[index].mmsi
      let interval = performers[index].state(from).map(performers[index].intervalSeconds) ?? 10
      switch turn {
      case 0..<4:
        performers[index].silent = from...from + 1200
        note(.transponderGap, [mmsi], from + max(240, 8 * interval), from + 1200, interval)
      case 4, 5:
        performers[index].stray = (from...from + 15, 9000, 12_000, true)
        note(.implausiblePosition, [mmsi], from, from + 60, interval)
      case 6, 7:
        performers[index].stray = (from...from + 900, -15_000, 7000, true)
        note(.sharedIdentity, [mmsi], from, from + 900, interval)
        note(.implausiblePosition, [mmsi], from, from + 900, interval)
      default:
        let together = 3000
        performers[index].stray = (together...together + 300, 6000, -14_000, false)
        note(.implausiblePosition, [mmsi], together, together + 300, interval)
      }
    }
    let jumped = Set(victims.prefix(14).dropFirst(8).map { performers[$0].mmsi })
    if jumped.count >= 4 {
      note(.groupJump, jumped, 3000, 3300, 10)
    }
  }

  private mutating func note(
    _ kind: BehaviourKind, _ mmsis: Set<UInt32>, _ from: Int, _ until: Int, _ interval: Int
  ) {
    occurrences.append(Occurrence(kind: kind, mmsis: mmsis, from: from, until: until, interval: interval))
  }

  private mutating func add(
    _ number: UInt32, shipType: Int = 70, length: Double = 120, isClassA: Bool = true, row: Int, column: Int = 0,
    _ legs: [Performer.Leg], wander: Double = 0
  ) -> Int {
    // South of the night's traffic, a row for each incident.
    let place = Position(latitudeDegrees: 49.85 + 0.012 * Double(row), longitudeDegrees: 0.3 + 0.0014 * Double(column))
    guard let place else { preconditionFailure("The rows lie on the earth.") }
    performers.append(
      Performer(
        number, shipType: shipType, length: length, isClassA: isClassA, from: place, legs: legs, seconds: Self.seconds,
        wander: wander))
    return performers.count - 1
  }

  /// Craft of the test's own that break down, turn, meet and wait.
  private mutating func invent() {
    let from = second(1500...2400, &chance)
    for (row, shipType) in [70, 37, 30].enumerated() {
      let knots = chance.number(in: 0.8...1.9)
      _ = add(
        235_980_001 + UInt32(row), shipType: shipType, length: row == 0 ? 120 : 14, isClassA: row != 1, row: row,
        [.init(from: 0, knots: 9, course: 90), .init(from: from, knots: knots, course: 60, leeway: 80)],
        wander: row == 1 ? 25 : 6)
      note(.drifting, [235_980_001 + UInt32(row)], from + 480, Self.seconds, row == 1 ? 180 : 10)
    }
    let stop = second(1500...3600, &chance)
    _ = add(235_980_011, row: 4, [.init(from: 0, knots: 13, course: 90), .init(from: stop, knots: 0.2, course: 90)])
    note(.suddenStop, [235_980_011], stop + 30, stop + 300, 10)
    _ = add(235_980_012, row: 5, [.init(from: 0, knots: 16, course: 90), .init(from: stop, knots: 7, course: 90)])
    note(.speedChange, [235_980_012], stop + 30, stop + 300, 10)
    _ = add(235_980_013, row: 6, [.init(from: 0, knots: 14, course: 90), .init(from: stop, knots: 14, course: 200)])
    note(.headingChange, [235_980_013], stop + 15, stop + 300, 10)
    meetings(row: 30)
    for ghost in 0..<5 {
      _ = add(
        273_980_001 + UInt32(ghost), row: 12, column: 60 + 8 * ghost,
        [.init(from: stop, knots: 12, course: 85)])
    }
    note(.ghostFleet, Set((0..<5).map { 273_980_001 + UInt32($0) }), stop, stop + 600, 10)
    _ = add(199_980_001, row: 14, [.init(from: 0, knots: 11, course: 90)])
    note(.invalidIdentity, [199_980_001], 30, Self.seconds, 10)
  }

  private mutating func meetings(row: Int) {
    for pair in 0..<2 {
      let meeting = second(1500...3000, &chance)
      let ends = meeting + 1500
      let first = UInt32(235_980_021 + 2 * pair)
      for side in 0..<2 {
        _ = add(
          first + UInt32(side), shipType: side == 0 ? 30 : 37, length: 14, isClassA: side == 0, row: row + 2 * pair,
          column: side,
          [
            .init(from: 0, knots: 5, course: 90), .init(from: meeting, knots: 0.9, course: 90),
            .init(from: ends, knots: 6, course: side == 0 ? 70 : 120),
          ])
      }
      note(.encounter, [first, first + 1], meeting + 600, ends, 180)
    }
    let legs = (0..<60).map { Performer.Leg(from: 900 + 120 * $0, knots: 4.5, course: $0 % 2 == 0 ? 90 : 270) }
    _ = add(
      235_980_031, shipType: 37, length: 12, isClassA: false, row: 17, [.init(from: 0, knots: 9, course: 90)] + legs)
    note(.loitering, [235_980_031], 900 + 2700 - 220, Self.seconds, 120)
  }

  /// What the night's own traffic does by itself, found in its truth.
  private mutating func addNatural() {
    let sentences = sentences
    let kinds: [BehaviourKind] = [.suddenStop, .speedChange, .headingChange, .loitering, .areaEntry]
    for (index, performer) in performers.enumerated() {
      for kind in kinds {
        guard !occurrences.contains(where: { $0.kind == kind && $0.mmsis.contains(performer.mmsi) }) else { continue }
        let isLong = kind == .loitering
        let run = longestRun(step: isLong ? 120 : 30) {
          sentences.holds(kind, index, $0, slack: kind == .areaEntry ? 1 : 0.9)
        }
        guard let run, run.upperBound - run.lowerBound >= 60, run.lowerBound > 700, run.lowerBound < Self.seconds - 300
        else { continue }
        let interval = performer.state(run.lowerBound).map(performer.intervalSeconds) ?? 30
        note(kind, [performer.mmsi], run.lowerBound, run.upperBound, max(interval, isLong ? 120 : 30))
      }
    }
    addApproaches(sentences)
  }

  private mutating func addApproaches(_ sentences: Sentences) {
    let ships = performers.indices.filter { performers[$0].isShip }
    let boats = performers.indices.filter { performers[$0].isSmall }
    for ship in ships {
      for boat in boats {
        let run = longestRun(step: 60) { second in
          sentences.approach(ship, boat, at: second).map { $0.metres <= 120 && (30...560).contains($0.seconds) }
            ?? false
        }
        guard let run, run.upperBound - run.lowerBound >= 120, run.lowerBound > 300 else { continue }
        note(
          .closestApproach, [performers[ship].mmsi, performers[boat].mmsi], run.lowerBound + 60, run.upperBound,
          performers[boat].state(run.lowerBound).map(performers[boat].intervalSeconds) ?? 30)
      }
    }
  }

  private func longestRun(step: Int, _ holds: (Int) -> Bool) -> ClosedRange<Int>? {
    var best: ClosedRange<Int>?
    var began: Int?
    for second in stride(from: 0, through: Self.seconds, by: step) {
      let isSo = holds(second)
      if isSo, began == nil { began = second }
      if let first = began, !isSo || second + step > Self.seconds {
        if second - first > (best.map { $0.upperBound - $0.lowerBound } ?? 0) { best = first...second }
        began = nil
      }
    }
    return best
  }
}
