/// Writes the core deterministic encoding of RFC 8949, section 4.2.1: shortest heads, definite lengths.
///
/// Keys of maps must be written in ascending order of their encoded bytes; for small unsigned integers that is the
/// order of the numbers. The integer 1000 becomes `19 03 e8`, the text "IETF" becomes `64 49 45 54 46`.
package struct CBORWriter {
  package private(set) var bytes: [UInt8] = []

  package init(reservingBytes capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  package mutating func integer(_ value: Int64) {
    if value >= 0 {
      head(CBORMajorType.unsigned, UInt64(value))
    } else {
      head(CBORMajorType.negative, UInt64(bitPattern: ~value))
    }
  }

  package mutating func byteString(_ value: [UInt8]) {
    head(CBORMajorType.byteString, UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  package mutating func byteString(_ value: TreeHash) {
    head(CBORMajorType.byteString, UInt64(TreeHash.byteCount))
    value.withBytes { bytes.append(contentsOf: $0) }
  }

  package mutating func text(_ value: String) {
    var value = value
    value.withUTF8 { utf8 in
      head(CBORMajorType.text, UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  package mutating func texts(_ values: [String]) {
    array(values.count)
    for value in values { text(value) }
  }

  package mutating func array(_ count: Int) {
    head(CBORMajorType.array, UInt64(count))
  }

  package mutating func map(_ count: Int) {
    head(CBORMajorType.map, UInt64(count))
  }

  package mutating func yes() {
    bytes.append(CBORMajorType.simpleTrue)
  }

  private mutating func head(_ majorType: UInt8, _ argument: UInt64) {
    let type = majorType << 5
    switch argument {
    case 0...23:
      bytes.append(type | UInt8(argument))
    case 24...0xFF:
      bytes.append(type | 24)
      bytes.append(UInt8(argument))
    case 0x100...0xFFFF:
      bytes.append(type | 25)
      append(argument, byteCount: 2)
    case 0x1_0000...0xFFFF_FFFF:
      bytes.append(type | 26)
      append(argument, byteCount: 4)
    default:
      bytes.append(type | 27)
      append(argument, byteCount: 8)
    }
  }

  private mutating func append(_ argument: UInt64, byteCount: Int) {
    for shift in stride(from: (byteCount - 1) * 8, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: argument >> UInt64(shift)))
    }
  }
}

/// The major types of RFC 8949, section 3.1, as far as entries use them.
enum CBORMajorType {
  static let unsigned: UInt8 = 0
  static let negative: UInt8 = 1
  static let byteString: UInt8 = 2
  static let text: UInt8 = 3
  static let array: UInt8 = 4
  static let map: UInt8 = 5
  static let simpleTrue: UInt8 = 0xF5
}
