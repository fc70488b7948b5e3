/// What surrounds a sentence and says when and where it was received.
struct LineContext: Sendable {
  var milliseconds: Int64?
  var source = ShortText.empty
  var group: UInt32?
}

/// The fields of an NMEA 0183 4.10 tag block that matter here: `c` time, `s` source, `g` group; others are skipped.
struct TagBlock {
  var context = LineContext()
  var groupSentence: Int?
  var isDamaged = false

  /// Reads what stands between the two backslashes.
  init(_ bytes: UnsafeRawBufferPointer) {
    var end = bytes.count
    if let star = bytes.firstOffset(of: UInt8(ascii: "*"), from: 0) {
      isDamaged = bytes.hexadecimalByte(at: star + 1) != bytes.checksum(0, star)
      end = star
    } else {
      isDamaged = true
    }
    guard !isDamaged else { return }
    var start = 0
    while start < end {
      let comma = min(end, bytes.firstOffset(of: UInt8(ascii: ","), from: start) ?? end)
      read(bytes.slice(start, comma))
      start = comma + 1
    }
  }

  private mutating func read(_ field: UnsafeRawBufferPointer) {
    guard field.count > 2, field[1] == UInt8(ascii: ":") else { return }
    let value = field.slice(2, field.count)
    switch field[0] {
    case UInt8(ascii: "c"): context.milliseconds = ReceiverTime.milliseconds(sinceEpoch: value)
    case UInt8(ascii: "s"): context.source = ShortText(value)
    case UInt8(ascii: "g"): readGroup(value)
    default: break
    }
  }

  /// `1-2-1604`: sentence 1 of 2 in group 1604.
  private mutating func readGroup(_ value: UnsafeRawBufferPointer) {
    let dash = UInt8(ascii: "-")
    guard let first = value.firstOffset(of: dash, from: 0), let second = value.firstOffset(of: dash, from: first + 1),
      let sentence = value.slice(0, first).decimalNumber(),
      let number = value.slice(second + 1, value.count).decimalNumber()
    else { return }
    groupSentence = Int(sentence)
    context.group = UInt32(truncatingIfNeeded: number)
  }
}

/// Recent tag block groups, so that a later sentence of a group inherits the time and source of the first.
struct TagGroups: Sendable {
  private static let places = 64
  private var contexts = [LineContext?](repeating: nil, count: places)

  /// Fills in what the tag block leaves to the group's first sentence, or keeps it for those that follow.
  mutating func complete(_ block: TagBlock) -> LineContext {
    var context = block.context
    guard let group = context.group else { return context }
    let place = Int(group) % Self.places
    if let first = contexts[place], first.group == group, block.groupSentence != 1 {
      context.milliseconds = context.milliseconds ?? first.milliseconds
      if context.source.isEmpty { context.source = first.source }
    } else {
      contexts[place] = context
    }
    return context
  }
}
