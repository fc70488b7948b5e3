import Foundation

/// Writes made-up people of a culture.
struct FairnessWriter {
  let culture: NameCulture

  /// Base names of one person, in the source spelling.
  struct Person {
    var given: String
    var family: String
    var middle: String?

    init?(_ culture: NameCulture, _ chance: inout some RandomNumberGenerator) {
      guard let given = culture.given.randomElement(using: &chance),
        let family = culture.family.randomElement(using: &chance)
      else { return nil }
      (self.given, self.family) = (given, family)
      middle = Bool.random(using: &chance) ? culture.middle.randomElement(using: &chance) : nil
    }
  }

  /// In Latin letters, in the order of home.
  func latin(_ person: Person, _ chance: inout some RandomNumberGenerator) -> String {
    let given = word(person.given, &chance, culture.latin)
    let family = word(person.family, &chance, culture.latin)
    let middle = person.middle.map { word($0, &chance, culture.latin) }
    return join(given: given, middle: middle, family: family)
  }

  /// In the culture's own script or with all marks; nil where there is nothing but Latin.
  func native(_ person: Person, _ chance: inout some RandomNumberGenerator) -> String? {
    guard let rules = culture.native else { return nil }
    if person.given.contains(":") {
      return (person.family.prefix { $0 != ":" }) + String(person.given.prefix { $0 != ":" })
    }
    return join(
      given: word(person.given, &chance, rules), middle: person.middle.map { word($0, &chance, rules) },
      family: word(person.family, &chance, rules))
  }

  /// The same words with the first, or in a family-first culture the family name, at the other end.
  func turned(_ text: String, _ person: Person) -> String {
    var words = text.split(separator: " ").map(String.init)
    let familyWords = person.family.split(separator: " ").count
    guard words.count > 1 else { return text }
    if culture.isFamilyFirst {
      words = Array(words.dropFirst(familyWords) + words.prefix(familyWords))
    } else {
      let givenWords = person.given.split(separator: " ").count
      words = Array(words.dropFirst(givenWords) + words.prefix(givenWords))
    }
    return words.joined(separator: " ")
  }

  private func join(given: String, middle: String?, family: String) -> String {
    let parts = culture.isFamilyFirst ? [family, middle, given] : [given, middle, family]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  private func word(_ source: String, _ chance: inout some RandomNumberGenerator, _ rules: NameRewriting) -> String {
    if source.contains(":") {
      let ways = source.split(separator: ":").dropFirst().map(String.init)
      return capital(ways.randomElement(using: &chance) ?? source)
    }
    return capital(rules.rewrite(source, using: &chance))
  }

  private func capital(_ text: String) -> String {
    text.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  /// One letter left out, doubled, exchanged for another, or changed places with its neighbour, in the longest word.
  static func slip(in text: String, _ chance: inout some RandomNumberGenerator) -> String {
    var words = text.split(separator: " ").map { Array($0) }
    guard let longest = words.indices.max(by: { words[$0].count < words[$1].count }), words[longest].count > 2 else {
      return text
    }
    let place = Int.random(in: 1..<(words[longest].count - 1), using: &chance)
    switch Int.random(in: 0..<4, using: &chance) {
    case 0: words[longest].remove(at: place)
    case 1: words[longest].insert(words[longest][place], at: place)
    case 2: words[longest].swapAt(place, place + 1)
    default: words[longest][place] = "abcdefghijklmnoprstuvyz".randomElement(using: &chance) ?? "a"
    }
    return words.map { String($0) }.joined(separator: " ")
  }
}
