/// A category of ASTERIX: its items and the order in which a record announces them.
///
/// The tables below `Tables` hold facts of EUROCONTROL-SPEC-0149, which has a part for each category; each table states
/// the edition of its part.
struct AsterixTable: Sendable {
  struct Item: Equatable, Sendable {
    /// As the standard numbers it, such as `040`.
    var number: String
    var form: AsterixForm
  }

  let category: Int
  let edition: String
  /// The user application profile: the item of each bit of the field specification; nil for a spare one.
  private(set) var profile: [Item?] = []
  /// Which items a tracker wants, by what they are to it; the first that a record has is taken.
  private(set) var roles: [String: [String]] = [:]
}

/// A table of items that cannot be read; it is a fault of the program.
struct AsterixTableError: Error, Equatable {
  var line: Int
  var words: String
}

extension AsterixTable {
  /// Reads a table.
  ///
  /// `category 048 edition 1.31` comes first, then the `profile` with `-` for a spare bit, the `report`, and a line for each
  /// item: its number and its form. Lines that begin with blanks go on with the line before; `#` begins a comment. Forms are
  /// - `16` bits, `8t` an enumeration, `24h` hexadecimal, `15u` and `15s` whole numbers, `16u*1/2^8"NM"` steps of a quantity,
  ///   `12o` octal, `48i` and `8a` characters, `56b` a register of Mode S,
  ///   `15c(IM;u*1/2^14"NM/s";u*1/1000"Mach")` one of two quantities by another part;
  /// - `(A:8 .4 B:4)` a group, with `.4` for spare bits;
  /// - `{A:7 - B:7 -}` an extended form, with `-` for the bit that says whether it goes on;
  /// - `[A:8 - B:16]` a compound, with `-` for a bit without a subfield;
  /// - `1*(A:8)` repeated by a count in one octet, `x*7` by a bit after each; `!re` and `!sp` with a length of their own.
  init(_ text: String) throws(AsterixTableError) {
    var lines = Self.joined(text)[...]
    guard let head = lines.popFirst()?.text.split(separator: " "), head.count == 4, let number = Int(head[1]) else {
      throw AsterixTableError(line: 1, words: "no category")
    }
    (category, edition) = (number, String(head[3]))
    var order: [Substring] = []
    var forms: [Substring: AsterixForm] = [:]
    for line in lines {
      let words = line.text.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { throw AsterixTableError(line: line.number, words: "no form") }
      switch words[0] {
      case "profile": order = words[1].split(separator: " ")
      case "report":
        for role in words[1].split(separator: " ") {
          let parts = role.split(separator: ":")
          guard parts.count == 2 else { throw AsterixTableError(line: line.number, words: "no role: \(role)") }
          roles[String(parts[0])] = parts[1].split(separator: ",").map(String.init)
        }
      default:
        var reader = AsterixFormReader(words[1], line: line.number)
        forms[words[0]] = try reader.whole()
      }
    }
    for name in order {
      guard name != "-" else { profile.append(nil); continue }
      guard let form = forms.removeValue(forKey: name) else {
        throw AsterixTableError(line: 2, words: "no item \(name), or it stands there twice")
      }
      profile.append(Item(number: String(name), form: form))
    }
    if let left = forms.keys.first { throw AsterixTableError(line: 2, words: "item \(left) is not in the profile") }
  }

  /// Reads the table of registers: a line for each, its number in hexadecimal and its form of 56 bits.
  static func forms(ofRegisters text: String) throws(AsterixTableError) -> [Int: AsterixForm] {
    var forms: [Int: AsterixForm] = [:]
    for line in joined(text) {
      let words = line.text.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let number = Int(words[0], radix: 16) else {
        throw AsterixTableError(line: line.number, words: "no register")
      }
      var reader = AsterixFormReader(words[1], line: line.number)
      let form = try reader.whole()
      guard form.bits == 56 else { throw AsterixTableError(line: line.number, words: "not 56 bits") }
      forms[number] = form
    }
    return forms
  }

  /// The lines without comments, each with those that go on with it.
  private static func joined(_ text: String) -> [(number: Int, text: String)] {
    var lines: [(number: Int, text: String)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.prefix { $0 != "#" }.split(separator: " ").joined(separator: " ")
      guard !words.isEmpty else { continue }
      if line.first == " ", !lines.isEmpty {
        let last = lines[lines.count - 1].text.last
        lines[lines.count - 1].text += (last == "[" || last == "{" ? "" : " ") + words
      } else {
        lines.append((index + 1, words))
      }
    }
    return lines
  }
}
