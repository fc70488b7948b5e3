/// What the parts of one message have in common.
struct GroupKey: Hashable, Sendable {
  var talker: ShortText
  var tagGroup: UInt32?
  var total: UInt8
  var sequence: UInt8
  var channel: UInt8
}

/// One part of a multi-part message, as its sentence gave it.
struct MessagePart {
  var key: GroupKey
  /// The receiving station, where the sentence names one; a part without it fits any.
  var source: ShortText
  var number: UInt8
  var fillBits: UInt8
  var characters: UnsafeRawBufferPointer
  var sentence: Int
  var line: Int
  var offset: Int
  var receivedMilliseconds: Int64?
}

/// Multi-part messages of which parts are still awaited: bounded in number, size and age.
///
/// Sequence numbers run from 0 to 9 and come round again, so a part is only joined to what it can belong to: a part that
/// differs from the one already held means that the older message will never be complete, and gives it up.
struct ReassemblyTable: Sendable {
  /// One unfinished message.
  struct Group: Sendable {
    let key: GroupKey
    let source: ShortText
    let place: Int
    let sentence: Int
    let line: Int
    let offset: Int
    var receivedMilliseconds: Int64?
    var held: UInt16 = 0
    var fillBits: UInt8 = 0
    var lengths: InlineArray<9, UInt16> = .init(repeating: 0)

    func fits(_ part: MessagePart) -> Bool {
      key == part.key && (source == part.source || source.isEmpty || part.source.isEmpty)
    }

    func holds(_ number: UInt8) -> Bool { held & (1 << UInt16(number)) != 0 }
    var lowestHeld: Int { held.trailingZeroBitCount }
    var isComplete: Bool { held.nonzeroBitCount == Int(key.total) }
  }

  static let maximumParts = 9
  let limits: AISDecoder.Limits
  private var open: [Group] = []
  private var freePlaces: [Int]
  private var arena: [UInt8]

  init(limits: AISDecoder.Limits) {
    self.limits = limits
    let places = limits.openGroups
    freePlaces = Array((0..<places).reversed())
    arena = [UInt8](repeating: 0, count: places * Self.maximumParts * limits.partCharacters)
  }

  /// How many messages are unfinished.
  var count: Int { open.count }

  /// Takes a part; returns the message's group, taken out of the table, when it is complete.
  mutating func add(_ part: MessagePart, diagnostics: inout AISDiagnostics) -> Group? {
    expire(at: part, into: &diagnostics)
    if let index = index(for: part, into: &diagnostics) {
      var group = open[index]
      store(part, in: &group)
      open[index] = group
      guard group.isComplete else { return nil }
      open.remove(at: index)
      freePlaces.append(group.place)
      return group
    }
    if freePlaces.isEmpty { drop(at: 0, into: &diagnostics) }
    guard let place = freePlaces.popLast() else { return nil }
    var group = Group(
      key: part.key, source: part.source, place: place, sentence: part.sentence, line: part.line, offset: part.offset,
      receivedMilliseconds: part.receivedMilliseconds)
    store(part, in: &group)
    open.append(group)
    return nil
  }

  /// Takes the armour off all parts of a complete group, in their order.
  func append(_ group: Group, to payload: inout AISPayload) -> Armour.Outcome {
    arena.withUnsafeBytes { arena in
      for number in 1...Int(group.key.total) {
        let start = partStart(group.place, number)
        let outcome = Armour.append(
          arena.slice(start, start + Int(group.lengths[number - 1])), to: &payload)
        guard outcome == .done else { return outcome }
      }
      return .done
    }
  }

  /// Gives up all unfinished messages.
  mutating func dropAll(into diagnostics: inout AISDiagnostics) {
    while !open.isEmpty { drop(at: 0, into: &diagnostics) }
  }

  private func partStart(_ place: Int, _ number: Int) -> Int {
    (place * Self.maximumParts + number - 1) * limits.partCharacters
  }

  private mutating func store(_ part: MessagePart, in group: inout Group) {
    let start = partStart(group.place, Int(part.number))
    arena.withUnsafeMutableBytes {
      UnsafeMutableRawBufferPointer(rebasing: $0[start..<start + part.characters.count])
        .copyMemory(from: part.characters)
    }
    group.lengths[Int(part.number) - 1] = UInt16(part.characters.count)
    group.held |= 1 << UInt16(part.number)
    if part.number == part.key.total { group.fillBits = part.fillBits }
    group.receivedMilliseconds = part.receivedMilliseconds ?? group.receivedMilliseconds
  }

  /// The newest group that the part can belong to; gives up a group that the part shows to be stale.
  private mutating func index(for part: MessagePart, into diagnostics: inout AISDiagnostics) -> Int? {
    var index = open.count - 1
    while index >= 0 {
      let group = open[index]
      if group.fits(part) {
        if !group.holds(part.number) {
          let isBehind = Int(part.number) < group.lowestHeld
          if !isBehind || part.sentence - group.sentence <= limits.disorderSentences { return index }
        } else if !isCopy(part, in: group) {
          drop(at: index, into: &diagnostics)
        }
      }
      index -= 1
    }
    return nil
  }

  private func isCopy(_ part: MessagePart, in group: Group) -> Bool {
    let start = partStart(group.place, Int(part.number))
    let length = Int(group.lengths[Int(part.number) - 1])
    return arena.withUnsafeBytes { $0.slice(start, start + length).elementsEqual(part.characters) }
  }

  private mutating func expire(at part: MessagePart, into diagnostics: inout AISDiagnostics) {
    while let oldest = open.first {
      let isOld = part.sentence - oldest.sentence > limits.groupSentences
      var isLate = false
      if let now = part.receivedMilliseconds, let then = oldest.receivedMilliseconds {
        isLate = now.subtractingReportingOverflow(then).partialValue > limits.groupMilliseconds
      }
      guard isOld || isLate else { return }
      drop(at: 0, into: &diagnostics)
    }
  }

  private mutating func drop(at index: Int, into diagnostics: inout AISDiagnostics) {
    let group = open.remove(at: index)
    freePlaces.append(group.place)
    let start = partStart(group.place, group.lowestHeld)
    let length = Int(group.lengths[group.lowestHeld - 1])
    arena.withUnsafeBytes {
      diagnostics.refuse(
        .incompleteGroup, line: group.line, offset: group.offset, $0.slice(start, start + length))
    }
  }
}
