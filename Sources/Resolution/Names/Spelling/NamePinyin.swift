/// Chinese syllables in pinyin and in the older spelling of Wade and Giles, so that Mao Zedong is Mao Tse-tung.
struct NamePinyin: Sendable {
  /// The spelling of Wade and Giles, without its apostrophes, by the hash of the pinyin syllable.
  private let older: [UInt64: [UInt8]]
  private static let longestSyllable = 6
  private static let mostSyllables = 4

  static let standard = NamePinyin()

  /// The hash of a word in the older spelling, 0 when it is not made of pinyin syllables or reads the same in both.
  func olderHash(_ letters: ArraySlice<UInt8>) -> UInt64 {
    guard 2...16 ~= letters.count else { return 0 }
    var hash = NameHash()
    var isOther = false
    guard spell(letters, Self.mostSyllables, &hash, &isOther), isOther else { return 0 }
    return hash.value
  }

  /// Takes syllables from the front, the longest first, and goes back where the rest is none.
  private func spell(_ letters: ArraySlice<UInt8>, _ left: Int, _ hash: inout NameHash, _ isOther: inout Bool) -> Bool {
    if letters.isEmpty { return true }
    guard left > 0 else { return false }
    var length = min(Self.longestSyllable, letters.count)
    while length > 0 {
      let syllable = letters.prefix(length)
      if let spelling = older[NameHash.of(syllable)] {
        let (before, wasOther) = (hash, isOther)
        hash.add(spelling)
        if !spelling.elementsEqual(syllable) { isOther = true }
        if spell(letters.dropFirst(length), left - 1, &hash, &isOther) { return true }
        (hash, isOther) = (before, wasOther)
      }
      length -= 1
    }
    return false
  }

  private init() {
    var made: [UInt64: [UInt8]] = [:]
    for line in Self.syllables.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard let initial = parts.first else { continue }
      for final in parts.dropFirst() {
        let onset = initial == "-" ? "" : String(initial)
        let syllable = onset + (final == "~" ? "" : final)
        made[NameHash.of(syllable.utf8)] = Array(Self.wadeGiles(onset, String(final)).utf8)
      }
    }
    older = made
  }

  private static func wadeGiles(_ initial: String, _ final: String) -> String {
    let onsets = [
      "b": "p", "d": "t", "g": "k", "j": "ch", "q": "ch", "x": "hs", "zh": "ch", "z": "ts", "c": "ts", "r": "j",
    ]
    if final == "i" {
      if ["zh", "ch"].contains(initial) { return "chih" }
      if initial == "sh" { return "shih" }
      if initial == "r" { return "jih" }
      if ["z", "c"].contains(initial) { return "tzu" }
      if initial == "s" { return "ssu" }
    }
    let rimes = [
      "ong": "ung", "ian": "ien", "ie": "ieh", "ue": "ueh", "iong": "iung", "yan": "yen", "ye": "yeh", "yue": "yueh",
      "yong": "yung",
      "you": "yu", "yi": "i", "er": "erh", "ui": "ui",
    ]
    var rime = rimes[final] ?? final
    if ["g", "k", "h"].contains(initial), final == "e" { rime = "o" }
    if ["g", "k"].contains(initial), final == "ui" { rime = "uei" }
    if ["d", "t", "n", "l", "z", "c", "s", "zh", "ch", "r"].contains(initial), final == "uo" { rime = "o" }
    return (onsets[initial] ?? initial) + rime
  }

  /// The syllables of pinyin: an initial and the finals that it takes; `-` is no initial.
  private static let syllables = """
    - a ai an ang ao e en er ou ya yan yang yao ye yi yin ying yong you yu yuan yue yun wa wai wan wang wei wen weng \
    wo wu
    b a ai an ang ao ei en eng i ian iao ie in ing o u
    p a ai an ang ao ei en eng i ian iao ie in ing o ou u
    m a ai an ang ao ei en eng i ian iao ie in ing iu o ou u
    f a an ang ei en eng o ou u
    d a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo
    t a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
    n a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong u uan uo
    l a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo
    g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
    k a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
    h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
    j i ia ian iang iao ie in ing iong iu u uan ue un
    q i ia ian iang iao ie in ing iong iu u uan ue un
    x i ia ian iang iao ie in ing iong iu u uan ue un
    zh a ai an ang ao e en eng i ong ou u ua uan uang ui un uo
    ch a ai an ang ao e en eng i ong ou u uan uang ui un uo
    sh a ai an ang ao e en eng i ou u ua uai uan uang ui un uo
    r an ang ao e en eng i ong ou u uan ui un uo
    z a ai an ang ao e en eng i ong ou u uan ui un uo
    c a ai an ang ao e en eng i ong ou u uan ui un uo
    s a ai an ang ao e en eng i ong ou u uan ui un uo
    """
}
