/// Words of one name that were laid beside words of the other.
struct NamePair: Sendable {
  /// How they are alike.
  enum Manner: UInt8, Sendable {
    case equal, spelled, standsFor, initial, joined, acronym, signs
  }

  var first: Range<UInt8> = 0..<0
  var second: Range<UInt8> = 0..<0
  var manner = Manner.equal
  /// What differs, as a share of the longer word.
  var distance: Float = 0

  /// The words, as bits of the name's words.
  var firstBits: UInt32 { NamePair.bits(first) }
  var secondBits: UInt32 { NamePair.bits(second) }

  private static func bits(_ range: Range<UInt8>) -> UInt32 {
    ((1 << UInt32(range.upperBound)) - 1) & ~((1 << UInt32(range.lowerBound)) - 1)
  }
}
