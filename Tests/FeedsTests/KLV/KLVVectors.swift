import Foundation

@testable import Feeds

/// A length by the basic encoding rules, made by a road of its own.
func encodedLength(_ length: Int) -> [UInt8] {
  if length < 128 { return [UInt8(length)] }
  return length < 256 ? [0x81, UInt8(length)] : [0x82, UInt8(length >> 8), UInt8(length & 255)]
}

/// An item of a local set.
func item(_ number: Int, _ value: [UInt8]) -> [UInt8] {
  let key = number < 128 ? [UInt8(number)] : [UInt8(0x80 | number >> 7), UInt8(number & 127)]
  return key + encodedLength(value.count) + value
}

/// The bytes of hexadecimal digits.
func hex(_ digits: String) -> [UInt8] {
  let values = digits.filter { !$0.isWhitespace }.map { UInt8($0.hexDigitValue!) }
  return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
}

/// A packet of the UAS Datalink Local Set with a checksum; `sum` replaces it.
func uasPacket(_ items: [[UInt8]], sum: UInt16? = nil) -> [UInt8] {
  let body = items.joined() + [1, 2]
  let head = hex("060E2B34020B01010E01030101000000") + encodedLength(body.count + 2) + body
  let counted = head.enumerated().reduce(0) { $0 &+ Int($1.element) << ($1.offset % 2 == 0 ? 8 : 0) }
  let checksum = sum ?? UInt16(counted & 0xFFFF)
  return head + [UInt8(checksum >> 8), UInt8(checksum & 255)]
}

/// A packet that tells itself from others by its time.
func numberedPacket(_ number: Int) -> [UInt8] {
  let time = (0..<8).map { UInt8(truncatingIfNeeded: (1_700_000_000_000_000 + number) >> (56 - 8 * $0)) }
  return uasPacket([item(2, time), item(13, hex("5595B66D")), item(14, hex("5B5360C4")), item(3, Array("NIGHT".utf8))])
}

/// The number of such a packet.
func number(of packet: UASDatalinkSet) -> Int? {
  packet.microsecondsSince1970.map { Int($0) - 1_700_000_000_000_000 }
}

/// Each packet as JSON.
func klvLines(_ input: [UInt8], limits: KLVDecoder.Limits = .init()) -> [String] {
  let writer = KLVWriter()
  var out = ByteWriter()
  for packet in KLVDecoder.decode(input, limits: limits).packets { writer.write(packet, to: &out) }
  return String(decoding: out.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}

/// Makes a transport stream of one programme with a stream of metadata, by a road of its own.
struct TransportMaker {
  var bytes: [UInt8] = []
  let type: UInt8
  let registration: String
  let stream = 0x1E1
  private var counters: [Int: Int] = [:]

  init(type: UInt8 = 0x06, registration: String = "KLVA") {
    (self.type, self.registration) = (type, registration)
  }

  /// Packets of 188 bytes that carry a payload, the first of which starts a unit.
  mutating func send(_ payload: [UInt8], on identifier: Int) {
    var rest = payload[...]
    var isFirst = true
    repeat {
      let part = rest.prefix(184)
      rest = rest.dropFirst(part.count)
      let counter = counters[identifier, default: 0]
      counters[identifier] = (counter + 1) & 15
      bytes += [0x47, UInt8(identifier >> 8) | (isFirst ? 0x40 : 0), UInt8(identifier & 255)]
      if part.count == 184 {
        bytes.append(0x10 | UInt8(counter))
      } else {
        bytes.append(0x30 | UInt8(counter))
        let stuffing = 183 - part.count
        bytes.append(UInt8(stuffing))
        if stuffing > 0 { bytes += [0] + [UInt8](repeating: 0xFF, count: stuffing - 1) }
      }
      bytes += part
      isFirst = false
    } while !rest.isEmpty
  }

  /// The programme association table and the programme map.
  mutating func sendTables() {
    send([0] + section([0, 0xB0, 13, 0, 1, 0xC1, 0, 0, 0, 1, 0xE1, 0x00]), on: 0)
    let descriptor = [5, 4] + Array(registration.utf8)
    let streams =
      [0x1B, 0xE2, 0x00, 0xF0, 0] + [type, 0xE1, 0xE1, 0xF0, UInt8(descriptor.count)] + descriptor
    send([0] + section([2, 0xB0, UInt8(13 + streams.count), 0, 1, 0xC1, 0, 0, 0xE2, 0, 0xF0, 0] + streams), on: 0x100)
    // Video, which is nobody's metadata although it holds a key.
    send([0, 0, 1, 0xE0, 0, 0, 0x80, 0, 0] + numberedPacket(999), on: 0x200)
  }

  /// A unit of the metadata stream, with a time of presentation.
  mutating func sendUnit(_ payload: [UInt8], ticks: Int = 8_589_934_591) {
    let time = [
      0x21 | UInt8(ticks >> 29 & 14), UInt8(ticks >> 22 & 255), UInt8(ticks >> 14 & 254) | 1, UInt8(ticks >> 7 & 255),
      UInt8(ticks << 1 & 254) | 1,
    ]
    let length = payload.count + 8
    send([0, 0, 1, 0xBD, UInt8(length >> 8), UInt8(length & 255), 0x84, 0x80, 5] + time + payload, on: stream)
  }

  private func section(_ body: [UInt8]) -> [UInt8] {
    // Annex A, bit by bit over a shift register.
    var register = [Bool](repeating: true, count: 32)
    for byte in body {
      for bit in (0..<8).reversed() {
        let feedback = register.removeFirst() != (byte >> bit & 1 == 1)
        register.append(false)
        for place in [0, 1, 2, 4, 5, 7, 8, 10, 11, 12, 16, 22, 23, 26] where feedback { register[31 - place].toggle() }
      }
    }
    return body
      + stride(from: 0, to: 32, by: 8).map { start in register[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) } }
  }
}
