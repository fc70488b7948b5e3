/// Writes records as JSON Lines: items by their standard's names, quantities in its units.
///
/// `{"category":48,"I048/010":{"SAC":25,"SIC":201},"I048/140":27354.6015625,…}`: groups, extended forms and compounds are
/// objects, what repeats is a list, codes are octal and addresses hexadecimal text, enumerations are their numbers.
public struct AsterixWriter: Sendable {
  /// A writer.
  public init() {}

  /// Writes one record and a newline.
  public func write(_ record: AsterixRecord, to writer: inout ByteWriter) {
    let layout = record.layout
    writer.write("{\"category\":")
    writer.write(record.category)
    var present = record.items.present
    while present != 0 {
      let item = present.trailingZeroBitCount
      present &= present &- 1
      write(layout.profile[item].name, layout, to: &writer)
      _ = write(layout.profile[item].node, layout, record.octets, at: record.items.offset(present: item), to: &writer)
    }
    writer.write("}\n")
  }

  @inline(__always)
  private func write(_ bytes: AsterixPlan.Bytes, _ layout: AsterixLayout, to writer: inout ByteWriter) {
    writer.withRoom(bytes.count) { place in
      place.update(from: layout.pool + bytes.start, count: bytes.count)
      return bytes.count
    }
  }

  /// Writes what a node describes, which has been measured; returns where it ends.
  private func write(
    _ index: Int, _ layout: AsterixLayout, _ octets: Octets, at start: Int, to writer: inout ByteWriter
  ) -> Int {
    let node = layout.nodes + index
    switch node.pointee.kind {
    case .fields:
      write(fieldsOf: node, layout, octets, at: start, to: &writer)
      return start &+ node.pointee.octets
    case .extended:
      return write(extended: node, layout, octets, at: start, to: &writer)
    case .repetitive:
      return write(repetitive: node, layout, octets, at: start, to: &writer)
    case .compound:
      return write(compound: node, layout, octets, at: start, to: &writer)
    case .explicit:
      writeHexadecimal(octets, at: start + 1, count: max(0, Int(octets[start]) - 1), to: &writer)
      return start + Int(octets[start])
    }
  }

  private func write(
    extended node: UnsafePointer<AsterixPlan.Node>, _ layout: AsterixLayout, _ octets: Octets, at start: Int,
    to writer: inout ByteWriter
  ) -> Int {
    var at = start
    var run = 0
    writer.write(byte: UInt8(ascii: "{"))
    repeat {
      if run < node.pointee.count {
        let fields = layout.nodes + (node.pointee.first &+ run)
        write(fieldsOf: fields, layout, octets, at: at, to: &writer)
        at &+= fields.pointee.octets
        run &+= 1
      } else {
        at &+= 1
      }
    } while octets[at &- 1] & 1 == 1
    writer.write(byte: UInt8(ascii: "}"))
    return at
  }

  private func write(
    repetitive node: UnsafePointer<AsterixPlan.Node>, _ layout: AsterixLayout, _ octets: Octets, at start: Int,
    to writer: inout ByteWriter
  ) -> Int {
    let countOctets = node.pointee.octets
    var at = start &+ countOctets
    var left = countOctets > 0 ? layout.count(octets, at: start, in: countOctets) : AsterixLayout.repetitionsMost
    writer.write(byte: UInt8(ascii: "["))
    var isFirst = true
    while left > 0 {
      if !isFirst { writer.write(byte: UInt8(ascii: ",")) }
      isFirst = false
      at = write(node.pointee.first, layout, octets, at: at, to: &writer)
      left = countOctets > 0 || octets[at &- 1] & 1 == 1 ? left &- 1 : 0
    }
    writer.write(byte: UInt8(ascii: "]"))
    return at
  }

  private func write(
    compound node: UnsafePointer<AsterixPlan.Node>, _ layout: AsterixLayout, _ octets: Octets, at start: Int,
    to writer: inout ByteWriter
  ) -> Int {
    var length = 1
    while octets[start &+ length &- 1] & 1 == 1 { length &+= 1 }
    var at = start &+ length
    var isFirst = true
    writer.write(byte: UInt8(ascii: "{"))
    for octet in 0..<length {
      var bits = octets[start &+ octet] & 0xFE
      while bits != 0 {
        let place = bits.leadingZeroBitCount
        bits &= 0x7F &>> UInt8(truncatingIfNeeded: place)
        let subfield = layout.subfields[node.pointee.first &+ octet &* 7 &+ place]
        if !isFirst { writer.write(byte: UInt8(ascii: ",")) }
        isFirst = false
        write(subfield.name, layout, to: &writer)
        at = write(subfield.node, layout, octets, at: at, to: &writer)
      }
    }
    writer.write(byte: UInt8(ascii: "}"))
    return at
  }

  @inline(__always)
  private func write(
    fieldsOf node: UnsafePointer<AsterixPlan.Node>, _ layout: AsterixLayout, _ octets: Octets, at start: Int,
    to writer: inout ByteWriter
  ) {
    let first = layout.fields + node.pointee.first
    for index in 0..<node.pointee.count {
      write(first[index].lead, layout, to: &writer)
      write(first + index, layout, octets, at: start, to: &writer)
    }
    write(node.pointee.trail, layout, to: &writer)
  }

  @inline(__always)
  private func write(
    _ place: UnsafePointer<AsterixPlan.Field>, _ layout: AsterixLayout, _ octets: Octets, at start: Int,
    to writer: inout ByteWriter
  ) {
    let field = place.pointee
    switch field.kind {
    case .unsigned: writer.write(unsigned: UInt(field.bits(octets, at: start)))
    case .signed: writer.write(field.signed(field.bits(octets, at: start)))
    case .quantity: write(field.bits(octets, at: start), isNegative: false, field.scale, to: &writer)
    case .signedQuantity:
      let value = field.signed(field.bits(octets, at: start))
      write(UInt64(value.magnitude), isNegative: value < 0, field.scale, to: &writer)
    case .chosen:
      let scale = field.isOther(octets, at: start) ? field.other : field.scale
      write(field.bits(octets, at: start), isNegative: false, scale, to: &writer)
    case .octal: writeOctal(field.bits(octets, at: start), digits: field.bits / 3, to: &writer)
    case .icao: writeSixBit(field.bits(octets, at: start), count: field.bits / 6, to: &writer)
    case .ascii: writeASCII(octets, at: start &+ field.octet, count: field.bits / 8, to: &writer)
    case .hexadecimal: writeHexadecimal(octets, at: start &+ field.octet, count: field.bits / 8, to: &writer)
    case .register: write(registerAt: start &+ field.octet, layout, octets, to: &writer)
    }
  }

  /// Writes a register as it was sent, and what it holds where its number is one that is laid open.
  private func write(registerAt start: Int, _ layout: AsterixLayout, _ octets: Octets, to writer: inout ByteWriter) {
    writeHexadecimal(octets, at: start, count: 7, to: &writer)
    let number = octets[start &+ 7]
    let node = layout.registers[Int(number)]
    guard node >= 0 else { return }
    writer.write(",\"BDS")
    writer.write(byte: ByteWriter.hexadecimal(number >> 4))
    writer.write(byte: ByteWriter.hexadecimal(number & 15))
    writer.write("\":")
    _ = write(node, layout, octets, at: start, to: &writer)
  }

  @inline(__always)
  private func write(
    _ steps: UInt64, isNegative: Bool, _ scale: AsterixScaling, to writer: inout ByteWriter
  ) {
    let units = scale.units(steps)
    if isNegative, units > 0 { writer.write(byte: UInt8(ascii: "-")) }
    guard scale.decimals > 0 else { return writer.write(unsigned: UInt(units)) }
    let (whole, part) = units.quotientAndRemainder(dividingBy: scale.powerOfTen)
    writer.write(unsigned: UInt(whole))
    writer.write(byte: UInt8(ascii: "."))
    writer.withRoom(scale.decimals) { place in
      var part = part
      for digit in 1...scale.decimals {
        let next = part / 10
        place[scale.decimals - digit] = 0x30 | UInt8(truncatingIfNeeded: part &- next &* 10)
        part = next
      }
      return scale.decimals
    }
  }
}
