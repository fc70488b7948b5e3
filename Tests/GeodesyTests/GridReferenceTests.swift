import Geodesy
import Testing

@Suite struct GridReferenceTests {
  /// Distances to positions that PROJ gives for the same references, in metres, are in the tests of `Geodesics`.
  @Test(arguments: [
    ("TG 51409 13177", 52.65798, 1.71605), ("TG5140913177", 52.65798, 1.71605), ("SU 387 148", 50.93220, -1.44963),
    ("SU387148", 50.93220, -1.44963), ("at TG 51409 13177 now", 52.65798, 1.71605),
  ])
  func readsTheNationalGrid(text: String, latitude: Double, longitude: Double) throws {
    let reading = PositionText.read(text)
    let candidate = try #require(reading.candidates.first)
    let expected = try #require(Position(latitudeDegrees: latitude, longitudeDegrees: longitude))
    #expect(candidate.form == .ordnanceSurveyGrid)
    #expect(Sphere.distanceMetres(from: candidate.position, to: expected) < candidate.uncertaintyMetres + 3)
    #expect(reading.candidates.count == 1 && reading.problems.isEmpty)
  }

  @Test(arguments: [
    ("31U DQ 48251 11932", 48.85820, 2.29450, 0.71, PositionForm.militaryGrid),
    ("31UDQ4825111932", 48.85820, 2.29450, 0.71, .militaryGrid),
    ("31U DQ 482 119", 48.8582, 2.2945, 71, .militaryGrid),
    ("31U 448251.8 5411932.7", 48.85820, 2.29450, 0.7, .universalTransverseMercator),
    ("31N 448251 5411932", 48.85820, 2.29450, 0.7, .universalTransverseMercator),
    ("31 U 448251 mE 5411932 mN", 48.85820, 2.29450, 0.7, .universalTransverseMercator),

  ])
  func readsTheMilitaryGrid(
    text: String, latitude: Double, longitude: Double, uncertainty: Double, form: PositionForm
  ) throws {
    let candidate = try #require(PositionText.read(text).candidates.first)
    let expected = try #require(Position(latitudeDegrees: latitude, longitudeDegrees: longitude))
    #expect(candidate.form == form)
    #expect(Sphere.distanceMetres(from: candidate.position, to: expected) < uncertainty + 5)
    #expect((candidate.uncertaintyMetres - uncertainty).magnitude < uncertainty * 0.01)
  }

  @Test(arguments: ["TO 30 people", "NO 12 345", "II 123 456", "tr 330 415", "TR 330 41"])
  func takesNoOrdinaryWordsForAGrid(text: String) {
    #expect(PositionText.read(text).candidates.allSatisfy { $0.form != .ordnanceSurveyGrid })
  }
}
