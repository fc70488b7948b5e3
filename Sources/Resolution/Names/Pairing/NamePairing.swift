/// Which words of two names belong together, whatever their order: equal ones first, then the most alike.
struct NamePairing: ~Copyable {
  let first: PreparedName
  let second: PreparedName
  let table: UnsafeMutablePointer<UInt16>
  private(set) var pairs = InlineArray<24, NamePair>(repeating: NamePair())
  private(set) var count = 0
  /// Words that have a partner, a bit each.
  private(set) var firstUsed: UInt32 = 0
  private(set) var secondUsed: UInt32 = 0
  private var candidates = InlineArray<48, NamePair>(repeating: NamePair())
  private var candidateCount = 0
  let costs = NameSoundCosts.standard

  /// The greatest difference at which two words are still taken for one, as a share of the longer.
  private static let greatestDistance: Float = 0.45
  /// The same for a word and the words that it was joined from.
  private static let greatestJoinedDistance: Float = 0.2
  private static let standsForDistance: Float = 0.08
  private static let initialDistance: Float = 0.3

  /// - Parameter table: memory for `NameAlignment.cells` cells, until the pairing is gone.
  init(_ first: PreparedName, _ second: PreparedName, table: UnsafeMutablePointer<UInt16>) {
    (self.first, self.second, self.table) = (first, second, table)
    pairEqual()
    gather()
    gatherJoined()
    choose()
    if count == 0 { pairAcronym() }
  }

  private func isNaming(_ token: NameToken) -> Bool { token.kind == .core || token.kind == .organisation }

  private mutating func add(_ pair: NamePair) {
    guard count < 24 else { return }
    pairs[count] = pair
    count += 1
    firstUsed |= pair.firstBits
    secondUsed |= pair.secondBits
  }

  private mutating func propose(_ first: Range<Int>, _ second: Range<Int>, _ manner: NamePair.Manner, _ distance: Float)
  {
    let pair = NamePair(
      first: UInt8(first.lowerBound)..<UInt8(first.upperBound),
      second: UInt8(second.lowerBound)..<UInt8(second.upperBound),
      manner: manner, distance: distance)
    if candidateCount < 48 {
      candidates[candidateCount] = pair
      candidateCount += 1
    } else {
      var worst = 0
      for index in 1..<48 where candidates[index].distance > candidates[worst].distance { worst = index }
      if candidates[worst].distance > distance { candidates[worst] = pair }
    }
  }

  private mutating func pairEqual() {
    for index in first.tokens.indices {
      let token = first.tokens[index]
      let names = isNaming(token)
      guard names || token.kind == .particle else { continue }
      for other in second.tokens.indices where secondUsed & 1 << UInt32(other) == 0 {
        let candidate = second.tokens[other]
        guard candidate.hash == token.hash, isNaming(candidate) || candidate.kind == .particle,
          !hasOtherSigns(token, candidate)
        else { continue }
        add(NamePair(first: UInt8(index)..<UInt8(index + 1), second: UInt8(other)..<UInt8(other + 1)))
        break
      }
    }
  }

  private func hasOtherSigns(_ one: NameToken, _ other: NameToken) -> Bool {
    one.signCount > 0 && other.signCount > 0 && signDistance(one, other) > 0
  }

  /// The share of signs that differ in their places.
  private func signDistance(_ one: NameToken, _ other: NameToken) -> Float {
    let longer = max(one.signCount, other.signCount)
    var same = 0
    for index in 0..<min(one.signCount, other.signCount)
    where first.signs[Int(one.signStart) + index] == second.signs[Int(other.signStart) + index] { same += 1 }
    return Float(longer - same) / Float(longer)
  }

  private mutating func gather() {
    for index in first.tokens.indices where firstUsed & 1 << UInt32(index) == 0 && isNaming(first.tokens[index]) {
      let token = first.tokens[index]
      for other in second.tokens.indices where secondUsed & 1 << UInt32(other) == 0 && isNaming(second.tokens[other]) {
        compare(token, second.tokens[other], index, other)
      }
    }
  }

  private mutating func compare(_ token: NameToken, _ candidate: NameToken, _ index: Int, _ other: Int) {
    let (one, two) = (index..<(index + 1), other..<(other + 1))
    if token.signCount > 0, candidate.signCount > 0 {
      let distance = signDistance(token, candidate)
      if distance <= 0.5 { propose(one, two, .signs, distance) }
      return
    }
    if sharesGroup(token, candidate)
      || (token.olderHash | candidate.olderHash != 0 && isOlderSpelling(token, candidate))
    {
      propose(one, two, token.kind == .organisation ? .equal : .standsFor, Self.standsForDistance)
      return
    }
    let (short, long) = token.letterCount < candidate.letterCount ? (token, candidate) : (candidate, token)
    if short.traits.contains(.initials), short.letterCount == 1, long.letterCount > 1 {
      if first.letters[Int(token.letterStart)] == second.letters[Int(candidate.letterStart)] {
        propose(one, two, .initial, Self.initialDistance)
      }
      return
    }
    guard !isRejected(token.soundMask, candidate.soundMask), long.soundCount <= 2 * short.soundCount + 2 else { return }
    let distance = soundDistance(one, two)
    if distance <= Self.greatestDistance { propose(one, two, .spelled, distance) }
  }

  private func isOlderSpelling(_ one: NameToken, _ other: NameToken) -> Bool {
    one.olderHash == other.hash || other.olderHash == one.hash
  }

  private func sharesGroup(_ one: NameToken, _ other: NameToken) -> Bool {
    guard one.group > 0, other.group > 0, one.kind == other.kind else { return false }
    return one.group == other.group || one.group == other.otherGroup || one.otherGroup == other.group
      || (one.otherGroup > 0 && one.otherGroup == other.otherGroup)
  }

  /// Whether the consonants are too different for the words to be one; costs nothing.
  @inline(__always)
  private func isRejected(_ one: UInt32, _ other: UInt32) -> Bool {
    (one ^ other).nonzeroBitCount > 2 && 2 * (one & other).nonzeroBitCount < (one | other).nonzeroBitCount
  }

  /// What differs between the sounds of two runs of words, as a share of the longer.
  private func soundDistance(_ one: Range<Int>, _ two: Range<Int>) -> Float {
    first.sounds.withUnsafeBufferPointer { sounds in
      second.sounds.withUnsafeBufferPointer { otherSounds in
        let a = UnsafeBufferPointer(rebasing: sounds[first.soundRange(one)])
        let b = UnsafeBufferPointer(rebasing: otherSounds[second.soundRange(two)])
        guard a.count <= NameAlignment.longest, b.count <= NameAlignment.longest, !(a.isEmpty && b.isEmpty) else {
          return 1
        }
        let omits = first.omitsVowels(one) != second.omitsVowels(two)
        let cost = NameAlignment(a, b, omitsVowels: omits, costs: costs, table: table).cost()
        return Float(cost) / Float(10 * max(a.count, b.count))
      }
    }
  }

  /// Words that stand apart in one name and together in the other: `van der Bilt`, `Vanderbilt`; and letters that
  /// stand for words.
  private mutating func gatherJoined() {
    gatherJoined(single: first, runs: second, singleUsed: firstUsed, runsUsed: secondUsed, isSwapped: false)
    gatherJoined(single: second, runs: first, singleUsed: secondUsed, runsUsed: firstUsed, isSwapped: true)
  }

  private mutating func gatherJoined(
    single: PreparedName, runs: PreparedName, singleUsed: UInt32, runsUsed: UInt32, isSwapped: Bool
  ) {
    for index in single.tokens.indices where singleUsed & 1 << UInt32(index) == 0 && isNaming(single.tokens[index]) {
      let token = single.tokens[index]
      guard token.letterCount >= 2 else { continue }
      for start in runs.tokens.indices
      where runsUsed & 1 << UInt32(start) == 0 && (token.signCount == 0 || runs.tokens[start].signCount == 0) {
        var end = start + 1
        while end < min(runs.tokens.count, start + 4), runsUsed & 1 << UInt32(end) == 0 {
          end += 1
          let letters = Int(runs.tokens[end - 1].letterEnd) - Int(runs.tokens[start].letterStart)
          let word = isSwapped ? start..<end : index..<(index + 1)
          let run = isSwapped ? index..<(index + 1) : start..<end
          if token.letterCount == end - start, token.letterCount <= 4,
            standFor(token, of: single, start..<end, of: runs)
          {
            propose(word, run, .initial, Self.initialDistance)
          } else if token.olderHash != 0, NameHash.of(runs.letters[runs.letterRange(start..<end)]) == token.olderHash {
            propose(word, run, .standsFor, Self.standsForDistance)
          } else if token.letterCount >= 4, abs(letters - token.letterCount) <= 3 {
            let distance = soundDistance(word, run)
            if distance <= Self.greatestJoinedDistance { propose(word, run, .joined, distance) }
          }
        }
      }
    }
  }

  private func standFor(_ token: NameToken, of single: PreparedName, _ run: Range<Int>, of runs: PreparedName) -> Bool {
    for (offset, index) in run.enumerated() {
      guard single.letters[Int(token.letterStart) + offset] == runs.letters[Int(runs.tokens[index].letterStart)],
        isNaming(runs.tokens[index]), runs.tokens[index].letterCount > 1
      else { return false }
    }
    return true
  }

  private mutating func choose() {
    while true {
      var best = -1
      for index in 0..<candidateCount {
        let candidate = candidates[index]
        guard candidate.firstBits & firstUsed == 0, candidate.secondBits & secondUsed == 0 else { continue }
        if best < 0 || candidate.distance < candidates[best].distance { best = index }
      }
      guard best >= 0 else { return }
      add(candidates[best])
    }
  }

  /// The whole of one name is made of the first letters of the other.
  private mutating func pairAcronym() {
    for isSwapped in [false, true] {
      let (short, long) = isSwapped ? (second, first) : (first, second)
      let words = long.tokens.indices.filter { isNaming(long.tokens[$0]) }
      guard let index = short.tokens.firstIndex(where: { $0.kind == .core }), 3...8 ~= words.count else { continue }
      let token = short.tokens[index]
      guard token.letterCount == words.count else { continue }
      let isOne = words.enumerated().allSatisfy { offset, word in
        short.letters[Int(token.letterStart) + offset] == long.letters[Int(long.tokens[word].letterStart)]
      }
      guard isOne else { continue }
      let all = UInt8(0)..<UInt8(long.tokens.count)
      let one = UInt8(index)..<UInt8(index + 1)
      return add(NamePair(first: isSwapped ? all : one, second: isSwapped ? one : all, manner: .acronym, distance: 0.3))
    }
  }
}

extension PreparedName {
  func soundRange(_ run: Range<Int>) -> Range<Int> {
    Int(tokens[run.lowerBound].soundStart)..<Int(tokens[run.upperBound - 1].soundEnd)
  }

  func letterRange(_ run: Range<Int>) -> Range<Int> {
    Int(tokens[run.lowerBound].letterStart)..<Int(tokens[run.upperBound - 1].letterEnd)
  }

  func omitsVowels(_ run: Range<Int>) -> Bool { tokens[run.lowerBound].traits.contains(.omitsVowels) }
}
