import Foundation
import Geodesy
import Testing

@testable import Desk

@Suite("What a slow reader of the live hub must not miss")
struct LiveHubMissedTests {
  private func entry(_ sequence: Int) -> [UInt8] {
    ServerSentEvent.encode("log", data: Array("{\"sequence\":\(sequence)}".utf8))
  }

  private func sequences(_ reading: StreamReading) -> [Int] {
    reading.named("log").compactMap { $0.object["sequence"] as? Int }
  }

  /// A hub past whose ring a stream falls while an entry is written at each of so many changes.
  private func passed(entries: Int, kept: Int) -> (LiveHub, LiveStream) {
    let hub = LiveHub(mark: "run", limits: .init(keptChanges: 4, keptAnnouncements: kept))
    let stream = LiveHubTests.stream("slow")
    #expect(hub.open(stream, after: nil))
    _ = hub.take(for: stream)
    for sequence in 1...entries {
      hub.publish(rows: [LiveHubTests.row("1", LiveHubTests.inDover)], gone: [], announcements: [entry(sequence)])
    }
    return (hub, stream)
  }

  @Test func entriesOutlastTheRingOfChanges() {
    let (hub, stream) = passed(entries: 40, kept: 50)
    let reading = StreamReading(hub.take(for: stream))
    #expect(sequences(reading) == Array(1...40))
    #expect(reading.named("tracks").first?.object["snapshot"] as? Bool == true)
    #expect(reading.named("refetch").isEmpty)
    #expect(hub.take(for: stream).isEmpty)
  }

  @Test func whoMissedMoreThanIsKeptIsToldToFetchTheLog() {
    let (hub, stream) = passed(entries: 40, kept: 10)
    let reading = StreamReading(hub.take(for: stream))
    #expect(reading.named("refetch").first?.object["log"] as? Bool == true)
    #expect(sequences(reading) == Array(31...40))
    hub.publish(rows: [], gone: [], announcements: [entry(41)])
    let next = StreamReading(hub.take(for: stream))
    #expect(next.named("refetch").isEmpty)
    #expect(sequences(next) == [41])
  }

  @Test func whoComesBackLateGetsTheEntriesThoughTheViewIsSentAnew() throws {
    let hub = LiveHub(mark: "run", limits: .init(keptChanges: 4))
    let first = LiveHubTests.stream("first")
    #expect(hub.open(first, after: nil))
    hub.publish(rows: [LiveHubTests.row("1", LiveHubTests.inDover)], gone: [], announcements: [entry(1)])
    let lastID = try #require(StreamReading(hub.take(for: first)).lastID)
    hub.close(first)
    for sequence in 2...30 { hub.publish(rows: [], gone: [], announcements: [entry(sequence)]) }
    let second = LiveHubTests.stream("second")
    #expect(hub.open(second, after: lastID))
    let reading = StreamReading(hub.take(for: second), after: lastID)
    #expect(sequences(reading) == Array(2...30))
    #expect(reading.named("tracks").first?.object["snapshot"] as? Bool == true)
    #expect(reading.named("refetch").isEmpty)
  }

  @Test func whoComesBackToAnotherRunOfTheDeskIsToldToFetchTheLog() {
    let hub = LiveHub(mark: "run")
    let stream = LiveHubTests.stream()
    #expect(hub.open(stream, after: "earlier-12-abc"))
    #expect(StreamReading(hub.take(for: stream)).named("refetch").count == 1)
    let new = LiveHubTests.stream("new")
    #expect(hub.open(new, after: nil))
    #expect(StreamReading(hub.take(for: new)).named("refetch").isEmpty)
  }
}

@Suite("A snapshot in pieces")
struct LiveHubPiecesTests {
  static let channel = BoundingBox(south: 48, west: -6, north: 52, east: 3)!

  /// A hub with a row in each of many cells, of which a piece holds a few.
  private func hub(rows: Int) throws -> LiveHub {
    let hub = LiveHub(mark: "run", limits: .init(pieceBytes: 400))
    hub.publish(rows: try (0..<rows).map { try row($0) }, gone: [])
    return hub
  }

  private func row(_ index: Int, north: Double = 0) throws -> LiveRow {
    let place = Position(
      latitudeDegrees: 48.1 + Double(index / 30) * 0.25 + north, longitudeDegrees: -5.9 + Double(index % 30) * 0.25)
    return LiveHubTests.row("\(index)", try #require(place))
  }

  private func opened(_ hub: LiveHub, after lastID: String? = nil) -> LiveStream {
    let stream = LiveHubTests.stream("\(lastID ?? "new")", [Self.channel])
    #expect(hub.open(stream, after: lastID))
    return stream
  }

  @Test func togetherThePiecesAreTheWhole() throws {
    let hub = try hub(rows: 300)
    let stream = opened(hub)
    var pieces: [StreamReading] = []
    while case let bytes = hub.take(for: stream), !bytes.isEmpty {
      #expect(bytes.count < 1_000)
      pieces.append(StreamReading(bytes))
    }
    #expect(pieces.count > 10)
    #expect(
      pieces.map { $0.events.first?.object["snapshot"] as? Bool ?? false } == [true]
        + pieces.dropFirst().map { _ in false })
    #expect(Set(pieces.flatMap(\.events).flatMap(\.trackIDs)) == Set((0..<300).map { "\($0)" }))
  }

  @Test func whatMovesMeanwhileIsNotMissed() throws {
    let hub = try hub(rows: 300)
    let stream = opened(hub)
    var rows: [String: Double] = [:]
    var moved = 0
    while case let bytes = hub.take(for: stream), !bytes.isEmpty {
      for row in StreamReading(bytes).events.flatMap(\.rows) { rows[row[0] as? String ?? ""] = row[1] as? Double }
      guard moved < 250 else { continue }
      hub.publish(rows: try (moved..<moved + 25).map { try self.row($0, north: 0.3) }, gone: [])
      moved += 25
    }
    #expect(rows.count == 300)
    for index in 0..<300 {
      let expected = try row(index, north: index < moved ? 0.3 : 0).position.latitudeDegrees
      #expect(rows["\(index)"] == expected)
    }
  }

  @Test func aLineThatBreaksBetweenPiecesBeginsAnew() throws {
    let hub = try hub(rows: 300)
    let stream = opened(hub)
    let first = StreamReading(hub.take(for: stream))
    let lastID = try #require(first.lastID)
    hub.close(stream)
    let again = StreamReading(hub.take(for: opened(hub, after: lastID)))
    #expect(again.events.first?.object["snapshot"] as? Bool == true)
    #expect(again.named("refetch").isEmpty)
  }

  @Test func aLookBetweenPiecesBeginsAnew() throws {
    let hub = try hub(rows: 300)
    let stream = opened(hub)
    _ = hub.take(for: stream)
    #expect(hub.look(stream: stream.id, session: stream.session, boxes: [LiveHubTests.dover]))
    let reading = StreamReading(hub.take(for: stream))
    #expect(reading.events.first?.object["snapshot"] as? Bool == true)
    #expect(hub.take(for: stream).isEmpty)
  }
}
