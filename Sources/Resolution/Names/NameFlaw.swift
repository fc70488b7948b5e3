/// What is odd about a name as it was given; none of it stops the comparison but `empty` and `tooLong`.
public struct NameFlaw: OptionSet, Sendable, Hashable {
  /// A bit for each flaw.
  public let rawValue: UInt8

  /// The set with these bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// No letter or digit is left to compare.
  public static let empty = NameFlaw(rawValue: 1)
  /// Longer than `NameLimits.longestNameScalars`; nothing of it was read.
  public static let tooLong = NameFlaw(rawValue: 2)
  /// More words than `NameLimits.mostWords`, or a word longer than `NameLimits.longestWordLetters`.
  public static let cut = NameFlaw(rawValue: 4)
  /// Control characters, left out.
  public static let controlCharacters = NameFlaw(rawValue: 8)
  /// Marks that turn the direction of writing or that nobody sees, left out.
  public static let invisibleMarks = NameFlaw(rawValue: 16)
  /// Letters of two scripts within one word, as when a Cyrillic letter stands for a Latin one that looks like it.
  public static let mixedScripts = NameFlaw(rawValue: 32)
  /// Letters of a script without a table of sounds: compared with the same script only.
  public static let unreadScript = NameFlaw(rawValue: 64)

  /// Whether the name cannot be compared at all.
  public var isUnusable: Bool { contains(.empty) || contains(.tooLong) }

  /// The flaws in words, in a fixed order.
  public var words: [String] {
    let all: [(NameFlaw, String)] = [
      (.tooLong, "it has more than \(NameLimits.longestNameScalars) characters"),
      (.empty, "it has no letter or digit"),
      (.cut, "words past the limit were left out"),
      (.controlCharacters, "control characters were left out"),
      (.invisibleMarks, "invisible or direction marks were left out"),
      (.mixedScripts, "one word mixes two scripts"),
      (.unreadScript, "some letters are of a script whose sounds are not known here"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
