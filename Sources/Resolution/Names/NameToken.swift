/// One word of a prepared name: where its letters and sounds lie, what kind of word it is, and what rejects it quickly.
struct NameToken: Sendable {
  var letterStart: UInt16 = 0
  var letterEnd: UInt16 = 0
  var soundStart: UInt16 = 0
  var soundEnd: UInt16 = 0
  /// The signs as written, for scripts of syllables; else empty.
  var signStart: UInt16 = 0
  var signEnd: UInt16 = 0
  var kind = NameTokenKind.core
  var traits: Traits = []
  /// Words that stand for each other (nicknames, forms of a company) share a group above 0.
  var group: UInt16 = 0
  var otherGroup: UInt16 = 0
  /// The value of a number.
  var number: Int32 = 0
  /// A hash of the letters.
  var hash: UInt64 = 0
  /// A hash of the letters with their marks, to tell ù from ư when both names have marks.
  var markHash: UInt32 = 0
  /// A hash of the word in the older spelling of Chinese, 0 where there is none.
  var olderHash: UInt64 = 0
  /// A bit for each consonant that sounds in the word.
  var soundMask: UInt32 = 0

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// Written in a script that leaves vowels out.
    static let omitsVowels = Traits(rawValue: 1)
    /// Written with diacritics.
    static let marked = Traits(rawValue: 2)
    /// Single letters that stand for words.
    static let initials = Traits(rawValue: 4)
    static let hyphenAfter = Traits(rawValue: 8)
    /// Named as a parent: it stands behind a word like `bin`.
    static let parent = Traits(rawValue: 16)
    static let syllabic = Traits(rawValue: 32)
    /// Separated from the word before by a comma.
    static let commaBefore = Traits(rawValue: 64)
  }

  var letterCount: Int { Int(letterEnd) - Int(letterStart) }
  var soundCount: Int { Int(soundEnd) - Int(soundStart) }
  var signCount: Int { Int(signEnd) - Int(signStart) }
}

/// What a word does in a name.
enum NameTokenKind: UInt8, Sendable {
  /// It names.
  case core
  /// An article, a preposition, "and", or a prefix such as `Abd`.
  case particle
  /// It says whose child one is: bin, ibn, ould, oghlu.
  case kinship
  /// A title or form of address.
  case honorific
  /// The legal form of a company.
  case legalForm
  /// A word that many organisations bear: group, bank, ministry.
  case organisation
  case number
}
