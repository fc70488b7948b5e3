import GRDB
import Geodesy
import Testing

@testable import Archive

/// A thinned past says less, never something else, and says so.
struct ThinningTests {
  private let day: Int64 = 86_400_000

  /// A craft that turns and changes speed at random, a position every few seconds.
  private func wander(_ name: String, count: Int, using random: inout Seeded) -> [ArchivedPosition] {
    var place = Position(latitudeDegrees: 51, longitudeDegrees: 1.4)!
    var course = 0.0
    var at = midnight
    return (0..<count).map { _ in
      let seconds = Int64.random(in: 2...10, using: &random)
      at += seconds * 1000
      if Int.random(in: 0..<10, using: &random) == 0 { course = .random(in: 0..<360, using: &random) }
      place = Sphere.destination(from: place, bearingDegrees: course, distanceMetres: Double(seconds) * 8)
      return ArchivedPosition(trackID: name, at: moment(at), received: moment(at), position: place)
    }
  }

  @Test(arguments: 1...20)
  func whatIsKeptStaysWithinTheStatedError(seed: UInt64) {
    var random = Seeded(state: seed)
    let rows = wander("a", count: 90, using: &random).map { ArchiveRow($0, track: 0) }
    let kept = Thinner.thin(rows[...], keeping: .spaced(seconds: 60, withinMetres: 50))
    #expect(kept.count < rows.count && kept.count >= 2)
    for row in rows {
      let after = kept.first { $0.atMilliseconds >= row.atMilliseconds }!
      let before = kept.last { $0.atMilliseconds <= row.atMilliseconds }!
      #expect(Thinner.errorMetres(row, from: before, to: after) <= 50)
      #expect(after.atMilliseconds - before.atMilliseconds < 70_000)
    }
  }

  @Test func positionsAreSpacedAndChangesOfFlagsKept() {
    let rows = (0..<100).map { index in
      var row = ArchiveRow(track: 0)
      row.atMilliseconds = Int64(index) * 10_000
      row.flags = index == 37 ? 2 : 0
      return row
    }
    let kept = Thinner.thin(rows[...], keeping: .spaced(seconds: 60, withinMetres: nil))
    #expect(
      kept.map { $0.atMilliseconds / 10_000 }
        == [0, 6, 12, 18, 24, 30, 36, 37, 38, 44, 50, 56, 62, 68, 74, 80, 86, 92, 98])
    #expect(Thinner.thin(rows[...], keeping: .nothing).isEmpty)
    #expect(Thinner.thin(rows[...], keeping: .everything).count == 100)
  }

  @Test func blocksAreReplacedStepByStepAndStayVerifiable() throws {
    let folder = try TestFolder()
    let clock = TestClock(midnight)
    var random = Seeded(state: 11)
    let rule = try #require(
      ThinningRule(steps: ThinningRule.usual.steps + [ThinningStep(fromDays: 400, keep: .nothing)]))
    let archive = try Archive(path: folder.file, thinning: rule, now: clock.now)
    let positions = (0..<40).flatMap { wander("t\($0)", count: 300, using: &random) }
    try archive.append(positions.sorted { $0.received < $1.received })
    var changes = try archive.flush(sealingEverything: true)
    var anchors = changes.map(\.anchor)
    let span = (from: moment(midnight), to: moment(midnight + day))
    let full = try archive.path(trackID: "t7", from: span.from, to: span.to).positions
    #expect(full.count == 300)

    clock.set(midnight + 6 * day)
    #expect(try archive.thin().isEmpty)

    var counts = [full.count]
    for age in [8, 100, 401] as [Int64] {
      clock.set(midnight + age * day)
      let before = try archive.blocks()
      changes = try archive.thin()
      anchors += changes.map(\.anchor)
      #expect(changes.count == before.count)
      #expect(
        Set(changes.compactMap(\.anchor.replaces)) == Set(before.map { BlockReference(id: $0.id, hash: $0.hash) }))
      #expect(try archive.verify(anchors: anchors).fault == nil)
      #expect(try archive.thin().isEmpty)
      counts.append(try archive.path(trackID: "t7", from: span.from, to: span.to).positions.count)
    }
    #expect(counts[0] > counts[1] && counts[1] > counts[2] && counts[2] > 0 && counts[3] == 0)
    #expect(try archive.size().blocks == 0)
    #expect(try archive.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM page") } == 0)
    #expect(try archive.pendingChanges(limit: 1000).map(\.change.anchor) == anchors)
  }

  @Test func onlySoManyBlocksAreThinnedAtOnceAndUnreadableOnesAreLeft() throws {
    let folder = try TestFolder()
    let clock = TestClock(midnight)
    var limits = ArchiveLimits()
    limits.blocksThinnedAtOnce = 2
    let archive = try Archive(path: folder.file, limits: limits, now: clock.now)
    var random = Seeded(state: 12)
    let positions = randomPositions(600, tracks: 5, spanMilliseconds: 3_000_000, using: &random)
    try archive.append(positions.sorted { $0.received < $1.received })
    try archive.flush(sealingEverything: true)
    let blocks = try archive.blocks().count
    try archive.pool.write {
      try $0.execute(sql: "UPDATE page SET bytes = x'00' WHERE block = 1 AND firstTrack <> ''")
    }
    clock.set(midnight + 8 * day)
    var thinned = 0
    for _ in 0..<blocks {
      let changes = try archive.thin()
      #expect(changes.count <= 2)
      thinned += changes.count
    }
    #expect(thinned == blocks - 1)
    #expect(archive.faults.recent.first?.blockID == 1)
    #expect(try archive.blocks().first?.id == 1)
  }

  @Test func aRuleIsDataThatTheScreenCanPutIntoWords() {
    let usual = ThinningRule.usual
    #expect(
      usual.steps.map(\.code) == ["archive.keep.everything", "archive.keep.spacedWithin", "archive.keep.spaced"])
    #expect(usual.steps[1].arguments == ["fromDays": 7, "seconds": 60, "withinMetres": 50])
    #expect([0, 6, 7, 89, 90, 4000].map { usual.step(atAgeMilliseconds: $0 * day) } == [0, 0, 1, 1, 2, 2])
    #expect(usual.step(atAgeMilliseconds: -1) == 0)
    #expect(ThinningRule(steps: []) == nil)
    #expect(ThinningRule(steps: [ThinningStep(fromDays: 1, keep: .everything)]) == nil)
    #expect(ThinningRule(steps: usual.steps.reversed()) == nil)
  }
}
