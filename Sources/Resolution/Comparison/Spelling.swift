/// Likeness of spellings, over bytes of clean values.
enum Spelling {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The longest value that is compared letter by letter; of a longer one the beginning is.
  static let longest = 64

  /// Whether one insertion, deletion, replacement or exchange of neighbours makes one of the other
  /// (Damerau 1964, doi:10.1145/363958.363994, at most one).
  static func isOneSlip(_ left: Bytes, _ right: Bytes) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard long.count - short.count <= 1 else { return false }
    var first = 0
    while first < short.count, short[first] == long[first] { first += 1 }
    var (shortEnd, longEnd) = (short.count, long.count)
    while shortEnd > first, short[shortEnd - 1] == long[longEnd - 1] {
      shortEnd -= 1
      longEnd -= 1
    }
    if shortEnd - first == 0 { return longEnd - first <= 1 }
    if short.count != long.count { return false }
    let width = shortEnd - first
    return width == 1 || width == 2 && short[first] == long[first + 1] && short[first + 1] == long[first]
  }

  /// The likeness of Jaro and Winkler, between 0 and 1 (Winkler 1990, with a prefix of four letters and a scale of 0.1).
  ///
  /// For `martha` and `marhta` it is 0.9611.
  static func jaroWinkler(_ left: Bytes, _ right: Bytes) -> Double {
    let (leftCount, rightCount) = (min(left.count, longest), min(right.count, longest))
    guard leftCount > 0, rightCount > 0 else { return leftCount == rightCount ? 1 : 0 }
    let window = max(0, max(leftCount, rightCount) / 2 - 1)
    var (leftMatched, rightMatched, matches) = (UInt64(0), UInt64(0), 0)
    for place in 0..<leftCount {
      var other = max(0, place - window)
      let end = min(rightCount, place + window + 1)
      while other < end {
        if rightMatched >> UInt64(other) & 1 == 0, left[place] == right[other] {
          leftMatched |= 1 << UInt64(place)
          rightMatched |= 1 << UInt64(other)
          matches += 1
          break
        }
        other += 1
      }
    }
    guard matches > 0 else { return 0 }
    var exchanged = 0
    while leftMatched != 0 {
      if left[leftMatched.trailingZeroBitCount] != right[rightMatched.trailingZeroBitCount] { exchanged += 1 }
      leftMatched &= leftMatched - 1
      rightMatched &= rightMatched - 1
    }
    let matched = Double(matches)
    let jaro =
      (matched / Double(leftCount) + matched / Double(rightCount) + (matched - Double(exchanged) / 2) / matched) / 3
    var prefix = 0
    while prefix < min(4, leftCount, rightCount), left[prefix] == right[prefix] { prefix += 1 }
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }

  /// The consonants of a name in 64 bits, sounds that spellings exchange as one; 0 when there are fewer than two.
  ///
  /// `mohammed` and `muhamad` have the same; so have `yusuf` and `youssef`.
  static func skeleton(_ name: Bytes) -> UInt64 {
    var (word, count) = (UInt64(0), 0)
    var (previous, index) = (UInt8(0), 0)
    while index < name.count, count < 12 {
      var letter = name[index]
      let next = index + 1 < name.count ? name[index + 1] : 0
      index += 1
      guard letter != 32 else { continue }
      if letter == UInt8(ascii: "p"), next == UInt8(ascii: "h") { letter = UInt8(ascii: "f") }
      let sound = sound(of: letter, isFirst: count == 0)
      guard sound != 0, sound != previous else {
        if sound == 0 { previous = 0 }
        continue
      }
      previous = sound
      word = word << 5 | UInt64(sound & 31)
      if sound >= 0x80 { word = ByteHash.mix(word, UInt64(sound)) }
      count += 1
    }
    return count < 2 ? 0 : word << 4 | UInt64(count)
  }

  private static func sound(of letter: UInt8, isFirst: Bool) -> UInt8 {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"):
      isFirst ? UInt8(ascii: "a") : 0
    case UInt8(ascii: "h"), UInt8(ascii: "w"), UInt8(ascii: "y"): isFirst ? letter : 0
    case UInt8(ascii: "c"), UInt8(ascii: "q"): UInt8(ascii: "k")
    case UInt8(ascii: "z"): UInt8(ascii: "s")
    case UInt8(ascii: "v"): UInt8(ascii: "f")
    default: letter
    }
  }

  /// Whether the words of one value all stand among those of the other, in any order.
  static func sharesAllWords(_ left: Bytes, _ right: Bytes) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard short.count >= 2, long.contains(32) else { return false }
    let words = long.split(separator: 32)
    return short.split(separator: 32).allSatisfy { word in words.contains { $0.elementsEqual(word) } }
  }
}
