import Foundation
import Geodesy
import Testing
import Tracking

@testable import Operations

@Suite("What a craft says of itself, as the archive keeps it")
struct StaticReportBytesTests {
  static let full = StaticReport(
    mmsi: 235_012_345, at: Instant(millisecondsSince1970: 1_637_718_480_123),
    received: Instant(millisecondsSince1970: 1_637_718_481_456), source: "shore", exercise: true,
    name: "ÉTOILE DU NORD",
    callSign: "2ABC3", imo: 9_074_729, shipType: 60, lengthMetres: 118.5, beamMetres: 22, toBowMetres: 30,
    toSternMetres: 88, toPortMetres: 10, toStarboardMetres: 12, draughtMetres: 5.7, destination: "CALAIS",
    eta: "11-24T05:30Z")
  static let bare = StaticReport(
    mmsi: 1, at: Instant(millisecondsSince1970: -1), received: Instant(millisecondsSince1970: 0), source: "")

  @Test(arguments: [full, bare])
  func comesBackAsItWas(_ report: StaticReport) {
    #expect(StaticReportBytes.decode(StaticReportBytes.encode(report)) == report)
  }

  @Test func whatEarlierVersionsWroteIsRead() throws {
    #expect(StaticReportBytes.decode([UInt8](try JSONEncoder().encode(Self.full))) == Self.full)
  }

  @Test func damagedBytesAreNoReportAndNeverTrap() {
    let good = StaticReportBytes.encode(Self.full)
    for count in 0..<good.count { #expect(StaticReportBytes.decode(Array(good.prefix(count))) == nil) }
    for index in good.indices {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var bytes = good
        bytes[index] = value
        _ = StaticReportBytes.decode(bytes)
      }
    }
    #expect(StaticReportBytes.decode([2] + good.dropFirst()) == nil)
  }
}
