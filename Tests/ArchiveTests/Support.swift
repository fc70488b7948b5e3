import Foundation
import Geodesy
import Synchronization

@testable import Archive

/// Random numbers that a seed repeats (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A clock that a test sets.
final class TestClock: Sendable {
  private let moment: Mutex<Int64>

  init(_ milliseconds: Int64) {
    moment = Mutex(milliseconds)
  }

  var now: @Sendable () -> Instant {
    { [self] in Instant(millisecondsSince1970: moment.withLock { $0 }) }
  }

  func set(_ milliseconds: Int64) {
    moment.withLock { $0 = milliseconds }
  }
}

/// A folder that goes when the test is over.
final class TestFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "archive-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  var file: String { path + "/positions.archive" }
}

/// 2021-11-24T00:00:00Z, a moment at which a window begins.
let midnight: Int64 = 1_637_712_000_000

func moment(_ milliseconds: Int64) -> Instant {
  Instant(millisecondsSince1970: milliseconds)
}

/// Positions as AIS gives them: whole units of the standard, whole seconds, some numbers unknown.
func randomPositions(
  _ count: Int, tracks: Int, spanMilliseconds: Int64, from start: Int64 = midnight, using random: inout Seeded
) -> [ArchivedPosition] {
  (0..<count).map { _ in
    let at = start + Int64.random(in: 0..<spanMilliseconds, using: &random) / 1000 * 1000
    let delay = Bool.random(using: &random) ? 0 : Int64.random(in: 0..<2000, using: &random)
    let latitude = Double(Int.random(in: 30_000_000...31_000_000, using: &random)) / 600_000
    let longitude = Double(Int.random(in: -108_000_000...108_000_000, using: &random)) / 600_000
    let isKnown = Int.random(in: 0..<4, using: &random) > 0
    return ArchivedPosition(
      trackID: String(200_000_000 + Int.random(in: 0..<tracks, using: &random) * 7), at: moment(at),
      received: moment(at + delay),
      position: Position(latitudeDegrees: latitude, longitudeDegrees: longitude)!,
      speedKnots: isKnown ? Double(Int.random(in: 0...1022, using: &random)) / 10 : nil,
      courseDegrees: isKnown ? Double(Int.random(in: 0..<3600, using: &random)) / 10 : nil,
      headingDegrees: isKnown ? Double(Int.random(in: 0..<360, using: &random)) : nil,
      flags: .init(rawValue: UInt8.random(in: 0...7, using: &random)))
  }
}

/// The naive order in which answers are compared.
func sorted(_ positions: [ArchivedPosition]) -> [ArchivedPosition] {
  positions.sorted { first, second in
    (first.trackID, first.at, first.received, first.position.latitudeDegrees, first.position.longitudeDegrees)
      < (second.trackID, second.at, second.received, second.position.latitudeDegrees, second.position.longitudeDegrees)
  }
}
