/// Finds where events begin and end in a stream of them, cut anywhere, and holds at most one.
///
/// It knows just enough of XML for that: an event ends with the end tag of that name, outside of comments and CDATA
/// sections. A `<` within a tag begins markup anew, since no tag of XML holds one; so an event that was cut costs itself and
/// not the one behind it. Only a comment or section that is never closed hides what follows, up to the limit: what somebody
/// wrote within one must never pass for an event.
struct EventFramer: Sendable {
  /// What was found.
  enum Piece {
    /// A whole document, with where its last event tag begins.
    case document(UnsafeRawBufferPointer, lastEvent: Int)
    /// Bytes before which no markup began.
    case stray(UnsafeRawBufferPointer)
    /// The beginning of an event that grew beyond the limit.
    case tooLong(UnsafeRawBufferPointer)
    /// The beginning of an event that the input ended in.
    case unfinished(UnsafeRawBufferPointer)
  }

  private enum State {
    case outside, content, tag, quote(UInt8), comment, literal, lost
  }

  private let limit: Int
  private var buffer: [UInt8] = []
  private var state = State.outside
  private var start = 0
  private var cursor = 0
  private var lastEvent = 0
  private var endsEvent = false
  /// Whether stray bytes were handed on since the last markup; a run of them counts once.
  private var isStraying = false
  /// The offset of the buffer's first byte in the whole input.
  private var base = 0

  /// How many bytes there is room for.
  var heldBytes: Int { buffer.capacity }

  init(limit: Int) { self.limit = max(64, limit) }

  /// Takes bytes and hands on each piece with the offset of its first byte.
  mutating func consume(_ bytes: UnsafeRawBufferPointer, _ body: (Piece, Int) -> Void) {
    var taken = 0
    while taken < bytes.count {
      let end = min(bytes.count, taken + limit)
      buffer.append(contentsOf: bytes[taken..<end])
      taken = end
      drain(isLast: false, body)
    }
  }

  /// Ends the input or a datagram.
  mutating func finish(_ body: (Piece, Int) -> Void) {
    drain(isLast: true, body)
    let rest = buffer[min(start, buffer.count)...]
    if isWithinEvent, !rest.isEmpty {
      rest.withUnsafeBytes { body(.unfinished($0), base + start) }
    }
    base += buffer.count
    buffer.removeAll(keepingCapacity: true)
    (state, start, cursor, isStraying) = (.outside, 0, 0, false)
  }

  private mutating func drain(isLast: Bool, _ body: (Piece, Int) -> Void) {
    var held: [UInt8] = []
    swap(&held, &buffer)
    held.withUnsafeBytes { bytes in
      while readSome(bytes, isLast: isLast, body) {}
    }
    swap(&held, &buffer)
    let kept = min(start, buffer.count)
    if kept > 0 {
      buffer.removeFirst(kept)
      base += kept
      cursor -= kept
      lastEvent -= kept
      start = 0
    }
  }

  /// Reads one thing of what lies within the limit, so that where the input is cut changes nothing.
  private mutating func readSome(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, _ body: (Piece, Int) -> Void
  ) -> Bool {
    let isFull = bytes.count - start >= limit
    let view = isFull ? bytes.slice(0, start + limit) : bytes
    let before = start
    if step(view, isLast: isLast && !isFull, body) { return true }
    guard isFull else { return false }
    if isWithinEvent {
      body(.tooLong(view.slice(start, view.count)), base + start)
      state = .lost
      (start, cursor) = (view.count, view.count)
    }
    return start > before
  }

  private var isWithinEvent: Bool {
    switch state {
    case .outside, .lost: false
    default: true
    }
  }

  /// Reads one thing; returns whether there may be a further one.
  private mutating func step(_ bytes: UnsafeRawBufferPointer, isLast: Bool, _ body: (Piece, Int) -> Void) -> Bool {
    switch state {
    case .outside: return readOutside(bytes, body)
    case .lost: return readLost(bytes)
    case .content: return readContent(bytes, isLast: isLast)
    case .tag: return readTag(bytes, body)
    case .quote(let mark):
      while cursor < bytes.count, bytes[cursor] != mark, bytes[cursor] != UInt8(ascii: "<") { cursor += 1 }
      guard cursor < bytes.count else { return false }
      if bytes[cursor] == mark {
        cursor += 1
        state = .tag
      } else {
        state = .content
      }
      return true
    case .comment: return skip(to: "-->", bytes)
    case .literal: return skip(to: "]]>", bytes)
    }
  }

  private mutating func readOutside(_ bytes: UnsafeRawBufferPointer, _ body: (Piece, Int) -> Void) -> Bool {
    let mark = bytes.firstOffset(of: UInt8(ascii: "<"), from: cursor)
    let end = mark ?? bytes.count
    let stray = bytes.slice(cursor, end)
    if stray.contains(where: { !isXMLBlank($0) && $0 != 0 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) {
      if !isStraying { body(.stray(stray), base + cursor) }
      isStraying = true
    }
    (start, cursor, lastEvent) = (end, end, end)
    guard mark != nil else { return false }
    isStraying = false
    state = .content
    return true
  }

  /// After an event that was too long: the next event tag, wherever it stands.
  private mutating func readLost(_ bytes: UnsafeRawBufferPointer) -> Bool {
    while let mark = bytes.firstOffset(of: UInt8(ascii: "<"), from: cursor) {
      guard mark + 7 <= bytes.count else {
        (cursor, start) = (mark, mark)
        return false
      }
      if isEventTag(bytes, at: mark) {
        (start, cursor, lastEvent, state) = (mark, mark, mark, .content)
        return true
      }
      cursor = mark + 1
    }
    (cursor, start) = (bytes.count, bytes.count)
    return false
  }

  private func isEventTag(_ bytes: UnsafeRawBufferPointer, at mark: Int) -> Bool {
    guard bytes.holds("<event", at: mark), mark + 6 < bytes.count else { return false }
    let next = bytes[mark + 6]
    return isXMLBlank(next) || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
  }

  private mutating func readContent(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
    guard let mark = bytes.firstOffset(of: UInt8(ascii: "<"), from: cursor) else {
      cursor = bytes.count
      return false
    }
    cursor = mark
    // So many bytes tell markup apart: `<![CDATA[`, `</event>` and `<event>`. An event waits for nothing behind it.
    guard mark + 2 <= bytes.count || isLast else { return false }
    let needed = isLast ? 0 : bytes[mark + 1] == UInt8(ascii: "!") ? 9 : bytes[mark + 1] == UInt8(ascii: "/") ? 8 : 7
    guard mark + needed <= bytes.count else { return false }
    endsEvent = false
    if bytes.holds("<!--", at: mark) {
      (state, cursor) = (.comment, mark + 4)
    } else if bytes.holds("<![CDATA[", at: mark) {
      (state, cursor) = (.literal, mark + 9)
    } else {
      if isEventTag(bytes, at: mark) { lastEvent = mark }
      endsEvent =
        bytes.holds("</event", at: mark) && mark + 7 < bytes.count
        && (bytes[mark + 7] == UInt8(ascii: ">") || isXMLBlank(bytes[mark + 7]))
      (state, cursor) = (.tag, mark + 1)
    }
    return true
  }

  private mutating func readTag(_ bytes: UnsafeRawBufferPointer, _ body: (Piece, Int) -> Void) -> Bool {
    while cursor < bytes.count {
      let byte = bytes[cursor]
      if byte == UInt8(ascii: "<") {
        state = .content
        return true
      }
      cursor += 1
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        state = .quote(byte)
        return true
      }
      if byte == UInt8(ascii: ">") {
        state = .content
        if endsEvent {
          body(.document(bytes.slice(start, cursor), lastEvent: lastEvent - start), base + start)
          (start, state) = (cursor, .outside)
        }
        return true
      }
    }
    return false
  }

  private mutating func skip(to end: StaticString, _ bytes: UnsafeRawBufferPointer) -> Bool {
    while let found = bytes.firstOffset(of: end.utf8Start[0], from: cursor) {
      if bytes.holds(end, at: found) {
        cursor = found + end.utf8CodeUnitCount
        state = .content
        return true
      }
      cursor = found
      if found + end.utf8CodeUnitCount > bytes.count { return false }
      cursor += 1
    }
    cursor = bytes.count
    return false
  }
}
