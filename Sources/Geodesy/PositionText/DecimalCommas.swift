/// Decides for every comma between two digits whether it is a decimal sign or parts two numbers.
enum DecimalCommas {
  /// The tokens with every tight comma resolved, and whether a choice was made without proof.
  static func resolved(_ tokens: [Token]) -> (tokens: [Token], assumed: Bool) {
    var commas = 0
    var numbers = 0
    var points = false
    for token in tokens {
      switch token.kind {
      case .tightComma: commas += 1
      case .number(let number):
        numbers += 1
        points = points || (!number.fractionDigits.isEmpty && !number.spoken)
      case .joined: numbers += 1
      default: break
      }
    }
    guard commas > 0 else { return (tokens, false) }
    // A text that has decimal points uses its commas to part numbers.
    if points { return (separating(tokens), false) }
    // Fewer than two numbers would be left to make a position of.
    if numbers - commas < 2 && commas == 1 { return (separating(tokens), numbers == 2) }
    return (joining(tokens), hasRun(tokens))
  }

  /// The tokens with a comma between two whole numbers taken as a decimal sign, as in "1,5 milles".
  static func decimals(_ tokens: [Token]) -> [Token] { joining(tokens) }

  private static func separating(_ tokens: [Token]) -> [Token] {
    tokens.map { token in
      if case .tightComma = token.kind { return Token(kind: .separator, range: token.range) }
      return token
    }
  }

  /// Joins the numbers around every comma, but for one that follows a number that has just been joined.
  private static func joining(_ tokens: [Token]) -> [Token] {
    var result = [Token]()
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      guard case .tightComma = tokens[index].kind else {
        result.append(tokens[index])
        continue
      }
      if case .number(var whole)? = result.last?.kind, whole.isWhole, index + 1 < tokens.count,
        case .number(let fraction) = tokens[index + 1].kind, fraction.isWhole
      {
        whole.fractionDigits = fraction.integerDigits
        let range = result[result.count - 1].range.lowerBound..<tokens[index + 1].range.upperBound
        result[result.count - 1] = Token(kind: .number(whole), range: range)
        index += 1
      } else if case .joined(var numbers, by: let joint)? = result.last?.kind, let last = numbers.last, last.isWhole,
        index + 1 < tokens.count, case .number(let fraction) = tokens[index + 1].kind, fraction.isWhole
      {
        numbers[numbers.count - 1].fractionDigits = fraction.integerDigits
        let range = result[result.count - 1].range.lowerBound..<tokens[index + 1].range.upperBound
        result[result.count - 1] = Token(kind: .joined(numbers, by: joint), range: range)
        index += 1
      } else {
        result.append(Token(kind: .separator, range: tokens[index].range))
      }
    }
    return result
  }

  /// Whether commas stand so close that both kinds must be among them, as in `51,02,1,38`.
  private static func hasRun(_ tokens: [Token]) -> Bool {
    let places = tokens.indices.filter { index in
      if case .tightComma = tokens[index].kind { return true }
      return false
    }
    return zip(places, places.dropFirst()).contains { $1 - $0 == 2 }
  }
}
