import Geodesy
import Testing

/// Dover's approaches, 51°01.50′N 001°23.20′E, in every form in which it is told.
@Suite struct PositionTextTests {
  static let latitude = 51.025
  static let longitude = 1.38666667

  @Test(arguments: [
    ("51.0250 1.38667", PositionForm.decimalDegrees, [PositionDoubt.orderAssumed]),
    ("51.0250, 1.38667", .decimalDegrees, [.orderAssumed]),
    ("51,0250 1,38667", .decimalDegrees, [.orderAssumed]),
    ("51,0250, 1,38667", .decimalDegrees, [.orderAssumed]),
    ("51,0250,1,38667", .decimalDegrees, [.orderAssumed, .commaAssumed]),
    ("51,0250;1,38667", .decimalDegrees, [.orderAssumed]),
    ("51.0250N 1.38667E", .decimalDegrees, []),
    ("N51.0250 E1.38667", .decimalDegrees, []),
    ("N 51.0250°, E 1.38667°", .decimalDegrees, []),
    ("1.38667E 51.0250N", .decimalDegrees, []),
    ("+51.0250, +1.38667", .decimalDegrees, [.orderAssumed]),
    ("Lat: 51.0250 Long: 1.38667", .decimalDegrees, []),
    ("latitude 51,0250 nord longitude 1,38667 est", .decimalDegrees, []),
    ("lon=1.38667 lat=51.0250", .decimalDegrees, []),
    (#"{"lat":51.0250,"lng":1.38667}"#, .decimalDegrees, []),
    (#"A"ML=1;lt=+51.02500;lg=+1.38667;rd=50"#, .decimalDegrees, []),
    ("51°01.50′N 001°23.20′E", .degreesMinutes, []),
    ("51 01.50 N 001 23.20 E", .degreesMinutes, []),
    ("51°01,50'N, 1°23,20'E", .degreesMinutes, []),
    ("N 51° 01.500' E 001° 23.200'", .degreesMinutes, []),
    ("51-01.50N 001-23.20E", .degreesMinutes, []),
    ("51d01.5m N 1d23.2m E", .degreesMinutes, []),
    ("51 degrees 1.5 minutes north 1 degree 23.2 minutes east", .degreesMinutes, []),
    ("51 degrés 1,5 minutes nord et 1 degré 23,2 minutes est", .degreesMinutes, []),
    ("51 01.50, 001 23.20", .degreesMinutes, [.orderAssumed, .hemisphereAssumed]),
    ("51°01'30\"N 1°23'12\"E", .degreesMinutesSeconds, []),
    ("51°01′30″ N, 001°23′12″ E", .degreesMinutesSeconds, []),
    ("51 01 30 N 1 23 12 E", .degreesMinutesSeconds, []),
    ("51:01:30N 001:23:12E", .degreesMinutesSeconds, []),
    ("51d1m30sN 1d23m12sE", .degreesMinutesSeconds, []),
    ("51° 1' 30,0'' nord / 1° 23' 12,0'' est", .degreesMinutesSeconds, []),
    ("5101.50N 00123.20E", .compact, []),
    ("5101.50,N,00123.20,E", .compact, []),
    ("510130N 0012312E", .compact, []),
    ("٥١٫٠٢٥٠ ١٫٣٨٦٦٧", .decimalDegrees, [.orderAssumed]),
    ("５１.０２５０ 1.38667", .decimalDegrees, [.orderAssumed]),
    ("51.0250 شمال 1.38667 شرق", .decimalDegrees, []),
    ("fifty one degrees one decimal five minutes north one degree two three decimal two minutes east", .spoken, []),
    ("five one zero one decimal five north zero zero one two three decimal two east", .spoken, []),
    ("cinquante et un degrés un virgule cinq minutes nord, un degré vingt-trois virgule deux minutes est", .spoken, []),
  ])
  func readsTheSamePlace(text: String, form: PositionForm, doubts: [PositionDoubt]) throws {
    let reading = PositionText.read(text)
    let candidate = try #require(reading.candidates.first, "\(reading.problems)")
    #expect(reading.candidates.count == 1)
    #expect((candidate.position.latitudeDegrees - Self.latitude).magnitude < 1e-5)
    #expect((candidate.position.longitudeDegrees - Self.longitude).magnitude < 1e-5)
    #expect(candidate.form == form)
    #expect(candidate.doubts == Set(doubts))
    #expect(candidate.understood == "51°01.50′N 001°23.20′E")
  }

  @Test(arguments: [
    "https://maps.google.com/?q=51.0250,1.38667",
    "https://www.google.com/maps?q=loc:51.0250,1.38667&z=15",
    "https://www.google.com/maps/search/51.0250,+1.38667?entry=tts",
    "https://www.google.com/maps/place/51%C2%B001'30.0%22N+1%C2%B023'12.0%22E/@50.9,1.2,17z",
    "https://www.google.com/maps/place/Buoy/@50.9,1.2,17z/data=!3m1!4b1!4m5!8m2!3d51.0250!4d1.38667",
    "https://www.google.com/maps/dir/?api=1&destination=51.0250%2C1.38667",
    "https://maps.apple.com/?ll=51.0250,1.38667&q=Dropped%20Pin",
    "http://maps.apple.com/?ll=51.0250\\,1.38667",
    "https://maps.apple.com/place?coordinate=51.0250,1.38667&name=Marked",
    "https://www.openstreetmap.org/?mlat=51.0250&mlon=1.38667#map=15/50.0/1.0",
    "https://waze.com/ul?ll=51.0250,1.38667&navigate=yes",
    "https://www.waze.com/live-map/directions?to=ll.51.0250%2C1.38667",
    "https://www.bing.com/maps?sp=point.51.0250_1.38667_Here",
    "maps.google.com/maps?q=51.0250,1.38667",
    "Location: https://maps.google.com/?q=51.0250,1.38667.",
    "Aidez nous! 30 personnes https://maps.google.com/maps?q=51.0250%2C1.38667 le moteur est mort",
  ])
  func readsMapLinks(text: String) throws {
    let reading = PositionText.read(text)
    let candidate = try #require(reading.candidates.first, "\(reading.problems)")
    #expect(reading.candidates.count == 1 && reading.problems.isEmpty)
    #expect((candidate.position.latitudeDegrees - Self.latitude).magnitude < 1e-5)
    #expect((candidate.position.longitudeDegrees - Self.longitude).magnitude < 1e-5)
    #expect(candidate.form == .mapLink)
    #expect(candidate.doubts.isEmpty)
  }

  @Test(arguments: ["geo:51.0250,1.38667", "geo:51.0250,1.38667;u=35", "geo:0,0?q=51.0250,1.38667(pin)"])
  func readsGeoLinks(text: String) throws {
    let candidate = try #require(PositionText.read(text).candidates.first)
    #expect(candidate.form == .geoURI)
    #expect((candidate.position.longitudeDegrees - Self.longitude).magnitude < 1e-5)
  }

  @Test(arguments: [
    "https://www.google.com/maps/@51.0250,1.38667,15z", "https://www.openstreetmap.org/#map=15/51.0250/1.38667",
    "https://www.bing.com/maps?cp=51.0250~1.38667&lvl=11",
  ])
  func doubtsTheCentreOfAMap(text: String) throws {
    let candidate = try #require(PositionText.read(text).candidates.first)
    #expect(candidate.doubts == [.viewCentre])
    #expect((candidate.position.latitudeDegrees - Self.latitude).magnitude < 1e-5)
  }

  @Test func readsHalvesInWords() throws {
    let candidate = try #require(PositionText.read("51 north 1 and a half east").candidates.first)
    #expect(candidate.position == Position(latitudeDegrees: 51, longitudeDegrees: 1.5))
    #expect(candidate.form == .spoken)
    #expect(candidate.doubts == [.coarse])
    for text in ["51 nord 1 et demi est", "51N 1½E", "fifty one north, one and a half east", "51° N, 1.5° E"] {
      #expect(PositionText.read(text).candidates.first?.position == candidate.position, "\(text)")
    }
    let west = try #require(PositionText.read("fifty and a quarter north, half a degree west").candidates.first)
    #expect(west.position == Position(latitudeDegrees: 50.25, longitudeDegrees: -0.5))
  }
}
