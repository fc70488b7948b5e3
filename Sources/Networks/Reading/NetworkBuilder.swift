import Tables

/// Gathers links for a network, gives numbers to names, and says no at a named limit.
struct NetworkBuilder {
  var notes = ReadingNotes()
  private(set) var links = LinkTable()
  private var numbering = NodeNumbering()
  private var kinds: [String: LinkTable.Kind] = [:]
  private var kindNames = [String]()
  private let mostBytes: Int

  /// - Parameter mostBytes: what the tables of names and links may use.
  init(mostBytes: Int) { self.mostBytes = mostBytes }

  /// The node of a name in some encoding.
  mutating func node(_ name: UnsafeBufferPointer<UInt8>, row: Int) throws(GraphFault) -> UInt32 {
    guard !name.isEmpty else { throw GraphFault(.badRow, row: row, "a name is empty; both ends need one") }
    guard name.count <= GraphLimits.mostNameBytes else {
      throw GraphFault(.limit, row: row, "a name is longer than \(GraphLimits.mostNameBytes) bytes")
    }
    if name.allSatisfy({ $0 < 0x80 }) || UTF8Text.isValid(name) { return numbering.node(name) }
    notes.otherEncodings.add(row: row)
    return UTF8Text.fromWindows1252(name).withUnsafeBufferPointer { numbering.node($0) }
  }

  /// The node of a plain decimal number.
  @inline(__always)
  mutating func node(number: Int) -> UInt32 { numbering.node(number: number) }

  /// The number of a kind of link; 0 for none.
  mutating func kind(_ name: String, row: Int) throws(GraphFault) -> LinkTable.Kind {
    if name.isEmpty { return 0 }
    if let known = kinds[name] { return known }
    guard kindNames.count < GraphLimits.mostKinds else {
      throw GraphFault(.limit, row: row, "more than \(GraphLimits.mostKinds) kinds of links")
    }
    kindNames.append(name)
    kinds[name] = LinkTable.Kind(kindNames.count)
    return LinkTable.Kind(kindNames.count)
  }

  /// Adds a link; one to itself is counted and left out, a weight below 0 is refused.
  @inline(__always)
  mutating func add(
    _ source: UInt32, _ target: UInt32, weight: Float = 1, kind: LinkTable.Kind = 0,
    time: Int64 = LinkTable.unknownTime, row: Int
  ) throws(GraphFault) {
    if source == target { return notes.loops.add(row: row) }
    if weight <= 0 || !weight.isFinite {
      guard weight == 0 else {
        throw GraphFault(
          .badWeight, row: row, "the weight is negative or no number; measures need strengths of 0 or more")
      }
      return notes.weightless.add(row: row)
    }
    links.append(source: source, target: target, weight: weight, kind: kind, time: time)
    if links.count & 0xFFFF == 0 { try checkRoom(row: row) }
  }

  private func checkRoom(row: Int) throws(GraphFault) {
    guard links.count < GraphLimits.mostLinks, numbering.count < GraphLimits.mostNodes else {
      throw GraphFault(.limit, row: row, "more than \(GraphLimits.mostLinks) links or \(GraphLimits.mostNodes) nodes")
    }
    guard links.byteCount + numbering.byteCount <= mostBytes else {
      throw GraphFault(.limit, row: row, "the tables have grown past \(mostBytes) bytes; allow more, or read less")
    }
  }

  /// The network; numbered nodes come first and in order, the others as they were met.
  consuming func finish() throws(GraphFault) -> Network {
    guard links.count > 0 else {
      let loops = notes.loops.count
      throw GraphFault(
        .empty, loops > 0 ? "every one of its \(loops) links leads back to its own node" : "it holds no link")
    }
    let (names, renumbering) = numbering.finish()
    links.renumber(renumbering)
    return Network(names: names, links: links, kindNames: kindNames, notes: notes)
  }
}
