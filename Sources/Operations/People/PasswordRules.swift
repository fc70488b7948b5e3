import Foundation

/// What a new password must be: long, and not one of those that are tried first.
///
/// Length and a list of the obvious rather than classes of characters: NIST SP 800-63B-4, section 3.1.1.2.
enum PasswordRules {
  static let shortest = 12
  static let longest = 256
  /// The fewest different characters.
  static let fewestDifferent = 6
  /// The fewest characters that must be left when everything obvious is taken out.
  static let fewestUnobvious = 6

  /// A rule that a password breaks; the raw values are what `OperationsError.reasons` holds.
  enum Breach: String, CaseIterable {
    case tooShort = "password-too-short"
    case tooLong = "password-too-long"
    case tooUniform = "password-too-uniform"
    case obvious = "password-obvious"
    case unchanged = "password-unchanged"
  }

  /// Words that are tried first, here and everywhere.
  private static let obviousWords = [
    "password", "passwort", "motdepasse", "passphrase", "secret", "welcome", "bienvenue", "letmein", "opensesame",
    "admin", "administrator", "login", "signin", "changeme", "default", "monkey", "dragon", "football", "baseball",
    "sunshine", "princess", "iloveyou", "whatever", "trustno", "superman", "batman", "master", "shadow", "summer",
    "winter", "spring", "autumn", "january", "december", "london", "dover", "calais", "england", "france", "channel",
    "foreland", "border", "security", "command", "watch", "officer", "police", "coastguard",
  ]

  /// Keys in a row, alphabets and counting.
  private static let runs = [
    "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn",
    "01234567890",
  ]

  /// The rules that a password breaks.
  ///
  /// - Parameter context: words that stand close to the person: names, agency, centre.
  static func breaches(_ password: String, context: [String]) -> [Breach] {
    let text = password.precomposedStringWithCompatibilityMapping
    if text.count < shortest { return [.tooShort] }
    if text.count > longest || text.utf8.count > 4 * longest { return [.tooLong] }
    let plain = unmasked(text)
    if Set(plain).count < fewestDifferent { return [.tooUniform] }
    return unobviousCount(Array(text), plain, context: context) < fewestUnobvious ? [.obvious] : []
  }

  /// The text in small letters, with the usual masks taken off (`P4$$w0rd` is `password`).
  private static func unmasked(_ text: String) -> [Character] {
    let masks: [Character: Character] = [
      "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "€": "e",
    ]
    let hasLetters = text.contains(where: \.isLetter)
    return text.map { character in
      let small = character.lowercased().first ?? character
      return hasLetters ? masks[small] ?? small : small
    }
  }

  /// How many characters are left when obvious words, runs and repetitions are taken out.
  private static func unobviousCount(_ typed: [Character], _ plain: [Character], context: [String]) -> Int {
    var isObvious = [Bool](repeating: false, count: plain.count)
    let near = context.flatMap { $0.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) }
      .map { unmasked(String($0)) }
    for word in obviousWords.map(Array.init) + near where word.count >= 3 { mark(word, in: plain, &isObvious) }
    for run in runs {
      for direction in [Array(run), Array(run.reversed())] {
        // Four in a row are a run; longer ones are covered by their overlapping parts.
        for start in 0...(direction.count - 4) {
          let run = direction[start..<start + 4]
          mark(Array(run), in: plain, &isObvious)
          // Digits in a row are masks too when letters stand beside them.
          mark(Array(unmasked("a" + String(run)).dropFirst()), in: plain, &isObvious)
        }
      }
    }
    // A part that stands there a second time adds nothing.
    if plain.count >= 6 {
      for start in 3...(plain.count - 3) {
        let part = Array(plain[start..<start + 3])
        if (0...(start - 3)).contains(where: { Array(plain[$0..<$0 + 3]) == part }) {
          for index in start..<start + 3 { isObvious[index] = true }
        }
      }
    }
    return zip(typed, isObvious).count { character, obvious in !obvious && (character.isLetter || character.isNumber) }
  }

  private static func mark(_ word: [Character], in plain: [Character], _ isObvious: inout [Bool]) {
    guard !word.isEmpty, plain.count >= word.count else { return }
    for start in 0...(plain.count - word.count) where plain[start..<start + word.count].elementsEqual(word) {
      for index in start..<start + word.count { isObvious[index] = true }
    }
  }
}
