/// The bits of one AIS message, and the only place that reads them.
///
/// Fields are read where ITU-R M.1371-5, Annex 8, puts them: most significant bit first. Reading outside the storage
/// gives zero, as does reading past `bitCount`, so a short message never traps. The storage is an array that the decoder
/// reuses for the next message unless somebody kept this one.
public struct AISPayload: Hashable, Sendable {
  /// The most bits a message may have: five slots (1,064 bits) with room for senders that pad.
  public static let maximumBits = 1_280

  /// One word more than the bits need, so that a field may be read as a pair of words.
  static let wordCount = maximumBits / 64 + 1

  /// The bits from the most significant end of the first word; zero from `bitCount` on.
  var words: [UInt64]

  /// How many bits the message has.
  public internal(set) var bitCount: Int

  /// A payload without bits.
  public init() {
    words = [UInt64](repeating: 0, count: Self.wordCount)
    bitCount = 0
  }

  /// An unsigned field of 1 to 32 bits; zero when it lies outside the storage.
  @inline(__always)
  public func unsigned(_ start: Int, _ count: Int) -> Int {
    Int(truncatingIfNeeded: wide(start, count))
  }

  /// A two's complement field of 1 to 32 bits; zero when it lies outside the storage.
  @inline(__always)
  public func signed(_ start: Int, _ count: Int) -> Int {
    let bits = wide(start, count)
    let unused = UInt64(truncatingIfNeeded: 64 &- count)
    return Int(truncatingIfNeeded: Int64(bitPattern: bits &<< unused) &>> Int64(bitPattern: unused))
  }

  /// A field of one bit.
  @inline(__always)
  public func flag(_ position: Int) -> Bool {
    wide(position, 1) != 0
  }

  /// A field of 30 bits that holds an MMSI.
  @inline(__always)
  public func identity(_ start: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: wide(start, 30))
  }

  /// A field of up to 64 bits; zero when it lies outside the storage.
  @inline(__always)
  func wide(_ start: Int, _ count: Int) -> UInt64 {
    guard start >= 0, count > 0, count <= 64, start <= Self.maximumBits &- count else { return 0 }
    let index = start &>> 6
    let offset = UInt64(truncatingIfNeeded: start & 63)
    let pair = (words[index] &<< offset) | ((words[index &+ 1] &>> 1) &>> (63 &- offset))
    return pair &>> UInt64(truncatingIfNeeded: 64 &- count)
  }

  /// Six-bit text of a fixed number of characters (Annex 8, Table 47).
  @inline(__always)
  public func text(_ start: Int, characters: Int) -> AISText {
    AISText(payload: self, start: start, characters: characters)
  }

  /// Six-bit text from a position to the end of the message.
  public func text(from start: Int) -> AISText {
    AISText(payload: self, start: start, characters: max(0, bitCount - start) / 6)
  }

  /// The bits from a position on, as bytes of which the last may be filled up with the bits that follow.
  public func bytes(from start: Int, bits: Int) -> [UInt8] {
    guard bits > 0 else { return [] }
    return (0..<(bits + 7) / 8).map { UInt8(truncatingIfNeeded: wide(start + 8 * $0, 8)) }
  }
}
