import Feeds
import Foundation
import Geodesy
import Testing
import Tracking

@testable import Exercise

@Suite struct RadarTests {
  private static let night = Night(seed: 11, start: dusk, hours: 0.25)
  private static let sites = [RadarSite.dover, .grisNez]

  /// The bytes of a feed one behind the other.
  private static func bytes(_ night: Night, _ place: Night.FeedPlace) -> [NightEmission] {
    Array(night.emissions(of: [place.rawValue]))
  }

  @Test(arguments: [Night.FeedPlace.radarDover, .radarGrisNez])
  func everyDatagramIsReadAndMarked(place: Night.FeedPlace) throws {
    var decoder = AsterixDecoder()
    let marks = ["020/TYP", "020/SIM", "020/TST"].compactMap { AsterixField.named($0, of: 48) }
    let kind = try #require(AsterixField.named("000", of: 34))
    let turnSeconds = try #require(AsterixField.named("041", of: 34))
    let site = place == .radarDover ? RadarSite.dover : .grisNez
    var plots = 0
    var markers = 0
    var sectors = 0
    var turn: [Double] = []
    let night = Night(seed: 11, start: dusk, hours: 0.05)
    for emission in Self.bytes(night, place) {
      #expect(emission.bytes.count <= NightEmission.greatestDatagram)
      let clock = Double(emission.at.millisecondsSince1970 % 86_400_000) / 1000
      emission.bytes.withUnsafeBytes { bytes in
        decoder.consume(datagram: bytes) { record in
          let report = record.report
          guard let time = report.timeOfDaySeconds, report.sourceIdentification == site.number else {
            Issue.record("a record without source or time")
            return
          }
          if record.category == 48 {
            plots += 1
            if marks.map({ record.bits($0) }) != [1, 1, 1] { Issue.record("a plot without its marks") }
            let late = clock - time
            if !(-0.01...Double(site.turnMilliseconds) / 1000).contains(late) { Issue.record("late by \(late)") }
            turn.append(report.azimuthDegrees ?? -1)
          } else if record.bits(kind) == 1 {
            markers += 1
            #expect(record[turnSeconds].map { abs($0 - Double(site.turnMilliseconds) / 1000) < 0.01 } == true)
            let position = report.position ?? site.declaredPosition
            #expect(Sphere.distanceMetres(from: position, to: site.declaredPosition) < 3)
            // All plots of a turn have come, in the order of their bearings, when the antenna is in the north again.
            #expect(turn == turn.sorted())
            turn = []
          } else {
            sectors += 1
          }
        }
      }
    }
    #expect(decoder.diagnostics.refused == 0 && decoder.diagnostics.bytesPassedOver == 0)
    #expect(decoder.diagnostics.blocksPassedOver.isEmpty && decoder.diagnostics.extents == 0)
    let turns = Int(night.durationMilliseconds / site.turnMilliseconds)
    #expect((turns...turns + 1).contains(markers) && sectors >= (turns - 1) * 31)
    #expect(plots > turns * 20)
  }

  /// What was drawn, within four deviations of what the performance says, by size of craft and by range.
  @Test(arguments: sites) func craftAreSeenAsOftenAsDeclared(site: RadarSite) {
    let night = Self.night
    let performance = RadarPerformance(site, night.conditions)
    let view = RadarView(from: site.place, heightMetres: site.heightMetres)
    var source = RadarSource(night, site)
    var bands = [Int: (expected: Double, variance: Double, seen: Int)]()
    var clutter = 0
    let turns = night.durationMilliseconds / site.turnMilliseconds
    for turn in 0..<turns {
      let plots = source.plots(ofTurn: turn)
      let seen = Set(plots.flatMap(\.actors))
      clutter += plots.filter { $0.actors.isEmpty }.count
      for actor in night.actors where ![.aircraft, .base, .distress].contains(actor.trackClass) {
        guard let truth = actor.truth(at: dusk.adding(milliseconds: turn * site.turnMilliseconds)) else { continue }
        let sight = view.sight(of: Place(truth.latitudeDegrees, truth.longitudeDegrees))
        // At the edges a craft may cross within the turn.
        guard (600...44_900).contains(sight.rangeMetres), site.seesSea(wrapped(sight.bearingDegrees - 0.5)),
          site.seesSea(wrapped(sight.bearingDegrees + 0.5))
        else {
          continue
        }
        let probability = performance.detectionProbability(
          rangeMetres: sight.rangeMetres, lengthMetres: Double(actor.particulars.lengthMetres))
        let band = (actor.particulars.lengthMetres < 15 ? 0 : 10) + Int(sight.rangeMetres / 15_000)
        var count = bands[band] ?? (0, 0, 0)
        count.expected += probability
        count.variance += probability * (1 - probability)
        if seen.contains(actor.number) { count.seen += 1 }
        bands[band] = count
      }
    }
    #expect(bands.count >= 5)
    for (band, count) in bands.sorted(by: { $0.key < $1.key }) {
      let deviation = max(3, 4 * count.variance.squareRoot())
      #expect(abs(Double(count.seen) - count.expected) < deviation, "band \(band): \(count)")
    }
    let mean = (performance.evenFalsePlots + performance.seaFalsePlots) * Double(turns)
    #expect(abs(Double(clutter) - mean) < 4 * mean.squareRoot())
  }

  @Test func boatsThatLieTooNearComeBackAsOne() {
    // The leaving of a flotilla, near to the radar that sees it best.
    let night = Night(seed: 5, start: dusk, hours: 0.5)
    var source = RadarSource(night, .grisNez)
    var several = 0
    var alone = 0
    for turn in 0..<300 {
      for plot in source.plots(ofTurn: Int64(turn)) where !plot.actors.isEmpty {
        guard plot.actors.count > 1 else {
          alone += 1
          continue
        }
        several += 1
        let moment = dusk.adding(milliseconds: Int64(turn) * RadarSite.grisNez.turnMilliseconds)
        let truths = plot.actors.compactMap { night.actors[$0].truth(at: moment)?.position }
        guard let first = truths.first else { continue }
        #expect(truths.allSatisfy { Sphere.distanceMetres(from: $0, to: first) < 800 })
      }
    }
    #expect(several > 10 && several * 20 < alone)
  }

  @Test func smallBoatsAreHarderAndTheHorizonHides() {
    let night = Self.night
    for site in Self.sites {
      let performance = RadarPerformance(site, night.conditions)
      func seen(_ metres: Double, _ length: Double) -> Double {
        performance.detectionProbability(rangeMetres: metres, lengthMetres: length)
      }
      #expect((0.5...0.85).contains(seen(3000, 9)) && seen(25_000, 9) < 0.6 && seen(3000, 9) > seen(25_000, 9))
      #expect(seen(10_000, 120) > 0.95 && seen(30_000, 120) > 0.95)
      #expect(seen(400, 120) == 0 && seen(45_001, 120) == 0)
    }
    let low = RadarPerformance(.grisNez, night.conditions)
    for site in Self.sites {
      let performance = RadarPerformance(site, night.conditions)
      // Boats strewn evenly over the ring by another rule: the square of the range is even.
      let strewn = (0..<1000).map { index in
        let square = 500.0 * 500 + (45_000.0 * 45_000 - 500 * 500) * (Double(index) + 0.5) / 1000
        return performance.detectionProbability(rangeMetres: square.squareRoot(), lengthMetres: 9)
      }
      let declared = performance.declaration.detectionProbability
      #expect(abs(strewn.reduce(0, +) / 1000 - declared) < 0.002 && (0.2...0.5).contains(declared))
    }
    #expect(low.detectionProbability(rangeMetres: 41_000, lengthMetres: 9) == 0)
    #expect(low.detectionProbability(rangeMetres: 41_000, lengthMetres: 150) > 0.9)
    #expect(!RadarSite.dover.seesSea(300) && RadarSite.dover.seesSea(140))
    #expect(RadarSite.grisNez.seesSea(300) && !RadarSite.grisNez.seesSea(120))
  }

  @Test(arguments: sites) func plotsLieWhereTheCraftAre(site: RadarSite) {
    let night = Self.night
    let view = RadarView(from: site.place, heightMetres: site.heightMetres)
    var source = RadarSource(night, site)
    var squares = (range: 0.0, bearing: 0.0)
    var count = 0
    for turn in 0..<120 {
      for plot in source.plots(ofTurn: Int64(turn)) {
        guard plot.actors.count == 1, let number = plot.actors.first else { continue }
        let into = plot.bearingDegrees / 360 * Double(site.turnMilliseconds)
        let moment = dusk.adding(milliseconds: Int64(turn) * site.turnMilliseconds + Int64(into))
        guard let truth = night.actors[number].truth(at: moment) else { continue }
        let sight = view.sight(of: Place(truth.latitudeDegrees, truth.longitudeDegrees))
        let range = (plot.rangeMetres - sight.rangeMetres) / RadarSite.rangeDeviationMetres
        let bearing =
          (plot.bearingDegrees - sight.bearingDegrees).remainder(dividingBy: 360) / site.bearingDeviationDegrees
        if abs(range) > 5 || abs(bearing) > 5 { Issue.record("\(night.actors[number].name): \(range), \(bearing)") }
        squares.range += range * range
        squares.bearing += bearing * bearing
        count += 1
      }
    }
    #expect(count > 5000)
    #expect(abs(squares.range / Double(count) - 1) < 0.08 && abs(squares.bearing / Double(count) - 1) < 0.08)
  }

  /// What is made without the C library agrees with what is made with it.
  @Test(arguments: sites) func sightsAreThoseOfTheEarth(site: RadarSite) {
    let view = RadarView(from: site.place, heightMetres: site.heightMetres)
    for bearing in stride(from: 0.0, to: 360, by: 15) {
      for range in [600.0, 9000, 45_000] {
        let place = site.declaredPosition.target(
          rangeMetres: range, bearingDegrees: bearing, heightMetres: site.heightMetres)
        let sight = view.sight(of: Place(place.latitudeDegrees, place.longitudeDegrees))
        #expect(abs((sight.bearingDegrees - bearing).remainder(dividingBy: 360)) < 0.001)
        #expect(abs(sight.rangeMetres - range) < 0.1)
      }
    }
  }
}

extension RadarSite {
  /// Where its operator says that it stands.
  var declaredPosition: Position {
    RadarPerformance(self, SeaConditions(seed: 0)).declaration.position ?? ActorTruth.origin
  }
}

extension ActorTruth {
  fileprivate static let origin = Position(latitudeDegrees: 0, longitudeDegrees: 0)!
}
