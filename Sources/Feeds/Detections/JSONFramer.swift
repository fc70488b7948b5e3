/// Cuts a stream of JSON into records, cut anywhere, and holds one at a time.
///
/// A record is an object at the root, an element of an array at the root, or an element of the array `features` (GeoJSON, RFC
/// 7946, 3.3) or `value` (SensorThings, OGC 18-088, 9.2) of an object at the root. Records may stand a line each.
struct JSONFramer: Sendable {
  /// What was found.
  enum Piece {
    case record(UnsafeRawBufferPointer)
    case tooLong(UnsafeRawBufferPointer)
    case unfinished(UnsafeRawBufferPointer)
    /// A line that broke a record off, or bytes between records that are none.
    case broken(UnsafeRawBufferPointer)
  }

  private let limit: Int
  private var buffer: [UInt8] = []
  private var offset = 0
  private var start = 0
  private var depth = 0
  private var inString = false
  private var isEscaped = false
  /// Whether bytes are being kept, and whether there were more than the limit.
  private var keeps = false
  private var overflowed = false
  /// The depth at which a record begins.
  private var recordDepth = 0
  /// Whether the object at the root turned out to hold the records.
  private var isCollection = false
  private var isStraying = false
  /// The last string at the depth of the root's members: a name, until its colon and value have come.
  private var name: [UInt8] = []
  private var lastMark = UInt8(0)
  private var isLineStart = true
  private var recordHasNewline = false
  /// Whether the last record at the root filled a line of its own.
  private var standsLineByLine = false

  /// How many bytes there is room for.
  var heldBytes: Int { buffer.capacity }

  init(limit: Int) { self.limit = max(64, limit) }

  /// Takes bytes and hands on each record with the offset of its first byte.
  mutating func consume(_ bytes: UnsafeRawBufferPointer, _ body: (Piece, Int) -> Void) {
    for byte in bytes {
      read(byte, body)
      offset += 1
    }
  }

  /// Ends the input.
  mutating func finish(_ body: (Piece, Int) -> Void) {
    if depth > 0 {
      let rest = buffer
      rest.withUnsafeBytes { body(.unfinished($0), keeps ? start : offset) }
    }
    reset()
    isStraying = false
  }

  private mutating func read(_ byte: UInt8, _ body: (Piece, Int) -> Void) {
    if inString {
      readInString(byte, body)
      return
    }
    if isXMLBlank(byte) {
      keep(byte)
      isLineStart = byte == 0x0A
      if byte == 0x0A { recordHasNewline = true }
      return
    }
    // Where records stand a line each, an object that begins a line means that the one before was cut.
    if byte == UInt8(ascii: "{"), isLineStart, depth > 0, recordDepth == 0, !isCollection,
      standsLineByLine || isMisplaced
    {
      breakOff(body)
    }
    isLineStart = false
    switch byte {
    case UInt8(ascii: "\""):
      inString = true
      if depth == 1 { name.removeAll(keepingCapacity: true) }
      if isBetweenRecords { stray(byte, body) }
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if depth > 0, byte == UInt8(ascii: "["), isBetweenRecords { stray(byte, body) }
      open(byte)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      close(byte, body)
      lastMark = byte
      return
    case UInt8(ascii: ","):
      if isBetweenRecords { isStraying = false }
    default:
      if isBetweenRecords { stray(byte, body) }
    }
    keep(byte)
    lastMark = byte
  }

  /// Whether nothing but records may stand here.
  private var isBetweenRecords: Bool { !keeps && (depth == 0 || depth == recordDepth) }

  /// Whether no value can stand behind what came last.
  private var isMisplaced: Bool {
    lastMark != UInt8(ascii: ":") && lastMark != UInt8(ascii: ",") && lastMark != UInt8(ascii: "[")
  }

  private mutating func readInString(_ byte: UInt8, _ body: (Piece, Int) -> Void) {
    // No string of JSON holds a newline, so one that does was cut.
    if byte == 0x0A {
      breakOff(body)
      isLineStart = true
      return
    }
    keep(byte)
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      inString = false
      lastMark = byte
      return
    }
    if depth == 1, name.count < Self.nameBytesMost { name.append(byte) }
  }

  /// One more than the longest name that matters.
  private static let nameBytesMost = 9

  private mutating func open(_ byte: UInt8) {
    if depth == 0 {
      isStraying = false
      recordDepth = byte == UInt8(ascii: "[") ? 1 : 0
      recordHasNewline = false
      isCollection = false
    } else if depth == 1, recordDepth == 0, byte == UInt8(ascii: "["), lastMark == UInt8(ascii: ":"),
      name.elementsEqual("features".utf8) || name.elementsEqual("value".utf8)
    {
      (isCollection, recordDepth, keeps, overflowed) = (true, 2, false, false)
      buffer.removeAll(keepingCapacity: true)
    }
    if depth == recordDepth, byte == UInt8(ascii: "{"), !keeps {
      (start, keeps, overflowed, isStraying) = (offset, true, false, false)
      buffer.removeAll(keepingCapacity: true)
    }
    depth += 1
  }

  private mutating func close(_ byte: UInt8, _ body: (Piece, Int) -> Void) {
    guard depth > 0 else { return stray(byte, body) }
    keep(byte)
    depth -= 1
    if keeps, depth == recordDepth {
      buffer.withUnsafeBytes { body(overflowed ? .tooLong($0) : .record($0), start) }
      keeps = false
      buffer.removeAll(keepingCapacity: true)
    }
    // Behind the array of a collection its object goes on, and holds no further records.
    if isCollection, depth == 1 { recordDepth = -1 }
    if depth == 0 {
      standsLineByLine = recordDepth == 0 && !isCollection && !recordHasNewline
      reset()
    }
  }

  private mutating func keep(_ byte: UInt8) {
    guard keeps else { return }
    if buffer.count < limit { buffer.append(byte) } else { overflowed = true }
  }

  private mutating func breakOff(_ body: (Piece, Int) -> Void) {
    let rest = buffer
    rest.withUnsafeBytes { body(.broken($0), keeps ? start : offset) }
    reset()
  }

  private mutating func stray(_ byte: UInt8, _ body: (Piece, Int) -> Void) {
    // Brackets behind records are those of a collection of which a line was cut.
    if isStraying || byte == UInt8(ascii: "]") { return }
    if DetectionDecoder.orderMark.contains(byte) { return }
    isStraying = true
    [byte].withUnsafeBytes { body(.broken($0), offset) }
  }

  private mutating func reset() {
    (depth, recordDepth, inString, isEscaped) = (0, 0, false, false)
    (keeps, overflowed, isCollection, lastMark) = (false, false, false, 0)
    buffer.removeAll(keepingCapacity: true)
  }
}
