import Geodesy
import Testing

@testable import Feeds

/// What a tracker takes from records, in the units of the house.
struct AsterixReportTests {
  @Test func aPlotInPolarCoordinates() throws {
    let record = asterixRecord([
      (1, [25, 201]), (2, packed([(128 * 3_600, 24)])), (4, packed([(512, 16), (16_384, 16)])),
      (5, packed([(0o7301, 16)])), (6, packed([(1_320, 16)])), (8, [0x3C, 0x66, 0x0C]),
      (9, [0x10, 0xC2, 0x36, 0xD4, 0x18, 0x20]), (11, [0, 9]), (12, packed([(-128, 16), (64, 16)])),
      (13, packed([(1 << 14, 16), (8_192, 16)])),
    ])
    let report = try #require(asterixReports(asterixBlock(48, record)).first)
    #expect(
      report
        == AsterixReport(
          category: 48, sourceArea: 25, sourceIdentification: 201, timeOfDaySeconds: 3_600, rangeMetres: 3_704,
          azimuthDegrees: 90, eastMetres: -1_852, northMetres: 926, trackNumber: 9, mode3A: 0o7301, flightLevel: 330,
          aircraftAddress: 0x3C660C, callSign: "DLH65A", groundSpeedMetresPerSecond: 1_852, courseDegrees: 45))
  }

  /// What the source itself calls garbled is not taken.
  @Test func garbledCodesAreLeftOut() throws {
    let record = asterixRecord([(1, [1, 1]), (5, [0x4F, 0xFF]), (6, [0x45, 0x28])])
    let report = try #require(asterixReports(asterixBlock(48, record)).first)
    #expect(report.mode3A == nil && report.flightLevel == nil)
  }

  @Test func aSystemTrackOnWGS84() throws {
    let derived: [UInt8] = [0b1001_0000, 0x40, 0x06, 0x11, 0, 0]
    let record = asterixRecord([
      (1, [1, 2]), (5, packed([(1 << 24, 32), (-(1 << 23), 32)])), (6, packed([(-200, 24), (300, 24)])),
      (7, packed([(-40, 16), (10, 16)])), (10, [0x40, 0x18, 0xF4, 0x85, 0x30, 0x13, 0x84]), (11, derived),
      (12, [0x01, 0x00]),
    ])
    let report = try #require(asterixReports(asterixBlock(62, record)).first)
    #expect(report.position == Position(latitudeDegrees: 90, longitudeDegrees: -45))
    #expect(report.eastMetres == -100 && report.northMetres == 150)
    #expect(report.eastMetresPerSecond == -10 && report.northMetresPerSecond == 2.5)
    #expect(report.trackNumber == 256 && report.aircraftAddress == 0x400611 && report.timeOfDaySeconds == nil)
    #expect(report.callSign == "FORELAND", "the identification of the target, as the aircraft's own data has none")
  }

  /// A position of high resolution is taken before a plain one.
  @Test func anAircraftReport() throws {
    let plain = packed([(0, 24), (0, 24)])
    let fine = packed([(1 << 28, 32), (1 << 28, 32)])
    let input = asterixBlock(
      21, asterixRecord([(1, [1, 1]), (6, plain), (7, fine)]), asterixRecord([(1, [1, 1]), (6, plain)]))
    let reports = asterixReports(input)
    #expect(reports.map(\.position?.latitudeDegrees) == [45, 0])
  }

  @Test func fieldsByName() throws {
    let truncated = asterixRecord([(1, [7, 8]), (14, [0x40]), (7, [0x60, 3, 100])])
    let record = asterixRecord([(1, [7, 8]), (14, [0x41, 0x80]), (7, [0xC0, 100, 3])])
    let contradicted = try #require(AsterixField.named("170/TRE", of: 48))
    let replies = try #require(AsterixField.named("130/SRR", of: 48))
    let length = try #require(AsterixField.named("130/SRL", of: 48))
    #expect(length.unit == "°" && replies.unit == "")
    #expect(AsterixField.named("250/MBDATA", of: 48) == nil && AsterixField.named("010/SAC", of: 1) == nil)
    #expect(AsterixField.named("010/SAC", of: -1) == nil && AsterixField.named("999", of: 48) == nil)
    var decoder = AsterixDecoder()
    var seen: [[Double?]] = []
    decoder.consume(asterixBlock(48, truncated, record)) { _ in }
    decoder.finish { seen.append([$0[contradicted], $0[replies], $0[length]]) }
    #expect(seen == [[nil, 3, nil], [1, 3, 360 * 100 / 8_192]])
  }
}
