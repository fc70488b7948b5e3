import Foundation

/// A stream as a browser reads it (HTML Living Standard, 9.2.6).
struct StreamReading {
  struct Event {
    var name: String
    /// The identifier that the browser would resume from, once it has this event.
    var lastID: String?
    var data: String

    var object: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(data.utf8))) as? [String: Any] ?? [:]
    }

    func text(_ key: String) -> String? { object[key] as? String }

    /// The rows of a `tracks` event.
    var rows: [[Any]] { object["tracks"] as? [[Any]] ?? [] }

    var trackIDs: Set<String> { Set(rows.compactMap { $0.first as? String }) }
  }

  private(set) var events: [Event] = []
  private(set) var lastID: String?

  /// - Parameter blocks: how many blocks arrive before the line breaks; all by default.
  init(_ bytes: some Sequence<UInt8>, after lastID: String? = nil, blocks: Int = .max) {
    self.lastID = lastID
    let text = String(decoding: Array(bytes), as: UTF8.self)
    for block in text.components(separatedBy: "\n\n").dropLast().prefix(blocks) {
      var name = "message"
      var data: [String] = []
      for line in block.components(separatedBy: "\n") {
        if line.hasPrefix("id: ") { self.lastID = String(line.dropFirst(4)) }
        if line.hasPrefix("event: ") { name = String(line.dropFirst(7)) }
        if line.hasPrefix("data: ") { data.append(String(line.dropFirst(6))) }
      }
      if !data.isEmpty { events.append(Event(name: name, lastID: self.lastID, data: data.joined(separator: "\n"))) }
    }
  }

  func named(_ name: String) -> [Event] { events.filter { $0.name == name } }

  /// How many blocks the bytes hold.
  static func blocks(_ bytes: [UInt8]) -> Int {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n\n").count - 1
  }
}
