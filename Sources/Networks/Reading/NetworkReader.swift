/// Reads a network from bytes in any of the formats that are read here, and tells which it was.
///
/// The first bytes decide: `<` begins XML (GraphML or GEXF), `{` JSON Lines (FollowTheMoney); a first line with a comma,
/// a semicolon or words of a heading is a table, and anything else a list parted by blanks. Memory stays below the number
/// handed in, beside one chunk and one line.
public struct NetworkReader {
  private var reader: (any LinkReader)?
  private var head = [UInt8]()
  private let columns: TableColumns
  private let mostBytes: Int

  /// Bytes that are looked at to choose the format.
  private static let headBytes = 4096

  /// A reader.
  ///
  /// - Parameters:
  ///   - columns: the names of columns of a table, where they are not to be guessed.
  ///   - mostBytes: what the tables of names and links may use.
  public init(columns: TableColumns = TableColumns(), mostBytes: Int = GraphLimits.usualMemoryBytes) {
    (self.columns, self.mostBytes) = (columns, mostBytes)
  }

  /// Takes the next bytes.
  /// - Throws: `GraphFault` with the row that cannot be read.
  public mutating func take(_ chunk: UnsafeRawBufferPointer) throws(GraphFault) {
    if reader != nil {
      try reader?.take(chunk)
      return
    }
    head.append(contentsOf: chunk)
    if head.count >= Self.headBytes { try begin() }
  }

  /// Takes the end of the bytes and gives the network.
  /// - Throws: `GraphFault` with the row that cannot be read, or with row 0 when nothing is in it.
  public consuming func finish() throws(GraphFault) -> Network {
    if reader == nil { try begin() }
    guard let network = try reader?.finish() else { throw GraphFault(.empty, "it holds no link") }
    return network
  }

  /// Reads a network from bytes at hand.
  /// - Throws: as `take` and `finish`.
  public static func network(
    from bytes: [UInt8], columns: TableColumns = TableColumns()
  ) throws(GraphFault) -> Network {
    var reader = NetworkReader(columns: columns)
    try bytes.withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) throws(GraphFault) in
      try reader.take(UnsafeRawBufferPointer(bytes))
    }
    return try reader.finish()
  }

  private mutating func begin() throws(GraphFault) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.prefix(64).contains(0) {
      throw GraphFault(.badEncoding, row: 1, "the bytes look like UTF-16 or no text at all; save the file as UTF-8")
    }
    // The same bytes decide however the chunks are cut.
    let opening = Array(head.prefix(Self.headBytes))
    let first = opening.first { $0 > 32 }
    if first == UInt8(ascii: "<") {
      reader = XMLNetworkReader(mostBytes: mostBytes)
    } else if first == UInt8(ascii: "{") {
      reader = FollowTheMoneyReader(mostBytes: mostBytes)
    } else if let heading = TableReader.heading(of: opening) {
      reader = TableReader(separator: heading, columns: columns, mostBytes: mostBytes)
    } else {
      reader = EdgeListReader(mostBytes: mostBytes)
    }
    let bytes = head
    head = []
    try bytes.withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) throws(GraphFault) in
      try reader?.take(UnsafeRawBufferPointer(bytes))
    }
  }
}
