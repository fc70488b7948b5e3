import Geodesy
import Synchronization
import Testing

@testable import Desk

@Suite("Streams that resume, end or are stuck")
struct LiveHubResumeTests {
  /// Publishes a change for each number.
  /// - Returns: the identifiers from which a browser that looks at Dover would resume behind each.
  @discardableResult
  private func publish(_ hub: LiveHub, _ ids: ClosedRange<Int>) -> [Int: String] {
    let follower = LiveHubTests.stream("follower")
    #expect(hub.open(follower, after: nil))
    defer { hub.close(follower) }
    _ = hub.take(for: follower)
    var identifiers: [Int: String] = [:]
    for id in ids {
      hub.publish(rows: [LiveHubTests.row("\(id)", LiveHubTests.inDover)], gone: [])
      identifiers[id] = StreamReading(hub.take(for: follower)).lastID
    }
    return identifiers
  }

  private func first(
    _ hub: LiveHub, after lastID: String?, _ boxes: [BoundingBox] = [LiveHubTests.dover]
  ) -> StreamReading {
    let stream = LiveHubTests.stream("resumed", boxes)
    #expect(hub.open(stream, after: lastID))
    defer { hub.close(stream) }
    return StreamReading(hub.take(for: stream), after: lastID)
  }

  @Test func aBrokenLineResumesBehindItsLastEvent() throws {
    let hub = LiveHub(mark: "run")
    let identifiers = publish(hub, 1...5)
    let reading = first(hub, after: identifiers[3])
    #expect(reading.named("tracks").map(\.trackIDs) == [["4"], ["5"]])
    #expect(reading.events.allSatisfy { $0.object["snapshot"] == nil })
    #expect(reading.lastID == identifiers[5])
    #expect(first(hub, after: identifiers[5]).named("tracks").isEmpty)
  }

  @Test func anotherViewDoesNotResume() throws {
    let hub = LiveHub(mark: "run")
    let identifiers = publish(hub, 1...5)
    let reading = first(hub, after: identifiers[3], [LiveHubTests.dover, LiveHubTests.brest])
    #expect(reading.named("tracks").first?.object["snapshot"] as? Bool == true)
  }

  @Test(arguments: [
    "run-9", "other-3", "run-", "run", "-3", "run-3-4", "run-x-y", "", "run--1-0", "run-99999999999999999999-0",
  ])
  func anIdentifierThatIsNotOursGetsASnapshot(_ lastID: String) {
    let hub = LiveHub(mark: "run")
    publish(hub, 1...5)
    let tracks = first(hub, after: lastID).named("tracks")
    #expect(tracks.count == 1)
    #expect(tracks.first?.object["snapshot"] as? Bool == true)
    #expect(tracks.first?.trackIDs == ["1", "2", "3", "4", "5"])
  }

  @Test func anIdentifierOfAnEarlierRunGetsASnapshot() throws {
    let earlier = try #require(publish(LiveHub(mark: "earlier"), 1...5)[3])
    let hub = LiveHub(mark: "run")
    publish(hub, 1...5)
    #expect(first(hub, after: earlier).named("tracks").first?.object["snapshot"] as? Bool == true)
  }

  @Test func whoIsPassedByTheRingGetsASnapshot() throws {
    let hub = LiveHub(mark: "run", limits: .init(keptChanges: 4))
    let identifiers = publish(hub, 1...10)
    #expect(first(hub, after: identifiers[6]).named("tracks").count == 4)
    let passed = first(hub, after: identifiers[5]).named("tracks")
    #expect(passed.first?.object["snapshot"] as? Bool == true)
    #expect(passed.first?.trackIDs.count == 10)

    let slow = LiveHubTests.stream("slow")
    #expect(hub.open(slow, after: nil))
    _ = hub.take(for: slow)
    publish(hub, 11...15)
    let caughtUp = StreamReading(hub.take(for: slow)).named("tracks")
    #expect(caughtUp.count == 1)
    #expect(caughtUp.first?.trackIDs.count == 15)
  }

  @Test func whatWasCutWithinAChangeIsSentAgain() {
    let hub = LiveHub(mark: "run")
    publish(hub, 1...2)
    let stream = LiveHubTests.stream()
    #expect(hub.open(stream, after: nil))
    let before = StreamReading(hub.take(for: stream))
    let entry = ServerSentEvent.encode("log", data: Array("{}".utf8))
    hub.publish(rows: [LiveHubTests.row("3", LiveHubTests.inDover)], gone: ["1"], announcements: [entry])
    let bytes = hub.take(for: stream)
    for blocks in 0..<3 {
      let arrived = StreamReading(bytes, after: before.lastID, blocks: blocks)
      let rest = first(hub, after: arrived.lastID)
      let names = Set((arrived.events + rest.events).map(\.name))
      #expect(names == ["tracks", "gone", "log"], "cut after \(blocks)")
    }
  }

  @Test func endedAccessEndsItsStreamsAndNoOthers() async {
    let hub = LiveHub(mark: "run")
    let cut = LiveHubTests.stream("cut", session: "session:1")
    let kept = LiveHubTests.stream("kept", session: "session:2")
    #expect(hub.open(cut, after: nil) && hub.open(kept, after: nil))
    hub.cut(session: "session:1", reason: "signedOut")
    #expect(cut.endReason == "signedOut")
    #expect(kept.endReason == nil)
    // The signals end, so this ends too.
    for await _ in cut.signals {}
  }

  @Test func aReaderThatIsStuckIsDroppedAndOneThatReadsIsNot() {
    let hub = LiveHub(mark: "run")
    let dropped = Mutex<[String]>([])
    let stuck = LiveHubTests.stream("stuck", closed: { dropped.withLock { $0.append("stuck") } })
    let reading = LiveHubTests.stream("reading", closed: { dropped.withLock { $0.append("reading") } })
    let idle = LiveHubTests.stream("idle", closed: { dropped.withLock { $0.append("idle") } })
    for stream in [stuck, reading, idle] { #expect(hub.open(stream, after: nil)) }
    stuck.startsWriting(atMilliseconds: 1_000)
    reading.startsWriting(atMilliseconds: 1_000)
    reading.finishedWriting()
    hub.dropStuck(nowMilliseconds: 1_000 + hub.limits.stuckAfterMilliseconds)
    #expect(dropped.withLock { $0 }.isEmpty)
    hub.dropStuck(nowMilliseconds: 1_001 + hub.limits.stuckAfterMilliseconds)
    #expect(dropped.withLock { $0 } == ["stuck"])
    #expect(hub.streamCount == 2)
  }

  @Test func thereAreOnlySoManyStreams() {
    let hub = LiveHub(mark: "run", limits: .init(streams: 1))
    let first = LiveHubTests.stream("first")
    #expect(hub.open(first, after: nil))
    #expect(!hub.open(LiveHubTests.stream("second"), after: nil))
    hub.close(first)
    #expect(hub.open(LiveHubTests.stream("third"), after: nil))
  }
}
