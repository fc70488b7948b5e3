import GRDB
import Geodesy
import Testing

@testable import Archive

/// What the archive answers is what a plain look through all positions answers, wherever they lie by then.
struct QueryTests {
  /// Where the positions of a test lie when it asks.
  enum Place: CaseIterable {
    case memory, journal, blocks, all
  }

  private struct Filled {
    let archive: Archive
    let folder: TestFolder
    let positions: [ArchivedPosition]
  }

  private func filled(_ place: Place, seed: UInt64, count: Int = 3000) throws -> Filled {
    var random = Seeded(state: seed)
    let folder = try TestFolder()
    let clock = TestClock(midnight)
    var positions = randomPositions(count, tracks: 150, spanMilliseconds: 4 * 3_600_000, using: &random)
    // As they are received: mostly in order, and a few hours late.
    positions.sort { $0.received < $1.received }
    for index in positions.indices where index % 50 == 0 {
      let old = positions[index]
      positions[index] = ArchivedPosition(
        trackID: old.trackID, at: old.at.adding(milliseconds: -Int64(index) * 1000), received: old.received,
        position: old.position, speedKnots: old.speedKnots)
    }
    var limits = ArchiveLimits()
    limits.openBlocksMost = place == .memory || place == .journal ? 100 : 4
    var archive = try Archive(path: folder.file, limits: limits, now: clock.now)
    let outcome = try archive.append(positions)
    #expect(outcome.taken == count && outcome.refused.isEmpty)
    switch place {
    case .memory: break
    case .journal:
      var encoder = try PageEncoder()
      try archive.pool.write { try Journal.write(archive.blocksInMemory(), into: $0, with: &encoder) }
      archive = try Archive(path: folder.file, limits: limits, now: clock.now)
      #expect(try archive.size().openPositions == count)
    case .blocks:
      try archive.flush(sealingEverything: true)
      #expect(try archive.size().sealedPositions == count)
      #expect(try archive.size().openPositions == 0)
    case .all: try archive.flush()
    }
    return Filled(archive: archive, folder: folder, positions: positions)
  }

  @Test(arguments: Place.allCases, [UInt64(1), 2, 3])
  func paths(place: Place, seed: UInt64) throws {
    let filled = try filled(place, seed: seed)
    var random = Seeded(state: seed + 100)
    for _ in 0..<20 {
      let track = filled.positions.randomElement(using: &random)!.trackID
      let from = midnight + Int64.random(in: -3_600_000...14_400_000, using: &random)
      let to = from + Int64.random(in: 0...7_200_000, using: &random)
      let knownBy = Bool.random(using: &random) ? to + 600_000 : nil
      let answer = try filled.archive.path(
        trackID: track, from: moment(from), to: moment(to), knownBy: knownBy.map(moment))
      let expected = filled.positions.filter {
        $0.trackID == track && $0.at >= moment(from) && $0.at <= moment(to)
          && $0.received <= moment(knownBy ?? .max)
      }
      #expect(sorted(answer.positions) == sorted(expected))
      #expect(answer.positions.map(\.at) == expected.map(\.at).sorted())
      #expect(answer.faults.isEmpty && !answer.isCut)
    }
  }

  @Test(arguments: Place.allCases, [UInt64(1), 2, 3])
  func areas(place: Place, seed: UInt64) throws {
    let filled = try filled(place, seed: seed)
    var random = Seeded(state: seed + 200)
    for _ in 0..<20 {
      let south = Double.random(in: 49.9...51.5, using: &random)
      let west = Double.random(in: -180...180, using: &random)
      let east = (west + .random(in: 0...200, using: &random)).remainder(dividingBy: 360)
      let box = BoundingBox(south: south, west: west, north: south + 0.7, east: min(180, max(-180, east)))!
      let from = midnight + Int64.random(in: -3_600_000...14_400_000, using: &random)
      let to = from + Int64.random(in: 0...7_200_000, using: &random)
      let answer = try filled.archive.area(box, from: moment(from), to: moment(to), knownBy: moment(to))
      let expected = filled.positions.filter {
        box.contains($0.position) && $0.at >= moment(from) && $0.at <= moment(to) && $0.received <= moment(to)
      }
      #expect(sorted(answer.positions) == sorted(expected))
      #expect(answer.faults.isEmpty && !answer.isCut)
    }
  }

  @Test(arguments: Place.allCases, [UInt64(1), 2, 3])
  func pictures(place: Place, seed: UInt64) throws {
    let filled = try filled(place, seed: seed)
    var random = Seeded(state: seed + 300)
    for _ in 0..<20 {
      let at = midnight + Int64.random(in: -3_600_000...15_000_000, using: &random)
      let stale = Int64.random(in: 0...3_600_000, using: &random)
      let answer = try filled.archive.picture(
        at: moment(at), knownBy: moment(at), staleAfterMilliseconds: stale)
      let visible = filled.positions.filter {
        $0.at <= moment(at) && $0.at >= moment(at - stale) && $0.received <= moment(at)
      }
      let expected = Dictionary(grouping: visible, by: \.trackID).mapValues { rows in
        rows.map { [$0.at, $0.received] }.max { ($0[0], $0[1]) < ($1[0], $1[1]) }
      }
      #expect(answer.positions.map(\.trackID) == expected.keys.sorted())
      for position in answer.positions { #expect(expected[position.trackID] == [position.at, position.received]) }
    }
  }

  @Test func anAreaAcrossTheAntimeridian() throws {
    let folder = try TestFolder()
    let archive = try Archive(path: folder.file, now: TestClock(midnight).now)
    let longitudes = [179.5, -179.5, 180, -180, 170, -170, 0]
    try archive.append(
      longitudes.enumerated().map { index, longitude in
        ArchivedPosition(
          trackID: "t\(index)", at: moment(midnight), received: moment(midnight),
          position: Position(latitudeDegrees: 10, longitudeDegrees: longitude)!)
      })
    try archive.flush(sealingEverything: true)
    let box = BoundingBox(south: 9, west: 179, north: 11, east: -179)!
    let answer = try archive.area(box, from: moment(midnight), to: moment(midnight))
    #expect(answer.positions.map(\.trackID) == ["t0", "t1", "t2", "t3"])
    let western = BoundingBox(south: 9, west: -180, north: 11, east: -175)!
    #expect(
      try archive.area(western, from: moment(midnight), to: moment(midnight)).positions.map(\.trackID)
        == ["t1", "t2", "t3"])
  }

  @Test func answersAreCutAtTheirLimitAndSaySo() throws {
    let folder = try TestFolder()
    var limits = ArchiveLimits()
    (limits.pathRowsMost, limits.areaRowsMost, limits.pictureRowsMost) = (5, 7, 3)
    let archive = try Archive(path: folder.file, limits: limits, now: TestClock(midnight).now)
    var random = Seeded(state: 5)
    let positions = randomPositions(400, tracks: 10, spanMilliseconds: 1_200_000, using: &random)
    try archive.append(positions)
    try archive.flush()
    let (from, to) = (moment(midnight - 1), moment(midnight + 2_000_000))
    let path = try archive.path(trackID: positions[0].trackID, from: from, to: to)
    #expect(path.positions.count == 5 && path.isCut)
    let everywhere = BoundingBox(south: -90, west: -180, north: 90, east: 180)!
    let area = try archive.area(everywhere, from: from, to: to)
    #expect(area.positions.count == 7 && area.isCut)
    let picture = try archive.picture(at: to, staleAfterMilliseconds: 86_400_000)
    #expect(picture.positions.count == 3 && picture.isCut)
  }

  @Test func momentsAtTheEndsOfTimeAreAnswered() throws {
    let folder = try TestFolder()
    let archive = try Archive(path: folder.file, now: TestClock(midnight).now)
    var random = Seeded(state: 6)
    let positions = randomPositions(100, tracks: 1, spanMilliseconds: 600_000, using: &random)
    try archive.append(positions)
    try archive.flush(sealingEverything: true)
    let answer = try archive.path(trackID: positions[0].trackID, from: moment(.min), to: moment(.max))
    #expect(answer.positions.count == 100)
    #expect(try archive.picture(at: moment(.max)).positions.isEmpty)
    #expect(try archive.picture(at: moment(.min)).positions.isEmpty)
  }
}
