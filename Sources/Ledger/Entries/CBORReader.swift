/// Reads what `CBORWriter` writes, and refuses every other spelling of the same values.
///
/// It allocates nothing: strings come back as the stretch of bytes in which they stand. A million entries are read in
/// one verification.
package struct CBORReader {
  package let bytes: UnsafeRawBufferPointer
  package private(set) var offset = 0

  package init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  package var isAtEnd: Bool { offset == bytes.count }

  package mutating func integer() throws(CBORError) -> Int64 {
    let start = offset
    let (type, argument) = try head()
    guard argument <= UInt64(Int64.max) else { throw CBORError(.numberTooLarge, start) }
    switch type {
    case CBORMajorType.unsigned: return Int64(argument)
    case CBORMajorType.negative: return ~Int64(argument)
    default: throw CBORError(.otherType, start)
    }
  }

  package mutating func byteString() throws(CBORError) -> UnsafeRawBufferPointer {
    try string(CBORMajorType.byteString)
  }

  /// The UTF-8 bytes of a text, which are not validated here.
  package mutating func text() throws(CBORError) -> UnsafeRawBufferPointer {
    try string(CBORMajorType.text)
  }

  /// The number of elements that follow.
  package mutating func array() throws(CBORError) -> Int {
    try count(CBORMajorType.array)
  }

  /// The number of pairs that follow.
  package mutating func map() throws(CBORError) -> Int {
    try count(CBORMajorType.map)
  }

  package mutating func yes() throws(CBORError) {
    guard offset < bytes.count else { throw CBORError(.endsEarly, offset) }
    guard bytes[offset] == CBORMajorType.simpleTrue else { throw CBORError(.otherType, offset) }
    offset += 1
  }

  private mutating func string(_ wanted: UInt8) throws(CBORError) -> UnsafeRawBufferPointer {
    let start = offset
    let (type, length) = try head()
    guard type == wanted else { throw CBORError(.otherType, start) }
    guard length <= UInt64(bytes.count - offset) else { throw CBORError(.endsEarly, start) }
    let end = offset + Int(length)
    defer { offset = end }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<end])
  }

  private mutating func count(_ wanted: UInt8) throws(CBORError) -> Int {
    let start = offset
    let (type, count) = try head()
    guard type == wanted else { throw CBORError(.otherType, start) }
    // Each element takes a byte at least, which bounds what a forged count can ask for.
    guard count <= UInt64(bytes.count - offset) else { throw CBORError(.endsEarly, start) }
    return Int(count)
  }

  private mutating func head() throws(CBORError) -> (type: UInt8, argument: UInt64) {
    guard offset < bytes.count else { throw CBORError(.endsEarly, offset) }
    let start = offset
    let first = bytes[offset]
    offset += 1
    let type = first >> 5
    let information = first & 0x1F
    if information < 24 { return (type, UInt64(information)) }
    guard information <= 27 else { throw CBORError(.notDeterministic, start) }
    let byteCount = 1 << Int(information - 24)
    guard bytes.count - offset >= byteCount else { throw CBORError(.endsEarly, start) }
    var argument: UInt64 = 0
    for index in offset..<offset + byteCount { argument = argument << 8 | UInt64(bytes[index]) }
    offset += byteCount
    let smallest: UInt64 = information == 24 ? 24 : 1 << UInt64(byteCount * 4)
    guard argument >= smallest else { throw CBORError(.notDeterministic, start) }
    return (type, argument)
  }
}

/// Why bytes are no entry, and where.
package struct CBORError: Error, Hashable {
  package enum Reason: String {
    case endsEarly = "ends early"
    case otherType = "has a value of another type"
    case notDeterministic = "is not encoded deterministically"
    case numberTooLarge = "has a number out of range"
    case notUTF8 = "has a text that is not UTF-8"
    case unknownField = "has a field that this version does not know, or in the wrong order"
    case missingField = "lacks a field"
    case trailingBytes = "goes on after its end"
    case wrongLength = "has a value of the wrong length"
  }

  package var reason: Reason
  package var offset: Int

  package init(_ reason: Reason, _ offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension CBORError: CustomStringConvertible {
  package var description: String { "\(reason.rawValue) at byte \(offset)" }
}
