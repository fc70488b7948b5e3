import Foundation
import Geodesy
import Testing

@testable import Desk

@Suite("The live hub against a naive truth")
struct LiveHubRandomTests {
  /// What a browser holds: it applies what it is sent and nothing else.
  struct Browser {
    var rows: [String: (position: Position, isDistress: Bool)] = [:]
    var entries: [Int] = []
    var lastID: String?
    var boxes: [BoundingBox]

    mutating func apply(_ reading: StreamReading) {
      lastID = reading.lastID
      for event in reading.events {
        switch event.name {
        case "tracks":
          if event.object["snapshot"] as? Bool == true { rows.removeAll() }
          for row in event.rows {
            guard let id = row[0] as? String, let latitude = row[1] as? Double, let longitude = row[2] as? Double,
              let position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
            else { continue }
            rows[id] = (position, row[3] as? Bool ?? false)
          }
        case "gone": for id in event.object["ids"] as? [String] ?? [] { rows[id] = nil }
        case "log": if let number = event.object["sequence"] as? Int { entries.append(number) }
        default: break
        }
      }
    }

    /// What it shows in its boxes.
    var shown: Set<String> { LiveHubRandomTests.seen(rows.mapValues { $0 }, in: boxes) }
  }

  static func seen(_ rows: [String: (position: Position, isDistress: Bool)], in boxes: [BoundingBox]) -> Set<String> {
    let seen = rows.filter { _, row in
      row.isDistress || boxes.contains { ChartCell(row.position).touches($0) }
    }
    return Set(seen.map { "\($0) \($1.position.latitudeDegrees) \($1.position.longitudeDegrees) \($1.isDistress)" })
  }

  /// One run: the truth, the hub, one browser and its line.
  struct Run {
    var random: Seeded
    let hub: LiveHub
    var truth: [String: (position: Position, isDistress: Bool)] = [:]
    var browser = Browser(boxes: [LiveHubTests.dover])
    var stream: LiveStream
    let openedBoxes = [LiveHubTests.dover]
    var opened = 0
    var written: [Int] = []

    init(seed: UInt64, keptChanges: Int) {
      random = Seeded(state: seed)
      hub = LiveHub(mark: "run", limits: .init(keptChanges: keptChanges))
      stream = LiveHubTests.stream("0")
      _ = hub.open(stream, after: nil)
    }

    mutating func publish() {
      var rows: [LiveRow] = []
      var gone: [String] = []
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let id = "\(Int.random(in: 1...9, using: &random))"
        guard !rows.contains(where: { $0.trackID == id }), !gone.contains(id) else { continue }
        if truth[id] != nil, Int.random(in: 0..<4, using: &random) == 0 {
          truth[id] = nil
          gone.append(id)
        } else if let position = Position(
          latitudeDegrees: Double(Int.random(in: 480...520, using: &random)) / 10,
          longitudeDegrees: Double(Int.random(in: -60...30, using: &random)) / 10)
        {
          let isDistress = Int.random(in: 0..<6, using: &random) == 0
          truth[id] = (position, isDistress)
          rows.append(LiveHubTests.row(id, position, isDistress: isDistress))
        }
      }
      var entries: [[UInt8]] = []
      if Int.random(in: 0..<5, using: &random) == 0 {
        written.append(written.count + 1)
        entries.append(ServerSentEvent.encode("log", data: Array("{\"sequence\":\(written.count)}".utf8)))
      }
      hub.publish(rows: rows, gone: gone, announcements: entries)
    }

    mutating func look() {
      let choices = [[LiveHubTests.dover], [LiveHubTests.brest], [LiveHubTests.dover, LiveHubTests.brest], []]
      browser.boxes = choices.randomElement(using: &random) ?? []
      _ = hub.look(stream: stream.id, session: stream.session, boxes: browser.boxes)
    }

    mutating func take() {
      browser.apply(StreamReading(hub.take(for: stream), after: browser.lastID))
    }

    /// The line breaks somewhere within what is being sent, and the browser comes back.
    mutating func breakLine() {
      let bytes = hub.take(for: stream)
      let blocks = Int.random(in: 0...StreamReading.blocks(bytes), using: &random)
      browser.apply(StreamReading(bytes, after: browser.lastID, blocks: blocks))
      hub.close(stream)
      opened += 1
      stream = LiveHubTests.stream("\(opened)", openedBoxes)
      _ = hub.open(stream, after: browser.lastID)
      // The browser asks again for what it asked for at first, and says so where its view has moved since.
      if browser.boxes != openedBoxes {
        _ = hub.look(stream: stream.id, session: stream.session, boxes: browser.boxes)
      }
    }
  }

  @Test(arguments: 1...40)
  func whatABrowserAppliesIsAlwaysTheTruthInItsBoxes(_ seed: Int) {
    var run = Run(seed: UInt64(seed), keptChanges: 6)
    for step in 0..<400 {
      switch Int.random(in: 0..<10, using: &run.random) {
      case 0..<5: run.publish()
      case 5: run.look()
      case 6: run.breakLine()
      default:
        run.take()
        let truth = Self.seen(run.truth, in: run.browser.boxes)
        #expect(run.browser.shown == truth, "seed \(seed), step \(step)")
        guard run.browser.shown == truth else { return }
      }
    }
    #expect(run.opened > 10)
  }

  /// With a line that holds and a reader that keeps up, each entry arrives once and in order, however the view moves.
  @Test(arguments: 1...10)
  func everyEntryArrivesOnce(_ seed: Int) {
    var run = Run(seed: UInt64(seed), keptChanges: 120)
    for _ in 0..<400 {
      run.publish()
      if Int.random(in: 0..<3, using: &run.random) == 0 { run.look() }
      if Int.random(in: 0..<3, using: &run.random) > 0 || run.written.count - run.browser.entries.count > 1 {
        run.take()
      }
    }
    run.take()
    #expect(run.written.count > 20)
    #expect(run.browser.entries == run.written)
  }
}
