/// Parts a text into tokens.
struct Lexer {
  /// The most tokens that are read of one text.
  static let mostTokens = 4096

  private let scan: TextScan
  private var index = 0
  private var tokens = [Token]()

  private init(_ scan: TextScan) { self.scan = scan }

  static func tokens(_ scan: TextScan) -> [Token] {
    var lexer = Lexer(scan)
    while lexer.index < scan.scalars.count, lexer.tokens.count < mostTokens { lexer.step() }
    return lexer.tokens
  }

  private mutating func step() {
    guard let scalar = scan[index] else { return }
    if scalar.decimalDigit != nil || startsNumber(scalar) { return readNumbers() }
    if scalar.properties.isAlphabetic && scalar != "º" && scalar != "ª" { return readWord() }
    let start = index
    index += 1
    switch scalar {
    case "°", "º", "˚", "∘": add(.mark(.degrees), start)
    case "'", "′", "’", "‘", "ʹ", "´", "`", "ʼ":
      // Two single strokes are one double stroke.
      if let next = scan[index], next == scalar {
        index += 1
        add(.mark(.seconds), start)
      } else {
        add(.mark(.minutes), start)
      }
    case "\"", "″", "”", "“", "ʺ": add(.mark(.seconds), start)
    case ",", "،", "٫":
      let tight = scan[start - 1]?.decimalDigit != nil && scan[index]?.decimalDigit != nil
      add(tight ? .tightComma : .separator, start)
    case ".", ";", "/", "|", "\n", "\r", "&", "(", ")", "[", "]", "{", "}": add(.separator, start)
    case "½", "¼", "¾", "⅓", "⅔":
      if let kind = Vocabulary.kind(of: String(Character(scalar))) { add(kind, start) }
    case "±": add(.word, start)
    default: break
    }
  }

  private mutating func add(_ kind: Token.Kind, _ start: Int) {
    tokens.append(Token(kind: kind, range: start..<index))
  }

  /// Whether a sign or a point begins a number here.
  private func startsNumber(_ scalar: Unicode.Scalar) -> Bool {
    let before = scan[index - 1]
    let apart = before?.decimalDigit == nil && before?.properties.isAlphabetic != true && before != "."
    switch scalar {
    case "+", "-", "−", "–":
      return apart && (scan[index + 1]?.decimalDigit != nil || (scan[index + 1] == "." && digitFollows(index + 1)))
    case ".": return apart && digitFollows(index)
    default: return false
    }
  }

  private func digitFollows(_ place: Int) -> Bool { scan[place + 1]?.decimalDigit != nil }

  /// Reads a number, and those joined to it without a blank.
  private mutating func readNumbers() {
    let start = index
    var numbers = [readNumber()]
    var joint: Unicode.Scalar?
    while let next = scan[index], ["-", ":", "."].contains(next), digitFollows(index), numbers.count < 4,
      joint == nil || joint == next
    {
      joint = next
      index += 1
      numbers.append(readNumber(wholeOnly: joint == "."))
    }
    if joint == ".", let first = numbers.first, !first.fractionDigits.isEmpty {
      // "51.01.50" was read as 51.01 and 50; the points part groups, so none of them is a decimal sign.
      var degrees = first
      degrees.fractionDigits = ""
      numbers.replaceSubrange(0..<1, with: [degrees, WrittenNumber(integerDigits: first.fractionDigits)])
    }
    let tooLong = numbers.contains { $0.integerDigits.count > WrittenNumber.mostIntegerDigits }
    if tooLong {
      add(.word, start)
    } else if let joint {
      add(.joined(numbers, by: joint), start)
    } else {
      add(.number(numbers[0]), start)
    }
  }

  private mutating func readNumber(wholeOnly: Bool = false) -> WrittenNumber {
    var number = WrittenNumber(integerDigits: "")
    if let scalar = scan[index], scalar.decimalDigit == nil, scalar != "." {
      number.sign = scalar == "+" ? 1 : -1
      index += 1
    }
    number.integerDigits = readDigits()
    if !wholeOnly, scan[index] == "." || scan[index] == "٫", digitFollows(index) {
      index += 1
      number.fractionDigits = String(readDigits().prefix(WrittenNumber.mostFractionDigits))
    }
    if number.integerDigits.isEmpty { number.integerDigits = "0" }
    return number
  }

  private mutating func readDigits() -> String {
    var digits = ""
    while let digit = scan[index]?.decimalDigit {
      digits.append(Character(Unicode.Scalar(UInt8(0x30 + digit))))
      index += 1
    }
    return digits
  }

  private mutating func readWord() {
    let start = index
    var word = String.UnicodeScalarView()
    while let scalar = scan[index], scalar.properties.isAlphabetic, scalar != "º" {
      word.append(scalar.folded)
      index += 1
    }
    let text = String(word)
    let attached = scan[start - 1]?.decimalDigit != nil
    if text == "s", attached, endsInSecondsBefore(start) { return add(.mark(.seconds), start) }
    if let last = text.last, ["sn", "ss", "se", "sw", "so"].contains(text), attached {
      // "15sN": seconds and a hemisphere in one run of letters.
      tokens.append(Token(kind: .mark(.seconds), range: start..<start + 1))
      if let kind = Vocabulary.kind(of: String(last)) {
        tokens.append(Token(kind: kind, range: start + 1..<index))
      }
      return
    }
    if let last = text.last, ["mn", "ms", "me", "mw", "mo", "dn", "ds", "de", "dw"].contains(text), attached {
      tokens.append(Token(kind: .mark(text.first == "m" ? .minutes : .degrees), range: start..<start + 1))
      if let kind = Vocabulary.kind(of: String(last)) {
        tokens.append(Token(kind: kind, range: start + 1..<index))
      }
      return
    }
    let kind = Vocabulary.kind(of: text) ?? .word
    if case .hemisphere = kind, !isHemisphere(text, writtenAs: scan[start]) { return add(.word, start) }
    add(kind, start)
  }

  /// Whether a word that may be a hemisphere is one here: "est" and its like, and small letters alone, must follow a
  /// number, since they are ordinary words too.
  private func isHemisphere(_ word: String, writtenAs first: Unicode.Scalar?) -> Bool {
    let small = word.unicodeScalars.count == 1 && first?.properties.isLowercase == true
    if small, scan[index]?.decimalDigit != nil, tokens.last?.isNumber != true { return true }
    guard small || Vocabulary.onlyAfterNumbers.contains(word), let last = tokens.last else { return !small }
    switch last.kind {
    case .number, .joined, .mark, .fraction, .numberWord, .label: return true
    case .separator: return small && tokens.count >= 2
    default: return false
    }
  }

  /// Whether an "s" after a number means seconds: minutes came before, and a hemisphere is still to come.
  private func endsInSecondsBefore(_ start: Int) -> Bool {
    guard tokens.count >= 2, case .mark(.minutes) = tokens[tokens.count - 2].kind else { return false }
    var place = index
    while let scalar = scan[place], scalar == " " { place += 1 }
    guard let scalar = scan[place]?.folded, ["n", "s", "e", "w", "o"].contains(scalar) else { return false }
    return scan[place + 1]?.properties.isAlphabetic != true
  }
}
