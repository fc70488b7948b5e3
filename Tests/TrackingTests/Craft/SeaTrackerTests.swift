import Foundation
import Geodesy
import Testing

@testable import Tracking

@Suite struct SeaTrackerTests {
  static let start = Instant(millisecondsSince1970: 1_637_700_000_000)
  static let mast = Position(latitudeDegrees: 51, longitudeDegrees: 1.4)

  func sea() throws -> SeaTracker {
    var sea = SeaTracker()
    var radar = Sensor(name: "mast", kind: .radar, position: Self.mast)
    radar.falsePlotsPerLook = 1
    sea.declare(radar)
    return sea
  }

  /// A turn of the radar that shows a boat going north, and what else is asked for.
  func turn(_ number: Int, others: [SensorPlot] = [], exercise: Bool = false, late: Double = 0) -> SensorLook {
    let at = Self.start.adding(milliseconds: Int64(number) * 5000)
    let boat = SensorPlot(
      .rangeAndBearing(rangeMetres: 9000 + 15 * Double(number), bearingDegrees: 45), reference: "plot \(number)")
    return SensorLook(
      sensor: "mast", at: at.adding(milliseconds: Int64(-late * 1000)), received: at, plots: [boat] + others,
      exercise: exercise)
  }

  @Test func aCraftThatOnlyARadarShowsIsATrackWithReasons() throws {
    var sea = try sea()
    for number in 0..<12 { sea.take(turn(number)) }
    let changes = sea.takeChanges()
    guard case .craft(let track)? = changes.first, changes.count == 1 else {
      Issue.record("One craft is shown, not \(changes)")
      return
    }
    #expect(track.id == TrackID(sensed: 0, exercise: false) && track.mmsi == nil && track.trackClass == .sensed)
    #expect(track.sensed?.sightings.first?.sensor == "mast" && track.sensed?.sightings.first?.kind == .radar)
    #expect(track.sensed?.contributions.last?.reference == "plot 11")
    // 9,165 m towards 45° by a reckoning of its own.
    let way = TangentPlane(origin: try #require(Self.mast)).local(track.position)
    #expect(abs(way.eastMetres - 6480) < 60 && abs(way.northMetres - 6480) < 60, "\(way)")
    #expect(track.state.ellipse.majorMetres > track.state.ellipse.minorMetres)
    #expect(sea.takeChanges().isEmpty)
  }

  @Test func howWellASensorSeesIsPublishedAndADeclarationSaysHowItFalls() throws {
    var sea = try sea()
    for number in 0..<30 { sea.take(turn(number)) }
    let performance = sea.performance(exercise: false)
    #expect(performance.map(\.sensor) == ["mast"] && sea.performance(exercise: true).isEmpty)
    // 50 km in ten rings: the boat lies in the second.
    let rings = try #require(performance.first).detection.ofSmallCraft
    #expect(rings[1].looks > 20 && rings[1].hits == rings[1].looks && rings[0].looks == 0)
    let text = #"{"name": "mast", "kind": "radar", "fullDetectionRangeMetres": 12000}"#
    let sensor = try JSONDecoder().decode(Sensor.self, from: Data(text.utf8))
    #expect(sensor.fullDetectionRangeMetres == 12_000)
    #expect(try JSONDecoder().decode(Sensor.self, from: JSONEncoder().encode(sensor)) == sensor)
    #expect(abs(sensor.detectionProbability(atMetres: 31_000) - 0.4) < 1e-12)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(
        Sensor.self, from: Data(#"{"name": "mast", "kind": "radar", "fullDetectionRangeMetres": -1}"#.utf8))
    }
  }

  @Test func aSatelliteThatSawACraftHalfAnHourAgoIsNamedWithItsTime() throws {
    var sea = try sea()
    sea.declare(Sensor(name: "satellite", kind: .satellite))
    for number in 0..<400 { sea.take(turn(number)) }
    let place = try #require(Self.mast).target(rangeMetres: 9000 + 15 * 40, bearingDegrees: 45)
    let (at, received) = (Self.start.adding(milliseconds: 200_000), Self.start.adding(milliseconds: 2_000_000))
    sea.take(
      SensorLook(
        sensor: "satellite", at: at, received: received,
        plots: [SensorPlot(.position(place, deviationMetres: 40), at: at, reference: "scene 3", confidence: 0.8)],
        isWhole: false))
    _ = sea.takeChanges()
    let sensed = try #require(sea.tracks.first?.sensed)
    #expect(sea.tracks.count == 1 && sensed.sightings.map(\.sensor) == ["mast", "satellite"])
    #expect(sensed.sightings.last?.last == at && sensed.sightings.last?.plots == 1)
    #expect(sensed.contributions.contains { $0.reference == "scene 3" && $0.at == at })
    #expect(sea.troubles.isEmpty)
  }

  @Test func anExerciseAndTheRealSeaNeverMeet() throws {
    var sea = try sea()
    for number in 0..<12 {
      sea.take(turn(number))
      sea.take(turn(number, exercise: true))
    }
    _ = sea.takeChanges()
    #expect(Set(sea.tracks.map(\.id.text)) == ["S0", "EXS0"])
    #expect(sea.track(TrackID("EXS0"))?.exercise == true && sea.track(TrackID("S0"))?.exercise == false)
  }

  @Test func aTransponderThatGoesWithACraftGivesItItsName() throws {
    var sea = try sea()
    let mast = TangentPlane(origin: try #require(Self.mast))
    for number in 0..<40 {
      sea.take(turn(number))
      let along = (9000 + 15 * Double(number)) / 2.0.squareRoot()
      sea.hear(
        SensorObservation(
          ais: "ais", mmsi: 235_012_345, received: Self.start.adding(milliseconds: Int64(number) * 5000 + 1000),
          utcSecond: nil, position: mast.position(eastMetres: along, northMetres: along), positionAccuracyHigh: true,
          speedKnots: 5.8, courseDegrees: 45))
    }
    let changes = sea.takeChanges()
    let supported = changes.contains {
      if case .support(235_012_345, false, let sensed?, _) = $0 {
        sensed.sightings.first?.sensor == "mast"
      } else {
        false
      }
    }
    #expect(supported && sea.tracks.isEmpty)
  }

  @Test func aSensorThatFloodsOrRepeatsItselfIsSetAsideAndTheRestGoesOn() throws {
    var sea = try sea()
    var camera = Sensor(name: "camera", kind: .camera, position: Self.mast)
    camera.lookSeconds = 5
    sea.declare(camera)
    let flood = (0..<60_000).map { index in
      SensorPlot(.rangeAndBearing(rangeMetres: 1000 + Double(index % 9000), bearingDegrees: Double(index % 360)))
    }
    for number in 0..<14 {
      sea.take(turn(number))
      var look = turn(number, others: number == 3 ? flood : [])
      look.sensor = "camera"
      look.plots = number == 3 ? flood : look.plots
      sea.take(look)
    }
    #expect(sea.troubles.map(\.reason) == [.flood] && sea.troubles.first?.sensor == "camera")
    _ = sea.takeChanges()
    #expect(sea.tracks.contains { $0.sensed?.sightings.contains { $0.sensor == "mast" && $0.plots >= 10 } ?? false })
    var stuck = try self.sea()
    let same = turn(
      1,
      others: (0..<30).map {
        SensorPlot(.rangeAndBearing(rangeMetres: 2000 + 300 * Double($0), bearingDegrees: 11 * Double($0)))
      })
    for number in 0..<9 {
      var look = same
      look.at = Self.start.adding(milliseconds: Int64(number) * 5000)
      look.received = look.at
      stuck.take(look)
    }
    #expect(stuck.troubles.map(\.reason) == [.repeats])
  }

  @Test func aClockAheadAndNumbersThatAreNoneChangeNothing() throws {
    var sea = try sea()
    for number in 0..<12 {
      sea.take(turn(number))
      sea.take(
        turn(number, others: [SensorPlot(.rangeAndBearing(rangeMetres: .nan, bearingDegrees: .infinity))], late: -900))
    }
    _ = sea.takeChanges()
    #expect(sea.tracks.count <= 2 && !sea.tracks.isEmpty)
  }
}

extension SeaTrackerTests {
  @Test func whatATakenOutSensorShowsIsNotUsed() throws {
    var sea = try sea()
    for number in 0..<12 { sea.take(turn(number)) }
    _ = sea.takeChanges()
    #expect(sea.craftCount == 1 && sea.health.map(\.name) == ["mast"] && sea.health.first?.health.scans == 12)
    sea.withdraw(sensor: "mast")
    #expect(sea.sensors.isEmpty && sea.health.isEmpty)
    sea.note(sensor: "mast", at: try #require(Self.mast))
    for number in 12..<20 { sea.take(turn(number)) }
    #expect(sea.sensors.isEmpty)
    let silent = sea.takeChanges()
    #expect(silent.isEmpty)
    var radar = Sensor(name: "mast", kind: .radar, position: Self.mast)
    radar.falsePlotsPerLook = 1
    let isDeclared = sea.declare(radar)
    sea.take(turn(20))
    let changes = sea.takeChanges()
    #expect(isDeclared && !changes.isEmpty && sea.health.first?.health.scans == 13)
  }

  @Test func aDeclarationIsHeldToItsRanges() {
    var sensor = Sensor(name: "mast", kind: .radar)
    #expect(sensor.fault == nil)
    for field in Sensor.fields {
      var wrong = sensor
      wrong[keyPath: field.place] = field.range.upperBound * 2 + 1
      #expect(wrong.fault == field.name)
      wrong[keyPath: field.place] = .nan
      #expect(wrong.fault == field.name)
    }
    sensor.leastRangeMetres = sensor.greatestRangeMetres
    #expect(sensor.fault == "leastRangeMetres")
    sensor.leastRangeMetres = 0
    sensor.sectorDegrees = [10]
    #expect(sensor.fault == "sectorDegrees")
  }
}
