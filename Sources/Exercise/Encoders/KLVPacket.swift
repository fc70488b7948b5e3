import Feeds

/// A packet of the UAS Datalink Local Set, item by item, by the same table of items by which it is read.
///
/// Source: MISB ST 0601.19, 6 (the packet), 7 (how numbers are mapped) and 8.1 (the checksum).
struct KLVPacket {
  private var items: [UInt8] = []

  /// Adds a number in the unit of its item; what the item cannot say is held at its end, and an item that is no
  /// number is left out.
  mutating func add(_ number: Int, _ value: Double) {
    guard let item = UASItem.item(number), value.isFinite else { return }
    switch item.mapping {
    case .unsigned(let bytes, let least, let most):
      let part = min(max((value - least) / (most - least), 0), 1)
      add(number, part * Self.greatest(bits: 8 * bytes), bytes: bytes)
    case .signed(let bytes, let most, _):
      let part = min(max(value / most, -1), 1)
      add(number, part * Self.greatest(bits: 8 * bytes - 1), bytes: bytes)
    case .whole(let bytes, _):
      add(number, min(max(value, 0), Self.greatest(bits: 8 * bytes)), bytes: bytes)
    case .code: add(number, min(max(value, 0), 255), bytes: 1)
    default: return
    }
  }

  /// Adds text.
  mutating func add(_ number: Int, _ text: String) { add(number, Array(text.utf8)) }

  /// Adds the time in microseconds since 1970.
  mutating func add(microseconds: Int64) {
    add(2, (0..<8).map { UInt8(truncatingIfNeeded: microseconds >> Int64(56 - 8 * $0)) })
  }

  /// Adds the bytes of an item.
  mutating func add(_ number: Int, _ bytes: [UInt8]) {
    items += Self.key(number) + Self.length(bytes.count) + bytes
  }

  /// The packet with its key, its length and its checksum.
  var bytes: [UInt8] {
    var packet = UASDatalinkSet.key + Self.length(items.count + 4) + items + [1, 2]
    var sum = 0
    for (index, byte) in packet.enumerated() { sum += index % 2 == 0 ? Int(byte) << 8 : Int(byte) }
    packet += [UInt8(sum >> 8 & 255), UInt8(sum & 255)]
    return packet
  }

  private static func greatest(bits: Int) -> Double {
    Double((UInt64(1) << UInt64(min(bits, 52))) - 1)
  }

  private mutating func add(_ number: Int, _ steps: Double, bytes: Int) {
    let code = Int64(steps.rounded())
    add(number, (0..<bytes).map { UInt8(truncatingIfNeeded: code >> Int64(8 * (bytes - 1 - $0))) })
  }

  /// The number of an item in seven bits a byte (ISO/IEC 8825-1, 8.19.2).
  private static func key(_ number: Int) -> [UInt8] {
    number < 128 ? [UInt8(number)] : [0x80 | UInt8(number >> 7 & 127), UInt8(number & 127)]
  }

  /// A length by the basic encoding rules (ISO/IEC 8825-1, 8.1.3).
  private static func length(_ count: Int) -> [UInt8] {
    if count < 128 { return [UInt8(count)] }
    return count < 256 ? [0x81, UInt8(count)] : [0x82, UInt8(count >> 8 & 255), UInt8(count & 255)]
  }
}
