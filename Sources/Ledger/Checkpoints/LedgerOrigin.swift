/// Makes the line by which a ledger is told from every other one.
enum LedgerOrigin {
  /// The longest stretch of a centre's name that goes into an origin.
  private static let nameLength = 64

  /// An origin out of a centre's name and random bytes: `joint-maritime-centre/3f2a9c01d4e5f607`.
  ///
  /// Centres may share a name and may change it, so the random part alone must be enough to tell ledgers apart. A key
  /// name in a signed note holds neither spaces nor plus signs, which is why the name is reduced to letters, digits,
  /// dots and hyphens.
  static func make(centre: String, randomBytes: [UInt8]) -> String {
    var name = ""
    for character in centre.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber || character == "." {
        name.append(character)
      } else if !name.isEmpty, name.last != "-" {
        name.append("-")
      }
    }
    name = String(name.prefix(nameLength))
    while name.last == "-" || name.last == "." { name.removeLast() }
    let identifier = randomBytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "\(name.isEmpty ? "foreland" : name)/\(identifier)"
  }
}
