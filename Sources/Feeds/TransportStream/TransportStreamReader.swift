/// Reads a transport stream (ISO/IEC 13818-1:2023, 2.4) as far as is needed to find its KLV (MISB ST 1402.2).
///
/// The streams are found in the programme maps; nothing is guessed from the bytes of others.
struct TransportStreamReader: Sendable {
  /// How many bytes are looked at to see that an input is a transport stream.
  static let beginningBytes = 6 * 204

  private let limits: KLVDecoder.Limits
  private var packetBytes = 0
  private var carry: [UInt8] = []
  private var readBytes = 0
  private var isSynchronised = true
  private var association = SectionAssembler()
  private var maps: [Int: SectionAssembler] = [:]
  private var streams: [Int: MetadataStream] = [:]

  init(limits: KLVDecoder.Limits) { self.limits = limits }

  /// How many bytes wait for more.
  var carriedBytes: Int {
    carry.count + association.carriedBytes + maps.values.reduce(0) { $0 + $1.carriedBytes }
      + streams.values.reduce(0) { $0 + $1.carriedBytes }
  }

  /// The distance of the packets and the offset of the first, when the bytes look like a transport stream: 188 bytes, 192
  /// with a time before each, 204 with parity behind each.
  static func packetBytes(in bytes: UnsafeRawBufferPointer) -> (distance: Int, first: Int)? {
    guard bytes.unsigned(0, 4) != 0x060E_2B34 else { return nil }
    for distance in [188, 192, 204] {
      for first in 0..<min(distance, max(0, bytes.count - 187)) where bytes[first] == TransportPacket.synchronisation {
        let places = Array(stride(from: first, to: bytes.count, by: distance).prefix(3))
        guard places.allSatisfy({ bytes[$0] == TransportPacket.synchronisation }) else { continue }
        if places.count == 3 || (first == 0 && bytes.count % distance == 0) { return (distance, first) }
      }
    }
    return nil
  }

  /// Reads bytes, cut anywhere, and hands on each packet of KLV.
  mutating func consume(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, diagnostics: inout KLVDiagnostics,
    handler: (UASDatalinkSet) -> Void
  ) {
    if packetBytes == 0 { packetBytes = Self.packetBytes(in: bytes)?.distance ?? TransportPacket.bytes }
    if carry.isEmpty {
      let rest = split(bytes, isLast: isLast, diagnostics: &diagnostics, handler: handler)
      carry.append(contentsOf: bytes.slice(rest, bytes.count))
    } else {
      var whole: [UInt8] = []
      swap(&whole, &carry)
      whole.append(contentsOf: bytes)
      whole.withUnsafeBytes { whole in
        let rest = split(whole, isLast: isLast, diagnostics: &diagnostics, handler: handler)
        carry.append(contentsOf: whole.slice(rest, whole.count))
      }
    }
    guard isLast else { return }
    if !carry.isEmpty { diagnostics.refusals.add(.truncated, offset: readBytes, carry) }
    readBytes += carry.count
    carry.removeAll()
    for identifier in streams.keys.sorted() {
      streams[identifier]?.finish(diagnostics: &diagnostics, handler: handler)
    }
  }

  /// Cuts bytes into packets; returns the offset of what must wait for more.
  private mutating func split(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, diagnostics: inout KLVDiagnostics,
    handler: (UASDatalinkSet) -> Void
  ) -> Int {
    let base = readBytes
    var cursor = 0
    while cursor + (isLast ? TransportPacket.bytes : packetBytes + 1) <= bytes.count {
      let next = cursor + packetBytes
      let isPacket =
        bytes[cursor] == TransportPacket.synchronisation
        && (isSynchronised || next >= bytes.count || bytes[next] == TransportPacket.synchronisation)
      guard isPacket else {
        if isSynchronised {
          diagnostics.refusals.add(.lostSynchronisation, offset: base + cursor, bytes.slice(cursor, cursor + 188))
        }
        isSynchronised = false
        diagnostics.otherBytes += 1
        cursor += 1
        continue
      }
      isSynchronised = true
      diagnostics.transportPackets += 1
      take(
        TransportPacket(bytes.slice(cursor, cursor + TransportPacket.bytes)), offset: base + cursor,
        diagnostics: &diagnostics, handler: handler)
      cursor = min(next, bytes.count)
    }
    readBytes = base + cursor
    return cursor
  }

  private mutating func take(
    _ packet: TransportPacket, offset: Int, diagnostics: inout KLVDiagnostics, handler: (UASDatalinkSet) -> Void
  ) {
    guard !packet.isDamaged else { return diagnostics.refusals.add(.transportError, offset: offset, packet.payload) }
    if streams[packet.identifier] != nil {
      streams[packet.identifier]?.take(packet, offset: offset, diagnostics: &diagnostics, handler: handler)
      return
    }
    guard packet.hasPayload else { return }
    var isDamaged = false
    if packet.identifier == 0 {
      var found: [Int] = []
      isDamaged = association.take(packet) { found += ProgrammeTables.maps(in: $0) }
      for identifier in found where maps[identifier] == nil {
        if maps.count < limits.programmes {
          maps[identifier] = SectionAssembler()
        } else {
          diagnostics.refusals.add(.tooManyStreams, offset: offset, packet.payload)
        }
      }
    } else if maps[packet.identifier] != nil {
      var found: [ProgrammeTables.Stream] = []
      isDamaged = maps[packet.identifier]?.take(packet) { found += ProgrammeTables.streams(in: $0) } ?? false
      for stream in found { follow(stream, packet, offset, &diagnostics) }
    }
    if isDamaged { diagnostics.refusals.add(.badSection, offset: offset, packet.payload) }
  }

  private mutating func follow(
    _ stream: ProgrammeTables.Stream, _ packet: TransportPacket, _ offset: Int, _ diagnostics: inout KLVDiagnostics
  ) {
    guard streams[stream.identifier] == nil, maps[stream.identifier] == nil, stream.identifier != 0 else { return }
    guard streams.count < limits.streams else {
      return diagnostics.refusals.add(.tooManyStreams, offset: offset, packet.payload)
    }
    diagnostics.streams += 1
    streams[stream.identifier] = MetadataStream(stream, limits: limits)
  }
}
