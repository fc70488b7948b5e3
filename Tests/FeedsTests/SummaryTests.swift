import Feeds
import Foundation
import Geodesy
import Testing

struct SummaryTests {
  private func summary(_ maker: BitMaker) throws -> AISSummary {
    try #require(AISDecoder.decode(bytes([maker.sentence()])).receptions.first).message.summary
  }

  @Test func classAPosition() throws {
    let summary = try summary(positionReport(mmsi: 235_000_001, turn: 10))
    #expect(summary.kind == .position)
    #expect(summary.mmsi == 235_000_001)
    #expect(summary.position == Position(latitudeDegrees: 51, longitudeDegrees: 1))
    #expect(summary.positionAccuracyHigh)
    #expect(summary.speedKnots == 12.3)
    #expect(summary.courseDegrees == 45.1)
    #expect(summary.headingDegrees == 45)
    #expect(summary.navigationalStatus == 0)
    #expect(summary.utcSecond == 7)
    #expect(abs(try #require(summary.rateOfTurn) - 4.464) < 0.001)
  }

  @Test func whatIsNotAvailableIsNil() throws {
    let summary = try summary(
      positionReport(
        mmsi: 235_000_001, turn: -128, speed: 1_023, longitude: 108_600_000, latitude: 54_600_000, course: 3_600,
        heading: 511, second: 60))
    #expect(summary.position == nil)
    #expect(summary.speedKnots == nil)
    #expect(summary.courseDegrees == nil)
    #expect(summary.headingDegrees == nil)
    #expect(summary.utcSecond == nil)
    #expect(summary.rateOfTurn == nil)
  }

  @Test func staticData() throws {
    let summary = try summary(shipStatic(mmsi: 235_000_001))
    #expect(summary.kind == .statics)
    #expect(summary.name == "LADY OF THE STRAIT")
    #expect(summary.callSign == "MABC7")
    #expect(summary.imo == 9_134_270)
    #expect(summary.shipType == 70)
    #expect(summary.lengthMetres == 150)
    #expect(summary.beamMetres == 22)
    #expect(summary.toBowMetres == 100)
    #expect(summary.draughtMetres == 12.2)
    #expect(summary.destination == "CALAIS")
    #expect(summary.eta == "05-15T14:30Z")
  }

  @Test func safetyTextOfADistressDevice() throws {
    var maker = BitMaker(type: 14, mmsi: 970_123_456)
    maker.add(0, 2)
    maker.add("SART TEST", characters: 9)
    let summary = try summary(maker)
    #expect(summary.kind == .safetyText)
    #expect(summary.text == "SART TEST")
  }

  @Test func partBKnowsTheNameOfPartA() throws {
    var partA = BitMaker(type: 24, mmsi: 235_000_009)
    partA.add(0, 2)
    partA.add("SMALL BOAT", characters: 20)
    var partB = BitMaker(type: 24, mmsi: 235_000_009)
    partB.add(1, 2)
    partB.add(37, 8)
    partB.add("ABC", characters: 7)
    partB.add("MXYZ1", characters: 7)
    for (value, width) in [(5, 9), (3, 9), (1, 6), (2, 6), (0, 6)] { partB.add(value, width) }
    let lines = [partA.sentence(), partB.sentence(), partB.sentence()]
    let summaries = AISDecoder.decode(bytes(lines)).receptions.map(\.message.summary)
    #expect(summaries.map(\.name) == ["SMALL BOAT", "SMALL BOAT", nil])
    #expect(summaries[1].callSign == "MXYZ1")
    #expect(summaries[1].lengthMetres == 8)
    let json = gpsdLines(bytes(lines))
    #expect(json[0].hasSuffix("\"scaled\":true,\"part\":\"A\",\"shipname\":\"SMALL BOAT\"}"))
    #expect(json[1].contains("\"scaled\":true,\"shipname\":\"SMALL BOAT\",\"shiptype\":37,"))
    #expect(json[2].contains("\"scaled\":true,\"part\":\"B\",\"shiptype\":37,"))
  }

  /// Names with script in them stay text, in JSON, in GeoJSON and in CSV.
  @Test func scriptInNamesIsEscaped() throws {
    let name = "<SCRIPT>\"&\\"
    let input = bytes([shipStatic(mmsi: 235_000_001, name: name, destination: "=1+1").sentence()])
    let line = try #require(gpsdLines(input).first)
    #expect(!line.contains("<") && !line.contains("&"))
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["shipname"] as? String == name)

    let reception = try #require(AISDecoder.decode(input).receptions.first)
    var out = ByteWriter()
    var geoJSON = GeoJSONWriter()
    geoJSON.begin(&out)
    geoJSON.write(reception, to: &out)
    geoJSON.write(reception, to: &out)
    geoJSON.end(&out)
    #expect(!out.bytes.contains(UInt8(ascii: "<")))
    let collection = try JSONSerialization.jsonObject(with: Data(out.bytes)) as? [String: Any]
    let features = try #require(collection?["features"] as? [[String: Any]])
    #expect(features.count == 2)
    #expect((features[1]["properties"] as? [String: Any])?["name"] as? String == name)
    #expect(features[1]["geometry"] is NSNull)

    out.removeAll()
    CSVWriter().write(reception, to: &out)
    let row = String(decoding: out.bytes, as: UTF8.self)
    #expect(row.contains(",\"<SCRIPT>\"\"&\\\","))
    #expect(row.contains(",\"'=1+1\","))
  }

  /// What a spreadsheet would take for a formula begins with an apostrophe, in every field that a vessel can write.
  @Test(arguments: ["=1+1", "+1", "-1", " =1", "=\"A\",\"B\""])
  func noFieldOfARowIsAFormula(_ text: String) throws {
    let line = shipStatic(mmsi: 235_000_001, name: text, destination: text).sentence()
    var out = ByteWriter()
    CSVWriter().write(try #require(AISDecoder.decode(bytes([line])).receptions.first), to: &out)
    let row = String(decoding: out.bytes, as: UTF8.self)
    let field = ",\"'\(text.replacing("\"", with: "\"\""))\","
    #expect(row.components(separatedBy: field).count == 3, "\(row)")
    #expect(!row.contains(/,"?\ *[=+@]/), "\(row)")
  }

  @Test func rowsHaveAsManyFieldsAsTheHeader() throws {
    var out = ByteWriter()
    CSVWriter().begin(&out)
    for maker in [positionReport(mmsi: 1), shipStatic(mmsi: 2)] {
      let receptions = AISDecoder.decode(bytes([maker.sentence()])).receptions
      CSVWriter().write(try #require(receptions.first), to: &out)
    }
    let rows = String(decoding: out.bytes, as: UTF8.self).components(separatedBy: "\r\n").dropLast()
    #expect(Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }) == [24])
    #expect(Array(rows)[1].hasPrefix(",,A,1,position,1,1.0000000,51.0000000,12.3,45.1,45,0.00,0,"))
  }
}
