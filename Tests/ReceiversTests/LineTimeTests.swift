import Foundation
import Geodesy
import Testing

@testable import Receivers

struct LineTimeTests {
  @Test(arguments: [
    (#"\c:1565218798*53\!BSVDM,1,1,,A,13mb9U0P00PRk8fT5nw>4?wj2006,0*5D"#, "2019-08-07T22:59:58Z"),
    (#"\g:1-2-9999,c:1565218798*21\!BSVDM,2,1,3,A,53n,0*72"#, "2019-08-07T22:59:58Z"),
    (#"\s:rORBCOMM104,q:u,c:1418172113,T:2014-12-10 00.41.53*55\!AIVDM,1,1,,B,13F,0*78"#, "2014-12-10T00:41:53Z"),
    (#"\s:r1,c:1565218798123*45\!AIVDM,1,1,,A,1,0*00"#, "2019-08-07T22:59:58.123Z"),
    ("1550303566167726840 !AIVDM,1,1,,B,10bb7q@P0lPGHlVMhbl0Qgw>2>`<,0*7F", "2019-02-16T07:52:46.167Z"),
    ("1550303566167 !AIVDM,1,1,,B,1,0*7F", "2019-02-16T07:52:46.167Z"),
    ("1550303566.25 !AIVDM,1,1,,B,1,0*7F", "2019-02-16T07:52:46.250Z"),
    ("1550303566,!AIVDM,1,1,,B,1,0*7F", "2019-02-16T07:52:46Z"),
    ("2019-02-16T07:52:46.5Z !AIVDM,1,1,,B,1,0*7F", "2019-02-16T07:52:46.500Z"),
    ("2019-02-16 07:52:46, !AIVDM,1,1,,B,1,0*7F", "2019-02-16T07:52:46Z"),
    ("$PGHP,1,2010,6,11,11,46,11,390,231,45,992190934,1,2B*5B", "2010-06-11T11:46:11.390Z"),
    ("$PGHP,1,2012,1,31,5,7,2,151,316,2,316000002,1AIS_S,51*77,1327992119157", "2012-01-31T06:41:59.157Z"),
    ("!AIVDM,1,1,,B,IFICE,0*51,1327992119173\r", "2012-01-31T06:41:59.173Z"),
    ("!AIVDM,1,1,,A,15B4FT5,0*70,b003669794,1272412827", "2010-04-28T00:00:27Z"),
    (
      "!AIVDM,1,1,,A,403,0*28,d-109,S2105,t050056.00,T56.13718694,r003669946,1325394060,1325394001",
      "2012-01-01T05:01:00Z"
    ),
  ])
  func aTimeIsFound(line: String, time: String) {
    var lineTime = LineTime()
    #expect(lineTime.read(Array((line + "\n").utf8)[...])?.iso8601 == time)
  }

  @Test(arguments: [
    "", "\n", "!AIVDM,1,1,,B,402=481uaUcf;OQ55JS9ITi025Jp,0*2B", "# 1550303566 a comment", "12 !AIVDM,1*00",
    "$PGHP,1,2010,13,11,11,46,11,390,231*5B", "$PGHP,1,2010,6,11", "$PGHP,2,2010,6,11,11,46,11,390,1,1*00",
    "$PGHP,1,99999999999999999999,6,11,11,46,11,390,1*00", #"\s:only*5D\!AIVDM,1,1,,A,1,0*00"#, #"\c:abc*39\!A"#,
    #"\c:1565218798"#, "1550303566", "99999999999999999999 !AIVDM,1", "$ARVSI,r1,,256061.5,1,1*00", "$ARVSI,r1,,x",
    #"\\"#, "!*", "!*00,", "$",
  ])
  func whatHoldsNoTimeGivesNone(line: String) {
    var lineTime = LineTime()
    let found = lineTime.read(Array(line.utf8)[...])
    #expect(found == nil)
  }

  @Test func aTimeOfDayGoesWithTheNearestDay() {
    var lineTime = LineTime()
    func read(_ line: String) -> String? { lineTime.read(Array(line.utf8)[...])?.iso8601 }
    #expect(read("$ARVSI,r003669930,,000010.5,1831,-97,0*25") == "1970-01-01T00:00:10.500Z")
    #expect(read(#"\c:1565218798*53\!AIVDM,1,1,,A,1,0*00"#) == "2019-08-07T22:59:58Z")
    #expect(read("$ARVSI,r003669930,,225948.825272,1831,-97,0*25") == "2019-08-07T22:59:48.825Z")
    #expect(read("$ARVSI,r003669930,,000001,1831,-97,0*25") == "2019-08-08T00:00:01Z")
    #expect(read("$ARVSI,r003669930,,235959.9,1831,-97,0*25") == "2019-08-07T23:59:59.900Z")
  }

  @Test func damagedLinesNeverTrap() {
    let lines = [
      #"\g:1-2-9999,c:1565218798*21\!BSVDM,2,1,3,A,53n,0*72"#, "1550303566167726840 !AIVDM,1,1,,B,1,0*7F",
      "$PGHP,1,2012,1,31,5,7,2,151,316,2,316000002,1AIS_S,51*77,1327992119157",
      "2019-02-16T07:52:46.5Z !AIVDM", "$ARVSI,r003669930,,225948.825272,1831,-97,0*25",
    ].map { Array($0.utf8) }
    var state: UInt64 = 99
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var lineTime = LineTime()
    var found = 0
    for round in 0..<20_000 {
      var line = lines[round % lines.count]
      for _ in 0...random(4) { line[random(line.count)] = UInt8(random(256)) }
      if lineTime.read(line[random(line.count)...]) != nil { found += 1 }
    }
    #expect(found > 0 && found < 20_000)
  }

  /// The tag blocks of groups in the last file carry a wrong checksum; those lines go with the line before.
  @Test(
    .enabled(if: hasSample("ais/aislib-stream.txt"), "the public samples are not here"),
    arguments: [
      ("aislib-stream.txt", 4053, "2010-06-11T11:46:11.390Z"), ("goais.nmea", 998, "2019-02-16T07:52:46.167Z"),
      ("ee1.txt", 7160, "2012-01-31T06:41:59.157Z"), ("kystverket1000.nm4", 754, "2019-08-07T22:59:58Z"),
    ])
  func recordingsOfManyKindsHoldTheirTimes(name: String, lines: Int, first: String) throws {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: "\(samples)/ais/\(name)")))
    var lineTime = LineTime()
    let times = bytes.split(separator: 0x0A).compactMap { lineTime.read($0) }
    #expect(times.count == lines)
    #expect(times.first?.iso8601 == first)
  }
}
