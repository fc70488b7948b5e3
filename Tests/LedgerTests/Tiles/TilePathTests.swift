import Foundation
import Testing

@testable import Ledger

@Suite("Tiles")
struct TilePathTests {
  /// The example of C2SP `tlog-tiles`, and the borders between the numbers of elements.
  @Test(arguments: [
    (TilePath(level: 0, index: 1_234_067), "tile/0/x001/x234/067"), (TilePath(level: 3, index: 0), "tile/3/000"),
    (TilePath(level: 1, index: 999, width: 17), "tile/1/999.p/17"),
    (TilePath(level: 0, index: 1000), "tile/0/x001/000"),
  ])
  func aTileHasOnePath(path: TilePath, text: String) {
    #expect(path.text == text)
    #expect(TilePath(elements: text.split(separator: "/").dropFirst().map { $0 }) == path)
  }

  @Test(arguments: [
    "0", "0/0", "0/00", "0/0000", "0/x000/000", "0/000.p/0", "0/000.p/256", "0/000.p/01", "0/000.p", "64/000", "-1/000",
    "00/000", "entries/000", "0/x1/000", "0/001/002", "0/000/x", "0/+01", "0/x999/x999/x999/x999/x999/x999/x999/999",
  ])
  func anythingElseIsNone(text: String) {
    #expect(TilePath(elements: text.split(separator: "/", omittingEmptySubsequences: false)) == nil)
  }

  /// The example of C2SP `tlog-tiles`: a tree of 70,000 entries.
  @Test func allTilesOfATree() {
    let tiles = TilePath.all(size: 70_000)
    #expect(tiles.count == 273 + 1 + 1 + 1 + 1)
    #expect(tiles.contains(TilePath(level: 0, index: 273, width: 112)))
    #expect(tiles.contains(TilePath(level: 1, index: 1, width: 17)))
    #expect(tiles.contains(TilePath(level: 2, index: 0, width: 1)))
    #expect(TilePath.all(size: 256) == [TilePath(level: 0, index: 0), TilePath(level: 1, index: 0, width: 1)])
    #expect(TilePath.all(size: 0).isEmpty)
  }

  @Test func aFolderIsContinuedAndNeverMixed() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    #expect(throws: LedgerError.self) { try ledger.reader.exportTiles(to: folder.path("tiles")) }
    try await ledger.fill(300)
    _ = try await ledger.checkpoint()
    #expect(try ledger.reader.exportTiles(to: folder.path("tiles")) == (written: 3, size: 300))
    try await ledger.fill(300)
    _ = try await ledger.checkpoint()
    // The full second tile, the partial third one, and the level above with two hashes.
    #expect(try ledger.reader.exportTiles(to: folder.path("tiles")) == (written: 3, size: 600))
    let other = try TestFolder()
    let stranger = try Ledger.sample(other)
    try await stranger.fill(300)
    _ = try await stranger.checkpoint()
    let error = #expect(throws: LedgerError.self) { try stranger.reader.exportTiles(to: folder.path("tiles")) }
    #expect(error?.code == .storeExists)
  }
}
