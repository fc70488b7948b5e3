/// One stream of metadata: its packets become units, its units packets of KLV.
struct MetadataStream: Sendable {
  let identifier: Int
  let isSynchronous: Bool
  private let limits: KLVDecoder.Limits
  private var continuity = ContinuityCounter()
  private var unit: [UInt8] = []
  private var unitOffset = 0
  private var isCollecting = false
  /// The parts of an access unit that is sent in several cells.
  private var cells: [UInt8] = []
  private var isInsideAccessUnit = false
  private var scanner: KLVScanner

  init(_ stream: ProgrammeTables.Stream, limits: KLVDecoder.Limits) {
    (identifier, isSynchronous, self.limits) = (stream.identifier, stream.isSynchronous, limits)
    scanner = KLVScanner(limits: limits)
  }

  /// How many bytes wait for more.
  var carriedBytes: Int { unit.count + cells.count + scanner.carriedBytes }

  /// Takes a packet of this stream.
  mutating func take(
    _ packet: TransportPacket, offset: Int, diagnostics: inout KLVDiagnostics, handler: (UASDatalinkSet) -> Void
  ) {
    guard packet.hasPayload else { return }
    guard !packet.isScrambled else { return diagnostics.refusals.add(.scrambled, offset: offset, packet.payload) }
    switch continuity.take(packet) {
    case .repeated: return
    case .missing:
      diagnostics.refusals.add(.discontinuity, offset: offset, packet.payload)
      drop(diagnostics: &diagnostics, handler: handler)
    case .next: break
    }
    if packet.startsUnit {
      if isCollecting { finishUnit(diagnostics: &diagnostics, handler: handler) }
      unit.removeAll(keepingCapacity: true)
      (unitOffset, isCollecting) = (offset, true)
    }
    guard isCollecting else { return }
    guard unit.count + packet.payload.count <= limits.unitBytes else {
      diagnostics.refusals.add(.tooLong, offset: unitOffset, unit)
      return drop(diagnostics: &diagnostics, handler: handler)
    }
    unit.append(contentsOf: packet.payload)
    // A unit that says how long it is need not wait for the next.
    let length = unit.count >= 6 ? Int(unit[4]) << 8 | Int(unit[5]) : 0
    if length > 0, unit.count >= length + 6 { finishUnit(diagnostics: &diagnostics, handler: handler) }
  }

  /// Ends the stream.
  mutating func finish(diagnostics: inout KLVDiagnostics, handler: (UASDatalinkSet) -> Void) {
    if isCollecting { finishUnit(diagnostics: &diagnostics, handler: handler) }
    drop(diagnostics: &diagnostics, handler: handler)
  }

  /// Gives up what is unfinished.
  private mutating func drop(diagnostics: inout KLVDiagnostics, handler: (UASDatalinkSet) -> Void) {
    unit.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    (isCollecting, isInsideAccessUnit) = (false, false)
    scanner.consume(
      UnsafeRawBufferPointer(start: nil, count: 0), at: .init(), isContinuous: false, isLast: true,
      diagnostics: &diagnostics, handler: handler)
  }

  /// Reads a whole unit: the header of ISO/IEC 13818-1:2023, 2.4.3.6, and what it carries.
  private mutating func finishUnit(diagnostics: inout KLVDiagnostics, handler: (UASDatalinkSet) -> Void) {
    isCollecting = false
    var whole: [UInt8] = []
    swap(&whole, &unit)
    whole.withUnsafeBytes { bytes in
      var place = UASDatalinkSet.Place()
      (place.byteOffset, place.streamIdentifier) = (unitOffset, identifier)
      guard let payload = Self.payload(of: bytes, &place) else {
        return diagnostics.refusals.add(.badStreamPacket, offset: unitOffset, bytes)
      }
      if isSynchronous, payload.unsigned(0, 4) != 0x060E_2B34 {
        return readCells(payload, place, diagnostics: &diagnostics, handler: handler)
      }
      scanner.consume(
        payload, at: place, isContinuous: false, isLast: false, diagnostics: &diagnostics, handler: handler)
    }
    whole.removeAll(keepingCapacity: true)
    swap(&whole, &unit)
  }

  private static func payload(
    of bytes: UnsafeRawBufferPointer, _ place: inout UASDatalinkSet.Place
  ) -> UnsafeRawBufferPointer? {
    guard bytes.count >= 9, bytes.unsigned(0, 3) == 1, bytes[6] & 0xC0 == 0x80 else { return nil }
    let length = Int(bytes.unsigned(4, 2))
    let (start, end) = (9 + Int(bytes[8]), length == 0 ? bytes.count : 6 + length)
    guard start <= end, end <= bytes.count else { return nil }
    if bytes[7] & 0x80 != 0, bytes[8] >= 5 {
      let high = Int64(bytes.unsigned(9, 1) >> 1 & 7)
      place.presentationTicks = high << 30 | Int64(bytes.unsigned(10, 2) >> 1) << 15 | Int64(bytes.unsigned(12, 2) >> 1)
    }
    return bytes.slice(start, end)
  }

  /// Reads the cells of access units (2.12.4.2): five bytes of header, of which the third says whether a cell is a whole
  /// unit, its first part, its last or one between.
  private mutating func readCells(
    _ payload: UnsafeRawBufferPointer, _ place: UASDatalinkSet.Place, diagnostics: inout KLVDiagnostics,
    handler: (UASDatalinkSet) -> Void
  ) {
    var reader = KLVReader(payload)
    while reader.rest > 0 {
      guard reader.unsigned(2) != nil, let flags = reader.byte(), let length = reader.unsigned(2),
        let cell = reader.slice(Int(length))
      else { return refuseAccessUnit(payload, place, &diagnostics) }
      let (isFirst, isLast) = (flags & 0x80 != 0, flags & 0x40 != 0)
      if isFirst == isInsideAccessUnit { refuseAccessUnit(payload, place, &diagnostics) }
      guard isFirst || isInsideAccessUnit else { continue }
      if isFirst { cells.removeAll(keepingCapacity: true) }
      guard cells.count + cell.count <= limits.unitBytes else {
        refuseAccessUnit(payload, place, &diagnostics)
        continue
      }
      cells.append(contentsOf: cell)
      isInsideAccessUnit = !isLast
      guard isLast else { continue }
      cells.withUnsafeBytes { cells in
        scanner.consume(
          cells, at: place, isContinuous: false, isLast: false, diagnostics: &diagnostics, handler: handler)
      }
      cells.removeAll(keepingCapacity: true)
    }
  }

  private mutating func refuseAccessUnit(
    _ payload: UnsafeRawBufferPointer, _ place: UASDatalinkSet.Place, _ diagnostics: inout KLVDiagnostics
  ) {
    diagnostics.refusals.add(.badAccessUnit, offset: place.byteOffset, payload)
    cells.removeAll(keepingCapacity: true)
    isInsideAccessUnit = false
  }
}
