import Geodesy
import Testing

@Suite struct RelativePositionTests {
  private let waters = SpokenPositionTests.waters

  @Test func aLightIsAskedFor() throws {
    let reading = PositionText.read("we are 10 km from light", in: waters)
    let relation = try #require(reading.relations.first)
    #expect(reading.candidates.isEmpty && reading.problems.isEmpty)
    #expect(relation.source == "10 km from light" && relation.placeName == "light")
    #expect(relation.distanceMetres == 10_000 && relation.distanceSpreadMetres == 5000)
    #expect(relation.doubts == [.severalPlaces, .noDirection, .judgedDistance])
    #expect(reading.questions == [.whichPlace("light"), .whichDirection("light")])
    #expect(reading.text == "we are 10 km from light")
  }

  @Test(arguments: [
    ("10 km from the lighthouse", "lighthouse", 10_000.0), ("à 10 km du phare", "phare", 10_000),
    ("half a mile from the beach", "beach", 926), ("1,5 milles de Calais", "calais", 2778),
    ("3 miles off Folkestone", "folkestone", 5556), ("we are 12 km away from Dover", "dover", 12_000),
    ("5 nautical miles from Cap Gris Nez", "cap gris nez", 9260), ("deux milles de la plage", "plage", 3704),
    ("about 20km from Dunkirk", "dunkirk", 20_000),
  ])
  func distancesStayText(text: String, name: String, metres: Double) throws {
    let reading = PositionText.read(text, in: waters)
    let relation = try #require(reading.relations.first, "\(reading)")
    #expect(relation.placeName == name && relation.distanceMetres == metres)
    #expect(relation.doubts.contains(.noDirection) && reading.candidates.isEmpty)
  }

  @Test(arguments: [
    ("12 miles south west of Dover", 50.9990, 1.1477), ("12 milles nautiques au sud-ouest de Douvres", 50.9990, 1.1477),
    ("5 km au nord de Calais", 51.0119, 1.843), ("bearing 234 true from Dover distance 12 miles", 51.0228, 1.1152),
    ("234 degrees 12 miles from Dover", 51.0228, 1.1152),
    ("relèvement 234 depuis Douvres, distance 12 milles", 51.0228, 1.1152),
  ])
  func directionAndDistanceGiveAPlace(text: String, latitude: Double, longitude: Double) throws {
    let candidate = try #require(PositionText.read(text, in: waters).candidates.first)
    #expect(candidate.form == .relative && candidate.doubts.contains(.relative))
    #expect((candidate.position.latitudeDegrees - latitude).magnitude < 5e-4, "\(candidate)")
    #expect((candidate.position.longitudeDegrees - longitude).magnitude < 5e-4, "\(candidate)")
    #expect(candidate.uncertaintyMetres > 400)
  }

  @Test(arguments: [
    ("bearing 234 from Dover", 234.0, 2.0), ("234 degrees true from Dover", 234, 2), ("DF 234 from Douvres", 234, 2),
    ("relèvement 234 depuis Douvres", 234, 2), ("Dover bearing 300", 120, 5), ("we see Dover bearing 300", 120, 5),
  ])
  func bearingsAreLines(text: String, bearing: Double, spread: Double) throws {
    let reading = PositionText.read(text, in: waters)
    let line = try #require(reading.relations.first?.line, "\(reading)")
    #expect(line.bearingDegrees == bearing && line.spreadDegrees == spread)
    #expect(line.start == SpokenPositionTests.place(51.1405, 1.3715))
    #expect(reading.candidates.isEmpty)
    #expect(reading.questions == [.howFar(text.contains("Douvres") ? "douvres" : "dover")])
    let wedge = try #require(line.wedge(lengthMetres: 40_000))
    #expect(wedge.contains(line.start.target(rangeMetres: 20_000, bearingDegrees: bearing)))
  }

  @Test func twoBearingsCross() throws {
    let truth = SpokenPositionTests.place(51.0, 1.35)
    let text = [("Dover", 51.1405, 1.3715), ("Cap Gris Nez", 50.87, 1.585)].map { name, latitude, longitude in
      let bearing = SpokenPositionTests.place(latitude, longitude).sight(of: truth).bearingDegrees
      return "bearing \(Int(bearing.rounded())) from \(name)"
    }.joined(separator: ", ")
    let reading = PositionText.read(text, in: waters)
    let candidate = try #require(reading.candidates.first, "\(reading)")
    #expect(candidate.form == .bearings)
    #expect(Sphere.distanceMetres(from: candidate.position, to: truth) < 300)
    #expect((500...3000).contains(candidate.uncertaintyMetres))
    let short = PositionText.read("bearing 185 from Dover, 312 from Cap Gris Nez", in: waters)
    #expect(short.candidates.first?.form == .bearings)
  }

  /// The radius of both axes together holds the truth in 63 to 68 of 100 fixes, by the shape of the ellipse.
  @Test func theSpreadOfACrossingIsCalibrated() {
    var random = SmallGenerator(seed: 5)
    let truth = SpokenPositionTests.place(51.0, 1.35)
    let stations = [(51.1405, 1.3715), (50.87, 1.585), (51.08, 1.19)].map { SpokenPositionTests.place($0.0, $0.1) }
    var within = 0
    let count = 2000
    for _ in 0..<count {
      let lines = stations.map { station in
        // The sum of twelve uniform numbers is nearly normal with a deviation of one.
        let error = (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
        return BearingLine(
          from: station, bearingDegrees: station.sight(of: truth).bearingDegrees + 2 * error, spreadDegrees: 2)
      }
      guard let fix = BearingCrossing.place(of: lines) else { continue }
      if Sphere.distanceMetres(from: fix.position, to: truth) <= fix.uncertaintyMetres { within += 1 }
    }
    #expect((0.60...0.72).contains(Double(within) / Double(count)), "\(within)")
  }

  @Test func linesThatDoNotCrossGiveNoPlace() {
    let start = SpokenPositionTests.place(51, 1)
    let other = SpokenPositionTests.place(51, 1.5)
    for (first, second) in [(90.0, 90.0), (0, 1), (270, 90), (300, 60), (.nan, 10)] {
      let lines = [
        BearingLine(from: start, bearingDegrees: first, spreadDegrees: 2),
        BearingLine(from: other, bearingDegrees: second, spreadDegrees: 2),
      ]
      #expect(BearingCrossing.place(of: lines) == nil, "\(first) \(second)")
    }
    #expect(BearingCrossing.place(of: []) == nil)
  }

  @Test(arguments: [
    "the boat is 8 metres long", "we have 8 m of rope", "visibility 3 miles", "we are 30 people from Sudan",
  ])
  func otherMeasuresAreNoRelations(text: String) {
    #expect(PositionText.read(text, in: waters).relations.isEmpty)
  }

  @Test func aPositionBesideARelationIsRead() {
    let reading = PositionText.read("boat 10 m from ship, 51.025 N 1.387 E", in: waters)
    #expect(reading.relations.count == 1)
    #expect(reading.candidates.first?.understood == "51°01.50′N 001°23.22′E")
  }

  /// Whatever place, bearing and distance are said, they come back as said.
  @Test func whatIsSaidIsUnderstood() throws {
    var random = SmallGenerator(seed: 21)
    for _ in 0..<300 {
      let bearing = Int.random(in: 0..<360, using: &random)
      let miles = Int.random(in: 1...40, using: &random)
      let padded = String(String(bearing + 1000).dropFirst())
      for text in ["bearing \(padded) true from Dover \(miles) miles", "\(miles) nm \(padded) degrees from Dover"] {
        let relation = try #require(PositionText.read(text, in: waters).relations.first, "\(text)")
        #expect(relation.bearingDegrees == Double(bearing) && relation.distanceMetres == Double(miles) * 1852)
      }
    }
  }
}
