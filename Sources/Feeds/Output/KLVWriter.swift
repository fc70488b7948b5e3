internal import Geodesy
internal import Marking

/// Writes packets as JSON, one object a line: items by the names of MISB ST 0601, in the order in which they were sent.
///
/// Numbers are in the items' units, with as many decimals as tell two neighbouring codes apart, so that the sent code can be
/// had back from each. Items of unknown numbers and items that cannot be read stand apart, as hexadecimal digits.
public struct KLVWriter: Sendable {
  /// A writer.
  public init() {}

  /// Writes one packet and a newline.
  public func write(_ packet: UASDatalinkSet, to out: inout ByteWriter) {
    out.reserve(4_096)
    out.field("{\"class\":\"KLV\",\"standard\":\"MISB ST 0601\",\"byte\":", packet.place.byteOffset)
    if let identifier = packet.place.streamIdentifier { out.field(",\"stream\":", identifier) }
    if let ticks = packet.place.presentationTicks { out.field(",\"pts\":", Int(ticks)) }
    if let doubt = packet.doubt {
      out.field(",\"checksum\":", words: doubt == .checksumWrong ? "wrong" : "missing")
    }
    if let made = packet.madeAt { out.field(",\"time\":", text: made.iso8601) }
    write(packet.footprint, to: &out)
    if packet.entries.contains(where: { $0.number == 48 && $0.length > 0 }) { writeMarking(of: packet, to: &out) }
    writeItems(of: packet, to: &out)
    out.write("}\n")
  }

  private func write(_ footprint: Footprint, to out: inout ByteWriter) {
    out.write(",\"footprint\":{")
    var isFirst = true
    func name(_ name: StaticString, _ out: inout ByteWriter) {
      if !isFirst { out.write(",") }
      isFirst = false
      out.write(name)
    }
    if let point = footprint.sensor {
      name("\"sensor\":", &out)
      write(point, to: &out)
    }
    if let point = footprint.frameCentre {
      name("\"frameCentre\":", &out)
      write(point, to: &out)
    }
    if let corners = footprint.corners {
      name("\"corners\":[", &out)
      for (index, corner) in corners.enumerated() {
        out.write(index == 0 ? "[" : ",[")
        write(corner, to: &out)
        out.write("]")
      }
      out.write("]")
    }
    if let point = footprint.target {
      name("\"target\":", &out)
      write(point, to: &out)
    }
    if let metres = footprint.targetErrorMetres {
      name("\"targetErrorMetres\":", &out)
      out.write(number: metres, decimals: 2)
    }
    out.write("}")
  }

  private func write(_ point: Footprint.Point, to out: inout ByteWriter) {
    out.write("[")
    write(point.position, to: &out)
    if let metres = point.altitudeMetres {
      out.write(",")
      out.write(number: metres, decimals: 1)
    }
    out.write("]")
  }

  private func write(_ position: Position, to out: inout ByteWriter) {
    out.write(number: position.longitudeDegrees, decimals: 7)
    out.write(",")
    out.write(number: position.latitudeDegrees, decimals: 7)
  }

  private func writeMarking(of packet: UASDatalinkSet, to out: inout ByteWriter) {
    guard let security = packet.security else { return }
    let mapped = security.mapped(isExercise: packet.isExercise)
    out.field(",\"marking\":", text: mapped.marking.text)
    guard !mapped.remarks.isEmpty else { return }
    out.write(",\"markingRemarks\":[")
    for (index, remark) in mapped.remarks.enumerated() { out.field(index == 0 ? "" : ",", text: remark) }
    out.write("]")
  }

  private func writeItems(of packet: UASDatalinkSet, to out: inout ByteWriter) {
    var (unknown, unreadable) = (false, false)
    out.write(",\"items\":{")
    var isFirst = true
    packet.bytes.withUnsafeBytes { bytes in
      for (index, entry) in packet.entries.enumerated() {
        guard let item = UASItem.item(entry.number) else {
          unknown = true
          continue
        }
        let value = KLVValue.read(item, entry, in: bytes)
        guard value != .unreadable else {
          unreadable = true
          continue
        }
        out.write(isFirst ? "\"" : ",\"")
        isFirst = false
        out.write(item.name)
        // Some items may come several times; no name stands twice in an object.
        let earlier = packet.entries[..<index].reduce(0) { $0 + ($1.number == entry.number ? 1 : 0) }
        if earlier > 0 { out.field(" #", earlier + 1) }
        out.write("\":")
        write(value, item, bytes.slice(entry.start, entry.start + entry.length), earlier, to: &out)
      }
    }
    out.write("}")
    if unknown { writeRest(of: packet, ",\"unknown\":{", { UASItem.item($0.number) == nil }, to: &out) }
    guard unreadable else { return }
    packet.bytes.withUnsafeBytes { bytes in
      writeRest(of: packet, ",\"unreadable\":{", { KLVValue.read($0, in: bytes) == .unreadable }, to: &out)
    }
  }

  private func writeRest(
    of packet: UASDatalinkSet, _ name: StaticString, _ isMeant: (UASDatalinkSet.Entry) -> Bool,
    to out: inout ByteWriter
  ) {
    out.write(name)
    var isFirst = true
    for (index, entry) in packet.entries.enumerated() where isMeant(entry) {
      out.write(isFirst ? "\"" : ",\"")
      isFirst = false
      out.write(entry.number)
      let earlier = packet.entries[..<index].reduce(0) { $0 + ($1.number == entry.number ? 1 : 0) }
      if earlier > 0 { out.field(" #", earlier + 1) }
      out.write("\":")
      packet.bytes.withUnsafeBytes {
        out.write(hexadecimal: $0.slice(entry.start, entry.start + entry.length))
      }
    }
    out.write("}")
  }

  private func write(
    _ value: KLVValue, _ item: UASItem, _ bytes: UnsafeRawBufferPointer, _ earlier: Int, to out: inout ByteWriter
  ) {
    switch value {
    case .number(let number):
      out.write(number: number, decimals: item.decimals(ofLength: bytes.count))
    case .special(let special): out.field("", text: special.rawValue)
    case .mappedSpecial(let special): out.field("", text: special.rawValue)
    case .whole(let whole):
      out.write(unsigned: UInt(whole))
      guard case .code(let vocabulary) = item.mapping, earlier == 0, let words = vocabulary.words(whole) else { return }
      out.write(",\"")
      out.write(item.name)
      out.field(" Text\":", words: words)
    case .wholeSigned(let whole): out.write(Int(whole))
    case .microseconds(let count): out.write(unsigned: UInt(count))
    case .text:
      out.write("\"")
      for byte in bytes { out.write(escapedUTF8: byte) }
      out.write("\"")
    case .pack: write(pack: item, bytes, to: &out)
    case .unknown, .unreadable: out.write("null")
    }
  }

  private func write(pack item: UASItem, _ bytes: UnsafeRawBufferPointer, to out: inout ByteWriter) {
    switch item.mapping {
    case .identifiers:
      out.write("[")
      var reader = KLVReader(bytes)
      var isFirst = true
      while let identifier = reader.objectIdentifier() {
        if !isFirst { out.write(",") }
        isFirst = false
        out.write(identifier)
      }
      out.write("]")
    case .security:
      guard let set = SecuritySet(Array(bytes)) else { return out.write(hexadecimal: bytes) }
      write(set, to: &out)
    default: out.write(hexadecimal: bytes)
    }
  }

  private func write(_ set: SecuritySet, to out: inout ByteWriter) {
    out.write("{")
    for (index, entry) in set.entries.enumerated() {
      out.write(index == 0 ? "\"" : ",\"")
      let item = SecuritySet.item(entry.number)
      if let item { out.write(item.name) } else { out.write(entry.number) }
      let earlier = set.entries[..<index].reduce(0) { $0 + ($1.number == entry.number ? 1 : 0) }
      if earlier > 0 { out.field(" #", earlier + 1) }
      out.write("\":")
      write(entry, item?.mapping ?? .bytes, to: &out)
    }
    out.write("}")
  }

  private func write(_ entry: SecuritySet.Entry, _ mapping: SecuritySet.Mapping, to out: inout ByteWriter) {
    switch mapping {
    case .text:
      guard let text = String(validating: entry.bytes, as: UTF8.self) else { break }
      return out.field("", text: text)
    case .wideText:
      guard let text = SecuritySet.wide(entry.bytes) else { break }
      return out.field("", text: text)
    case .classification, .countryCoding, .objectCoding:
      guard entry.bytes.count == 1 else { break }
      if let words = SecuritySet.words(mapping, entry.bytes[0]) { return out.field("", words: words) }
      return out.write(Int(entry.bytes[0]))
    case .whole:
      guard 1...4 ~= entry.bytes.count else { break }
      return out.write(unsigned: entry.bytes.reduce(0) { $0 << 8 | UInt($1) })
    case .bytes: break
    }
    entry.bytes.withUnsafeBytes { out.write(hexadecimal: $0) }
  }
}

extension UASItem {
  /// The decimals of a value of this length, which tell it from its neighbours.
  func decimals(ofLength length: Int) -> Int {
    guard case .imapb(let least, let most, let bytes) = mapping, length != bytes else { return decimals }
    return Self.decimals(step: IMAPB(least, most, length: length)?.step ?? 1, largest: max(-least, most))
  }
}
