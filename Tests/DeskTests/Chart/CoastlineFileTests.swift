import Foundation
import Testing

@testable import Desk

@Suite("Reading the GSHHG coastline")
struct CoastlineFileTests {
  @Test func readsWhatWasWritten() throws {
    let coast = try CoastlineSample.coastline([(1, CoastlineSample.island), (2, CoastlineSample.lake)])
    #expect(coast.records.map(\.level) == [.land, .lake])
    #expect(coast.refusedLines == 0)
    let ring = try #require(coast.ring(coast.records[1]))
    #expect(ring.first == corner(1.5, 51))
    #expect(ring.count == 5)
  }

  @Test(arguments: [
    "", "1", "one 2 3 4 5 6 7", "9 1.0 4 50 52 0 32 x", "1 1.0 4 50 52 0 31 x", "1 1.0 5 50 52 0 32 x",
    "1 1.0 4 52 50 0 32 x", "1 1.0 -4 50 52 0 -32 x", "1 1.0 4 nan 52 0 32 x", "1 1.0 4 50 52 -8 32 x",
    "1 1.0 1152921504606846976 50 52 0 9223372036854775800 x",
  ])
  func passesOverAnIndexLineThatIsNone(line: String) throws {
    let (index, data) = CoastlineSample.files([(1, CoastlineSample.island)])
    let coast = try CoastlineFile(index: index + Data("\(line)\n".utf8), data: data, place: "sample")
    #expect(coast.records.count == 1)
    #expect(coast.refusedLines == (line.isEmpty ? 0 : 1))
  }

  @Test func refusesARingPastTheEndOfTheFile() throws {
    let (index, data) = CoastlineSample.files([(1, CoastlineSample.island)])
    for length in 0..<data.count {
      let coast = try CoastlineFile(index: index, data: data.prefix(length), place: "sample")
      #expect(coast.ring(coast.records[0]) == nil)
    }
  }

  @Test func refusesAPointOffTheGlobe() throws {
    for bad in [Float.nan, .infinity, 200, -1e30] {
      let coast = try CoastlineSample.coastline([(1, CoastlineSample.island), (1, [(bad, 0), (1, 1), (2, 2)])])
      try #require(coast.records.count == 2)
      #expect(coast.ring(coast.records[0]) != nil)
      #expect(coast.ring(coast.records[1]) == nil)
    }
  }

  @Test func noiseIsRefusedAndNeverTraps() {
    var generator = SeededNoise(state: 4)
    for _ in 0..<300 {
      let index = Data((0..<200).map { _ in UInt8.random(in: 9...126, using: &generator) })
      let data = Data((0..<64).map { _ in UInt8.random(in: 0...255, using: &generator) })
      guard let coast = try? CoastlineFile(index: index, data: data, place: "noise") else { continue }
      for record in coast.records { _ = coast.ring(record) }
    }
    let words = ["1", "2", "5", "0", "8", "32", "50", "9223372036854775807", "-1", "1e400", "x"]
    for _ in 0..<2000 {
      let line = (0..<8).map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }.joined(separator: " ")
      let data = Data((0..<64).map { _ in UInt8.random(in: 0...255, using: &generator) })
      guard let coast = try? CoastlineFile(index: Data(line.utf8), data: data, place: "noise") else { continue }
      for record in coast.records { _ = coast.ring(record) }
    }
  }

  @Test func saysWhatToDoWhenThereIsNoCoastline() {
    #expect {
      try CoastlineFile(folder: URL(fileURLWithPath: "/nowhere/at/all"), resolution: .low)
    } throws: { error in
      let error = error as? BasemapError
      return error?.code == .missing && error?.message.contains("scripts/fetch-assets") == true
    }
  }
}

/// Numbers that are the same at every run (splitmix64, Steele and others 2014).
struct SeededNoise: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
