import Geodesy
import Testing

@testable import Feeds

/// Everything that came of some text.
func decodeDetections(_ text: String, limits: DetectionDecoder.Limits = .init(), cutEvery size: Int = .max) -> (
  found: [Detection], rows: [DetectionRow], diagnostics: DetectionDecoder.Diagnostics
) {
  var decoder = DetectionDecoder(limits: limits)
  var rows: [DetectionRow] = []
  let input = Array(text.utf8)
  for start in stride(from: 0, to: input.count, by: min(size, max(1, input.count))) {
    let end = size == .max ? input.count : min(start + size, input.count)
    Array(input[start..<end]).withUnsafeBytes { decoder.consume($0) { rows.append($0) } }
  }
  decoder.finish { rows.append($0) }
  let found = rows.compactMap { row -> Detection? in
    if case .detection(let detection, _) = row { detection } else { nil }
  }
  return (found, rows, decoder.diagnostics)
}

struct DetectionTests {
  private let head = "Detect_Lat,Detect Lon,timestamp,length_m,accuracy (m),score,class,Satellite,chip url,id,x\r\n"

  @Test func aTableWithGuessedColumns() throws {
    let row = "50.95,1.43,2026-01-01T00:00:00Z,8.5,12,0.87,\"boat, \"\"small\"\"\",S2A,https://a/b.png,7,640\r\n"
    let (found, _, diagnostics) = decodeDetections(head + row)
    let detection = try #require(found.first)
    #expect(detection.position == Position(latitudeDegrees: 50.95, longitudeDegrees: 1.43))
    #expect(detection.time.iso8601 == "2026-01-01T00:00:00Z")
    #expect(detection.lengthMetres == 8.5 && detection.accuracyMetres == 12 && detection.confidence == 0.87)
    #expect(detection.label == "boat, \"small\"" && detection.sensor == "S2A" && detection.identifier == "7")
    #expect(detection.image == "https://a/b.png" && detection.widthMetres == nil)
    #expect(diagnostics.columns.map(\.name).last == "x" && diagnostics.columns.last?.item == nil)
    #expect(
      diagnostics.columns.dropLast().map(\.item) == [
        .latitude, .longitude, .time, .length, .accuracy, .confidence, .label, .sensor, .image, .identifier,
      ])
  }

  @Test func semicolonsAndDecimalCommas() throws {
    let (found, _, _) = decodeDetections("\u{FEFF}time;lat;lon;confidence %\n1767225600;50,95;1,43;87,5\n")
    let detection = try #require(found.first)
    #expect(detection.position == Position(latitudeDegrees: 50.95, longitudeDegrees: 1.43))
    #expect(detection.time.iso8601 == "2026-01-01T00:00:00Z" && detection.confidence == 0.875)
  }

  @Test func features() throws {
    let text = """
      {"type":"FeatureCollection","crs":{"a":[{"b":1}]},"features":[
        {"type":"Feature","id":5,"geometry":{"type":"Point","coordinates":[1.43,50.95,3]},
         "properties":{"Timestamp":"2026-01-01T01:00:00+01:00","label":"caf\\u00e9 \\ud83d\\ude00","Confidence":1}},
        {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[1.4,50.9],[1.402,50.9],[1.402,50.902],
         [1.4,50.902],[1.4,50.9]]]},"properties":{"time":1767225600000}}
      ],"more":{"type":"Feature"}}
      """
    let (found, rows, _) = decodeDetections(text)
    #expect(rows.count == 2)
    try #require(found.count == 2)
    #expect(found[0].label == "café 😀" && found[0].identifier == "5" && found[0].confidence == 1)
    #expect(found.map(\.time.iso8601) == ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"])
    #expect(abs(found[1].position.latitudeDegrees - 50.901) < 1e-9)
    #expect(abs(found[1].position.longitudeDegrees - 1.401) < 1e-9)
    // The diagonal of 222.4 m by 140.3 m.
    #expect(abs(try #require(found[1].lengthMetres) - 262.9) < 0.5)
  }

  @Test func observations() throws {
    let one = """
      {"@iot.id":"o-1","phenomenonTime":"2026-01-01T00:00:00Z/2026-01-01T00:00:05Z","result":{"class":"boat","score":0.7},
      "FeatureOfInterest":{"feature":{"type":"Point","coordinates":[1.43,50.95]}},
      "parameters":{"length_m":9,"image":"i-1"},"Datastream":{"name":"mast 3","Sensor":{"name":"camera 1"}}}
      """
    let two = #"{"phenomenonTime":"2026-01-01T00:00:00Z","result":"raft","parameters":{"lat":50.9,"lon":1.4}}"#
    for text in [#"{"@iot.count":2,"value":["# + one + "," + two + #"],"@iot.nextLink":"x"}"#, one + "\n" + two] {
      let (found, rows, _) = decodeDetections(text)
      #expect(rows.count == 2)
      try #require(found.count == 2)
      #expect(found[0].sensor == "camera 1" && found[0].label == "boat" && found[0].confidence == 0.7)
      #expect(found[0].identifier == "o-1" && found[0].lengthMetres == 9 && found[0].image == "i-1")
      #expect(found[0].time.iso8601 == "2026-01-01T00:00:00Z")
      #expect(found[1].label == "raft" && found[1].position == Position(latitudeDegrees: 50.9, longitudeDegrees: 1.4))
    }
  }

  @Test func eachRefusedRowSaysWhyAndWhere() {
    let good = "50.95,1.43,2026-01-01T00:00:00Z,,,,,,,good,\r\n"
    let cases: [(String, DetectionRefusal)] = [
      ("50.95,1.43", .wrongFieldCount), ("50.95,1.43,,,,,,,,,", .noTime), ("50.95,1.43,yesterday,,,,,,,,", .badTime),
      ("50.95,1.43,2026-01-01T00:00:00,,,,,,,,", .noZone), (",,2026-01-01T00:00:00Z,,,,,,,,", .noPosition),
      ("91,1.43,2026-01-01T00:00:00Z,,,,,,,,", .badPosition), ("nan,1.43,2026-01-01T00:00:00Z,,,,,,,,", .badPosition),
      ("50.95,1.43,2026-01-01T00:00:00Z,-1,,,,,,,", .badNumber), ("50,1,2026-01-01T00:00:00Z,,x,,,,,,", .badNumber),
      ("50.95,1.43,2026-01-01T00:00:00Z,,,87,,,,,", .badConfidence),
      (String(repeating: "x", count: 70_000), .tooLong),
    ]
    for (row, reason) in cases {
      let (found, rows, diagnostics) = decodeDetections(head + good + row + "\r\n" + good)
      #expect(found.map(\.identifier) == ["good", "good"], "\(row.prefix(60))")
      #expect(diagnostics.refusals.counts == [reason: 1], "\(row.prefix(60))")
      guard case .refused(let refused)? = rows.dropFirst().first else {
        Issue.record("not refused: \(row.prefix(60))")
        continue
      }
      #expect(refused.number == 3 && refused.byteOffset == (head + good).utf8.count)
      #expect(refused.bytes == Array(row.utf8.prefix(160)))
    }
  }

  @Test func eachRefusedRecordSaysWhy() {
    let good = #"{"phenomenonTime":"2026-01-01T00:00:00Z","result":"good","parameters":{"lat":50.9,"lon":1.4}}"#
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    let cases: [(String, DetectionRefusal)] = [
      (#"{"a":01}"#, .notJSON), (#"{"a":"\x"}"#, .notJSON), ("{\"a\":\(deep)}", .notJSON), (#"{"a":1]"#, .notJSON),
      (#"{"a":1}"#, .notADetection), ("x", .notJSON), (#"{"result":"cut"#, .notJSON),
      (#"{"result":1,"a":{}"#, .notJSON),
      (#"{"result":1,"parameters":{"lat":1,"lon":1}}"#, .noTime),
      (#"{"phenomenonTime":"2026-01-01T00:00:00Z","result":1}"#, .noPosition),
      (#"{"type":"Feature","geometry":{"type":"LineString","coordinates":[]},"properties":{}}"#, .badPosition),
      (#"{"type":"Feature","geometry":{"type":"Point","coordinates":[200,1]},"properties":{}}"#, .badPosition),
      ("{\"a\":\"" + String(repeating: "x", count: 300_000) + "\"}", .tooLong),
    ]
    for (record, reason) in cases {
      let (found, _, diagnostics) = decodeDetections(good + "\n" + record + "\n" + good + "\n")
      #expect(found.map(\.label) == ["good", "good"], "\(record.prefix(60))")
      #expect(diagnostics.refusals.counts == [reason: 1], "\(record.prefix(60))")
    }
    #expect(decodeDetections(good + "\n" + #"{"a":{"#).diagnostics.refusals.counts == [.unfinished: 1])
  }

  @Test func aTableWithoutPlaceIsRefusedRowByRow() {
    let (found, rows, diagnostics) = decodeDetections("time,x,y\n2026-01-01T00:00:00Z,1,2\n2026-01-01T00:00:00Z,1,2\n")
    #expect(found.isEmpty && rows.count == 3)
    #expect(diagnostics.refusals.counts == [.noColumns: 3])
  }

  @Test func rowsOfSeveralLines() {
    let (found, _, _) = decodeDetections(
      "time,lat,lon,class\n2026-01-01T00:00:00Z,50,1,\"a\nb\"\n2026-01-01T00:00:00Z,51,1,c\n")
    #expect(found.map(\.label) == ["a\nb", "c"])
  }

  @Test func timesWithoutZoneWhenAsked() {
    var limits = DetectionDecoder.Limits()
    limits.assumesUTC = true
    let (found, _, _) = decodeDetections("time,lat,lon\n2026-01-01 00:00:00,50,1\n", limits: limits)
    #expect(found.map(\.time.iso8601) == ["2026-01-01T00:00:00Z"])
  }

  @Test func theWriter() {
    let text = "time,lat,lon,class,confidence\n2026-01-01T00:00:00Z,50.5,1.25,<b>é,0.5\n"
    var out = ByteWriter()
    DetectionWriter().write(decodeDetections(text).found[0], row: 2, to: &out)
    #expect(
      String(decoding: out.bytes, as: UTF8.self)
        == #"{"class":"detection","row":2,"time":"2026-01-01T00:00:00Z","lat":50.5000000,"lon":1.2500000,"#
        + #""confidence":0.5,"label":"\u003cb\u003eé"}"# + "\n")
  }
}
