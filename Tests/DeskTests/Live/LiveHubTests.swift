import Foundation
import Geodesy
import Synchronization
import Testing

@testable import Desk

@Suite("The live hub")
struct LiveHubTests {
  static let dover = BoundingBox(south: 50.9, west: 1, north: 51.4, east: 1.9)!
  static let brest = BoundingBox(south: 48, west: -6, north: 48.9, east: -4.1)!
  static let inDover = Position(latitudeDegrees: 51.1, longitudeDegrees: 1.4)!
  static let inBrest = Position(latitudeDegrees: 48.5, longitudeDegrees: -5)!

  static func row(_ id: String, _ position: Position, isDistress: Bool = false) -> LiveRow {
    let json = "[\"\(id)\",\(position.latitudeDegrees),\(position.longitudeDegrees),\(isDistress)]"
    return LiveRow(trackID: id, position: position, isDistress: isDistress, json: Array(json.utf8))
  }

  static func stream(
    _ id: String = "a", session: String = "session:1", _ boxes: [BoundingBox] = [dover],
    closed: @escaping @Sendable () -> Void = {}
  ) -> LiveStream {
    LiveStream(id: id, session: session, boxes: boxes, mayRead: { _ in true }, closeConnection: closed)
  }

  private func opened(_ hub: LiveHub, _ stream: LiveStream, after lastID: String? = nil) -> LiveStream {
    #expect(hub.open(stream, after: lastID))
    return stream
  }

  @Test func aNewStreamGetsTheWholeOfItsViewAndTheStatus() {
    let hub = LiveHub(mark: "run")
    hub.publish(
      rows: [Self.row("1", Self.inDover), Self.row("2", Self.inBrest)], gone: [],
      status: ServerSentEvent.encode("status", data: Array("{\"time\":\"now\"}".utf8)))
    let stream = opened(hub, Self.stream())
    let reading = StreamReading(hub.take(for: stream))
    #expect(reading.named("status").count == 1)
    let tracks = reading.named("tracks")
    #expect(tracks.count == 1)
    #expect(tracks.first?.object["snapshot"] as? Bool == true)
    #expect(tracks.first?.trackIDs == ["1"])
    #expect(reading.lastID?.hasPrefix("run-1-") == true)
    #expect(hub.take(for: stream).isEmpty)
  }

  @Test func onlyChangesInViewFollow() {
    let hub = LiveHub(mark: "run")
    let stream = opened(hub, Self.stream())
    _ = hub.take(for: stream)
    hub.publish(rows: [Self.row("2", Self.inBrest)], gone: [])
    #expect(StreamReading(hub.take(for: stream)).events.isEmpty)
    hub.publish(rows: [Self.row("1", Self.inDover)], gone: [])
    let reading = StreamReading(hub.take(for: stream))
    #expect(reading.events.map(\.name) == ["tracks"])
    #expect(reading.events.first?.trackIDs == ["1"])
    #expect(reading.events.first?.object["snapshot"] == nil)
  }

  @Test func aTickWithoutChangesIsNothing() {
    let hub = LiveHub(mark: "run")
    let stream = opened(hub, Self.stream())
    _ = hub.take(for: stream)
    hub.publish(rows: [], gone: [])
    hub.publish(rows: [], gone: ["unknown"])
    #expect(hub.take(for: stream).isEmpty)
  }

  @Test func distressIsShownToEveryoneWhereverTheyLook() {
    let hub = LiveHub(mark: "run")
    let early = opened(hub, Self.stream("early"))
    _ = hub.take(for: early)
    hub.publish(rows: [Self.row("970", Self.inBrest, isDistress: true)], gone: [])
    #expect(StreamReading(hub.take(for: early)).events.first?.trackIDs == ["970"])
    let late = opened(hub, Self.stream("late"))
    #expect(StreamReading(hub.take(for: late)).events.first?.trackIDs == ["970"])
  }

  @Test func whoeverLeavesTheViewIsSeenLeaving() {
    let hub = LiveHub(mark: "run")
    hub.publish(rows: [Self.row("1", Self.inDover)], gone: [])
    let stream = opened(hub, Self.stream())
    _ = hub.take(for: stream)
    hub.publish(rows: [Self.row("1", Self.inBrest)], gone: [])
    let rows = StreamReading(hub.take(for: stream)).events.flatMap(\.rows)
    #expect(rows.first?[1] as? Double == Self.inBrest.latitudeDegrees)
  }

  @Test func whatEndsIsGoneForEveryone() {
    let hub = LiveHub(mark: "run")
    hub.publish(rows: [Self.row("1", Self.inDover), Self.row("2", Self.inBrest)], gone: [])
    let stream = opened(hub, Self.stream())
    _ = hub.take(for: stream)
    hub.publish(rows: [], gone: ["1", "2"])
    let gone = StreamReading(hub.take(for: stream)).named("gone")
    #expect(gone.count == 1)
    #expect(gone.first?.object["ids"] as? [String] == ["1", "2"])
    let next = opened(hub, Self.stream("b"))
    #expect(StreamReading(hub.take(for: next)).events.first?.trackIDs == [])
  }

  @Test func aChangeOfViewIsASnapshotOfTheNewOne() {
    let hub = LiveHub(mark: "run")
    hub.publish(rows: [Self.row("1", Self.inDover), Self.row("2", Self.inBrest)], gone: [])
    let stream = opened(hub, Self.stream())
    _ = hub.take(for: stream)
    #expect(!hub.look(stream: "a", session: "session:2", boxes: [Self.brest]))
    #expect(!hub.look(stream: "b", session: "session:1", boxes: [Self.brest]))
    #expect(hub.take(for: stream).isEmpty)
    #expect(hub.look(stream: "a", session: "session:1", boxes: [Self.brest]))
    let event = StreamReading(hub.take(for: stream)).events.first
    #expect(event?.trackIDs == ["2"])
    #expect(event?.object["snapshot"] as? Bool == true)
  }

  @Test func noEntryIsLostBetweenALookAndATake() {
    let hub = LiveHub(mark: "run")
    let stream = opened(hub, Self.stream())
    _ = hub.take(for: stream)
    let entry = ServerSentEvent.encode("log", data: Array("{\"sequence\":7}".utf8))
    hub.publish(rows: [], gone: [], announcements: [entry])
    #expect(hub.look(stream: "a", session: "session:1", boxes: [Self.brest]))
    let reading = StreamReading(hub.take(for: stream))
    #expect(reading.named("log").count == 1)
    #expect(reading.named("tracks").first?.object["snapshot"] as? Bool == true)
    #expect(hub.take(for: stream).isEmpty)
  }

  @Test func aNewStreamIsNotToldOldEntries() {
    let hub = LiveHub(mark: "run")
    hub.publish(rows: [], gone: [], announcements: [ServerSentEvent.encode("log", data: Array("{}".utf8))])
    let stream = opened(hub, Self.stream())
    #expect(StreamReading(hub.take(for: stream)).named("log").isEmpty)
  }

  @Test func onlySoManyBoxesCount() {
    let hub = LiveHub(mark: "run", limits: .init(boxesPerStream: 1))
    hub.publish(rows: [Self.row("1", Self.inDover), Self.row("2", Self.inBrest)], gone: [])
    let stream = opened(hub, Self.stream())
    #expect(hub.look(stream: "a", session: "session:1", boxes: [Self.brest, Self.dover]))
    #expect(StreamReading(hub.take(for: stream)).events.first?.trackIDs == ["2"])
  }
}
