/// A name read once, for many comparisons: its words in Latin letters of one case, their sounds, and what kind of
/// word each is.
///
/// Scripts that are read: Latin with all diacritics, Arabic (with the letters of Persian, Sorani, Pashto and Urdu),
/// Hebrew, Cyrillic, Greek, Armenian, Georgian, Devanagari, Bengali, Ethiopic, kana, Hangul and the commoner Chinese
/// characters of names. Letters of other scripts are compared as they stand. Preparation takes microseconds and
/// touches no table that grows.
public struct PreparedName: Sendable {
  /// What is odd about the name as it was given.
  public internal(set) var flaws: NameFlaw = []
  var letters: [UInt8] = []
  var sounds: [UInt8] = []
  var signs: [UInt32] = []
  var tokens: [NameToken] = []
  /// The place of the legal form's group, 0 when it has none.
  var legalForm: UInt16 = 0
  var isOrganisation = false
  /// How many words name.
  var coreCount = 0
  /// How many letters the words that name have.
  var coreLetters = 0

  /// Reads a name.
  /// - Parameter text: a name of a person, an organisation or a vessel, in any script and order. `flaws` says what
  ///   was wrong.
  public init(_ text: String) {
    var reader = NameReader()
    reader.read(text)
    self = reader.finished()
  }

  init() {}

  /// The words as they are compared, in Latin letters, a space between them: `محمد بن سلمان` reads `mhmd bn slman`.
  public var reading: String {
    tokens.map { token in
      String(decoding: letters[Int(token.letterStart)..<Int(token.letterEnd)], as: UTF8.self).lowercased()
    }.joined(separator: " ")
  }
}
