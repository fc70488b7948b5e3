/// What a column is taken for, and why.
public struct ColumnGuess: Hashable, Sendable, CustomStringConvertible {
  /// The heading.
  public let heading: String
  /// What the column is taken for.
  public var kind: FieldKind
  /// Why.
  public let reason: String

  /// The guess as one line.
  public var description: String { "\(heading) = \(kind.rawValue) (\(reason))" }
}

/// Guesses what columns are about, from their headings and, where those say nothing, from their values.
public enum ColumnGuesser {
  /// Words of headings, each with what they say; the first row that fits counts.
  private static let vocabulary: [(words: [String], kind: FieldKind, reason: String)] = [
    (
      [
        "nationality", "nationalities", "citizenship", "ethnicity", "ethnic", "race", "religion", "faith", "tribe",
        "caste", "asylum", "country_of_birth", "birth_country",
      ], .ignored, "never compared: who someone is by origin or belief is no evidence"
    ),
    (["purpose"], .purpose, "says what the record was gathered for"),
    (["owner_role", "phone_owner_role"], .ownerRole, "says whose phone it was taken from"),
    (
      ["cluster", "cluster_id", "cluster_no", "truth", "label", "entity_id", "true_id", "group_id", "match_id"],
      .ignored, "the answer of somebody else"
    ),
    (
      ["created", "updated", "modified", "recorded", "first_seen", "last_seen", "last_change", "timestamp", "source"],
      .ignored, "about the record and not about its subject"
    ),
    (["schema", "dataset", "datasets", "origin", "notes", "target"], .ignored, "about the record"),
    (["iban", "account", "bankaccount", "account_number", "accountnumber"], .account, "heading"),
    (["email", "mail", "e_mail"], .email, "heading"),
    (["phone", "telephone", "tel", "mobile", "msisdn", "cell"], .phone, "heading"),
    (["postcode", "zip", "postal", "postalcode", "zipcode", "plz"], .postcode, "heading"),
    (["street_number", "house_number", "streetnumber", "house_no", "street_no"], .number, "heading"),
    (["given", "first", "forename", "givenname", "firstname", "fname", "prenom", "vorname"], .givenName, "heading"),
    (
      ["surname", "family", "last", "lastname", "familyname", "lname", "nachname", "patronymic", "fathername"],
      .familyName, "heading"
    ),
    (["dob", "birth_date", "birthdate", "date_of_birth", "dateofbirth", "born", "date"], .date, "heading"),
    (
      ["passport", "passportnumber", "doc", "document", "idnumber", "id_card", "visa", "licence", "license"],
      .document, "heading"
    ),
    (["imo", "mmsi", "imei", "serial", "engine", "hull", "callsign", "imonumber"], .serial, "heading"),
    (["plate", "registration", "vrm", "registrationnumber"], .plate, "heading"),
    (["ssn", "soc", "taxnumber", "nino", "tax", "identifier"], .identifier, "heading"),
    (["town", "city", "suburb", "place", "village", "birth_place", "birthplace", "municipality"], .place, "heading"),
    (["address", "street", "addr", "road"], .address, "heading"),
    (["gender", "sex", "state", "province"], .category, "heading"),
    (["name", "alias", "fullname", "person", "vessel", "company"], .name, "heading"),
  ]

  /// The guesses for every column but the key, which is ignored.
  ///
  /// - Parameter given: what is known of columns by their headings; it is not guessed.
  public static func guess(_ table: RecordTable, key: Int?, given: [String: FieldKind] = [:]) -> [ColumnGuess] {
    table.headings.indices.map { column in
      let heading = table.headings[column]
      if let kind = given[heading] { return ColumnGuess(heading: heading, kind: kind, reason: "as given") }
      if column == key { return ColumnGuess(heading: heading, kind: .ignored, reason: "the key") }
      return byHeading(heading) ?? byValues(heading, ValueSurvey(table, column))
    }
  }

  private static func byHeading(_ heading: String) -> ColumnGuess? {
    var (spelled, isAfterSmall) = ("", false)
    for character in heading {
      if character.isUppercase, isAfterSmall { spelled += "_" }
      isAfterSmall = character.isLowercase
      spelled += character.isLetter || character.isNumber ? character.lowercased() : "_"
    }
    let words = Set(spelled.split(separator: "_").map(String.init))
    let whole = spelled.split(separator: "_").joined(separator: "_")
    for entry in vocabulary {
      let fits = entry.words.contains { word in
        word == whole || words.contains(word) || word.contains("_") && "_\(whole)_".contains("_\(word)_")
      }
      if fits { return ColumnGuess(heading: heading, kind: entry.kind, reason: entry.reason) }
    }
    return nil
  }

  private static func byValues(_ heading: String, _ survey: ValueSurvey) -> ColumnGuess {
    let (kind, reason): (FieldKind, String) =
      if survey.known == 0 {
        (.ignored, "no values")
      } else if survey.share(of: \.dates) > 0.8 {
        (.date, "values are dates")
      } else if survey.share(of: \.mails) > 0.8 {
        (.email, "values are addresses of electronic mail")
      } else if survey.share(of: \.phones) > 0.8 {
        (.phone, "values are telephone numbers")
      } else if survey.distinct <= 50, survey.distinctShare < 0.05 {
        (.category, "few values")
      } else if survey.share(of: \.codes) > 0.8, survey.distinctShare > 0.5 {
        (.identifier, "values are codes, nearly all of them different")
      } else if survey.share(of: \.codes) > 0.8 {
        (.number, "values are codes")
      } else {
        (.text, "values are words")
      }
    return ColumnGuess(heading: heading, kind: kind, reason: reason)
  }
}

/// What the values of a column look like, over its first distinct ones.
struct ValueSurvey {
  /// How many distinct values are looked at.
  private static let sample = 500
  let known: Int
  let distinct: Int
  private(set) var looked = 0
  private(set) var (dates, mails, phones, codes) = (0, 0, 0, 0)

  /// The distinct values as a share of those that are there.
  var distinctShare: Double { known == 0 ? 0 : Double(distinct) / Double(known) }

  init(_ table: RecordTable, _ column: Int) {
    known = table.cells[column].count { $0 != 0 }
    distinct = table.pools[column].count - 1
    for number in 1..<max(1, min(table.pools[column].count, Self.sample + 1)) {
      looked += 1
      table.pools[column].withValue(UInt32(number)) { look(at: $0) }
    }
  }

  /// How large a share of the values looked at is of one make.
  func share(of make: KeyPath<ValueSurvey, Int>) -> Double {
    looked == 0 ? 0 : Double(self[keyPath: make]) / Double(looked)
  }

  private mutating func look(at value: UnsafeBufferPointer<UInt8>) {
    let digits = value.count { (48...57).contains($0) }
    if DateCleaning.parts(of: value) != nil { dates += 1 }
    if value.contains(UInt8(ascii: "@")) { mails += 1 }
    let isPlus = value.first == UInt8(ascii: "+") || value.first == UInt8(ascii: "0")
    if isPlus, (8...15).contains(digits), value.allSatisfy({ !$0.isASCIILetter }) { phones += 1 }
    if digits > 0, value.allSatisfy({ $0.isASCIILetter || (45...57).contains($0) }) { codes += 1 }
  }
}

extension UInt8 {
  /// Whether the byte is a letter of ASCII.
  var isASCIILetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
  /// Whether the byte is a digit.
  var isASCIIDigit: Bool { (48...57).contains(self) }
}
