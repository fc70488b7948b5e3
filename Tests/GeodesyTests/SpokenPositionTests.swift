import Geodesy
import Testing

/// What callers say and paste at night, in the waters around Dover.
@Suite struct SpokenPositionTests {
  static let waters = PositionContext(
    area: BoundingBox(south: 49.5, west: -2, north: 52.5, east: 4),
    land: [
      Polygon(ring: [place(51.10, 1.0), place(51.10, 1.2), place(51.25, 1.2), place(51.25, 1.0)])!
    ],
    places: [
      NamedPlace(
        name: "Dover", otherNames: ["Douvres"], position: place(51.1405, 1.3715), directionFinderSpreadDegrees: 2),
      NamedPlace(name: "Folkestone", position: place(51.08, 1.19)),
      NamedPlace(name: "Cap Gris-Nez", otherNames: ["Gris Nez"], position: place(50.87, 1.585)),
      NamedPlace(name: "Calais", position: place(50.967, 1.843)),
    ])

  static func place(_ latitude: Double, _ longitude: Double) -> Position {
    Position(latitudeDegrees: latitude, longitudeDegrees: longitude)!
  }

  struct Form: CustomTestStringConvertible, Sendable {
    let text: String
    let latitude: Double
    let longitude: Double
    let doubts: Set<PositionDoubt>

    init(_ text: String, _ latitude: Double, _ longitude: Double, _ doubts: Set<PositionDoubt> = []) {
      self.text = text
      self.latitude = latitude
      self.longitude = longitude
      self.doubts = doubts
    }

    var testDescription: String { text }
  }

  static let spoken: [Form] = [
    Form("51 north 1 and a half east", 51, 1.5, [.coarse]),
    Form("fifty one north one and a half east", 51, 1.5, [.coarse]),
    Form("Fifty-one north, one and a half east", 51, 1.5, [.coarse]),
    Form("cinquante et un nord, un et demi est", 51, 1.5, [.coarse]),
    Form("cinquante et un degrés nord et un degré et demi est", 51, 1.5, [.coarse]),
    Form("51 nord 1 et demi est", 51, 1.5, [.coarse]),
    Form("51 nord, un et demi est", 51, 1.5, [.coarse]),
    Form("fifty one and a quarter north one and three quarters east", 51.25, 1.75, [.coarse]),
    Form("cinquante et un et quart nord un et demi est", 51.25, 1.5, [.coarse]),
    Form("cinquante et un et demi nord, un trois quarts est", 51.5, 1.75, [.coarse]),
    Form("51 and three quarters north 1 and a quarter east", 51.75, 1.25, [.coarse]),
    Form("latitude fifty one degrees longitude one and a half degrees", 51, 1.5, [.coarse, .hemisphereAssumed]),
    Form("about 51 north 1.5 east", 51, 1.5, [.coarse, .approximateWords]),
    Form("51 and a bit north 1 and a half east", 51, 1.5, [.coarse, .approximateWords]),
    Form("51 ish north 1.5 east", 51, 1.5, [.coarse, .approximateWords]),
    Form("environ 51 nord 1,5 est", 51, 1.5, [.coarse, .approximateWords]),
    Form("je crois 51 nord 1,5 est", 51, 1.5, [.coarse, .approximateWords]),
    Form("I think 51 05 north 1 20 east maybe", 51 + 5 / 60.0, 1 + 20 / 60.0, [.coarse, .approximateWords]),
    Form("51 degrees and 5 minutes north 1 degree and 30 minutes east", 51 + 5 / 60.0, 1.5, [.coarse]),
    Form("fifty one decimal zero two five north one decimal three eight six seven east", 51.025, 1.3867),
    Form("fifty one point oh two five north one point three eight six seven east", 51.025, 1.3867),
    Form(
      "fifty-one degrees, one minute thirty seconds north, one degree twenty-three minutes twelve seconds east",
      51.025, 1 + 23.2 / 60),
    Form(
      "cinquante et un degrés une minute trente secondes nord, un degré vingt-trois minutes douze secondes est",
      51.025, 1 + 23.2 / 60),
    Form(
      "cinquante-et-un degrés deux minutes nord un degré vingt minutes est", 51 + 2 / 60.0, 1 + 20 / 60.0, [.coarse]),
    Form("cinquante virgule neuf cinq nord un virgule cinq est", 50.95, 1.5, [.coarse]),
    Form("position 50 degrees 58 decimal 5 north 001 degrees 35 decimal 2 east", 50 + 58.5 / 60, 1 + 35.2 / 60),
    Form(
      "north five one degrees zero one decimal five east zero zero one degrees two three decimal two",
      51.025, 1 + 23.2 / 60),
    Form("fifty one north two east", 51, 2, [.coarse]),
    Form("fifty one thirty north one twenty east", 51.5, 1 + 20 / 60.0, [.coarse]),
    Form("fifty fifty eight north one thirty five east", 50 + 58 / 60.0, 1 + 35 / 60.0, [.coarse]),
    Form("cinquante cinquante-huit nord un trente-cinq est", 50 + 58 / 60.0, 1 + 35 / 60.0, [.coarse]),
    Form("zéro un degré vingt est cinquante et un degrés nord", 51, 1 + 20 / 60.0, [.coarse]),
    Form("51 degrees 2 minutes north and a half east", 51 + 2 / 60.0, 0.5, [.coarse]),
    Form("we are at fifty north and one degree west", 50, -1, [.coarse]),
    Form("cinquante nord et un degré ouest", 50, -1, [.coarse]),
    Form("fifty niner north wun east", 59, 1, [.coarse, .farFromArea]),
  ]

  static let typed: [Form] = [
    Form("51°1.5N 1°23.2E", 51.025, 1 + 23.2 / 60),
    Form("N51 01.5 E1 23.2", 51.025, 1 + 23.2 / 60),
    Form("51 01.5N 1 23.2E", 51.025, 1 + 23.2 / 60),
    Form("51° 1.5 N / 1° 23.2 E", 51.025, 1 + 23.2 / 60),
    Form("N51°01.5' E001°23.2'", 51.025, 1 + 23.2 / 60),
    Form("51 1.5 1 23.2", 51.025, 1 + 23.2 / 60, [.orderAssumed, .hemisphereAssumed]),
    Form("N 51 E 1.5", 51, 1.5, [.coarse]),
    Form("n51 e1.5", 51, 1.5, [.coarse]),
    Form("51,5 nord 1,5 est", 51.5, 1.5, [.coarse]),
    Form("51,5N 1,5E", 51.5, 1.5, [.coarse]),
    Form("nord 51,025 est 1,386", 51.025, 1.386),
    Form("51N1E", 51, 1, [.coarse]),
    Form("51N 1E", 51, 1, [.coarse]),
    Form("51 N 001 E", 51, 1, [.coarse]),
    Form("51 north, 1 east", 51, 1, [.coarse]),
    Form("51.025n1.387e", 51.025, 1.387),
    Form("51.025° 1.387°", 51.025, 1.387, [.orderAssumed]),
    Form("51.025, -1.387", 51.025, -1.387, [.orderAssumed]),
    Form("50.9 north 1.4", 50.9, 1.4, [.coarse, .hemisphereAssumed]),
    Form("51 30' N 1 20' E", 51.5, 1 + 20 / 60.0, [.coarse]),
    Form("51 30 minutes north 1 20 minutes east", 51.5, 1 + 20 / 60.0, [.coarse]),
    Form("51 degrees north 1 degree 30 east", 51, 1.5, [.coarse]),
    Form("51 degrés 2 nord 1 degré 20 est", 51 + 2 / 60.0, 1 + 20 / 60.0, [.coarse]),
    Form("51 degres nord 1 degre 20 est", 51, 1 + 20 / 60.0, [.coarse]),
    Form("50 58 north 1 35 east", 50 + 58 / 60.0, 1 + 35 / 60.0, [.coarse]),
    Form("51 deg 05.2 min N, 001 deg 24.3 min E", 51 + 5.2 / 60, 1 + 24.3 / 60),
    Form("5105.2N 00124.3E", 51 + 5.2 / 60, 1 + 24.3 / 60),
    Form("lat 51 05 lon 1 24", 51 + 5 / 60.0, 1 + 24 / 60.0, [.coarse, .hemisphereAssumed]),
    Form("lattitude 51.054 longditude 1.241", 51.054, 1.241),
    Form("latitute: 51.054; longtitude: 1.241", 51.054, 1.241),
    Form("GPS 51.0521 N, 1.2412 E", 51.0521, 1.2412),
    Form("51 1 30 north 1 23 12 east", 51.025, 1 + 23.2 / 60),
    Form("50*58'12 N 1*35'10 E", 50.97, 1 + 35 / 60.0 + 10 / 3600.0),
    Form("50º58'12''N 1º35'10''E", 50.97, 1 + 35 / 60.0 + 10 / 3600.0),
    Form("1.387 51.025", 51.025, 1.387, [.orderAssumed, .swappedLikely]),
    Form("51.0250 E 1.38667 N", 51.025, 1.38667, [.swappedLikely]),
    Form("51 O1.5 N OO1 23.2 E", 51.025, 1 + 23.2 / 60, [.letterForDigit]),
    Form("5O.95N 1.5E", 50.95, 1.5, [.coarse, .letterForDigit]),
    Form("51.O25 1.386", 51.025, 1.386, [.orderAssumed, .letterForDigit]),
    Form("5l.O25N 1.386E", 51.025, 1.386, [.letterForDigit]),
    Form("51°O1.5'N 1°23.2'E", 51.025, 1 + 23.2 / 60, [.letterForDigit]),
    Form("51.30N 1.20E", 51.30, 1.20, [.minutesOrDecimals]),
    Form("51,30 N 1,20 E", 51.30, 1.20, [.minutesOrDecimals]),
    Form("51.02 1.38", 51.02, 1.38, [.orderAssumed, .minutesOrDecimals]),
    Form("51°75.0'N 1°10.0'E", 51.75, 1 + 10 / 60.0, [.impossibleMinutes]),
    Form("N 51 E 1.1", 51, 1.1, [.coarse]),
    Form("51.15 north 1.123 east", 51.15, 1.123, [.onLand]),
    Form("40.7128 N 74.0060 W", 40.7128, -74.006, [.farFromArea]),
    Form("30 people 51.0312, 1.4521 engine dead", 51.0312, 1.4521, [.orderAssumed]),
    Form("SOS 51.0312N,1.4521E 45 pers dont 6 enfants", 51.0312, 1.4521),
    Form("Lat=51.0312&Lon=1.4521", 51.0312, 1.4521),
    Form("510312N 0014521E", 51 + 3 / 60.0 + 12 / 3600.0, 1 + 45 / 60.0 + 21 / 3600.0),
    Form("5103N 00145E", 51.05, 1.75, [.coarse]),
    Form("GGA 5103.12,N,00145.21,E", 51 + 3.12 / 60, 1 + 45.21 / 60),
  ]

  static let pasted: [Form] = [
    Form("https://maps.google.com/?q=51.0250,1.38667", 51.025, 1.38667),
    Form("Live location: https://maps.google.com/?q=51.0250,1.38667 34 people", 51.025, 1.38667),
    Form("Position WhatsApp https://maps.google.com/maps?q=51.0250%2C1.38667&z=17&hl=fr", 51.025, 1.38667),
    Form("https://www.google.com/maps/search/?api=1&query=51.0250,1.38667", 51.025, 1.38667),
    Form("https://maps.apple.com/?ll=51.0250,1.38667&q=Marked%20Location", 51.025, 1.38667),
    Form("https://maps.apple.com/?q=51.0250,1.38667&t=m", 51.025, 1.38667),
    Form("https://www.openstreetmap.org/?mlat=51.0250&mlon=1.38667#map=15/51.0250/1.38667", 51.025, 1.38667),
    Form("https://osm.org/go/0EEQjE--", 51.5107, 0.0549, [.viewCentre]),
    Form("https://osm.org/go/0EEQjE--?m=", 51.5107, 0.0549),
    Form("https://yandex.com/maps/?pt=1.38667,51.0250", 51.025, 1.38667),
    Form("https://mapy.cz/zakladni?x=1.38667&y=51.0250&z=13", 51.025, 1.38667),
    Form("geo:51.0250,1.3867;u=350", 51.025, 1.3867),
    Form("geo:51.0250,1.3867?z=12", 51.025, 1.3867),
    Form("geo:0,0?q=51.0250,1.38667(Pin)", 51.025, 1.38667),
    Form("URL;type=pref:http://maps.apple.com/?ll=51.0250\\,1.38667", 51.025, 1.38667),
    Form("9F33XJ2P+5F", 51.95044, 1.63619),
    Form("8FVC2222+22", 47.0000625, 8.0000625, [.farFromArea]),
    Form("https://plus.codes/9F33XJ2P+5F", 51.95044, 1.63619),
    Form("position 51.0250, 1.3867 précision 50 mètres", 51.025, 1.3867, [.orderAssumed]),
    Form("AML rd=50 lt=+51.02500;lg=+1.38667", 51.025, 1.38667),
    Form("TR330415", 51.12587, 1.32910),
    Form("31U CS 85000 53000", 51.01706, 1.36054),
    Form("31UCS8500053000", 51.01706, 1.36054),
    Form("31U 385000 5653000", 51.01706, 1.36054),
  ]

  @Test(arguments: spoken + typed + pasted) func isUnderstood(form: Form) throws {
    let reading = PositionText.read(form.text, in: Self.waters)
    let candidate = try #require(reading.candidates.first, "\(reading)")
    #expect((candidate.position.latitudeDegrees - form.latitude).magnitude < 2e-4, "\(candidate)")
    #expect((candidate.position.longitudeDegrees - form.longitude).magnitude < 2e-4, "\(candidate)")
    #expect(candidate.doubts == form.doubts)
    #expect(reading.text == form.text)
  }

  @Test func theTableIsLong() { #expect((Self.spoken + Self.typed + Self.pasted).count >= 110) }

  @Test func bothReadingsOfTwoFiguresAreOffered() {
    let reading = PositionText.read("51.30N 1.20E", in: Self.waters)
    #expect(reading.candidates.map(\.understood) == ["51°18.00′N 001°12.00′E", "51°30.00′N 001°20.00′E"])
    #expect(reading.candidates.allSatisfy { $0.clarity == .assumed })
    #expect(reading.questions == [.minutesOrDecimals])
    // Three figures, or a mark, are no minutes.
    for text in ["51.300N 1.200E", "51.30° 1.20°", "51.75N 1.20E", "-51.30 1.20"] {
      #expect(PositionText.read(text).candidates.count == 1, "\(text)")
    }
  }

  @Test func bothWaysRoundAreOffered() {
    let reading = PositionText.read("1.387 51.025", in: Self.waters)
    #expect(reading.candidates.map { $0.position.latitudeDegrees } == [51.025, 1.387])
    #expect(reading.candidates.map(\.clarity) == [.assumed, .unlikely])
    #expect(reading.questions.first == .whichIsLatitude)
  }

  @Test func fiveFiguresOfALatitudeAreDoubted() {
    let reading = PositionText.read("five one zero two five north zero zero one three eight east", in: Self.waters)
    #expect(reading.candidates.map(\.understood) == ["51°02.50′N 001°38.00′E", "51°01.50′N 001°38.00′E"])
    #expect(reading.candidates.allSatisfy { $0.doubts == [.minutesOrDecimals] })
  }

  @Test func statedAccuracyCounts() {
    #expect(PositionText.read("51.0250, 1.3867 accuracy 35m").candidates.first?.uncertaintyMetres == 35)
    #expect(PositionText.read("51.0250, 1.3867 ± 2 km").candidates.first?.uncertaintyMetres == 2000)
    #expect(PositionText.read("geo:51.0250,1.3867;u=350").candidates.first?.uncertaintyMetres == 350)
  }

  @Test(arguments: [
    ("filled.count.soap", "///filled.count.soap"), ("///filled.count.soap", "///filled.count.soap"),
    ("we are at filled.count.soap please", "///filled.count.soap"),
  ])
  func threeWordsStayWords(text: String, kept: String) {
    let reading = PositionText.read(text, in: Self.waters)
    #expect(reading.candidates.isEmpty)
    #expect(reading.problems == [.threeWords(kept)])
    #expect(reading.questions == [.sendThePosition])
  }

  @Test(arguments: [
    "www.example.com", "a.b.c", "coast.guard.example.org", "photo.of.boat.jpg", "me@coast.guard.example",
  ])
  func namesOfMachinesAreNoThreeWords(text: String) {
    let problems = PositionText.read(text).problems
    #expect(!problems.contains { $0.code == "threeWords" }, "\(problems)")
  }

  @Test func aShortPlusCodeIsCompletedNearby() throws {
    let candidate = try #require(PositionText.read("XJ2P+5F", in: Self.waters).candidates.first)
    #expect(candidate.doubts == [.completedNearby])
    #expect((candidate.position.latitudeDegrees - 50.95044).magnitude < 1e-4)
    let alone = PositionText.read("XJ2P+5F")
    #expect(alone.candidates.isEmpty && !alone.problems.isEmpty)
  }

  @Test(arguments: [
    "+33 6 12 34 56 78", "call +33 6 12 34 56 78 now", "06 12 34 56 78", "+44 7700 900 123", "+33-6-12-34-56-78.",
  ])
  func telephoneNumbersAreNoPositions(text: String) {
    let reading = PositionText.read(text, in: Self.waters)
    #expect(reading.candidates.isEmpty && reading.problems == [.nothingFound], "\(reading)")
  }

  @Test(arguments: ["+51 01 30 +1 23 12", "+51 01.5 +1 23.2", "51 01 30 N 01 23 12 E", "+51.0250 +1.38667"])
  func positionsAreNoTelephoneNumbers(text: String) {
    #expect(PositionText.read(text, in: Self.waters).candidates.first?.understood == "51°01.50′N 001°23.20′E")
  }
}
