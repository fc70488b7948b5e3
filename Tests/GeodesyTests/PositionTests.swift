import Foundation
import Geodesy
import Testing

@Suite struct PositionTests {
  @Test func refusesWhatIsOffTheEarth() {
    for (latitude, longitude) in [(90.1, 0), (-91, 0), (0, 180.5), (0, -181), (.nan, 0), (0, .infinity)] {
      #expect(Position(latitudeDegrees: latitude, longitudeDegrees: longitude) == nil)
    }
    #expect(Position(latitudeDegrees: 90, longitudeDegrees: -180) != nil)
    let coded = Data(#"{"latitudeDegrees":91,"longitudeDegrees":0}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Position.self, from: coded) }
  }

  @Test(arguments: [
    (51.025, 1.3866667, "51°01.50′N 001°23.20′E"), (-33.8688, -70.5, "33°52.13′S 070°30.00′W"),
    (0, 0, "00°00.00′N 000°00.00′E"), (50.99999, -0.00001, "51°00.00′N 000°00.00′E"),
    (90, 180, "90°00.00′N 180°00.00′E"), (-0.5, -179.99999, "00°30.00′S 180°00.00′W"),
  ])
  func writesAsMarinersDo(latitude: Double, longitude: Double, text: String) throws {
    let position = try #require(Position(latitudeDegrees: latitude, longitudeDegrees: longitude))
    #expect(position.text == text)
  }

  @Test func writesWithOtherDecimals() throws {
    let position = try #require(Position(latitudeDegrees: -51.0254321, longitudeDegrees: 1.5))
    #expect(position.text(minuteDecimals: 0) == "51°02′S 001°30′E")
    #expect(position.text(minuteDecimals: 4) == "51°01.5259′S 001°30.0000′E")
    #expect(position.decimalText() == "-51.02543 1.50000")
    #expect(position.decimalText(decimals: 0) == "-51 2")
  }

  @Test func whatIsWrittenReadsBack() throws {
    var random = SmallGenerator(seed: 20_211_124)
    for _ in 0..<2000 {
      let position = try #require(
        Position(
          latitudeDegrees: .random(in: -90...90, using: &random),
          longitudeDegrees: .random(in: -180...180, using: &random)))
      for text in [position.text(minuteDecimals: 4), position.text(minuteDecimals: 2)] {
        let reading = PositionText.read(text)
        let candidate = try #require(reading.candidates.first, "\(text)")
        #expect(candidate.doubts.isEmpty && reading.problems.isEmpty)
        #expect(Sphere.distanceMetres(from: candidate.position, to: position) <= candidate.uncertaintyMetres * 1.01)
      }
    }
  }

  @Test func boxesKnowTheAntimeridian() throws {
    let pacific = try #require(BoundingBox(south: -10, west: 170, north: 10, east: -170))
    let atlantic = try #require(BoundingBox(south: 0, west: -30, north: 5, east: 0))
    let east = try #require(Position(latitudeDegrees: 0, longitudeDegrees: -175))
    let middle = try #require(Position(latitudeDegrees: 0, longitudeDegrees: -180))
    #expect(pacific.contains(east) && pacific.contains(middle) && !atlantic.contains(east))
    #expect(!pacific.intersects(atlantic))
    #expect(pacific.intersects(try #require(BoundingBox(south: 0, west: -180, north: 1, east: -170))))
    #expect(pacific.widthDegrees == 20 && pacific.centre.longitudeDegrees.magnitude == 180)
    #expect(BoundingBox(south: 1, west: 0, north: 0, east: 1) == nil)
    #expect(BoundingBox(text: "-10,170,10,-170") == pacific)
    #expect(BoundingBox(text: pacific.text) == pacific)
    for text in ["", "1,2,3", "1,2,3,4,5", "a,b,c,d", "nan,0,1,1", "1,0,0,1"] {
      #expect(BoundingBox(text: text) == nil)
    }
  }

  @Test func sphereAndPlaneUndoThemselves() throws {
    var random = SmallGenerator(seed: 3)
    let origin = try #require(Position(latitudeDegrees: 51, longitudeDegrees: 179.9))
    let plane = TangentPlane(origin: origin)
    for _ in 0..<500 {
      let bearing = Double.random(in: 0..<360, using: &random)
      let metres = Double.random(in: 1...50_000, using: &random)
      let place = Sphere.destination(from: origin, bearingDegrees: bearing, distanceMetres: metres)
      #expect((Sphere.distanceMetres(from: origin, to: place) - metres).magnitude < 1e-3)
      let turn = Units.turn(fromDegrees: Sphere.initialBearingDegrees(from: origin, to: place), toDegrees: bearing)
      #expect(turn.magnitude < 1e-3)
      let local = plane.local(place)
      let back = plane.position(eastMetres: local.eastMetres, northMetres: local.northMetres)
      #expect(Sphere.distanceMetres(from: back, to: place) < 1e-3)
    }
    let equator = try #require(Position(latitudeDegrees: 0, longitudeDegrees: 0))
    let degree = try #require(Position(latitudeDegrees: 0, longitudeDegrees: 1))
    #expect((Sphere.distanceMetres(from: equator, to: degree) - 111_195.1).magnitude < 0.1)
    #expect(Sphere.destination(from: origin, bearingDegrees: .nan, distanceMetres: 1) == origin)
    #expect(TangentPlane(origin: equator).position(eastMetres: .nan, northMetres: 0).longitudeDegrees == 0)
  }

  @Test func convertsUnits() {
    #expect((Units.metresPerSecond(knots: 3600) - 1852).magnitude < 1e-9)
    #expect((Units.knots(metresPerSecond: 1852) - 3600).magnitude < 1e-9)
    #expect(Units.nauticalMiles(metres: 926) == 0.5 && Units.metres(nauticalMiles: 0.5) == 926)
    #expect(Units.bearing(degrees: -10) == 350 && Units.bearing(degrees: 720) == 0)
    #expect(Units.bearing(degrees: -1e-20) == 0 && Units.bearing(degrees: .nan) == 0)
    #expect(Units.turn(fromDegrees: 350, toDegrees: 10) == 20)
    #expect(Units.turn(fromDegrees: 10, toDegrees: 350) == -20)
  }
}
