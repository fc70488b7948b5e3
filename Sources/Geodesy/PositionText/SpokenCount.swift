/// Whole numbers in what people say when they count: `45`, `about forty five`, `une quarantaine`, `two dozen`.
public enum SpokenCount {
  /// Words for a crowd by its size, English and French.
  private static let crowds = [
    "dozen": 12, "dozens": 12, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
  ]
  private static let joiners: Set<String> = ["and", "et"]
  /// An exclamation far more often than a nought, when people are counted.
  private static let exclamation = "oh"

  /// The numbers of a text in the order in which they stand; none that is larger than an `Int` holds.
  ///
  /// `"forty five or 50"` gives 45 and 50, `"quatre-vingt-dix"` 90, `"deux douzaines"` 24.
  public static func numbers(in text: String) -> [Int] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var found: [Int] = []
    var spoken: SpokenNumber?
    var isJoined = false
    func end() {
      if let number = spoken.flatMap({ Int($0.digits) }) { found.append(number) }
      spoken = nil
    }
    for word in words {
      if let crowd = crowds[word] ?? (word.hasSuffix("s") ? crowds[String(word.dropLast())] : nil) {
        // "two dozen" is twenty-four, and "une quarantaine" forty.
        let times = spoken.flatMap { Int($0.digits) } ?? 1
        spoken = nil
        found.append(max(1, min(times, greatestCrowds)) * crowd)
      } else if word != exclamation, let number = NumberWord.words[word] {
        if spoken == nil || (isJoined && spoken?.continuesPast(filler: number) != true) || spoken?.join(number) != true
        {
          end()
          spoken = SpokenNumber(number)
        }
      } else if joiners.contains(word), spoken != nil {
        isJoined = true
        continue
      } else {
        end()
        found += digits(word)
      }
      isJoined = false
    }
    end()
    return found
  }

  /// "Nine hundred dozen" is no count of people.
  private static let greatestCrowds = 999

  /// The figures within a word such as `x40` or `40kids`.
  private static func digits(_ word: String) -> [Int] {
    word.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
  }
}
