/// A degree in which two values agree, of the list that a kind of field has.
struct Level: Sendable {
  /// The words in which a person reads it.
  let words: String
  /// How often records of one entity agree so, before anything is learned.
  let prior: Double
}

/// The degrees of agreement of each kind, from the same to different; 0 is "missing", and the first in the list is 1.
enum LevelTable {
  /// The most degrees of a kind, "missing" among them.
  static let most = 8
  /// The degree "the same".
  static let same: UInt8 = 1
  /// The degree "one slip apart" of every kind that has it.
  static let slip: UInt8 = 2
  /// The degree "stands in the other name's column" of given and family names.
  static let exchanged: UInt8 = 6

  /// Whether two names stand in each other's columns, seen from the degrees of both comparisons across.
  static func isExchange(_ crossed: UInt8, _ back: UInt8) -> Bool {
    (1...5).contains(crossed) && (1...5).contains(back) && min(crossed, back) <= 3
  }

  private static let namePart = [
    Level(words: "the same", prior: 0.78), Level(words: "one slip apart", prior: 0.09),
    Level(words: "the same consonants", prior: 0.02), Level(words: "similar", prior: 0.03),
    Level(words: "an initial or a short form", prior: 0.02),
    Level(words: "given and family name exchanged", prior: 0.02), Level(words: "different", prior: 0.04),
  ]
  private static let wholeName = [
    Level(words: "the same", prior: 0.7), Level(words: "one slip apart", prior: 0.1),
    Level(words: "the same words in another order or number", prior: 0.08),
    Level(words: "the same consonants", prior: 0.03), Level(words: "similar", prior: 0.05),
    Level(words: "different", prior: 0.04),
  ]
  private static let date = [
    Level(words: "the same", prior: 0.86), Level(words: "one digit apart", prior: 0.06),
    Level(words: "day and month exchanged", prior: 0.02),
    Level(words: "the same year, one of them 1 January or without a day", prior: 0.02),
    Level(words: "the same year, or the same day and month", prior: 0.02), Level(words: "different", prior: 0.02),
  ]
  private static let postcode = [
    Level(words: "the same", prior: 0.7), Level(words: "one slip apart", prior: 0.08),
    Level(words: "the same district", prior: 0.05), Level(words: "different", prior: 0.17),
  ]
  private static let number = [
    Level(words: "the same", prior: 0.8), Level(words: "one slip apart", prior: 0.08),
    Level(words: "different", prior: 0.12),
  ]
  private static let phone = [
    Level(words: "the same", prior: 0.78), Level(words: "one slip apart", prior: 0.07),
    Level(words: "the same but for the country code", prior: 0.02),
    Level(words: "one is the end of the other", prior: 0.01), Level(words: "different", prior: 0.12),
  ]
  private static let identifier = [
    Level(words: "the same", prior: 0.78), Level(words: "one slip apart", prior: 0.07),
    Level(words: "letters and digits taken for each other", prior: 0.02),
    Level(words: "one is the end of the other", prior: 0.01), Level(words: "different", prior: 0.12),
  ]
  private static let words = [
    Level(words: "the same", prior: 0.7), Level(words: "one slip apart", prior: 0.1),
    Level(words: "similar", prior: 0.05), Level(words: "one is part of the other", prior: 0.03),
    Level(words: "different", prior: 0.12),
  ]
  private static let mail = [
    Level(words: "the same", prior: 0.7), Level(words: "one slip apart", prior: 0.1),
    Level(words: "the same before the @", prior: 0.05), Level(words: "similar", prior: 0.05),
    Level(words: "different", prior: 0.1),
  ]
  private static let category = [Level(words: "the same", prior: 0.9), Level(words: "different", prior: 0.1)]

  /// The degrees of a kind; the number of a degree is its place, counted from 1.
  static func levels(of kind: FieldKind) -> [Level] {
    switch kind {
    case .givenName, .familyName: namePart
    case .name: wholeName
    case .date: date
    case .postcode: postcode
    case .phone: phone
    case .document, .account, .serial, .plate, .identifier: identifier
    case .number: number
    case .place, .address, .text: words
    case .email: mail
    case .category, .purpose, .ownerRole, .ignored: category
    }
  }
}
