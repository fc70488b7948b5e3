import Foundation
import Testing

@testable import Tracking

@Suite struct CrowdTests {
  private let cell = ResolutionCell(rangeMetres: 120, bearingRadians: 0.02)

  /// What a radar shows that cannot tell craft in one cell apart: one plot for each heap, at its middle.
  private func look(_ sea: inout Sea, _ radar: SensorModel) -> Scan {
    var heaps: [[Sea.Boat]] = []
    for boat in sea.boats {
      let distance = hypot(boat.east, boat.north)
      let fits = heaps.firstIndex { heap in
        let apart = (atan2(boat.east, boat.north) - atan2(heap[0].east, heap[0].north)).magnitude
        return (hypot(heap[0].east, heap[0].north) - distance).magnitude < 0.8 * cell.rangeMetres
          && apart < 0.8 * cell.bearingRadians
      }
      if let fits { heaps[fits].append(boat) } else { heaps.append([boat]) }
    }
    let all = sea.boats
    sea.boats = heaps.map { heap in
      Sea.Boat(
        east: heap.reduce(0) { $0 + $1.east } / Double(heap.count),
        north: heap.reduce(0) { $0 + $1.north } / Double(heap.count), velocityEast: 0, velocityNorth: 0)
    }
    defer { sea.boats = all }
    return sea.scan(radar)
  }

  /// A flotilla in line that closes up to forty metres and opens again; how much of its time each boat was held.
  private func flotilla(seed: UInt64, resolution: ResolutionCell?) -> (held: Double, numbers: Int, atEnd: Int) {
    var sea = Sea([], seed: seed)
    let radar = Sea.radarModel(resolution: resolution)
    var (held, counted) = (0, 0)
    var numbers = Set<Int>()
    for turn in 0..<144 {
      // Two minutes apart, three minutes of closing, two together, three of opening, two apart.
      let apart: Double =
        switch turn {
        case ..<24: 400
        case ..<60: 400 - 10 * Double(turn - 24)
        case ..<84: 40
        case ..<120: 40 + 10 * Double(turn - 84)
        default: 400
        }
      sea.boats = (0..<4).map { place in
        Sea.Boat(
          east: 3000 + 2.5 * Double(turn) * 5 + apart * (Double(place) - 1.5), north: 7000, velocityEast: 2.5,
          velocityNorth: 0)
      }
      sea.tracker.take(look(&sea, radar))
      if turn >= 8 {
        let tracks = sea.tracker.tracks
        let parts = PointSetDistance.generalised(
          craft: sea.boats.map { .init(east: $0.east, north: $0.north) },
          tracks: tracks.map { .init(east: $0.eastMetres, north: $0.northMetres) }, cutoffMetres: 200)
        held += parts.trackOfCraft.count { $0 != nil }
        counted += 4
        for track in parts.trackOfCraft.compactMap({ $0 }) { numbers.insert(tracks[track].number) }
      }
      sea.move(seconds: 5)
    }
    let atEnd = (0..<4).count { sea.track(of: $0, within: 120) != nil }
    return (Double(held) / Double(counted), numbers.count, atEnd)
  }

  @Test func aFlotillaThatClosesUpIsKeptWhole() {
    var (held, alone, atEnd) = (0.0, 0.0, 0)
    for seed in 1...6 as ClosedRange<UInt64> {
      let group = flotilla(seed: seed, resolution: cell)
      held += group.held / 6
      atEnd += group.atEnd
      alone += flotilla(seed: seed, resolution: nil).held / 6
    }
    #expect(held >= 0.95, "held \(held), and \(alone) by a radar whose cell is not known")
    #expect(atEnd >= 23, "\(atEnd) of 24 boats are there when it has opened again")
    #expect(held > alone)
  }

  @Test func twoTracksOfOneCraftBecomeOneUnderTheOlderNumber() throws {
    // Two radars, one of them off by an amount that nobody knows: each begins a track of its own, until it is set straight.
    var merges = 0
    for seed in 1...8 as ClosedRange<UInt64> {
      var sea = Sea([Sea.Boat(east: 4000, north: 4000, velocityEast: 3, velocityNorth: 0)], seed: seed)
      let (first, second) = (Sea.radarModel(number: 1), Sea.radarModel(number: 2, east: 8000))
      var oldest: Int?
      for turn in 0..<40 {
        sea.rangeBias = 0
        sea.tracker.take(sea.scan(first))
        sea.move(seconds: 2.5)
        sea.rangeBias = max(0, 260 - 26 * max(0, Double(turn - 10)))
        sea.tracker.take(sea.scan(second))
        sea.move(seconds: 2.5)
        if turn == 9 {
          #expect(sea.tracker.tracks.count == 2)
          oldest = sea.tracker.tracks.map(\.number).min()
        }
      }
      let near = sea.tracker.tracks.filter {
        hypot($0.eastMetres - sea.boats[0].east, $0.northMetres - sea.boats[0].north) < 300
      }
      #expect(near.count == 1)
      let kept = try #require(sea.track(of: 0))
      #expect(kept.number == oldest)
      if sea.tracker.takeEnded().contains(where: { $0.mergedInto == kept.number }) { merges += 1 }
    }
    // The other times one of the two had starved by then.
    #expect(merges >= 2, "\(merges) of 8")
  }

  @Test func twoBoatsSideBySideStayTwo() {
    for seed in 1...5 as ClosedRange<UInt64> {
      var sea = Sea(
        [
          Sea.Boat(east: 3000, north: 4000, velocityEast: 2, velocityNorth: 1),
          Sea.Boat(east: 3090, north: 4000, velocityEast: 2, velocityNorth: 1),
        ], seed: seed)
      sea.radar = Sea.radarModel(detectionProbability: 0.7)
      for _ in 0..<100 {
        sea.look()
        sea.move(seconds: 5)
      }
      let found = PointSetDistance.generalised(
        craft: sea.boats.map { .init(east: $0.east, north: $0.north) },
        tracks: sea.tracker.tracks.map { .init(east: $0.eastMetres, north: $0.northMetres) }, cutoffMetres: 150)
      #expect(found.trackOfCraft.allSatisfy { $0 != nil }, "seed \(seed)")
    }
  }
}
