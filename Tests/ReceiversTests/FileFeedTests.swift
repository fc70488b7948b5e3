import Foundation
import Geodesy
import Testing

@testable import Receivers

/// Files as feeds: plain, compressed, missing, and at the pace of their lines.
struct FileFeedTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  @Test(arguments: [false, true])
  func aFileIsPlayedToItsEnd(isCompressed: Bool) async throws {
    let lines = Array((0..<20_000).map { "!AIVDM,1,1,,A,\($0),0*00\n" }.joined().utf8)
    let path = try folder.write(isCompressed ? gzipped(lines) : lines, to: "file")
    let receiver = Receiver(name: "f", address: .file(path: path, speed: nil))
    #expect(receiver.health.state == .idle)
    let basket = Basket()
    try await receiver.run(basket.put)
    #expect(basket.bytes == lines)
    #expect(basket.chunks.allSatisfy { $0.feed == "f" && $0.bytes.count <= receiver.limits.chunkBytes })
    let health = receiver.health
    #expect(health.state == .ended && health.bytes == Int64(lines.count) && health.name == "f")
    #expect(health.chunks == Int64(basket.chunks.count) && health.lastArrived == basket.chunks.last?.arrived)
  }

  @Test func aMissingFileFailsInWordsAndTheOthersGoOn() async throws {
    let path = try folder.write("a\n".utf8, to: "there")
    let basket = Basket()
    let missing = Receiver(name: "missing", address: .file(path: folder.path + "/none", speed: nil))
    let there = Receiver(name: "there", address: .file(path: path, speed: nil))
    let damaged = Receiver(
      name: "damaged",
      address: .file(path: try folder.write(gzipped(Array("bcd".utf8)).dropLast(4), to: "damaged.gz"), speed: nil))
    let exercise = Receiver(name: "exercise", address: .exercise(seed: 1))
    let group = try ReceiverGroup([missing, there, damaged, exercise])
    try await group.run(basket.put)
    #expect(basket.chunks.filter { $0.feed == "there" }.flatMap(\.bytes) == Array("a\n".utf8))
    let codes = group.health.map { $0.lastFailure?.code }
    #expect(codes == [.notFound, nil, .damagedGzip, .notReceivedHere])
    guard case .failed(let failure) = missing.health.state else {
      Issue.record("the state is \(missing.health.state)")
      return
    }
    #expect(failure.place == folder.path + "/none" && failure.cause != nil && failure.message.contains("path"))
    #expect(group.health.map(\.state.word) == ["failed", "ended", "failed", "failed"])
  }

  @Test func namesAreUniqueInAGroupAndFeedsLimited() {
    let feeds = (0...ReceiverGroup.feedsMost).map { Receiver(name: "\($0)", address: .standardInput) }
    #expect(throws: FeedFailure.self) { try ReceiverGroup(feeds) }
    #expect(throws: FeedFailure.self) { try ReceiverGroup([feeds[0], feeds[0]]) }
    #expect(throws: Never.self) { try ReceiverGroup(feeds.dropLast()) }
  }

  @Test func aRecordingIsPlayedAtItsTimes() async throws {
    let lines = [
      #"\c:1000000000*58\first"#, "goes with the first", #"\c:1000000002*5A\two seconds on"#,
      #"\c:1000000001*59\late, and due at once"#, #"\c:1000000010*59\ten seconds on"#, "with it",
      #"\c:1000100000*59\after a cut of more than a day"#, #"\c:1000100003*5A\three seconds on"#,
      #"\c:1000000003*5B\back before the cut"#, #"\c:1000000004*5C\and on, without an end"#,
    ]
    let path = try folder.write(lines.joined(separator: "\n").utf8, to: "recording")
    for (speed, waits) in [(1.0, [2000, 8000, 3000, 1000]), (10, [200, 800, 300, 100])] as [(Double, [Int64])] {
      let clock = SleepingClock()
      let basket = Basket()
      let receiver = Receiver(
        name: "r", address: .file(path: path, speed: speed), environment: clock.environment)
      try await receiver.run(basket.put)
      #expect(clock.slept == waits)
      #expect(basket.text == lines.joined(separator: "\n") + "\n")
      let played = basket.chunks.map { chunk in
        (chunk.arrived.millisecondsSince1970 - 1_000_000, String(decoding: chunk.bytes, as: UTF8.self))
      }
      #expect(played.count == 5)
      #expect(played[0].1 == lines[0...1].map { $0 + "\n" }.joined())
      #expect(played[1].0 == waits[0] && played[1].1 == lines[2...3].map { $0 + "\n" }.joined())
      #expect(played[2].0 == waits[0] + waits[1])
    }
  }

  @Test func aRecordingWithoutTimesIsPlayedAtOnce() async throws {
    let clock = SleepingClock()
    let basket = Basket()
    let path = try folder.write("a\nb\nc\n".utf8, to: "timeless")
    try await Receiver(name: "r", address: .file(path: path, speed: 1), environment: clock.environment)
      .run(basket.put)
    #expect(basket.text == "a\nb\nc\n" && clock.slept.isEmpty)
  }

  @Test(.enabled(if: hasSample("ais/aislib-stream.txt"), "the public samples are not here"))
  func aRealRecordingTakesAsLongAsItTook() async throws {
    let clock = SleepingClock()
    let basket = Basket()
    let path = "\(samples)/ais/aislib-stream.txt"
    try await Receiver(name: "r", address: .file(path: path, speed: 1), environment: clock.environment)
      .run(basket.put)
    #expect(try basket.bytes == Array(Data(contentsOf: URL(fileURLWithPath: path))))
    // From 11:46:11.390 to the latest time in the file, 11:46:38.
    let total = clock.slept.reduce(0, +)
    #expect(total > 27_000 && total < 28_000)
  }

  @Test func cancellingEndsAReplayThatWaits() async throws {
    let path = try folder.write("\\c:1000000000*58\\a\n\\c:1000000100*59\\b\n".utf8, to: "slow")
    let receiver = Receiver(name: "r", address: .file(path: path, speed: 1))
    let basket = Basket()
    try await running(receiver, into: basket) {
      try await wait { !basket.chunks.isEmpty }
    }
    #expect(basket.text == "\\c:1000000000*58\\a\n" && receiver.health.state == .ended)
  }

  @Test func cancellingEndsAPipeThatIsSilent() async throws {
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let receiver = Receiver(name: "p", address: .file(path: pipe, speed: nil))
    let basket = Basket()
    try await running(receiver, into: basket) {
      try await wait { receiver.health.state == .live }
      let writer = open(pipe, O_WRONLY)
      #expect(write(writer, "abc\n", 4) == 4)
      try await wait { basket.text == "abc\n" }
      _ = writer
    }
  }

  @Test func aFeedWithoutBytesForAWhileIsQuiet() {
    let record = HealthRecord(name: "a", address: "b")
    record.change {
      $0.state = .live
      $0.lastArrived = Instant(millisecondsSince1970: 1000)
    }
    #expect(record.snapshot(at: Instant(millisecondsSince1970: 31_000), quietMilliseconds: 30_000).state == .live)
    #expect(record.snapshot(at: Instant(millisecondsSince1970: 31_001), quietMilliseconds: 30_000).state == .quiet)
  }
}
