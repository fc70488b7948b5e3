extension AISDecoder {
  /// Takes a sentence whose checksum is missing or wrong: a whole message is handed on where that is asked for.
  ///
  /// A part of a message is refused: joined with others, damage in it could put the words of one ship under another's name.
  @inline(never)
  mutating func handOn(
    _ sentence: Sentence, doubting reason: RefusalReason, _ line: UnsafeRawBufferPointer, _ context: LineContext,
    handler: (AISReception) -> Void
  ) {
    guard limits.handsOnDoubtful, sentence.total == 1 else { return refuse(reason, line) }
    payload.clear()
    let characters = line.slice(sentence.payloadStart, sentence.payloadEnd)
    guard Armour.append(characters, to: &payload) == .done else { return refuse(reason, line) }
    payload.drop(fillBits: Int(sentence.fillBits))
    var doubts: AISDoubts = reason == .missingChecksum ? .checksumMissing : .checksumWrong
    if let further = MessageLength.refusal(of: payload) {
      guard MessageLength.isReadableInPart(payload, further) else { return refuse(reason, line) }
      doubts.insert(.short)
    }
    diagnostics.doubt(reason, line: diagnostics.lines, offset: lineOffset, line)
    diagnostics.messages += 1
    handler(
      AISReception(message: AISMessage(payload: payload), sentence, context, line: diagnostics.lines, doubts: doubts))
  }

  /// Takes a message with fewer bits than its type needs: it is handed on where that is asked for, else refused.
  @inline(never)
  mutating func handOnShort(
    _ reason: RefusalReason, _ sentence: Sentence, _ line: UnsafeRawBufferPointer, _ context: LineContext,
    handler: (AISReception) -> Void
  ) {
    guard limits.handsOnDoubtful, MessageLength.isReadableInPart(payload, reason) else { return refuse(reason, line) }
    diagnostics.doubt(reason, line: diagnostics.lines, offset: lineOffset, line)
    diagnostics.messages += 1
    handler(
      AISReception(message: AISMessage(payload: payload), sentence, context, line: diagnostics.lines, doubts: .short))
  }
}
