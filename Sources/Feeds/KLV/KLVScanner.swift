/// Finds packets in a run of bytes that may be cut anywhere, and checks them.
///
/// What is damaged costs only itself: the search goes on behind its key, so that a good packet within the length that a bad
/// one claims is found.
struct KLVScanner: Sendable {
  let limits: KLVDecoder.Limits
  private var carry: [UInt8] = []
  /// The places of the bytes in `carry`, by the offset from which each holds.
  private var places: [(from: Int, place: UASDatalinkSet.Place)] = []
  /// How many bytes must be there before looking again is worth it.
  private var needed = 0

  init(limits: KLVDecoder.Limits) { self.limits = limits }

  /// How many bytes wait for more; never more than a packet and the next key.
  var carriedBytes: Int { carry.count }

  /// Takes the next bytes.
  ///
  /// - Parameters:
  ///   - bytes: the bytes; not kept but for an unfinished packet.
  ///   - place: where they stand. In a stream without units of its own, each byte's offset is counted from it.
  ///   - isContinuous: whether offsets count on within the bytes, as in a raw file.
  ///   - isLast: whether nothing follows.
  mutating func consume(
    _ bytes: UnsafeRawBufferPointer, at place: UASDatalinkSet.Place, isContinuous: Bool, isLast: Bool,
    diagnostics: inout KLVDiagnostics, handler: (UASDatalinkSet) -> Void
  ) {
    if carry.isEmpty {
      let rest = scan(bytes, [(0, place)], isContinuous, isLast, &diagnostics, handler)
      keep(bytes.slice(rest, bytes.count), from: rest, [(0, place)], isContinuous)
      return
    }
    if !bytes.isEmpty { if !isContinuous { places.append((carry.count, place)) } }
    carry.append(contentsOf: bytes)
    guard isLast || carry.count >= needed else { return }
    var whole: [UInt8] = []
    swap(&whole, &carry)
    let known = places
    let rest = whole.withUnsafeBytes { scan($0, known, isContinuous, isLast, &diagnostics, handler) }
    whole.withUnsafeBytes { keep($0.slice(rest, $0.count), from: rest, known, isContinuous) }
  }

  private mutating func keep(
    _ bytes: UnsafeRawBufferPointer, from rest: Int, _ known: [(from: Int, place: UASDatalinkSet.Place)],
    _ isContinuous: Bool
  ) {
    carry.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    guard !bytes.isEmpty else { return }
    carry.append(contentsOf: bytes)
    places.append((0, Self.place(of: rest, known, isContinuous)))
    for entry in known where entry.from > rest { places.append((entry.from - rest, entry.place)) }
  }

  private static func place(
    of offset: Int, _ known: [(from: Int, place: UASDatalinkSet.Place)], _ isContinuous: Bool
  ) -> UASDatalinkSet.Place {
    guard var (from, place) = known.last(where: { $0.from <= offset }) ?? known.first else { return .init() }
    from = isContinuous ? from : offset
    place.byteOffset += offset - from
    return place
  }

  /// Reads packets from some bytes; returns the offset of what must wait for more.
  private mutating func scan(
    _ bytes: UnsafeRawBufferPointer, _ known: [(from: Int, place: UASDatalinkSet.Place)], _ isContinuous: Bool,
    _ isLast: Bool, _ diagnostics: inout KLVDiagnostics, _ handler: (UASDatalinkSet) -> Void
  ) -> Int {
    var cursor = 0
    while let found = nextKey(in: bytes, from: cursor) {
      diagnostics.otherBytes += found - cursor
      cursor = found
      let place = Self.place(of: cursor, known, isContinuous)
      switch measure(bytes, at: cursor, isLast: isLast) {
      case .waits(let count):
        needed = count
        return cursor
      case .refused(let reason):
        diagnostics.refusals.add(reason, offset: place.byteOffset, bytes.slice(cursor, bytes.count))
        diagnostics.otherBytes += 4
        cursor += 4
      case .other(let end):
        diagnostics.otherSets += 1
        cursor = end
      case .packet(let start, let end):
        let outcome = read(bytes, cursor, start, end, place, &diagnostics, handler)
        // Behind the key of a doubtful or refused packet there may be a good one within the length that it claims.
        if outcome == nil {
          cursor = end
        } else {
          diagnostics.otherBytes += 16
          cursor += 16
        }
      }
    }
    let rest = isLast ? bytes.count : max(cursor, bytes.count - 3)
    diagnostics.otherBytes += max(0, rest - cursor)
    needed = 0
    return max(rest, cursor)
  }

  private enum Measure {
    case waits(Int)
    case refused(KLVRefusal)
    case other(end: Int)
    case packet(start: Int, end: Int)
  }

  /// Where the four bytes next stand with which every universal label begins (SMPTE ST 298).
  private func nextKey(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var cursor = start
    while let found = bytes.firstOffset(of: 0x06, from: cursor) {
      guard found &+ 4 <= bytes.count else { return nil }
      if bytes.unsigned(found, 4) == 0x060E_2B34 { return found }
      cursor = found &+ 1
    }
    return nil
  }

  /// What stands at a key, by its length.
  private func measure(_ bytes: UnsafeRawBufferPointer, at cursor: Int, isLast: Bool) -> Measure {
    let available = bytes.count - cursor
    var reader = KLVReader(bytes, from: cursor + 16)
    guard available > 16, let length = reader.length() else {
      if !isLast, available < 16 + 9 { return .waits(available + 1) }
      return .refused(available <= 16 + 9 ? .truncated : .badLength)
    }
    let (start, end) = (reader.offset, reader.offset + length)
    guard length <= limits.packetBytes else { return .refused(.tooLong) }
    if isOurKey(bytes, at: cursor) {
      if end <= bytes.count { return .packet(start: start, end: end) }
      return isLast ? .refused(.truncated) : .waits(end - cursor)
    }
    // Another set is skipped by its length only when the next begins behind it and none of ours within: neither a damaged
    // length nor a wrapping must hide a good packet.
    if end + 4 > bytes.count && !isLast { return .waits(end + 4 - cursor) }
    guard end == bytes.count || bytes.unsigned(end, 4) == 0x060E_2B34 else { return .other(end: cursor + 4) }
    return .other(end: ourKey(in: bytes, from: cursor + 4, to: end) ?? end)
  }

  private func isOurKey(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    UASDatalinkSet.key.withUnsafeBytes { bytes.slice(offset, offset + 16).holdsSame(as: $0) }
  }

  private func ourKey(in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int? {
    var cursor = start
    while let found = nextKey(in: bytes, from: cursor), found < end {
      if isOurKey(bytes, at: found) { return found }
      cursor = found + 1
    }
    return nil
  }

  /// Reads a packet's items and hands it on; returns why not, or what is doubtful.
  private func read(
    _ bytes: UnsafeRawBufferPointer, _ key: Int, _ start: Int, _ end: Int, _ place: UASDatalinkSet.Place,
    _ diagnostics: inout KLVDiagnostics, _ handler: (UASDatalinkSet) -> Void
  ) -> KLVRefusal? {
    var entries: [UASDatalinkSet.Entry] = []
    entries.reserveCapacity(64)
    var reader = KLVReader(bytes, from: start, to: end)
    var refusal: KLVRefusal?
    while reader.rest > 0 {
      guard let number = reader.objectIdentifier(), let length = reader.length(), length <= reader.rest else {
        refusal = .malformedItems
        break
      }
      guard entries.count < limits.items else {
        refusal = .tooManyItems
        break
      }
      entries.append(UASDatalinkSet.Entry(number: number, start: reader.offset - start, length: length))
      _ = reader.slice(length)
    }
    let doubt = refusal == nil ? Self.doubt(bytes, key, start, entries.last) : nil
    if doubt != nil { refusal = doubt == .checksumMissing ? .missingChecksum : .badChecksum }
    if let refusal, doubt == nil || !limits.handsOnDoubtful {
      diagnostics.refusals.add(refusal, offset: place.byteOffset, bytes.slice(key, end))
      return refusal
    }
    let packet = UASDatalinkSet(bytes: Array(bytes.slice(start, end)), entries: entries, place: place, doubt: doubt)
    diagnostics.packets += 1
    if doubt != nil { diagnostics.doubtful += 1 }
    Self.count(packet, &diagnostics)
    handler(packet)
    return refusal
  }

  /// The sum of the 16-bit words from the first byte of the key to the length of the checksum, which is the last item
  /// (ST 0601.19, 8.1).
  private static func doubt(
    _ bytes: UnsafeRawBufferPointer, _ key: Int, _ start: Int, _ last: UASDatalinkSet.Entry?
  ) -> UASDatalinkSet.Doubt? {
    guard let last, last.number == 1, last.length == 2 else { return .checksumMissing }
    let place = start &+ last.start
    var sum: UInt64 = 0
    var index = key
    while index &+ 1 < place {
      sum &+= UInt64(bytes[index]) &<< 8 &+ UInt64(bytes[index &+ 1])
      index &+= 2
    }
    if index < place { sum &+= UInt64(bytes[index]) &<< 8 }
    return sum & 0xFFFF == bytes.unsigned(place, 2) ? nil : .checksumWrong
  }

  private static func count(_ packet: UASDatalinkSet, _ diagnostics: inout KLVDiagnostics) {
    packet.bytes.withUnsafeBytes { bytes in
      for entry in packet.entries {
        guard let item = UASItem.item(entry.number) else {
          diagnostics.countUnknown(entry.number)
          continue
        }
        if KLVValue.read(item, entry, in: bytes) == .unreadable { diagnostics.unreadableItems += 1 }
      }
    }
  }
}
