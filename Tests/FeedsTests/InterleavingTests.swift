import Testing

@testable import Feeds

/// Parts of many messages at once, from many stations, shuffled into each other and cut anywhere.
struct InterleavingTests {
  private struct Message {
    let name: String
    var lines: [String]
  }

  /// Messages that differ in station, channel or sequence number, so that a receiver can tell them apart.
  private func messages(_ count: Int, _ front: (Int, Int) -> String) -> [Message] {
    (0..<count).map { index in
      let parts = 2 + index % 2
      let name = "SHIP \(index)"
      let lines = shipStatic(mmsi: 235_000_000 + index, name: name).sentences(
        parts: parts, sequence: "\(index % 10)", channel: index / 10 % 2 == 0 ? "A" : "B")
      return Message(
        name: name, lines: lines.enumerated().map { part, line in tagged(front(index, part), line) })
    }
  }

  private func shuffled(_ messages: [Message], _ numbers: inout SeededNumbers) -> [String] {
    var waiting = messages
    var lines: [String] = []
    while !waiting.isEmpty {
      let place = Int.random(in: 0..<waiting.count, using: &numbers)
      lines.append(waiting[place].lines.removeFirst())
      if waiting[place].lines.isEmpty { waiting.remove(at: place) }
      if Int.random(in: 0..<3, using: &numbers) == 0 { lines.append(positionReport(mmsi: 1).sentence()) }
    }
    return lines
  }

  private func names(_ lines: [String], cutting numbers: inout SeededNumbers) -> ([String], AISDiagnostics) {
    let input = bytes(lines)
    var decoder = AISDecoder()
    var names: [String] = []
    var start = 0
    while start < input.count {
      let end = min(input.count, start + Int.random(in: 1...200, using: &numbers))
      decoder.consume(Array(input[start..<end])) { if let name = $0.message.summary.name { names.append(name) } }
      start = end
    }
    decoder.finish { if let name = $0.message.summary.name { names.append(name) } }
    return (names, decoder.diagnostics)
  }

  /// Sixty unfinished messages at a time: three stations, two channels, ten sequence numbers.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func stationsAndChannelsStayApart(seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    let sent = messages(60) { index, _ in "s:station\(index / 20)" }
    let (names, diagnostics) = names(shuffled(sent, &numbers), cutting: &numbers)
    #expect(Set(names) == Set(sent.map(\.name)))
    #expect(names.count == sent.count)
    #expect(diagnostics.refused == 0)
  }

  /// Groups of tag blocks tell messages apart even where station, channel and sequence number are the same.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func groupsStayApart(seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    let sent = (0..<60).map { index in
      let parts = shipStatic(mmsi: 235_000_000 + index, name: "SHIP \(index)").sentences(parts: 2, sequence: "4")
      return Message(
        name: "SHIP \(index)",
        lines: parts.enumerated().map { tagged("g:\($0 + 1)-2-\(700 + index),s:dover", $1) })
    }
    let (names, diagnostics) = names(shuffled(sent, &numbers), cutting: &numbers)
    #expect(Set(names) == Set(sent.map(\.name)))
    #expect(diagnostics.refused == 0)
  }
}
