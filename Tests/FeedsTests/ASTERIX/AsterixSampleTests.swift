import Feeds
import Foundation
import Testing

/// The public recordings; skipped where the data folder is absent.
@Suite(.enabled(if: sampleFolder != nil, "needs the folder that FORELAND_DATA names"))
struct AsterixSampleTests {
  private func recording(_ name: String) throws -> [UInt8] { try sample("../asterix/" + name) }

  @Test func plotsAndServiceMessages() throws {
    let input = try recording("cat_034_048.pcap")
    let (lines, diagnostics) = asterixLines(input)
    #expect(diagnostics.recordsByCategory == [34: 34, 48: 128] && diagnostics.refused == 0)
    #expect(diagnostics.capture?.datagrams == 100 && diagnostics.capture?.refusals == [:])
    // What asterix_decoder 0.7.11 reads in the first record.
    #expect(
      lines.first?.hasPrefix(
        #"{"category":48,"I048/010":{"SAC":25,"SIC":201},"I048/140":27354.6015625,"I048/020":{"TYP":5,"#) == true)
    let report = try #require(asterixReports(input).first)
    #expect(report.callSign == "DLH65A" && report.mode3A == 0o1000 && report.flightLevel == 330)
    #expect(report.trackNumber == 3_563 && report.aircraftAddress == 0x3C660C)
  }

  /// Its category 062 is of an older edition with another profile: every record is refused, none is made up.
  @Test func tracksOfAnOlderEditionAreRefused() throws {
    let (lines, diagnostics) = asterixLines(try recording("asterix.pcap"))
    #expect(lines.isEmpty && diagnostics.blocks == 100)
    #expect(diagnostics.refusals == [.timeOfDay: 48, .cutShort: 52])
  }

  @Test(arguments: [1, 7, 100, 4_096])
  func chunksGiveTheSame(size: Int) throws {
    let input = try recording("cat_034_048.pcap")
    #expect(asterixLines(input, step: size).lines == asterixLines(input).lines)
  }
}
