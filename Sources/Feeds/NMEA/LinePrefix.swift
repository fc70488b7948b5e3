extension ReceiverTime {
  /// The time that a line of a feed says it was received at, in milliseconds since 1970; nil when it says nothing.
  ///
  /// It reads tag blocks (`\c:1565218798*53\`), leading epoch numbers and calendar times, trailing epoch numbers
  /// (`…*2B,b003669976,1272412827`) and Gatehouse's `$PGHP` lines, which speak of the sentence after them.
  public static func milliseconds(inLine line: UnsafeRawBufferPointer) -> Int64? {
    let line = line.last == UInt8(ascii: "\r") ? line.slice(0, line.count - 1) : line
    guard let start = line.firstIndex(where: isSentenceOrTagStart) else { return nil }
    if start > 0, let time = milliseconds(prefix: line.slice(0, start)) { return time }
    if line[start] == UInt8(ascii: "\\") {
      guard let end = line.firstOffset(of: UInt8(ascii: "\\"), from: start + 1) else { return nil }
      return TagBlock(line.slice(start + 1, end)).context.milliseconds
    }
    if let announced = milliseconds(gatehouse: line.slice(start, line.count)) { return announced }
    guard let star = line.firstOffset(of: UInt8(ascii: "*"), from: start) else { return nil }
    var context = LineContext()
    readSuffix(line.slice(star + 3, line.count), into: &context)
    return context.milliseconds
  }

  /// Whether a sentence or a tag block may begin with the byte.
  @inline(__always)
  static func isSentenceOrTagStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "!") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\")
  }

  /// A time in front of a sentence: an epoch number, or a calendar time, perhaps in brackets.
  static func milliseconds(prefix: UnsafeRawBufferPointer) -> Int64? {
    guard let first = prefix.firstIndex(where: isDigit) else { return nil }
    let text = prefix.slice(first, prefix.count)
    let end = text.firstIndex { !isDigit($0) && $0 != UInt8(ascii: ".") } ?? text.count
    return milliseconds(sinceEpoch: text.slice(0, end)) ?? milliseconds(calendar: text)
  }

  /// Station and time behind a sentence's checksum: `,b003669976,1272412827` or `,1327992119157`.
  static func readSuffix(_ suffix: UnsafeRawBufferPointer, into context: inout LineContext) {
    guard suffix.first == UInt8(ascii: ",") else { return }
    var start = 1
    while start < suffix.count {
      let end = suffix.firstOffset(of: UInt8(ascii: ","), from: start) ?? suffix.count
      let field = suffix.slice(start, end)
      start = end + 1
      guard let first = field.first else { continue }
      if first == UInt8(ascii: "r") || first == UInt8(ascii: "b") {
        if context.source.isEmpty { context.source = ShortText(field) }
      } else if field.count >= 9, isDigit(first), context.milliseconds == nil {
        context.milliseconds = milliseconds(sinceEpoch: field)
      }
    }
  }

  /// `$PGHP,1,2010,6,11,11,46,11,390,…`: year, month, day, hour, minute, second, millisecond of the next sentence.
  static func milliseconds(gatehouse sentence: UnsafeRawBufferPointer) -> Int64? {
    // The eight bytes of `$PGHP,1,`.
    guard sentence.count > 8,
      UInt64(bigEndian: sentence.loadUnaligned(as: UInt64.self)) == 0x2450_4748_502C_312C
    else { return nil }
    var numbers: InlineArray<7, Int64> = .init(repeating: 0)
    var start = 8
    for index in 0..<7 {
      guard let comma = sentence.firstOffset(of: UInt8(ascii: ","), from: start),
        let number = sentence.slice(start, comma).decimalNumber()
      else { return nil }
      numbers[index] = number
      start = comma + 1
    }
    return instant(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6])
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
