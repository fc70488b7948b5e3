/// Reads lists of `source target`, with a weight behind them where there is one, parted by blanks or tabs.
///
/// Lines that begin with `#` or `%` are remarks.
struct EdgeListReader: LinkReader {
  private var cutter = LineCutter()
  private var builder: NetworkBuilder

  init(mostBytes: Int) {
    builder = NetworkBuilder(mostBytes: mostBytes)
    builder.notes.format = "a list of links parted by blanks"
  }

  mutating func take(_ chunk: UnsafeRawBufferPointer) throws(GraphFault) {
    try cutter.take(chunk) { (line, row) throws(GraphFault) in try Self.read(line, row, &builder) }
  }

  mutating func finish() throws(GraphFault) -> Network {
    try cutter.finish { (line, row) throws(GraphFault) in try Self.read(line, row, &builder) }
    return try builder.finish()
  }

  @inline(__always)
  private static func read(
    _ line: UnsafeBufferPointer<UInt8>, _ row: Int, _ builder: inout NetworkBuilder
  ) throws(GraphFault) {
    // The usual line, two numbers with one blank between them, is read without looking for words first.
    var place = 0
    if let source = plainNumber(line, &place), place < line.count, line[place] == 32 || line[place] == 9 {
      place += 1
      if let target = plainNumber(line, &place), place == line.count {
        builder.notes.rows += 1
        return try builder.add(builder.node(number: source), builder.node(number: target), row: row)
      }
    }
    try readWords(line, row, &builder)
  }

  /// A number without leading zeros and of at most seven digits; the place moves behind it.
  @inline(__always)
  private static func plainNumber(_ line: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int? {
    let start = place
    var value = 0
    while place < line.count, line[place] &- 48 < 10 {
      value = value &* 10 &+ Int(line[place] &- 48)
      place += 1
    }
    let digits = place - start
    return digits == 0 || digits > 7 || (digits > 1 && line[start] == 48) ? nil : value
  }

  private static func readWords(
    _ line: UnsafeBufferPointer<UInt8>, _ row: Int, _ builder: inout NetworkBuilder
  ) throws(GraphFault) {
    let words = line.split { $0 == 32 || $0 == 9 }
    guard let first = words.first, first.first != 35, first.first != 37 else {
      builder.notes.silentRows += 1
      return
    }
    guard words.count >= 2 else {
      throw GraphFault(.badRow, row: row, "the line has one word; it needs the names of two nodes")
    }
    var weight: Float = 1
    if words.count > 2 {
      guard let number = Float(String(decoding: words[2], as: UTF8.self)) else {
        throw GraphFault(.badWeight, row: row, "the third word is no number; it is read as the weight")
      }
      weight = number
    }
    builder.notes.rows += 1
    let source = try builder.node(UnsafeBufferPointer(rebasing: words[0]), row: row)
    let target = try builder.node(UnsafeBufferPointer(rebasing: words[1]), row: row)
    try builder.add(source, target, weight: weight, row: row)
  }
}
