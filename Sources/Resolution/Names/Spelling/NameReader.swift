import Foundation

/// Reads the text of a name into words of Latin letters.
struct NameReader {
  private(set) var name = PreparedName()
  private let spellings = NameSpellings.standard
  /// Where the letters of the word that is being read begin.
  private var start = 0
  private var signStart = 0
  /// Where the letters of each sign of a syllabic word end.
  private var signEnds: [Int] = []
  private var script = NameScript.none
  private var isMarked = false
  private var markHash = NameHash()
  private var commaBefore = false
  /// Whether the last letter of the word carries a vowel that the next sign may take back.
  private var carriesVowel = false

  /// Reads all of a text.
  mutating func read(_ text: String) {
    if text.utf8.count > NameLimits.longestNameScalars, text.unicodeScalars.count > NameLimits.longestNameScalars {
      name.flaws.insert(.tooLong)
      return
    }
    name.letters.reserveCapacity(48)
    name.tokens.reserveCapacity(8)
    // Marks that stand apart from their letters are joined to them, so that both ways of writing ễ read alike.
    let isDecomposed = text.unicodeScalars.contains { 0x300...0x36F ~= $0.value }
    for scalar in (isDecomposed ? text.precomposedStringWithCanonicalMapping : text).unicodeScalars {
      take(scalar.value)
    }
    endWord()
  }

  /// The name with its words classified and their sounds.
  consuming func finished() -> PreparedName {
    if !name.flaws.contains(.tooLong) {
      name.classifyWords()
      name.addSounds()
      if name.tokens.isEmpty { name.flaws.insert(.empty) }
    }
    return name
  }

  /// The hashes of the words of a text, for the tables of words.
  static func hashes(_ text: Substring) -> [UInt64] {
    var reader = NameReader()
    reader.read(String(text))
    return reader.name.tokens.map(\.hash)
  }

  private mutating func take(_ scalar: UInt32) {
    if scalar < 0x80 { return takeASCII(UInt8(scalar)) }
    if 0xAC00...0xD7A3 ~= scalar { return takeHangul(scalar - 0xAC00, scalar) }
    let entry = spellings.entry(scalar)
    switch entry.act {
    case .spell:
      if entry.script == .han { return takeHan(entry, scalar) }
      begin(entry.script)
      if entry.script == .latin {
        isMarked = true
      }
      mark(scalar)
      var index = entry.offset
      let end = index + entry.length
      if index < end, spellings.byte(index) == UInt8(ascii: "<") {
        if carriesVowel { name.letters.removeLast() }
        index += 1
        carriesVowel = false
      } else if entry.script == .indic {
        carriesVowel = entry.length > 1 && spellings.byte(end - 1) == UInt8(ascii: "a")
      }
      while index < end {
        name.letters.append(spellings.byte(index))
        index += 1
      }
    case .part: endWord()
    case .skip: break
    case .mark:
      isMarked = true
      mark(scalar)
    case .hide: name.flaws.insert(.invisibleMarks)
    case .unknown:
      if entry.script == .han { return takeHan(entry, scalar) }
      guard scalar < 0x1F000 || scalar > 0x1FAFF else { return endWord() }
      begin(.other)
      name.flaws.insert(.unreadScript)
      takeOpaque(scalar)
    }
  }

  private mutating func takeASCII(_ byte: UInt8) {
    switch byte {
    case 97...122, 48...57: letter(byte)
    case 65...90: letter(byte | 32)
    case UInt8(ascii: "'"), UInt8(ascii: "`"): break
    case UInt8(ascii: "-"):
      endWord()
      if let last = name.tokens.indices.last { name.tokens[last].traits.insert(.hyphenAfter) }
    case UInt8(ascii: "&"), UInt8(ascii: "+"):
      endWord()
      for byte in "and".utf8 { letter(byte) }
      endWord()
    case UInt8(ascii: ","):
      endWord()
      commaBefore = true
    case 0..<32 where byte != 9 && byte != 10 && byte != 13, 127: name.flaws.insert(.controlCharacters)
    default: endWord()
    }
  }

  private mutating func letter(_ byte: UInt8) {
    begin(.latin)
    name.letters.append(byte)
    markHash.add(byte)
  }

  private mutating func mark(_ scalar: UInt32) {
    let isCapital = 0xC0...0x52F ~= scalar || 0x1E00...0x1FFF ~= scalar
    let small =
      isCapital
      ? Unicode.Scalar(scalar).flatMap { $0.properties.lowercaseMapping.unicodeScalars.first?.value } ?? scalar : scalar
    markHash.add(UInt8(truncatingIfNeeded: small))
    markHash.add(UInt8(truncatingIfNeeded: small >> 8))
  }

  private mutating func begin(_ next: NameScript) {
    if script == .none {
      script = next
    } else if script != next, script != .other, next != .other {
      if script.isSyllabic != next.isSyllabic || script == .kana || next == .kana {
        endWord()
        script = next
      } else if name.letters.last.map({ !(48...57).contains($0) }) ?? false {
        name.flaws.insert(.mixedScripts)
        script = next
      }
    }
  }

  private mutating func takeOpaque(_ scalar: UInt32) {
    name.letters.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x7F))
    name.letters.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 7 & 0x7F))
    mark(scalar)
  }

  private mutating func takeHan(_ entry: NameSpellings.Entry, _ scalar: UInt32) {
    begin(.han)
    if entry.act == .spell {
      for index in entry.offset..<(entry.offset + entry.length) { name.letters.append(spellings.byte(index)) }
    } else {
      name.flaws.insert(.unreadScript)
      takeOpaque(scalar)
    }
    sign(NameChinese.simplified[scalar] ?? scalar)
  }

  private mutating func takeHangul(_ index: UInt32, _ scalar: UInt32) {
    begin(.hangul)
    for part in [
      NameAlphabets.hangulInitials[Int(index / 588)], NameAlphabets.hangulMedials[Int(index % 588 / 28)],
      NameAlphabets.hangulFinals[Int(index % 28)],
    ] where part != [UInt8(ascii: "-")] {
      name.letters += part
    }
    sign(scalar)
  }

  private mutating func sign(_ scalar: UInt32) {
    name.signs.append(scalar)
    signEnds.append(name.letters.count)
  }

  private mutating func endWord() {
    defer { reset() }
    guard name.letters.count > start else { return }
    if script == .greek { rewriteGreek() }
    if script == .indic, carriesVowel, name.letters.count - start > 2 { name.letters.removeLast() }
    let isLong = name.letters.count - start > NameLimits.longestWordLetters
    if isLong { name.letters.removeLast(name.letters.count - start - NameLimits.longestWordLetters) }
    guard name.tokens.count < NameLimits.mostWords, !(isLong && script.isSyllabic) else {
      name.letters.removeLast(name.letters.count - start)
      return name.flaws.formUnion(.cut)
    }
    if isLong { name.flaws.insert(.cut) }
    for end in wordEnds() { append(end) }
  }

  /// Where the parts of this word end: `Abdulkarim` is three words, `习近平` two.
  private func wordEnds() -> [Int] {
    let end = name.letters.count
    if script.isSyllabic, 2...4 ~= signEnds.count {
      let first = name.signs[signStart], second = name.signs[signStart + 1]
      let isDouble = signEnds.count > 2 && NameChinese.doubleFamilyNames.contains(UInt64(first) << 32 | UInt64(second))
      return [signEnds[isDouble ? 1 : 0], end]
    }
    guard end - start >= 4, script == .latin || script == .arabic || script == .cyrillic else { return [end] }
    return NamePrefixes.ends(name.letters, start..<end, isArabic: script == .arabic)
  }

  private mutating func append(_ end: Int) {
    guard end > start, name.tokens.count < NameLimits.mostWords else { return }
    var token = NameToken()
    (token.letterStart, token.letterEnd) = (UInt16(start), UInt16(end))
    token.hash = NameHash.of(name.letters[start..<end])
    token.markHash = UInt32(truncatingIfNeeded: end == name.letters.count ? markHash.value : token.hash)
    if script.omitsVowels { token.traits.insert(.omitsVowels) }
    if isMarked { token.traits.insert(.marked) }
    if commaBefore { token.traits.insert(.commaBefore) }
    if script.isSyllabic {
      token.traits.insert(.syllabic)
      let count = signEnds.filter { $0 > start && $0 <= end }.count
      (token.signStart, token.signEnd) = (UInt16(signStart), UInt16(signStart + count))
      signStart += count
    }
    name.tokens.append(token)
    commaBefore = false
    start = end
  }

  private mutating func reset() {
    start = name.letters.count
    signStart = name.signs.count
    if !signEnds.isEmpty { signEnds = [] }
    (script, isMarked, carriesVowel) = (.none, false, false)
    markHash = NameHash()
  }

  /// Pairs of Greek letters that are one sound: ου, αυ, ευ, μπ, ντ, γκ, γγ.
  private mutating func rewriteGreek() {
    var read = start
    var write = start
    let end = name.letters.count
    while read < end {
      let letter = name.letters[read]
      let next = read + 1 < end ? name.letters[read + 1] : 0
      var (first, second, used): (UInt8, UInt8, Int) = (letter, 0, 1)
      switch (letter, next) {
      case (UInt8(ascii: "o"), UInt8(ascii: "y")): (first, second, used) = (letter, UInt8(ascii: "u"), 2)
      case (UInt8(ascii: "a"), UInt8(ascii: "y")), (UInt8(ascii: "e"), UInt8(ascii: "y")):
        (first, second, used) = (letter, UInt8(ascii: "v"), 2)
      case (UInt8(ascii: "m"), UInt8(ascii: "p")): (first, used) = (UInt8(ascii: "b"), 2)
      case (UInt8(ascii: "n"), UInt8(ascii: "t")) where read == start: (first, used) = (UInt8(ascii: "d"), 2)
      case (UInt8(ascii: "g"), UInt8(ascii: "k")): (first, used) = (UInt8(ascii: "g"), 2)
      case (UInt8(ascii: "g"), UInt8(ascii: "g")): (first, second, used) = (UInt8(ascii: "n"), letter, 2)
      default: break
      }
      name.letters[write] = first
      write += 1
      if second != 0 {
        name.letters[write] = second
        write += 1
      }
      read += used
    }
    name.letters.removeLast(end - write)
  }
}
