import Geodesy
import Testing

@Suite struct PositionTextDoubtTests {
  private let strait = BoundingBox(south: 49.5, west: -2, north: 52.5, east: 4)

  @Test func doubtsNumbersWrittenTheWrongWayRound() throws {
    let reading = PositionText.read("1.3867, 51.0250", expecting: strait)
    #expect(reading.candidates.count == 2)
    let likely = try #require(reading.candidates.first)
    #expect(likely.position == Position(latitudeDegrees: 51.025, longitudeDegrees: 1.3867))
    #expect(likely.doubts == [.orderAssumed, .swappedLikely])
    #expect(reading.candidates[1].doubts.isSuperset(of: [.farFromArea, .swappedLikely]))
    #expect(reading.candidates[1].position == Position(latitudeDegrees: 1.3867, longitudeDegrees: 51.025))
  }

  @Test func offersTheOtherHemisphereWhenItWasNotSaid() throws {
    let reading = PositionText.read("50 20.5, 6 30.2", expecting: BoundingBox(south: 48, west: -8, north: 52, east: 2))
    #expect(reading.candidates.first?.understood == "50°20.50′N 006°30.20′W")
    #expect(reading.candidates.first?.doubts.contains(.hemisphereAssumed) == true)
    #expect(reading.candidates.count == 2)
  }

  @Test func swapsWhatCannotExist() throws {
    let candidate = try #require(PositionText.read("lat 151.2093 lon -33.8688").candidates.first)
    #expect(candidate.position == Position(latitudeDegrees: -33.8688, longitudeDegrees: 151.2093))
    #expect(candidate.doubts == [.swappedLikely])
  }

  @Test func keepsAFarPositionAndSaysSo() throws {
    let candidate = try #require(PositionText.read("N 10.5000 W 40.2500", expecting: strait).candidates.first)
    #expect(candidate.doubts == [.farFromArea])
  }

  @Test func givesBothReadingsOfDottedGroups() throws {
    let reading = PositionText.read("51.01.50N 001.23.20E")
    #expect(reading.candidates.map(\.form) == [.degreesMinutes, .degreesMinutesSeconds])
    #expect(reading.candidates.allSatisfy { $0.doubts == [.secondsOrFraction] })
    #expect(reading.candidates[0].understood == "51°01.50′N 001°23.20′E")
    #expect(reading.candidates[1].position.latitudeDegrees == 51 + 1.0 / 60 + 50.0 / 3600)
  }

  @Test(arguments: [
    ("50°40.2'N 1°10.0'O", "50°40.20′N 001°10.00′W", PositionDoubt.hemisphereAssumed),
    ("51 1", "51°00.00′N 001°00.00′E", .coarse),
    ("51,1", "51°00.00′N 001°00.00′E", .commaAssumed),
    ("boat 3 51.0250 1.3867", "51°01.50′N 001°23.20′E", .otherNumbersNearby),
    ("51 30 1 20", "51°30.00′N 001°20.00′E", .orderAssumed),
  ])
  func saysWhatItAssumed(text: String, understood: String, doubt: PositionDoubt) throws {
    let candidate = try #require(PositionText.read(text).candidates.first)
    #expect(candidate.understood == understood)
    #expect(candidate.doubts.contains(doubt))
  }

  @Test func findsAPositionInALongerMessage() throws {
    let text =
      "HELP we are 34 people 12 children engine broken since 01:48 at 51.0312, 1.4521 water coming in +33612345678"
    let reading = PositionText.read(text, expecting: strait)
    #expect(reading.candidates.count == 1)
    let candidate = try #require(reading.candidates.first)
    #expect(candidate.position == Position(latitudeDegrees: 51.0312, longitudeDegrees: 1.4521))
    #expect(candidate.source == "51.0312, 1.4521")
    #expect(candidate.doubts == [.orderAssumed])
    #expect(candidate.uncertaintyMetres < 10)
  }

  @Test func readsSeveralPositions() {
    let reading = PositionText.read("From 51°01.5'N 001°23.2'E to 50°58.0'N 001°30.0'E")
    #expect(reading.candidates.map(\.understood) == ["51°01.50′N 001°23.20′E", "50°58.00′N 001°30.00′E"])
  }

  @Test(arguments: [
    ("", PositionProblem.empty), (" \n\t ", .empty),
    ("please help us", .nothingFound), ("we are 30 people", .nothingFound), ("at 01:48", .nothingFound),
    ("+447700900123", .nothingFound), ("24/11/2021", .nothingFound), ("2021-11-24T01:48:00Z", .nothingFound),
    ("///filled.count.soap", .threeWords("///filled.count.soap")),
    ("https://what3words.com/filled.count.soap", .threeWords("///filled.count.soap")),
    ("https://w3w.co/filled.count.soap", .threeWords("///filled.count.soap")),
    ("https://maps.app.goo.gl/Abc123", .shortLink("https://maps.app.goo.gl/Abc123")),
    ("https://maps.google.com/?q=Dover+Port", .linkWithoutPosition("https://maps.google.com/?q=Dover+Port")),
    ("N 95.5 E 200.1", .offTheEarth("N 95.5 E 200.1")),
    ("51°75.0'N", .halfAPosition("51°75.0'N")),
    ("51°01.5'N", .halfAPosition("51°01.5'N")),
    ("60H AB 12345 12345", .offTheEarth("60H AB 12345 12345")),
  ])
  func saysWhyNothingWasRead(text: String, problem: PositionProblem) {
    let reading = PositionText.read(text)
    #expect(reading.problems.contains(problem), "\(reading)")
    #expect(reading.candidates.isEmpty)
  }

  @Test func refusesTextsBeyondTheLimit() {
    let text = String(repeating: "5", count: PositionText.longestTextBytes + 1)
    #expect(PositionText.read(text).problems == [.tooLong(bytes: PositionText.longestTextBytes + 1)])
  }
}
