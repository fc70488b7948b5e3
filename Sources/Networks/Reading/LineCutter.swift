/// Cuts chunks into lines, whole even where a chunk ends within one.
///
/// Lines end with a line feed, a carriage return or both. A line beyond the named limit is refused, so that memory stays bounded.
struct LineCutter {
  /// The number of the line in hand, counted from 1.
  private(set) var row = 0
  private var partial = [UInt8]()
  private var endedWithReturn = false

  /// Hands on each line that a chunk completes, without its ending.
  @inline(__always)
  mutating func take(
    _ chunk: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>, Int) throws(GraphFault) -> Void
  ) throws(GraphFault) {
    let bytes = chunk.bindMemory(to: UInt8.self)
    var start = 0
    if endedWithReturn, bytes.first == 10 { start = 1 }
    if !bytes.isEmpty { endedWithReturn = false }
    while start < bytes.count {
      guard let end = Self.lineEnd(bytes, from: start) else { break }
      row += 1
      if partial.isEmpty && end - start <= GraphLimits.mostLineBytes {
        try body(UnsafeBufferPointer(rebasing: bytes[start..<end]), row)
      } else {
        try keep(bytes[start..<end], row)
        try handOn(body)
      }
      start = end + 1
      if bytes[end] == 13 {
        if start == bytes.count { endedWithReturn = true } else if bytes[start] == 10 { start += 1 }
      }
    }
    if start < bytes.count { try keep(bytes[start...], row + 1) }
  }

  /// Hands on what is left when the file ends without a line feed.
  mutating func finish(_ body: (UnsafeBufferPointer<UInt8>, Int) throws(GraphFault) -> Void) throws(GraphFault) {
    guard !partial.isEmpty else { return }
    row += 1
    try handOn(body)
  }

  private mutating func handOn(
    _ body: (UnsafeBufferPointer<UInt8>, Int) throws(GraphFault) -> Void
  ) throws(GraphFault) {
    let line = partial
    partial.removeAll(keepingCapacity: true)
    let row = row
    try line.withUnsafeBufferPointer { (line: UnsafeBufferPointer<UInt8>) throws(GraphFault) in try body(line, row) }
  }

  private mutating func keep(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ row: Int) throws(GraphFault) {
    guard partial.count + bytes.count <= GraphLimits.mostLineBytes else {
      throw GraphFault(
        .limit, row: row, "the line is longer than \(GraphLimits.mostLineBytes) bytes; is this one link a line?")
    }
    partial.append(contentsOf: bytes)
  }

  @inline(__always)
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start
    while place < bytes.count {
      if bytes[place] == 10 || bytes[place] == 13 { return place }
      place += 1
    }
    return nil
  }
}
