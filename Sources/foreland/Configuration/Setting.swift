/// One thing that can be set about a desk: by a flag, in the environment or in a file, under names that follow from one.
struct Setting: Sendable {
  /// What a value must be.
  enum Kind: Hashable, Sendable {
    case text
    /// `yes` or `no`.
    case choice
    case number(ClosedRange<Int>)
    /// One of these words.
    case word([String])
  }

  /// The name in a file, and of the flag after its two dashes.
  let name: String
  /// What a value looks like, for the help.
  let form: String
  /// What it means, in one sentence.
  let meaning: String
  var kind = Kind.text
  /// What holds when nobody sets it, as it would be written in a file; nil when nothing does.
  var usual: String?
  /// What holds when nobody sets it and no one value can say it.
  var usualWords: String?
  /// Whether it may be given several times, each adding to the others.
  var repeats = false
  /// Whether its value is kept out of everything that is printed.
  var isSecret = false

  /// The flag of the command line.
  var flag: String { "--\(name)" }

  /// The variable of the environment.
  var variable: String { "FORELAND_" + name.uppercased().replacing("-", with: "_") }

  /// Says what is wrong with a value; nil when it can be taken.
  func complaint(about value: String) -> String? {
    switch kind {
    case .text:
      value.isEmpty ? "has no value" : nil
    case .choice:
      ["yes", "no"].contains(value) ? nil : "is yes or no"
    case .number(let range):
      Int(value).map(range.contains) ?? false
        ? nil : "is a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .word(let words):
      words.contains(value) ? nil : "is one of \(words.joined(separator: ", "))"
    }
  }
}
