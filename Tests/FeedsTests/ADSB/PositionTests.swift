import Foundation
import Geodesy
import Testing

@testable import Feeds

struct PositionTests {
  private let address = 0x40_6B90

  private func isNear(_ position: Position?, _ latitude: Double, _ longitude: Double, within: Double = 1e-4) -> Bool {
    guard let position else { return false }
    let turn = (position.longitudeDegrees - longitude).remainder(dividingBy: 360)
    return abs(position.latitudeDegrees - latitude) < within
      && abs(turn) * cos(latitude * .pi / 180) < within
  }

  /// The pair that textbooks print: 52.2572° N, 3.91937° E at 38,000 feet.
  @Test func printedPair() throws {
    let lines = ["1457996410,8D40621D58C386435CC412692AD6", "1457996412,8D40621D58C382D690C8AC2863A7"]
    let found = ADSBDecoder.decode(bytes(lines)).receptions
    #expect(found[0].position == nil)
    let position = try #require(found[1].position)
    #expect(abs(position.latitudeDegrees - 52.2572021484375) < 1e-9)
    #expect(abs(position.longitudeDegrees - 3.91937255859375) < 1e-9)
    guard case .airbornePosition(let message) = found[1].content else {
      Issue.record("no position")
      return
    }
    #expect(message.altitudeFeet == 38_000)
  }

  @Test func zonesByTheFormula() {
    for latitude in stride(from: -89.95, through: 89.95, by: 0.1) {
      #expect(CompactPosition.longitudeZones(latitude) == FrameMaker.zones(latitude), "\(latitude)")
    }
    #expect(CompactPosition.longitudeZones(87) == 2)
    #expect(CompactPosition.longitudeZones(0) == 59)
  }

  /// Everywhere on the earth, in the air: a pair, whichever half comes last, and then one half near the last.
  @Test func pairsEverywhere() {
    var numbers = SeededNumbers(state: 1_090)
    var resolved = 0
    for index in 0..<1_000 {
      let latitude = Double.random(in: -89...89, using: &numbers)
      let longitude = Double.random(in: -180...180, using: &numbers)
      let isOddLast = index % 2 == 0
      let lines = [!isOddLast, isOddLast, !isOddLast].enumerated().map { place, isOdd in
        timed(1_000 + Double(place), FrameMaker.position(address, latitude, longitude, isOdd: isOdd))
      }
      let found = positions(lines)
      #expect(found[0] == nil)
      guard found[1] != nil else { continue }
      resolved += 1
      #expect(isNear(found[1], latitude, longitude), "\(latitude) \(longitude)")
      #expect(isNear(found[2], latitude, longitude), "\(latitude) \(longitude)")
    }
    // Halves in different bands give none; there are few such places.
    #expect(resolved > 970)
  }

  /// On the ground a place near by tells the quadrant: the receiver's, or the aircraft's own from before.
  @Test func onTheGround() throws {
    var numbers = SeededNumbers(state: 6)
    var resolved = 0
    for _ in 0..<300 {
      let latitude = Double.random(in: -80...80, using: &numbers)
      let longitude = Double.random(in: -180...180, using: &numbers)
      let station = try #require(
        Position(
          latitudeDegrees: latitude + Double.random(in: -0.5...0.5, using: &numbers), longitudeDegrees: longitude))
      let lines = [false, true].map {
        timed(1_000, FrameMaker.position(address, latitude, longitude, isOdd: $0, isOnSurface: true))
      }
      #expect(positions(lines) == [nil, nil])
      let found = positions(lines, station: station)
      #expect(isNear(found[0], latitude, longitude))
      #expect(isNear(found[1], latitude, longitude))
      resolved += 1
    }
    #expect(resolved == 300)
    let landing = [
      timed(1, FrameMaker.position(address, 51.5, -0.4, isOdd: false)),
      timed(2, FrameMaker.position(address, 51.5, -0.4, isOdd: true)),
      timed(9, FrameMaker.position(address, 51.47, -0.46, isOdd: true, isOnSurface: true)),
    ]
    #expect(isNear(positions(landing)[2], 51.47, -0.46))
  }

  /// Halves that are too far apart are no pair; without times, messages are counted.
  @Test func pairsAgeAway() {
    let (even, odd) = (
      FrameMaker.position(address, 51, 1, isOdd: false), FrameMaker.position(address, 51, 1, isOdd: true)
    )
    #expect(positions([timed(100, even), timed(110, odd)]).compactMap(\.self).count == 1)
    #expect(positions([timed(100, even), timed(110.001, odd)]).compactMap(\.self).isEmpty)
    #expect(positions([timed(110, even), timed(100, odd)]).compactMap(\.self).count == 1)
    let other = digits(FrameMaker.squitter(address, [(4, 5)]))
    let plain = { (count: Int) in [digits(even)] + Array(repeating: other, count: count) + [digits(odd)] }
    #expect(positions(plain(19)).compactMap(\.self).count == 1)
    #expect(positions(plain(20)).compactMap(\.self).isEmpty)
    // 12 MHz counter: ten seconds are 120,000,000 ticks.
    func counted(_ ticks: Int, _ frame: [UInt8]) -> String {
      "@" + String(format: "%012X", ticks) + digits(frame) + ";"
    }
    #expect(positions([counted(0, even), counted(120_000_000, odd)]).compactMap(\.self).count == 1)
    #expect(positions([counted(0, even), counted(120_012_000, odd)]).compactMap(\.self).isEmpty)
  }

  /// An aircraft does not jump; when it seems to several times, it was the first position that was wrong.
  @Test func jumpsAreHeldBack() {
    func pair(_ second: Double, _ latitude: Double) -> [String] {
      [false, true].map { timed(second + ($0 ? 0.5 : 0), FrameMaker.position(address, latitude, 1, isOdd: $0)) }
    }
    let lines = pair(100, 51) + pair(111, 40) + pair(122, 40) + pair(133, 40)
    let (receptions, diagnostics) = ADSBDecoder.decode(bytes(lines))
    #expect(isNear(receptions[1].position, 51, 1))
    #expect(receptions[3].position == nil)
    #expect(diagnostics.implausible > 0)
    #expect(isNear(receptions[7].position, 40, 1))
  }

  /// However many aircraft come by, memory is bounded, and those that keep sending keep their halves.
  @Test func boundedMemoryKeepsPairs() {
    var limits = ADSBDecoder.Limits()
    limits.aircraft = 50
    var decoder = ADSBDecoder(limits: limits)
    var found: [UInt32: Int] = [:]
    for round in 0..<60 {
      var lines: [String] = []
      for aircraft in 0..<30 {
        lines.append(
          timed(Double(round), FrameMaker.position(aircraft + 1, 51, Double(aircraft) / 10, isOdd: round % 2 == 0)))
      }
      // Nineteen that are heard once fit beside them.
      for stranger in 0..<19 {
        lines.append(timed(Double(round), FrameMaker.position(1_000 + round * 19 + stranger, 51, 1, isOdd: true)))
      }
      decoder.consume(bytes(lines)) { if $0.position != nil { found[$0.address, default: 0] += 1 } }
      #expect(decoder.table.count <= 50)
    }
    #expect(found.count == 30)
    #expect(found.values.allSatisfy { $0 == 59 })
    #expect(decoder.diagnostics.evicted == 30 + 60 * 19 - 50)
  }
}
