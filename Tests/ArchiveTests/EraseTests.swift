import Foundation
import Geodesy
import Testing

@testable import Archive

@Suite("Erasing a track from the archive")
struct EraseTests {
  private func position(_ track: String, _ offset: Int64) throws -> ArchivedPosition {
    ArchivedPosition(
      trackID: track, at: moment(midnight + offset), received: moment(midnight + offset),
      position: try #require(Position(latitudeDegrees: 51, longitudeDegrees: 1.5)))
  }

  @Test func nothingOfItRemainsInBlocksDescriptionsOrFreePages() throws {
    let folder = try TestFolder()
    let clock = TestClock(midnight)
    let archive = try Archive(path: folder.file, now: clock.now)
    for window in Int64(0)..<3 {
      for (track, second) in [("A1", 0), ("ERASEDTRACK", 10), ("Z9", 20)] where window < 2 || track == "Z9" {
        try archive.append([try position(track, window * 600_000 + Int64(second) * 1000)])
      }
      try archive.flush(sealingEverything: window < 1)
    }
    try archive.describe(trackID: "ERASEDTRACK", received: moment(midnight), body: Array("SECRETNAME".utf8))
    try archive.flushDescriptions()
    for change in try archive.pendingChanges() { try archive.confirmAnchored(through: change.number) }

    // What was asked for is remembered, and must be forgotten too.
    #expect(try archive.descriptions(of: ["ERASEDTRACK"], knownBy: moment(midnight + 1)).count == 1)
    #expect(try archive.erase(trackID: "ERASEDTRACK") == 2)
    #expect(try archive.erase(trackID: "ERASEDTRACK") == 0)
    let day = moment(midnight + 86_400_000)
    #expect(try archive.path(trackID: "ERASEDTRACK", from: moment(midnight), to: day).positions.isEmpty)
    #expect(try archive.path(trackID: "A1", from: moment(midnight), to: day).positions.count == 2)
    #expect(try archive.path(trackID: "Z9", from: moment(midnight), to: day).positions.count == 3)
    #expect(try archive.descriptions(of: ["ERASEDTRACK"], knownBy: day).isEmpty)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
      for word in ["ERASEDTRACK", "SECRETNAME"] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(name) still holds \(word).")
      }
    }
  }

  @Test func positionsThatFindNoPlaceWhileWritingIsHeldBackAreStatedAsAGap() throws {
    let folder = try TestFolder()
    let clock = TestClock(midnight)
    var limits = ArchiveLimits()
    limits.openRowsMost = 3
    let archive = try Archive(path: folder.file, limits: limits, now: clock.now)
    archive.holdWriting(true)
    try archive.append(try (0..<5).map { try position("A1", Int64($0) * 1000) })
    #expect(try archive.flush().isEmpty)
    let gap = try #require(archive.takeGap())
    #expect(gap == ArchiveGap(from: moment(midnight + 3000), to: moment(midnight + 4000), positions: 2))
    archive.holdWriting(false)
    try archive.flush()
    #expect(try archive.size().sealedPositions + archive.size().openPositions == 3)
  }
}
