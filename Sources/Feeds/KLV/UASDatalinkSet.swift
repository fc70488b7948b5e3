/// One packet of the UAS Datalink Local Set (MISB ST 0601.19): what a drone says of itself and of what its camera sees.
///
/// The value keeps the packet's bytes and where each item lies in them; an item is read when it is asked for.
public struct UASDatalinkSet: Sendable {
  /// Where an item lies in `bytes`.
  public struct Entry: Hashable, Sendable {
    /// The item's number.
    public let number: Int
    /// The offset of the first byte of its value.
    let start: Int
    /// The length of its value in bytes; zero says that the sender no longer knows it.
    public let length: Int
  }

  /// Where a packet stood.
  public struct Place: Hashable, Sendable {
    /// The offset of its key in the input; in a transport stream, of the transport packet in which its unit begins.
    public var byteOffset = 0
    /// The packet identifier of its stream, in a transport stream.
    public var streamIdentifier: Int?
    /// The time at which its picture is shown, in ticks of 90 kHz, where the stream gives it (ISO/IEC 13818-1, 2.4.3.7).
    public var presentationTicks: Int64?

    /// A place at the beginning of an input.
    public init() {}
  }

  /// What is doubtful about a packet; only packets without doubt are handed on unless others are asked for.
  public enum Doubt: String, Hashable, Sendable {
    case checksumMissing = "missing"
    case checksumWrong = "wrong"
  }

  /// The 16 bytes by which the set is known: 06.0E.2B.34.02.0B.01.01.0E.01.03.01.01.00.00.00 (ST 0601.19, 6.2).
  public static let key: [UInt8] = [
    0x06, 0x0E, 0x2B, 0x34, 0x02, 0x0B, 0x01, 0x01, 0x0E, 0x01, 0x03, 0x01, 0x01, 0x00, 0x00, 0x00,
  ]

  /// The bytes of the items.
  let bytes: [UInt8]
  /// The items in the order in which they were sent.
  public let entries: [Entry]
  /// Where the packet stood.
  public let place: Place
  /// What is doubtful about it, or nil.
  public let doubt: Doubt?

  /// The last item of a number, which is the one that holds.
  public func entry(_ number: Int) -> Entry? { entries.last { $0.number == number } }

  /// The bytes of an item's value.
  public func bytes(of entry: Entry) -> [UInt8] {
    bytes.withUnsafeBytes { Array($0.slice(entry.start, entry.start &+ entry.length)) }
  }

  /// The value of an item, by its number; nil when it was not sent.
  public func value(_ number: Int) -> KLVValue? {
    entry(number).map { entry in bytes.withUnsafeBytes { KLVValue.read(entry, in: $0) } }
  }

  /// The number of an item in its unit, when it was sent and is one.
  public func number(_ number: Int) -> Double? {
    switch value(number) {
    case .number(let value): value
    case .whole(let value): Double(value)
    case .wholeSigned(let value): Double(value)
    default: nil
    }
  }

  /// The text of an item, when it was sent and is one.
  public func text(_ number: Int) -> String? {
    if case .text? = value(number), let entry = entry(number) {
      return String(validating: bytes(of: entry), as: UTF8.self)
    }
    return nil
  }
}
