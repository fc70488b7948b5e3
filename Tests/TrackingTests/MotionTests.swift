import Geodesy
import Testing

@testable import Tracking

@Suite struct MotionTests {
  @Test func followsAStraightCourse() throws {
    var tracker = Tracker()
    var last: TrackUpdate?
    for step in 0...60 { last = tracker.observe(underWay(Double(step) * 10)) }
    let track = try #require(last).track
    #expect(track.observationsCount == 61)
    #expect(abs(track.state.speedKnots - 12) < 0.1)
    #expect(abs(try #require(track.state.courseDegrees) - 45) < 0.5)
    #expect(Sphere.distanceMetres(from: track.position, to: underWay(600).position) < 5)
    #expect(track.state.uncertaintyMetres < 20)
    #expect(track.flags.isEmpty)
  }

  @Test func aTurnIsFollowedWithoutAFlag() throws {
    var tracker = Tracker()
    var position = strait
    var course = 0.0
    for step in 0..<60 {
      // 20 degrees in 6 s at 20 knots: harder than any ship turns.
      if (20..<29).contains(step) { course += 20 }
      position = Sphere.destination(from: position, bearingDegrees: course, distanceMetres: 20 * 1852 / 3600 * 6)
      let update = tracker.observe(
        sighting(Double(step) * 6, position, speedKnots: 20, courseDegrees: course, status: 0))
      #expect(update.diagnostic == nil)
      #expect(Sphere.distanceMetres(from: update.track.position, to: position) < 60)
    }
    let track = try #require(tracker.track(mmsi: 235_012_345, exercise: false))
    #expect(track.flags.isEmpty)
    #expect(abs(try #require(track.state.courseDegrees) - 180) < 2)
  }

  @Test func predictionSpreadsWithTime() throws {
    var tracker = Tracker()
    for step in 0...20 { _ = tracker.observe(underWay(Double(step) * 10)) }
    let track = try #require(tracker.track(mmsi: 235_012_345, exercise: false))
    let soon = track.predicted(to: after(260))
    let later = track.predicted(to: after(800))
    #expect(soon.uncertaintyMetres > track.state.uncertaintyMetres)
    #expect(later.uncertaintyMetres > 2 * soon.uncertaintyMetres)
    #expect(Sphere.distanceMetres(from: later.position, to: underWay(800).position) < later.uncertaintyMetres)
  }

  @Test func aMooredShipStaysPut() throws {
    var tracker = Tracker()
    var noise = SeededNoise(seed: 3)
    for step in 0..<50 {
      let position = Sphere.destination(
        from: strait, bearingDegrees: 360 * noise.uniform(), distanceMetres: 8 * noise.uniform())
      _ = tracker.observe(
        sighting(
          Double(step) * 180, position, speedKnots: 0.2, courseDegrees: 360 * noise.uniform() * 0.999, status: 5))
    }
    let track = try #require(tracker.track(mmsi: 235_012_345, exercise: false))
    #expect(track.isStationary)
    #expect(track.state.speedKnots < 0.1)
    #expect(Sphere.distanceMetres(from: track.position, to: strait) < 8)
  }

  @Test func motionOutweighsAForgottenStatus() throws {
    var tracker = Tracker()
    for step in 0...20 {
      var observation = underWay(Double(step) * 10)
      observation.navigationalStatus = 5
      _ = tracker.observe(observation)
    }
    let track = try #require(tracker.track(mmsi: 235_012_345, exercise: false))
    #expect(!track.isStationary)
    #expect(abs(track.state.speedKnots - 12) < 0.2)
  }

  /// From Fiji eastward over the antimeridian, 140 km: the plane is moved many times.
  @Test func thePlaneMovesWithTheShip() throws {
    let suva = place(-17, 179.5)
    var tracker = Tracker()
    for step in 0...720 {
      let update = tracker.observe(underWay(Double(step) * 20, from: suva, speedKnots: 19, courseDegrees: 80))
      #expect(update.diagnostic == nil)
    }
    let track = try #require(tracker.track(mmsi: 235_012_345, exercise: false))
    let truth = underWay(14_400, from: suva, speedKnots: 19, courseDegrees: 80).position
    #expect(truth.longitudeDegrees < -178)
    #expect(Sphere.distanceMetres(from: track.position, to: truth) < 15)
    #expect(track.flags.isEmpty)
  }

  @Test func covarianceIsSymmetric() {
    var tracker = Tracker()
    for step in 0...20 { _ = tracker.observe(underWay(Double(step) * 10)) }
    let covariance = tracker.track(mmsi: 235_012_345, exercise: false)?.state.covariance
    for row in 0..<4 {
      for column in 0..<4 { #expect(covariance?[row, column] == covariance?[column, row]) }
      #expect((covariance?[row, row] ?? 0) > 0)
    }
  }
}
