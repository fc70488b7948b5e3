/// What is counted about two names; each has a learned weight, and says in words what it is.
enum NameFeature: Int, CaseIterable, Sendable {
  case always, organisation, replaced, anyReplaced, extraPerson, extraOrganisation, coveredShort, coveredLong
  case worstDistance, worstEdits, worstEditsPastOne, nearVowels, farVowels, vowelsAdded, softAdded, closeConsonants
  case relatedConsonants, farConsonants, consonantsAdded, transposed, firstDiffers, lastDiffers, initials, nicknames
  case legalFormDiffers, legalFormMissing, numberDiffers, numberMissing, genericReplaced, genericExtra, parentDiffers
  case crossed, shortWords, signsDiffer, marksDiffer, crossesScripts, equalWords, joined, acronym, oneWord, shareChanged
  case skeletonSame, length

  /// Which way a weight may point: a difference never speaks for one bearer, however a collection of pairs was put
  /// together.
  var sign: Double {
    switch self {
    case .always, .organisation, .length, .oneWord: 0
    case .coveredShort, .coveredLong, .equalWords, .skeletonSame, .acronym: 1
    case .crossesScripts, .joined, .initials, .nicknames: 0
    default: -1
    }
  }

  /// What the feature weighs at least, in the direction of its sign: the collections that weights are learned from
  /// call a slip of one letter the same as no slip, and yet equal names must come before similar ones.
  var leastWeight: Double {
    switch self {
    case .nearVowels, .softAdded, .crossed, .legalFormMissing: 0.05
    case .vowelsAdded, .closeConsonants, .transposed, .extraOrganisation: 0.1
    case .farVowels, .relatedConsonants, .farConsonants, .consonantsAdded, .firstDiffers, .worstEdits, .numberDiffers:
      0.2
    case .marksDiffer: 0.7
    case .signsDiffer: 3
    case .shortWords: 1.5
    default: 0
    }
  }

  /// The feature as an analyst would say it.
  var words: String {
    switch self {
    case .always: "before anything is compared"
    case .organisation: "one is an organisation"
    case .replaced: "words that have another in their place"
    case .anyReplaced: "a word has another in its place"
    case .extraPerson: "words that only one of the names has"
    case .extraOrganisation: "words that only one of the organisations' names has"
    case .coveredShort: "share of the shorter name that is found in the other"
    case .coveredLong: "share of the longer name that is found in the other"
    case .worstDistance: "difference of the least alike words that were laid together"
    case .worstEdits: "letters that differ in the least alike words"
    case .worstEditsPastOne: "letters past the first that differ in the least alike words"
    case .nearVowels: "vowels heard alike (e and i, o and u)"
    case .farVowels: "other vowels"
    case .vowelsAdded: "vowels more or less"
    case .softAdded: "an h or a glide more or less"
    case .closeConsonants: "consonants that some script writes alike (b and p, g and j)"
    case .relatedConsonants: "consonants heard for each other (d and t, l and r)"
    case .farConsonants: "other consonants"
    case .consonantsAdded: "consonants more or less"
    case .transposed: "neighbouring letters that changed places"
    case .firstDiffers: "words that begin with another sound"
    case .lastDiffers: "words that end with another sound"
    case .initials: "initials for words"
    case .nicknames: "pet names or other forms of one name"
    case .legalFormDiffers: "the legal forms differ"
    case .legalFormMissing: "only one has a legal form"
    case .numberDiffers: "the numbers differ"
    case .numberMissing: "only one has a number"
    case .genericReplaced: "common words of organisations that differ"
    case .genericExtra: "common words of organisations that only one has"
    case .parentDiffers: "a parent in one is the child in the other"
    case .crossed: "the words stand in another order"
    case .shortWords: "words of one syllable or four letters that differ in more than a vowel heard alike"
    case .signsDiffer: "written signs that differ"
    case .marksDiffer: "diacritics that differ where both have them"
    case .crossesScripts: "one script writes vowels and the other does not"
    case .equalWords: "words that are equal"
    case .joined: "words written together or apart"
    case .acronym: "one is made of the other's first letters"
    case .oneWord: "one name is a single word"
    case .shareChanged: "share of the letters that differ"
    case .skeletonSame: "the consonants are the same where scripts tell them apart"
    case .length: "length of the names"
    }
  }
}

/// The value of every feature for one pair of names.
struct NameFeatures: Sendable {
  /// A few more than there are features.
  private var values = InlineArray<48, Double>(repeating: 0)
  /// Whether each name is one word, which has nothing else to lean upon and is judged by weights of its own.
  var isSingle = false

  subscript(feature: NameFeature) -> Double {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }
}
