/// Cuts a stream into lines across chunks, with room for one line and no more.
///
/// A line ends at a newline, or at the end of the input; a carriage return before it is left to the reader of the line. Of a
/// line that is longer than the limit, only so much is kept as shows that it is.
struct LineReader: Sendable {
  /// One line, valid while its reader is called.
  struct Line {
    /// The bytes without the newline; one more than the limit of a line that is too long.
    let bytes: UnsafeRawBufferPointer
    /// The offset of the first byte in the whole input.
    let offset: Int
  }

  private let limit: Int
  private var carry: [UInt8] = []
  private var discardsLine = false
  private var bytesTaken = 0
  private var lineOffset = 0

  /// How many bytes of an unfinished line there is room for; never more than the longest line needs.
  var carriedBytes: Int { carry.capacity }

  /// A reader of lines of at most so many bytes.
  init(limit: Int) { self.limit = max(1, limit) }

  /// Hands on every line that ends in the bytes.
  @inline(__always)
  mutating func consume(_ bytes: UnsafeRawBufferPointer, _ body: (Line) -> Void) {
    let base = bytesTaken
    bytesTaken += bytes.count
    var start = 0
    while start < bytes.count {
      guard let newline = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start) else {
        keep(UnsafeRawBufferPointer(rebasing: bytes[start...]))
        return
      }
      let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<newline])
      if carry.isEmpty && !discardsLine {
        body(Line(bytes: piece, offset: lineOffset))
      } else {
        keep(piece)
        handOnCarried(body)
      }
      start = newline + 1
      lineOffset = base + start
    }
  }

  /// Hands on a last line without newline.
  mutating func finish(_ body: (Line) -> Void) {
    if !carry.isEmpty || discardsLine { handOnCarried(body) }
    lineOffset = bytesTaken
  }

  private mutating func keep(_ piece: UnsafeRawBufferPointer) {
    guard !discardsLine else { return }
    let room = limit + 1 - carry.count
    if piece.count <= room {
      carry.append(contentsOf: piece)
    } else {
      carry.append(contentsOf: piece.prefix(room))
      discardsLine = true
    }
  }

  private mutating func handOnCarried(_ body: (Line) -> Void) {
    discardsLine = false
    carry.withUnsafeBytes { body(Line(bytes: $0, offset: lineOffset)) }
    carry.removeAll(keepingCapacity: true)
  }
}
