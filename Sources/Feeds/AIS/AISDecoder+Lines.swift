extension AISDecoder {
  /// Reads one line without its newline: prefix, tag block, sentence, suffix.
  mutating func readLine(_ bytes: UnsafeRawBufferPointer, handler: (AISReception) -> Void) {
    let line = bytes.last == UInt8(ascii: "\r") ? bytes.slice(0, bytes.count &- 1) : bytes
    guard let first = line.first else {
      diagnostics.emptyLines += 1
      return
    }
    var context = LineContext()
    var cursor = 0
    if first != UInt8(ascii: "!") {
      guard let start = readFront(line, into: &context) else { return }
      cursor = start
    }
    while let end = readSentence(line, at: cursor, context: context, handler: handler) {
      guard line.count - end > 12, let next = Sentence.nextStart(in: line, from: end) else { return }
      cursor = next
    }
  }

  /// Reads what stands before the sentence; returns where the sentence begins, or nil when there is none to read.
  private mutating func readFront(_ line: UnsafeRawBufferPointer, into context: inout LineContext) -> Int? {
    if line[0] == UInt8(ascii: "#") {
      diagnostics.emptyLines += 1
      return nil
    }
    if let (milliseconds, start) = ReceiverTime.leadingCount(line) {
      context.milliseconds = milliseconds
      return line[start] == UInt8(ascii: "\\") ? readTagBlock(line, at: start, into: &context) : start
    }
    guard let start = line.firstIndex(where: ReceiverTime.isSentenceOrTagStart) else {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        diagnostics.emptyLines += 1
      } else {
        refuse(.notASentence, line)
      }
      return nil
    }
    if start > 0 { context.milliseconds = ReceiverTime.milliseconds(prefix: line.slice(0, start)) }
    guard line[start] == UInt8(ascii: "\\") else { return start }
    return readTagBlock(line, at: start, into: &context)
  }

  private mutating func readTagBlock(
    _ line: UnsafeRawBufferPointer, at start: Int, into context: inout LineContext
  ) -> Int? {
    guard let close = line.firstOffset(of: UInt8(ascii: "\\"), from: start + 1) else {
      refuse(.badTagBlock, line)
      return line.firstOffset(of: UInt8(ascii: "!"), from: start)
    }
    let block = tagBlocks.read(line.slice(start + 1, close))
    if block.isDamaged {
      refuse(.badTagBlock, line)
    } else {
      let prefixed = context.milliseconds
      context = tagGroups.complete(block)
      context.milliseconds = context.milliseconds ?? prefixed
    }
    guard close + 1 < line.count else {
      diagnostics.otherSentences += 1
      return nil
    }
    if line[close + 1] == UInt8(ascii: "\\") { return readTagBlock(line, at: close + 1, into: &context) }
    return close + 1
  }

  /// Reads the sentence at an offset; returns the offset from which a further one may stand on the line.
  private mutating func readSentence(
    _ line: UnsafeRawBufferPointer, at start: Int, context: LineContext, handler: (AISReception) -> Void
  ) -> Int? {
    switch Sentence.read(line, at: start) {
    case .other:
      readOther(line, at: start, context)
      return start + 1
    case .refused(let reason):
      announcedMilliseconds = nil
      refuse(reason, line)
      return start + 1
    case .doubtful(let sentence, let reason):
      announcedMilliseconds = nil
      handOn(sentence, doubting: reason, line, context, handler: handler)
      return start + 1
    case .sentence(let sentence):
      diagnostics.sentences += 1
      var context = context
      if sentence.end < line.count {
        ReceiverTime.readSuffix(line.slice(sentence.end, line.count), into: &context)
      }
      if let announced = announcedMilliseconds {
        context.milliseconds = context.milliseconds ?? announced
        announcedMilliseconds = nil
      }
      accept(sentence, line, context, handler: handler)
      return sentence.end
    }
  }

  private mutating func readOther(_ line: UnsafeRawBufferPointer, at start: Int, _ context: LineContext) {
    let rest = line.slice(start, line.count)
    guard rest.count >= 6, let first = rest.first, first == UInt8(ascii: "$") || first == UInt8(ascii: "!") else {
      refuse(.notASentence, line)
      return
    }
    diagnostics.otherSentences += 1
    var context = context
    context.milliseconds = context.milliseconds ?? announcedMilliseconds
    other = OtherSentence(start: start, context: context, lineNumber: diagnostics.lines, lineOffset: lineOffset)
    announcedMilliseconds = ReceiverTime.milliseconds(gatehouse: rest) ?? announcedMilliseconds
  }

  /// Takes a good sentence: a whole message, or a part of one.
  private mutating func accept(
    _ sentence: Sentence, _ line: UnsafeRawBufferPointer, _ context: LineContext, handler: (AISReception) -> Void
  ) {
    let characters = line.slice(sentence.payloadStart, sentence.payloadEnd)
    payload.clear()
    if sentence.total == 1 {
      let outcome = Armour.append(characters, to: &payload)
      emit(outcome, sentence, fillBits: sentence.fillBits, line, context, handler: handler)
      return
    }
    guard characters.count <= limits.partCharacters else {
      refuse(.tooLong, line)
      return
    }
    let key = GroupKey(
      talker: sentence.talker, tagGroup: context.group, total: sentence.total, sequence: sentence.sequence,
      channel: sentence.channel)
    let part = MessagePart(
      key: key, source: context.group == nil ? context.source : .empty, number: sentence.number,
      fillBits: sentence.fillBits, characters: characters,
      sentence: diagnostics.sentences, line: diagnostics.lines, offset: lineOffset,
      receivedMilliseconds: context.milliseconds)
    guard let group = groups.add(part, diagnostics: &diagnostics) else { return }
    var context = context
    context.milliseconds = context.milliseconds ?? group.receivedMilliseconds
    let outcome = groups.append(group, to: &payload)
    emit(outcome, sentence, fillBits: group.fillBits, line, context, handler: handler)
  }

  /// Judges a complete message and hands it on.
  @inline(__always)
  private mutating func emit(
    _ outcome: Armour.Outcome, _ sentence: Sentence, fillBits: UInt8, _ line: UnsafeRawBufferPointer,
    _ context: LineContext, handler: (AISReception) -> Void
  ) {
    switch outcome {
    case .done: break
    case .badCharacter: return refuse(.badArmouring, line)
    case .tooLong: return refuse(.tooLong, line)
    }
    payload.drop(fillBits: Int(fillBits))
    if let reason = MessageLength.refusal(of: payload) {
      return handOnShort(reason, sentence, line, context, handler: handler)
    }
    diagnostics.messages += 1
    handler(
      AISReception(
        message: AISMessage(payload: payload, nameFromPartA: nameFromPartA()), sentence, context,
        line: diagnostics.lines, doubts: []))
  }

  @inline(__always)
  private mutating func nameFromPartA() -> SixBitName? {
    guard payload.unsigned(0, 6) == 24 else { return nil }
    let mmsi = payload.identity(8)
    if payload.unsigned(38, 2) == 0 {
      namesFromPartA.keep(SixBitName(payload: payload, start: 40), of: mmsi)
      return nil
    }
    return namesFromPartA.take(mmsi)
  }
}
