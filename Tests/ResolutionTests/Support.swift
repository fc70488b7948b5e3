import Foundation

@testable import Resolution

/// Records of made-up people with known truth, the same for the same seed.
struct MadeUpPeople {
  private var state: UInt64
  private(set) var text = "id,given_name,surname,dob,town,phone\n"
  /// The person of each record.
  private(set) var truth: [Int] = []

  private static let given = [
    "adam", "bella", "carlo", "dana", "emil", "farida", "goran", "hawa", "ivan", "jamila", "karl", "leyla", "mona",
    "nils",
    "omar", "petra", "rosa", "samir", "tara", "viktor",
  ]
  private static let family = [
    "abbott", "brandt", "castell", "dervis", "eriksen", "fournier", "grant", "hoxha", "ibsen", "jansen", "kowal",
    "lindt",
    "morina", "novak", "orlov", "petit", "quint", "rashid", "stone", "turner", "ulrich", "vasile", "weber", "yilmaz",
  ]
  private static let towns = ["dover", "calais", "ghent", "lille", "margate", "ostend", "ramsgate", "deal"]

  init(people: Int, seed: UInt64) {
    state = seed
    for person in 0..<people {
      let base = [
        pick(Self.given), pick(Self.family), date(), pick(Self.towns), "07" + String(100_000_000 + number(899_999_999)),
      ]
      for copy in 0...(number(10) < 5 ? 0 : number(3)) {
        var row = base
        if copy > 0 {
          if number(10) < 3 { row[number(2)] = slip(row[0]) == row[0] ? row[0] : slip(row[1]) }
          if number(10) < 2 { row[2] = date() }
          if number(10) < 2 { row[3] = pick(Self.towns) }
          if number(10) < 3 { row[4] = "" }
        }
        text += "r\(truth.count)," + row.joined(separator: ",") + "\n"
        truth.append(person)
      }
    }
  }

  private mutating func number(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private mutating func pick(_ words: [String]) -> String { words[number(words.count)] }

  private mutating func date() -> String {
    let (year, month, day) = (1950 + number(50), 1 + number(12), 1 + number(28))
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private mutating func slip(_ word: String) -> String {
    var letters = Array(word)
    letters.remove(at: number(letters.count))
    return String(letters)
  }
}

enum Reading {
  /// The table of a text.
  static func table(_ text: String, limits: ResolutionLimits = ResolutionLimits()) throws -> RecordTable {
    try Array(text.utf8).withUnsafeBytes { bytes in
      try TableFormat.shown(by: bytes).table(bytes, limits: limits)
    }
  }

  /// The clean table of a text whose first column is the key.
  static func clean(_ text: String, given: [String: FieldKind] = [:]) throws -> CleanTable {
    let table = try table(text)
    return try CleanTable(table, as: ColumnGuesser.guess(table, key: 0, given: given))
  }

  /// What reading a text is refused with.
  static func fault(_ text: String, limits: ResolutionLimits = ResolutionLimits()) -> ResolutionFault? {
    do {
      _ = try table(text, limits: limits)
      return nil
    } catch { return error as? ResolutionFault }
  }
}

enum Truth {
  /// F1 of clusters against the truth, over pairs.
  static func f1(_ clusters: [UInt32], _ truth: [Int]) -> Double {
    func pairs(_ counts: some Sequence<Int>) -> Double { counts.reduce(0) { $0 + Double($1 * ($1 - 1) / 2) } }
    let both = Dictionary(grouping: truth.indices) { [Int(clusters[$0]), truth[$0]] }
    let found = Dictionary(grouping: clusters.indices) { clusters[$0] }
    let real = Dictionary(grouping: truth.indices) { truth[$0] }
    return 2 * pairs(both.values.map(\.count))
      / (pairs(found.values.map(\.count)) + pairs(real.values.map(\.count)))
  }
}
