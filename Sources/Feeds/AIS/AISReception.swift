public import Geodesy

/// One message as it was received: what was said, when, through whom.
public struct AISReception: Sendable {
  /// The message.
  public let message: AISMessage

  /// The radio channel as the sentence names it: `A`, `B`, `1`, `2`, or nil when it does not.
  public var channel: Character? {
    channelCode == 0 ? nil : Character(UnicodeScalar(channelCode))
  }

  /// The two letters before `VDM`, most often `AI`; `BS` is a base station, `AB` another.
  public var talker: String { talkerCode.description }

  /// Whether the receiver's own station sent it (`VDO`).
  public let isOwnStation: Bool

  /// When it was received, as the tag block or the receiver's prefix or suffix says; nil when nothing does.
  public let receivedAt: Instant?

  /// The receiving station from the tag block or the suffix; nil when nothing names it.
  public var source: String? { sourceCode.isEmpty ? nil : sourceCode.description }

  /// The receiving station as a value: to compare it, unlike `source`, makes no text.
  public var station: ReceivingStation { ReceivingStation(code: sourceCode) }

  /// The number of the tag block's sentence group, if it has one.
  public let group: UInt32?

  /// The line on which the message was complete, counted from 1.
  public let lineNumber: Int

  /// What is doubtful about the message; nothing unless the decoder was asked to hand on doubtful messages.
  public let doubts: AISDoubts

  let channelCode: UInt8
  let talkerCode: ShortText
  let sourceCode: ShortText

  /// A message with what its sentence and its line say.
  @inline(__always)
  init(message: AISMessage, _ sentence: Sentence, _ context: LineContext, line: Int, doubts: AISDoubts) {
    self.message = message
    isOwnStation = sentence.isOwnStation
    receivedAt = context.milliseconds.map(Instant.init(millisecondsSince1970:))
    group = context.group
    lineNumber = line
    self.doubts = doubts
    channelCode = sentence.channel
    talkerCode = sentence.talker
    sourceCode = context.source
  }
}

/// The name of a receiving station, to be compared with the one of a message; what is longer than 16 bytes is cut.
public struct ReceivingStation: Hashable, Sendable {
  let code: ShortText

  init(code: ShortText) { self.code = code }

  /// The station of that name.
  public init(_ name: String) {
    code = Array(name.utf8).withUnsafeBytes { ShortText($0) }
  }
}

/// Up to sixteen bytes of ASCII text held without allocation; what is longer is cut.
///
/// NMEA 0183 gives a tag block's source 15 characters at most.
struct ShortText: Hashable, Sendable, CustomStringConvertible {
  static let capacity = 16
  static let empty = ShortText()

  private var high: UInt64 = 0
  private var low: UInt64 = 0

  init() {}

  /// Up to eight characters, the last in the lowest byte.
  @inline(__always)
  init(low: UInt64) { self.low = low }

  /// Keeps the first sixteen bytes.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes.prefix(Self.capacity) {
      high = high &<< 8 | low &>> 56
      low = low &<< 8 | UInt64(byte)
    }
  }

  var isEmpty: Bool { high == 0 && low == 0 }

  var description: String {
    var bytes: [UInt8] = []
    for index in stride(from: 120, through: 0, by: -8) {
      let word = index >= 64 ? high : low
      let byte = UInt8(truncatingIfNeeded: word >> UInt64(index % 64))
      if byte != 0 { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
