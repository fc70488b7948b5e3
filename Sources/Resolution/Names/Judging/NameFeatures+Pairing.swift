extension NameFeatures {
  /// Counts what a pairing of the words of two names shows.
  init(_ pairing: borrowing NamePairing) {
    let (first, second) = (pairing.first, pairing.second)
    isSingle = first.coreCount == 1 && second.coreCount == 1 && first.tokens.count == 1 && second.tokens.count == 1
    self[.always] = 1
    let isOrganisation = first.isOrganisation || second.isOrganisation
    self[.organisation] = isOrganisation ? 1 : 0
    var seen = Seen()
    for index in 0..<pairing.count { count(pairing.pairs[index], pairing, &seen) }
    finish(seen)
    countRest(pairing, seen, isOrganisation: isOrganisation)
    countForms(first, second)
    let isShort = min(first.coreCount, second.coreCount) == 1 && max(first.coreCount, second.coreCount) > 1
    self[.oneWord] = isShort ? 1 : 0
    self[.length] = Double(min(first.coreLetters + second.coreLetters, 60)) / 20
  }

  private static let editsPerTenth = 0.25
  private static let longestShortWord = 4
  /// What a vowel that is heard alike costs, in tenths of a letter.
  private static let vowelCost = 2
  /// A longer word has room for more slips, in letters.
  private static let usualWord = 7.0

  /// Sums over the pairs of words.
  private struct Seen {
    var letters = 0
    var changedLetters = 0.0
    var coveredFirst = 0
    var coveredSecond = 0
    var lastSecond = -1
    var hasFarConsonant = false
  }

  private mutating func count(_ pair: NamePair, _ pairing: borrowing NamePairing, _ seen: inout Seen) {
    let (first, second) = (pairing.first, pairing.second)
    let one = Int(pair.first.lowerBound)..<Int(pair.first.upperBound)
    let two = Int(pair.second.lowerBound)..<Int(pair.second.upperBound)
    let letters = first.letterRange(one).count
    let otherLetters = second.letterRange(two).count
    seen.coveredFirst += coreLetters(first, one)
    seen.coveredSecond += coreLetters(second, two)
    if two.lowerBound < seen.lastSecond { self[.crossed] = 1 }
    seen.lastSecond = max(seen.lastSecond, two.lowerBound)
    let (token, other) = (first.tokens[one.lowerBound], second.tokens[two.lowerBound])
    if first.hasParents, second.hasParents, token.traits.contains(.parent) != other.traits.contains(.parent) {
      self[.parentDiffers] = min(self[.parentDiffers] + 1, 2)
    }
    switch pair.manner {
    case .equal:
      if token.kind == .core { self[.equalWords] = min(self[.equalWords] + 1, 4) }
      seen.letters += max(letters, otherLetters)
      if token.markHash != other.markHash, token.traits.contains(.marked), other.traits.contains(.marked),
        token.signCount == 0 || other.signCount == 0
      {
        self[.marksDiffer] += 1
      }
    case .standsFor:
      self[.nicknames] = min(self[.nicknames] + 1, 2)
      seen.letters += max(letters, otherLetters)
    case .initial: self[.initials] = min(self[.initials] + 1, 2)
    case .acronym: self[.acronym] = 1
    case .signs: self[.signsDiffer] += Double(pair.distance) * Double(max(token.signCount, other.signCount))
    case .joined, .spelled:
      if pair.manner == .joined { self[.joined] = 1 }
      seen.letters += max(letters, otherLetters)
      countSounds(one, two, pairing, &seen, distance: Double(pair.distance))
    }
  }

  private func coreLetters(_ name: PreparedName, _ run: Range<Int>) -> Int {
    run.reduce(0) { $0 + (name.tokens[$1].kind == .core ? name.tokens[$1].letterCount : 0) }
  }

  private mutating func countSounds(
    _ one: Range<Int>, _ two: Range<Int>, _ pairing: borrowing NamePairing, _ seen: inout Seen, distance: Double
  ) {
    let (first, second, table) = (pairing.first, pairing.second, pairing.table)
    let omits = first.omitsVowels(one) != second.omitsVowels(two)
    if omits { self[.crossesScripts] = 1 }
    let (edits, cost) = first.sounds.withUnsafeBufferPointer { sounds in
      second.sounds.withUnsafeBufferPointer { others in
        let alignment = NameAlignment(
          UnsafeBufferPointer(rebasing: sounds[first.soundRange(one)]),
          UnsafeBufferPointer(rebasing: others[second.soundRange(two)]), omitsVowels: omits,
          costs: NameSoundCosts.standard, table: table)
        let cost = alignment.cost()
        return (alignment.edits(), cost)
      }
    }
    self[.worstDistance] = max(self[.worstDistance], distance)
    add(.nearVowels, edits[.nearVowel])
    add(.farVowels, edits[.farVowel])
    add(.vowelsAdded, edits[.vowelAdded])
    add(.softAdded, edits[.softAdded])
    add(.closeConsonants, edits[.closeConsonant])
    add(.relatedConsonants, edits[.relatedConsonant])
    add(.farConsonants, edits[.farConsonant])
    add(.consonantsAdded, edits[.consonantAdded])
    add(.transposed, edits[.transposed])
    if edits[.farConsonant] + edits[.consonantAdded] + edits[.relatedConsonant] + edits[.transposed] > 0 {
      seen.hasFarConsonant = true
    }
    if edits.firstDiffers { self[.firstDiffers] += 1 }
    let (last, otherLast) = (
      first.sounds[first.soundRange(one).upperBound - 1], second.sounds[second.soundRange(two).upperBound - 1]
    )
    if last != otherLast, !omits || NameSound.isConsonant(last) && NameSound.isConsonant(otherLast) {
      self[.lastDiffers] += 1
    }
    guard !omits else { return }
    let changed = first.letters.withUnsafeBufferPointer { letters in
      second.letters.withUnsafeBufferPointer { others in
        NameLetterDistance.between(
          UnsafeBufferPointer(rebasing: letters[first.letterRange(one)]),
          UnsafeBufferPointer(rebasing: others[second.letterRange(two)]), table: table)
      }
    }
    let length = max(first.letterRange(one).count, second.letterRange(two).count)
    if Int(cost) > Self.vowelCost,
      length <= Self.longestShortWord || first.isOneSyllable(one) && second.isOneSyllable(two)
    {
      self[.shortWords] += 1
    }
    // Letters that sound alike count for less than letters: Zedong and Tse-tung differ in four.
    let weighed =
      min(Double(changed), Double(cost) * Self.editsPerTenth) * Self.usualWord / max(Self.usualWord, Double(length))
    seen.changedLetters += weighed
    self[.worstEdits] = max(self[.worstEdits], min(weighed, 4))
  }

  private mutating func add(_ feature: NameFeature, _ count: Int) {
    self[feature] = min(self[feature] + Double(count), 3)
  }

  private mutating func finish(_ seen: Seen) {
    self[.worstEditsPastOne] = max(0, self[.worstEdits] - 1)
    self[.shareChanged] = seen.letters > 0 ? seen.changedLetters / Double(seen.letters) : 0
    self[.skeletonSame] = seen.hasFarConsonant ? 0 : 1
  }

  private mutating func countRest(_ pairing: borrowing NamePairing, _ seen: Seen, isOrganisation: Bool) {
    let (first, second) = (pairing.first, pairing.second)
    var (alone, otherAlone) = (rest(first, pairing.firstUsed), rest(second, pairing.secondUsed))
    let replaced = min(alone.core, otherAlone.core)
    // A name in the place of a common word: Deutsche Bank, Deutsche Post.
    let crosswise = min(alone.core - replaced, otherAlone.generic) + min(otherAlone.core - replaced, alone.generic)
    if alone.core > otherAlone.core {
      (alone.core, otherAlone.generic) = (alone.core - crosswise, otherAlone.generic - crosswise)
    } else {
      (otherAlone.core, alone.generic) = (otherAlone.core - crosswise, alone.generic - crosswise)
    }
    let more = abs(alone.core - otherAlone.core)
    let halves = more > 0 ? min(more, halvesAlone(pairing)) : 0
    self[.replaced] = Double(min(replaced + crosswise + halves, 2))
    self[.anyReplaced] = replaced + crosswise + halves > 0 ? 1 : 0
    let extra = more - halves
    self[isOrganisation ? .extraOrganisation : .extraPerson] = Double(min(extra, 3))
    let genericReplaced = min(alone.generic, otherAlone.generic)
    self[.genericReplaced] = Double(min(genericReplaced, 2))
    self[.genericExtra] = Double(min(abs(alone.generic - otherAlone.generic), 2))
    let shares = [
      Double(seen.coveredFirst) / Double(max(first.coreLetters, 1)),
      Double(seen.coveredSecond) / Double(max(second.coreLetters, 1)),
    ]
    // Where one word agrees at most, a short one that differs beside one that is missing is another name: Doan Hoa and
    // Doan Huu Hung.
    if self[.shortWords] > 0, extra > 0, self[.equalWords] <= 1 { self[.shortWords] += 1 }
    self[.coveredShort] = max(shares[0], shares[1])
    self[.coveredLong] = min(shares[0], shares[1])
  }

  /// How many halves of a hyphenated name stand alone in names of one-syllable words, where a half is another name:
  /// Yang Ming and Yang Chih-ming.
  private func halvesAlone(_ pairing: borrowing NamePairing) -> Int {
    let (first, second) = (pairing.first, pairing.second)
    guard first.coreCount != second.coreCount, first.isOfOneSyllableWords, second.isOfOneSyllableWords else { return 0 }
    let isFirstLonger = first.coreCount > second.coreCount
    let (long, used) = isFirstLonger ? (first, pairing.firstUsed) : (second, pairing.secondUsed)
    return long.tokens.indices.count { index in
      used & 1 << UInt32(index) == 0 && long.tokens[index].kind == .core
        && (long.tokens[index].traits.contains(.hyphenAfter)
          || index > 0 && long.tokens[index - 1].traits.contains(.hyphenAfter))
    }
  }

  private func rest(_ name: PreparedName, _ used: UInt32) -> (core: Int, generic: Int) {
    var (core, generic) = (0, 0)
    for index in name.tokens.indices where used & 1 << UInt32(index) == 0 {
      let token = name.tokens[index]
      guard !(token.kind == .core || token.kind == .organisation) || !isRepeated(token, index, used, name) else {
        continue
      }
      if token.kind == .core { core += 1 }
      if token.kind == .organisation { generic += 1 }
    }
    return (core, generic)
  }

  /// A word that the name has twice says nothing new the second time.
  private func isRepeated(_ token: NameToken, _ index: Int, _ used: UInt32, _ name: PreparedName) -> Bool {
    name.coreCount > 2
      && name.tokens.indices.contains {
        name.tokens[$0].hash == token.hash && ($0 < index || used & 1 << UInt32($0) != 0)
      }
  }

  private mutating func countForms(_ first: PreparedName, _ second: PreparedName) {
    if first.legalForm > 0, second.legalForm > 0 {
      self[.legalFormDiffers] = first.legalForm == second.legalForm ? 0 : 1
    } else if first.legalForm != second.legalForm {
      self[.legalFormMissing] = 1
    }
    let (only, otherOnly) = (numbersAlone(first, second), numbersAlone(second, first))
    self[.numberDiffers] = only > 0 && otherOnly > 0 ? 1 : 0
    self[.numberMissing] = (only > 0) != (otherOnly > 0) ? 1 : 0
  }

  private func numbersAlone(_ name: PreparedName, _ other: PreparedName) -> Int {
    var alone = 0
    for token in name.tokens where token.kind == .number {
      if !other.tokens.contains(where: { $0.kind == .number && $0.number == token.number }) { alone += 1 }
    }
    return alone
  }
}

extension PreparedName {
  /// Whether the sounds hold one run of vowels and no more.
  func isOneSyllable(_ run: Range<Int>) -> Bool {
    var (runs, isInside) = (0, false)
    for index in soundRange(run) {
      let isVowel = NameSound.isVowel(sounds[index])
      if isVowel, !isInside { runs += 1 }
      isInside = isVowel
    }
    return runs == 1
  }

  /// Whether every word that names is of one syllable.
  var isOfOneSyllableWords: Bool {
    tokens.indices.allSatisfy { tokens[$0].kind != .core || isOneSyllable($0..<($0 + 1)) }
  }

  var hasParents: Bool { tokens.contains { $0.traits.contains(.parent) } }
}
