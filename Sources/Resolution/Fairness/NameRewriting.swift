/// Rewrites a spelling by rules: at each place the longest key that fits is replaced by one of its options, the same
/// one throughout a name.
struct NameRewriting: Sendable {
  private let rules: [String: [String]]
  private let longestKey: Int
  private let dropsDoubles: Bool

  /// - Parameters:
  ///   - text: rules `key=option|option` between blanks; `^` before a key binds it to the beginning of a word, `$`
  ///     behind it to the end,
  ///     `-` is nothing, `_` a blank. What no rule names stays.
  ///   - dropsDoubles: whether a consonant written twice is written once.
  init(_ text: String, dropsDoubles: Bool) {
    var made: [String: [String]] = [:]
    for rule in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let sides = rule.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { continue }
      made[String(sides[0]).replacing("_", with: " ")] = sides[1].split(separator: "|").map {
        $0 == "-" ? "" : String($0).replacing("_", with: " ")
      }
    }
    rules = made
    longestKey = made.keys.map { $0.filter { $0 != "^" && $0 != "$" }.count }.max() ?? 1
    self.dropsDoubles = dropsDoubles
  }

  /// One way to write a name.
  func rewrite(_ source: String, using chance: inout some RandomNumberGenerator) -> String {
    var chosen: [String: String] = [:]
    var output = ""
    let characters = Array(source)
    var place = 0
    while place < characters.count {
      if dropsDoubles, place > 0, characters[place] == characters[place - 1], !"aeiou".contains(characters[place]) {
        place += 1
        continue
      }
      let (key, used) = key(characters, place)
      place += used
      guard let key, let options = rules[key] else {
        output.append(characters[place - 1])
        continue
      }
      let option = chosen[key] ?? options.randomElement(using: &chance) ?? ""
      chosen[key] = option
      output += option
    }
    return output
  }

  private func key(_ characters: [Character], _ place: Int) -> (String?, Int) {
    let isFirst = place == 0 || " -".contains(characters[place - 1])
    var length = min(longestKey, characters.count - place)
    while length > 0 {
      let text = String(characters[place..<(place + length)])
      let after = place + length
      let isLast = after == characters.count || " -".contains(characters[after])
      for key in [isFirst && isLast ? "^" + text + "$" : "", isFirst ? "^" + text : "", isLast ? text + "$" : "", text]
      where rules[key] != nil {
        return (key, length)
      }
      length -= 1
    }
    return (nil, 1)
  }
}
