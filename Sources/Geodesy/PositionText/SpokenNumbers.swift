/// Turns number words, "point" and "and a half" into written numbers.
enum SpokenNumbers {
  static func joined(_ tokens: [Token]) -> [Token] {
    withFractions(withDecimals(withWords(tokens)))
  }

  /// "fifty one" becomes 51, "five one zero one" 5101, "quatre-vingt-dix" 90.
  private static func withWords(_ tokens: [Token]) -> [Token] {
    var result = [Token]()
    var index = 0
    while index < tokens.count {
      guard case .numberWord(let first) = tokens[index].kind else {
        result.append(tokens[index])
        index += 1
        continue
      }
      var number = SpokenNumber(first)
      var end = index + 1
      while end < tokens.count {
        if case .numberWord(let word) = tokens[end].kind {
          // "un trois quarts" is one and three quarters, not thirteen of them.
          guard !(word.value == 3 && isQuarter(tokens, end + 1)), number.join(word) else { break }
          end += 1
        } else if case .filler = tokens[end].kind, end + 1 < tokens.count,
          case .numberWord(let word) = tokens[end + 1].kind, number.continuesPast(filler: word),
          !(word.value == 3 && isQuarter(tokens, end + 2))
        {
          _ = number.join(word)
          end += 2
        } else {
          break
        }
      }
      let written = WrittenNumber(integerDigits: number.digits, spoken: true)
      let range = tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound
      result.append(Token(kind: .number(written), range: range))
      index = end
    }
    return result
  }

  private static func isQuarter(_ tokens: [Token], _ index: Int) -> Bool {
    guard index < tokens.count, case .fraction(0.25) = tokens[index].kind else { return false }
    return true
  }

  /// "51 point 0 2 5" becomes 51.025.
  private static func withDecimals(_ tokens: [Token]) -> [Token] {
    var result = [Token]()
    var index = 0
    while index < tokens.count {
      if case .decimalWord = tokens[index].kind, case .number(var whole)? = result.last?.kind, whole.isWhole,
        index + 1 < tokens.count, case .number(let fraction) = tokens[index + 1].kind, fraction.isWhole,
        fraction.sign == nil
      {
        whole.fractionDigits = fraction.integerDigits
        whole.spoken = true
        let range = result[result.count - 1].range.lowerBound..<tokens[index + 1].range.upperBound
        result[result.count - 1] = Token(kind: .number(whole), range: range)
        index += 2
        continue
      }
      if case .decimalWord = tokens[index].kind {
        result.append(Token(kind: .word, range: tokens[index].range))
      } else {
        result.append(tokens[index])
      }
      index += 1
    }
    return result
  }

  /// "1 and a half" becomes 1.5, "half a degree" 0.5; a fraction beside no number is a word like any other.
  private static func withFractions(_ tokens: [Token]) -> [Token] {
    var result = [Token]()
    for (index, token) in tokens.enumerated() {
      guard case .fraction(let value) = token.kind else {
        result.append(token)
        continue
      }
      var place = result.count - 1
      var marks = 0
      while place >= 0, marks < 2 {
        if case .filler = result[place].kind {
        } else if case .mark = result[place].kind {
          marks += 1
        } else {
          break
        }
        place -= 1
      }
      if place >= 0, case .number(var number) = result[place].kind, number.isWhole {
        let quarters = place == result.count - 1 && number.integerDigits == "3" && value == 0.25 && number.spoken
        if quarters {
          number.integerDigits = "0"
          number.addedFraction = 0.75
          if let whole = wholeBefore(result, place) {
            number.integerDigits = whole.number.integerDigits
            result.removeSubrange((whole.place + 1)...place)
            place = whole.place
          }
        } else {
          number.addedFraction = value
        }
        number.spoken = true
        result[place].kind = .number(number)
      } else if unitFollows(tokens, after: index) {
        let number = WrittenNumber(integerDigits: "0", spoken: true, addedFraction: value)
        result.append(Token(kind: .number(number), range: token.range))
      } else {
        result.append(Token(kind: .word, range: token.range))
      }
    }
    return result
  }

  /// The whole number that "and three quarters" adds to, and where it stands.
  private static func wholeBefore(_ tokens: [Token], _ place: Int) -> (number: WrittenNumber, place: Int)? {
    var index = place - 1
    while index >= 0, case .filler = tokens[index].kind { index -= 1 }
    guard index >= 0, case .number(let number) = tokens[index].kind, number.isWhole else { return nil }
    return (number, index)
  }

  private static func unitFollows(_ tokens: [Token], after index: Int) -> Bool {
    for token in tokens[(index + 1)...] {
      switch token.kind {
      case .filler: continue
      case .mark(.degrees), .hemisphere: return true
      default: return false
      }
    }
    return false
  }
}
