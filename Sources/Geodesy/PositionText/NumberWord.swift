/// A number word and how it joins with those around it.
struct NumberWord: Equatable {
  let value: Int
  /// The largest number that may be added after it: 9 after "fifty", 19 after "soixante", 0 after a digit.
  let room: Int

  private static func digit(_ value: Int) -> NumberWord { NumberWord(value: value, room: 0) }

  /// English and French number words, and the figures of the phonetic alphabets of maritime and air radio.
  static let words: [String: NumberWord] = {
    var words = [String: NumberWord]()
    let digits = [
      ["zero", "nadazero", "oh"], ["one", "wun", "un", "une", "unaone"], ["two", "deux", "bissotwo"],
      ["three", "tree", "trois", "terrathree"], ["four", "fower", "quatre", "kartefour"],
      ["five", "fife", "cinq", "pantafive"], ["six", "soxisix"], ["seven", "sept", "setteseven"],
      ["eight", "ait", "huit", "oktoeight"], ["nine", "niner", "neuf", "novenine"],
    ]
    let teens = [
      ["ten"], ["eleven", "onze"], ["twelve", "douze"], ["thirteen", "treize"], ["fourteen", "quatorze"],
      ["fifteen", "quinze"], ["sixteen", "seize"], ["seventeen"], ["eighteen"], ["nineteen"],
    ]
    let tens = [
      ["twenty", "vingt", "vingts"], ["thirty", "trente"], ["forty", "fourty", "quarante"], ["fifty", "cinquante"],
      ["sixty"], ["seventy", "septante"], ["eighty", "huitante"], ["ninety", "nonante"],
    ]
    for (value, spellings) in digits.enumerated() {
      for spelling in spellings { words[spelling] = digit(value) }
    }
    for (value, spellings) in teens.enumerated() {
      for spelling in spellings { words[spelling] = digit(value + 10) }
    }
    for (value, spellings) in tens.enumerated() {
      for spelling in spellings { words[spelling] = NumberWord(value: (value + 2) * 10, room: 9) }
    }
    words["dix"] = NumberWord(value: 10, room: 9)
    words["soixante"] = NumberWord(value: 60, room: 19)
    words["hundred"] = NumberWord(value: 100, room: 99)
    words["cent"] = NumberWord(value: 100, room: 99)
    return words
  }()
}

/// Puts spoken number words together as they come.
struct SpokenNumber {
  /// The figures so far, as text, since "zero zero one" is three of them.
  private(set) var digits = ""
  private var room = 0
  private var spokenByDigits = true

  init(_ word: NumberWord) {
    digits = String(word.value)
    room = word.room
    spokenByDigits = word.value < 10
  }

  /// Adds a word, or says that it starts a number of its own.
  mutating func join(_ word: NumberWord) -> Bool {
    guard digits.count < WrittenNumber.mostIntegerDigits, let value = Int(digits) else { return false }
    if value == 4 && digits == "4" && word.value == 20 {
      // "quatre-vingts"
      (digits, room, spokenByDigits) = ("80", 19, false)
      return true
    }
    if word.value == 100, (1...9).contains(value), digits.count == 1 {
      (digits, room, spokenByDigits) = (String(value * 100), 99, false)
      return true
    }
    if word.value > 0, word.value <= room {
      digits = String(value + word.value)
      room = word.value < 10 ? 0 : min(word.room, room - word.value)
      return true
    }
    guard spokenByDigits, word.value < 10 else { return false }
    digits += String(word.value)
    return true
  }

  /// Whether "and" or "et" may stand before a word that still belongs to this number.
  func continuesPast(filler word: NumberWord) -> Bool { word.value > 0 && word.value <= room }
}
