import Foundation
import Testing

@testable import Exercise

@Suite struct ItineraryTests {
  private var crossing: Itinerary {
    var itinerary = Itinerary(from: Place(51, 1.5), at: 0, roundingSeconds: 60)
    itinerary.sail(to: Place(51.2, 1.5), knots: 12)
    itinerary.sail(to: Place(51.2, 1.9), knots: 18)
    itinerary.wait(seconds: 900)
    itinerary.sail(to: Place(51, 1.5), knots: 12)
    return itinerary
  }

  @Test func theVelocityIsTheChangeOfPlace() {
    let itinerary = crossing
    for moment in stride(from: itinerary.first - 100_000, through: itinerary.last + 100_000, by: 37_000) {
      let before = itinerary.motion(at: moment - 500).place
      let after = itinerary.motion(at: moment + 500).place
      let motion = itinerary.motion(at: moment)
      let way = before.way(to: after)
      #expect(abs(way.north - motion.north) < 0.1 && abs(way.east - motion.east) < 0.1)
    }
  }

  @Test func speedsAreAsAskedAwayFromTheCorners() {
    let itinerary = crossing
    let first = itinerary.motion(at: 1_000_000)
    #expect(abs(first.north - 12 * 1852 / 3600) < 0.01 && abs(first.east) < 1e-9)
    let still = itinerary.motion(
      at: itinerary.moments[itinerary.places.firstIndex { $0.longitude == 1.9 } ?? 0] + 450_000)
    #expect(abs(still.north) < 1e-9 && abs(still.east) < 1e-9)
    #expect(abs(still.place.longitude - 1.9) < 1e-9)
  }

  @Test func cornersAreRounded() {
    let itinerary = crossing
    var greatest = 0.0
    for moment in stride(from: Int64(0), to: itinerary.last - 1000, by: 1000) {
      let now = itinerary.motion(at: moment)
      let next = itinerary.motion(at: moment + 1000)
      greatest = max(greatest, hypot(next.north - now.north, next.east - now.east))
    }
    // No ship changes its velocity by more than a fifth of a metre a second in a second.
    #expect(greatest > 0.01 && greatest < 0.2)
  }

  @Test func anItineraryOfOnePlaceLiesStill() {
    let still = Itinerary(from: Place(50, 0), at: 0, roundingSeconds: 0)
    for moment in [Int64(-5_000_000), 0, 5_000_000] {
      let motion = still.motion(at: moment)
      #expect(motion.place == Place(50, 0) && motion.north == 0 && motion.east == 0)
    }
    #expect(still.bearing(before: 0) == 0)
  }

  @Test func arithmeticAgreesWithTheLibrary() {
    for step in -720...720 {
      let degrees = Double(step) / 1.3
      let radians = degrees * .pi / 180
      #expect(abs(ExactMathematics.sine(degrees: degrees) - sin(radians)) < 1e-13)
      #expect(abs(ExactMathematics.cosine(degrees: degrees) - cos(radians)) < 1e-13)
      let bearing = ExactMathematics.bearing(
        east: ExactMathematics.sine(degrees: degrees), north: ExactMathematics.cosine(degrees: degrees))
      #expect((bearing - degrees).remainder(dividingBy: 360).magnitude < 1e-10)
      #expect((0..<360).contains(bearing))
    }
    #expect(ExactMathematics.bearing(east: 0, north: 0) == 0)
    let scale = Place.metresPerDegree(latitude: 51)
    #expect(abs(scale.north - 111_257) < 10 && abs(scale.east - 70_197) < 10)
  }

  @Test func theGeneratorGivesThePublishedNumbers() {
    var generator = SeededGenerator(seed: 0)
    #expect(generator.next() == 0xE220_A839_7B1D_CDAF)
    #expect(generator.next() == 0x6E78_9E6A_A1B9_65F4)
    var bell = SeededGenerator(seed: 4)
    let numbers = (0..<20_000).map { _ in bell.bell() }
    let mean = numbers.reduce(0, +) / 20_000
    let variance = numbers.reduce(0) { $0 + $1 * $1 } / 20_000
    #expect(abs(mean) < 0.03 && abs(variance - 1) < 0.04)
  }
}
