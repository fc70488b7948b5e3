import Foundation
import Geodesy
import HTTPTypes
import Hummingbird
import NIOCore

/// A browser that has a live stream open: it puts the events together, and knows what it has been shown.
final class StreamReader: ResponseBodyWriter, @unchecked Sendable {
  // Only the scheduler's one thread touches it.

  let person: String
  let cookie: String
  /// How large the ledger was when the stream opened.
  let openedAt: Int64
  /// At which step that was.
  let openedStep: Int
  /// Whether it takes what comes as it comes.
  let keepsUp: Bool
  private(set) var id: String?
  private(set) var logSequences: [Int64] = []
  private(set) var tracks: [String: (latitude: Double, longitude: Double)] = [:]
  private(set) var isOver = false
  /// What an event said that it cannot have said.
  private(set) var doubt: String?
  private var box: BoundingBox?
  private let run: Run
  private var chance: Chance
  private var waiting: [UInt8] = []

  init(_ run: Run, person: String, cookie: String, openedAt: Int64, box: String, chance: Chance) {
    self.box = BoundingBox(text: box)
    self.run = run
    self.person = person
    self.cookie = cookie
    self.openedAt = openedAt
    openedStep = run.steps
    self.chance = chance
    keepsUp = self.chance.below(4) != 0
  }

  func write(_ buffer: ByteBuffer) async throws {
    if !keepsUp { try await run.scheduler.sleep(milliseconds: chance.within(0...3000)) }
    let bytes = Array(buffer.readableBytesView)
    run.trace.note(bytes.count)
    if run.plan.planted == .streamThatDrops, chance.oneIn(12) { return }
    waiting += bytes
    while let end = Self.endOfBlock(waiting) {
      let block = String(decoding: waiting[..<end], as: UTF8.self)
      waiting.removeFirst(end + 2)
      take(block)
    }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws { isOver = true }

  func breakOff() { isOver = true }

  /// Whether a place lies in what the browser looks at, as far as that is known.
  func looksAt(_ position: Position) -> Bool { box?.contains(position) ?? false }

  /// The browser has asked for another view; whether the desk knows of it is not sure until it has answered.
  func look(at box: BoundingBox?) { self.box = box }

  private static func endOfBlock(_ bytes: [UInt8]) -> Int? {
    var place = 0
    while place + 1 < bytes.count {
      if bytes[place] == 0x0A, bytes[place + 1] == 0x0A { return place }
      place += 1
    }
    return nil
  }

  private func take(_ block: String) {
    var name = ""
    var data = ""
    for line in block.split(separator: "\n") {
      if line.hasPrefix("event: ") { name = String(line.dropFirst(7)) }
      if line.hasPrefix("data: ") { data = String(line.dropFirst(6)) }
    }
    guard !name.isEmpty else { return }
    guard let object = try? JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any] else {
      doubt = doubt ?? "an event \(name) is not JSON"
      return
    }
    switch name {
    case "hello": id = object["stream"] as? String
    case "log": takeLog(object)
    case "tracks": takeTracks(object)
    case "gone": for id in object["ids"] as? [String] ?? [] { tracks[id] = nil }
    case "bye": isOver = true
    default: break
    }
  }

  private func takeLog(_ object: [String: Any]) {
    guard let sequence = (object["sequence"] as? NSNumber)?.int64Value else { return }
    if let last = logSequences.last, sequence <= last {
      doubt = doubt ?? "entry \(sequence) came after entry \(last)"
    }
    logSequences.append(sequence)
    run.book.streamed(sequence, text: object["text"] as? String, to: self)
  }

  private func takeTracks(_ object: [String: Any]) {
    if object["snapshot"] as? Bool == true { tracks = [:] }
    for row in object["tracks"] as? [[Any]] ?? [] {
      guard row.count > 2, let id = row[0] as? String, let latitude = (row[1] as? NSNumber)?.doubleValue,
        let longitude = (row[2] as? NSNumber)?.doubleValue
      else {
        doubt = doubt ?? "a row of a track is not as it should be"
        continue
      }
      tracks[id] = (latitude, longitude)
    }
  }
}
