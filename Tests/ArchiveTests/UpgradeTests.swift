import Foundation
import GRDB
import Geodesy
import Testing

@testable import Archive

@Suite("Upgrade and backup of an archive")
struct UpgradeTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "foreland-archive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static let now = Instant(millisecondsSince1970: 1_790_000_000_000)

  private static func copies(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
      name.contains(".before-form-") && !name.hasSuffix("-wal") && !name.hasSuffix("-shm")
    }
  }

  @Test func anArchiveOfAnEarlierFormIsCopiedFirst() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.archive").path
    // The first form, as the program wrote it before tracks' descriptions were kept.
    let first = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(first, upTo: "1 blocks, pages, journal, changes")
    try first.close()
    _ = try Archive(path: path, now: { Self.now })
    let copies = try Self.copies(in: folder)
    let copy = try #require(copies.first)
    #expect(copies.count == 1)
    let before = try DatabaseQueue(path: folder.appending(path: copy).path)
    #expect(try before.read { try Schema.migrator.appliedIdentifiers($0).count } == 1)
    #expect(try before.read { try !$0.tableExists("description") })
    // A second start finds nothing to do.
    _ = try Archive(path: path, now: { Self.now })
    #expect(try Self.copies(in: folder) == copies)
  }

  @Test func aCopyOfAnArchiveInUseHoldsWhatWasFlushed() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = try Archive(path: folder.appending(path: "a.archive").path, now: { Self.now })
    let position = try #require(Position(latitudeDegrees: 51, longitudeDegrees: 1.4))
    try archive.append([
      ArchivedPosition(
        trackID: "235012345", at: Self.now, received: Self.now, position: position, speedKnots: nil, courseDegrees: nil,
        headingDegrees: nil, flags: [])
    ])
    try archive.flush()
    let copy = folder.appending(path: "copy").path
    try Archive.backup(archive.path, to: copy)
    let error = #expect(throws: ArchiveError.self) { try Archive.backup(archive.path, to: copy) }
    #expect(error?.code == .cannotWrite)
    let restored = try Archive(path: copy, now: { Self.now })
    #expect(try restored.picture(at: Self.now).positions.map(\.trackID) == ["235012345"])
    #expect(!FileManager.default.fileExists(atPath: copy + ".partial"))
  }
}
