import Foundation
import Geodesy
import Testing

@testable import Archive

/// Counts the seconds that processors spent on this process, which other work on the machine does not stretch.
private struct ProcessorClock {
  func measure(_ body: () throws -> Void) rethrows -> Double {
    var (before, after) = (timespec(), timespec())
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before)
    try body()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after)
    return Double(after.tv_sec - before.tv_sec) + Double(after.tv_nsec - before.tv_nsec) / 1e9
  }
}

/// The figures of the archive, in CPU seconds. They take minutes and want an optimised build, so they run only when asked for.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["FORELAND_MEASURE"] != nil))
struct FiguresTests {
  @Test func aDayOfTwentyThousandTracks() throws {
    let folder = try TestFolder()
    let archive = try Archive(path: folder.file, now: TestClock(midnight).now)
    let tracks = 20_000
    let minutes = (ProcessInfo.processInfo.environment["FORELAND_MEASURE"]).flatMap(Int.init) ?? 1440
    let clock = ProcessorClock()
    var random = Seeded(state: 1)
    var fleet = (0..<tracks).map { index in
      (
        name: String(200_000_000 + index * 13),
        latitude: Int.random(in: 29_400_000...31_200_000, using: &random),
        longitude: Int.random(in: -1_200_000...3_000_000, using: &random),
        speed: Int.random(in: 0...200, using: &random), course: Int.random(in: 0..<3600, using: &random)
      )
    }
    var spent = 0.0
    for minute in 0..<minutes {
      let batch = fleet.indices.map { index in
        fleet[index].course = (fleet[index].course + Int.random(in: -20...20, using: &random) + 3600) % 3600
        let course = Double(fleet[index].course) / 10 * .pi / 180
        let step = Double(fleet[index].speed) / 10 / 60 * 10_000
        fleet[index].latitude += Int(step * cos(course)) + Int.random(in: -5...5, using: &random)
        fleet[index].longitude += Int(step * sin(course) * 1.6) + Int.random(in: -8...8, using: &random)
        let at = midnight + Int64(minute) * 60_000 + Int64(index % 60) * 1000
        return ArchivedPosition(
          trackID: fleet[index].name, at: moment(at), received: moment(at + Int64(index * 7919 % 1000)),
          position: Position(
            latitudeDegrees: Double(fleet[index].latitude) / 600_000,
            longitudeDegrees: Double(fleet[index].longitude) / 600_000)!,
          speedKnots: Double(fleet[index].speed + Int.random(in: -1...1, using: &random)).magnitude / 10,
          courseDegrees: Double(fleet[index].course) / 10, headingDegrees: Double(fleet[index].course / 10))
      }
      spent += try clock.measure {
        try archive.append(batch)
        try archive.flush()
      }
    }
    spent += try clock.measure { try archive.flush(sealingEverything: true) }
    let (positions, bytes, _, blocks) = try archive.size()
    print(
      "ingested \(positions) positions in \(blocks) blocks in \(spent), \(Double(bytes) / Double(positions)) bytes each"
    )
    let middle = midnight + Int64(minutes) * 30_000
    for stale in [600_000, 1_800_000] as [Int64] {
      let times = try (0..<10).map { index in
        let at = moment(middle + Int64(index) * 61_000)
        return try clock.measure {
          let picture = try archive.picture(at: at, knownBy: at, staleAfterMilliseconds: stale)
          #expect(picture.positions.count == tracks)
        }
      }
      print("picture, stale after \(stale) ms: \(times.sorted()[5]) median, \(times.max()!) slowest")
    }
    let paths = try (0..<20).map { index in
      try clock.measure {
        let answer = try archive.path(
          trackID: fleet[index * 997].name, from: moment(midnight), to: moment(midnight + 86_400_000))
        #expect(answer.positions.count == minutes)
      }
    }
    print("path over the day: \(paths.sorted()[10]) median, \(paths.max()!) slowest")
    try measureAreaAndVerification(archive, from: middle)
  }

  private func measureAreaAndVerification(_ archive: Archive, from middle: Int64) throws {
    let clock = ProcessorClock()
    let box = BoundingBox(south: 50.9, west: 1.2, north: 51.1, east: 1.8)!
    var found = 0
    let area = try clock.measure {
      found = try archive.area(box, from: moment(middle), to: moment(middle + 3_600_000)).positions.count
    }
    print("area of 0.2 by 0.6 degrees over an hour: \(area), \(found) positions")
    let verified = try clock.measure {
      let anchors = try archive.pendingChanges(limit: .max).map(\.change.anchor)
      let fault = try archive.verify(anchors: anchors).fault
      #expect(fault == nil)
    }
    print("verified in \(verified)")
  }
}
