/// Turns the letters of a word into sounds: pairs of letters that are one sound, doubled letters that are one,
/// letters that depend on the next.
struct NameSoundReader {
  private let letters: [UInt8]
  private let start: Int
  private let end: Int
  private var place: Int

  init(_ letters: [UInt8], _ word: Range<Int>) {
    self.letters = letters
    (start, end, place) = (word.lowerBound, word.upperBound, word.lowerBound)
  }

  private func at(_ offset: Int) -> UInt8 {
    let index = place + offset
    return index >= start && index < end ? letters[index] : 0
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    letter == 97 || letter == 101 || letter == 105 || letter == 111 || letter == 117
  }

  /// Appends the sounds of the word.
  mutating func read(into sounds: inout [UInt8]) {
    let first = sounds.count
    while place < end {
      let (sound, used) = next()
      place += used
      guard sound != 0 else { continue }
      // A letter written twice sounds once.
      if sounds.count > first, sounds[sounds.count - 1] == sound, !(53...62).contains(sound) { continue }
      sounds.append(sound)
    }
  }

  /// The next sound and how many letters it takes; 0 is silent.
  private func next() -> (UInt8, Int) {
    let letter = at(0)
    switch letter {
    case 97, 101, 105, 111, 117, 121: return vowel(letter)
    case UInt8(ascii: "c"), UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "d"), UInt8(ascii: "z"):
      return hissing(letter)
    case UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "x"), UInt8(ascii: "j"):
      return throaty(letter)
    case UInt8(ascii: "b"): return (NameSound.b, at(1) == UInt8(ascii: "h") ? 2 : 1)
    case UInt8(ascii: "p"): return at(1) == UInt8(ascii: "h") ? (NameSound.f, 2) : (NameSound.p, 1)
    case UInt8(ascii: "f"): return (NameSound.f, 1)
    case UInt8(ascii: "v"): return (NameSound.v, 1)
    case UInt8(ascii: "w"): return (NameSound.w, at(1) == UInt8(ascii: "h") ? 2 : 1)
    case UInt8(ascii: "h"):
      // A last h after a vowel only says that the vowel is one: Fatimah, Sarah.
      if place > start, place + 1 == end, Self.isVowel(letters[place - 1]) { return (0, 1) }
      return (NameSound.h, 1)
    case UInt8(ascii: "l"): return (NameSound.l, 1)
    // Rhodes; but in Farhad and Serhiy the h is heard.
    case UInt8(ascii: "r"): return (NameSound.r, place == start && at(1) == UInt8(ascii: "h") ? 2 : 1)
    case UInt8(ascii: "m"): return (NameSound.m, 1)
    case UInt8(ascii: "n"): return (NameSound.n, at(1) == UInt8(ascii: "h") && Self.isVowel(at(2)) ? 2 : 1)
    case UInt8(ascii: "W"): return (place == start ? NameSound.w : NameSound.waw, 1)
    case UInt8(ascii: "Y"): return (place == start ? NameSound.y : NameSound.ya, 1)
    case UInt8(ascii: "A"): return (NameSound.alif, 1)
    case UInt8(ascii: "E"): return (NameSound.ayin, 1)
    case UInt8(ascii: "H"): return (NameSound.lastH, 1)
    case 48...57: return (NameSound.digit + letter - 48, 1)
    default: return (NameSound.opaque + letter % NameSound.opaqueClasses, 1)
    }
  }

  private func vowel(_ letter: UInt8) -> (UInt8, Int) {
    let following = at(1)
    let opensNext = Self.isVowel(at(2))
    switch (letter, following) {
    case (97, 105), (97, 121), (101, 105), (101, 121), (97, 101):
      // Before another vowel the second letter is a glide: Maya.
      return opensNext && following != 101 ? (letter == 97 ? NameSound.a : NameSound.e, 1) : (NameSound.e, 2)
    case (97, 117), (101, 117):
      // Pavlos and Paulos, Mawsili and Mausili: the second letter is nearly a w.
      return (letter == 97 ? NameSound.a : NameSound.e, 1)
    case (97, 119), (111, 119):
      // Jakowlew and Chruschtschow: the w may be a v.
      return (letter == 97 ? NameSound.a : NameSound.o, 1)
    case (111, 117), (111, 111), (117, 101): return (NameSound.u, 2)
    case (101, 101), (101, 97), (105, 101): return (NameSound.i, 2)
    case (111, 101): return (NameSound.o, 2)
    case (105, 121) where !opensNext, (105, 106) where !opensNext: return (NameSound.i, 2)
    case (111, 104) where !opensNext: return (NameSound.o, 2)
    default: break
    }
    switch letter {
    case 97: return (NameSound.a, 1)
    case 101: return (NameSound.e, 1)
    case 105: return (NameSound.i, 1)
    case 111: return (NameSound.o, 1)
    case 117: return (NameSound.u, 1)
    default:
      let before = place > start ? letters[place - 1] : 0
      // Zelenskyy, Zelenskyj.
      if following == letter || following == UInt8(ascii: "j"), !Self.isVowel(before), !opensNext {
        return (NameSound.i, 2)
      }
      return (Self.isVowel(following) || Self.isVowel(before) ? NameSound.y : NameSound.i, 1)
    }
  }

  private func hissing(_ letter: UInt8) -> (UInt8, Int) {
    let following = at(1)
    let third = at(2)
    let h = UInt8(ascii: "h")
    switch letter {
    case UInt8(ascii: "c"):
      if following == h { return third == UInt8(ascii: "r") ? (NameSound.k, 2) : (NameSound.ch, 2) }
      if following == UInt8(ascii: "k") { return third == UInt8(ascii: "s") ? (NameSound.x, 3) : (NameSound.k, 2) }
      if following == UInt8(ascii: "z") { return (NameSound.ch, 2) }
      let isSoft = following == 101 || following == 105 || following == 121
      return (isSoft ? NameSound.softC : NameSound.hardC, 1)
    case UInt8(ascii: "s"):
      if following == h { return (NameSound.sh, 2) }
      if following == UInt8(ascii: "c"), third == h { return (NameSound.sh, 3) }
      return (NameSound.s, 1)
    case UInt8(ascii: "t"):
      if following == h { return (NameSound.th, 2) }
      if following == UInt8(ascii: "z") || following == UInt8(ascii: "s") {
        return third == UInt8(ascii: "c") && at(3) == h ? (NameSound.ch, 4) : (NameSound.ts, 2)
      }
      if following == UInt8(ascii: "c"), third == h { return (NameSound.ch, 3) }
      if following == UInt8(ascii: "j") { return (NameSound.ch, 2) }
      return (NameSound.t, 1)
    case UInt8(ascii: "d"):
      if following == UInt8(ascii: "j") { return (NameSound.j, 2) }
      if following == UInt8(ascii: "z") { return third == h ? (NameSound.j, 3) : (NameSound.z, 2) }
      if following == UInt8(ascii: "g"), third == 101 { return (NameSound.j, 2) }
      return following == h ? (NameSound.th, 2) : (NameSound.d, 1)
    default:
      if following == h { return (NameSound.zh, 2) }
      return following == letter ? (NameSound.ts, 2) : (NameSound.z, 1)
    }
  }

  private func throaty(_ letter: UInt8) -> (UInt8, Int) {
    let following = at(1)
    switch letter {
    case UInt8(ascii: "g"):
      if following == UInt8(ascii: "h") { return (NameSound.gh, 2) }
      let isFrench = following == 117 && (at(2) == 101 || at(2) == 105)
      return (NameSound.g, isFrench ? 2 : 1)
    case UInt8(ascii: "k"):
      if following == UInt8(ascii: "s") { return (NameSound.x, 2) }
      return following == UInt8(ascii: "h") ? (NameSound.kh, 2) : (NameSound.k, 1)
    case UInt8(ascii: "q"): return (following == 117 && Self.isVowel(at(2))) ? (NameSound.k, 2) : (NameSound.q, 1)
    case UInt8(ascii: "x"):
      if following == UInt8(ascii: "h") { return (NameSound.j, 2) }
      return (NameSound.x, 1)
    default:
      let isInner = place > start && place + 1 < end && Self.isVowel(letters[place - 1])
      return (isInner && following != letter && !Self.isVowel(following) ? NameSound.innerJ : NameSound.j, 1)
    }
  }
}

extension PreparedName {
  /// Fills in the sounds of every word, and the bits that reject words quickly.
  mutating func addSounds() {
    sounds.reserveCapacity(letters.count)
    for index in tokens.indices {
      tokens[index].soundStart = UInt16(sounds.count)
      var reader = NameSoundReader(letters, Int(tokens[index].letterStart)..<Int(tokens[index].letterEnd))
      reader.read(into: &sounds)
      tokens[index].soundEnd = UInt16(sounds.count)
      var mask: UInt32 = 0
      for place in Int(tokens[index].soundStart)..<sounds.count { mask |= NameSound.maskBit(sounds[place]) }
      tokens[index].soundMask = mask
      if tokens[index].kind == .core {
        tokens[index].olderHash = NamePinyin.standard.olderHash(
          letters[Int(tokens[index].letterStart)..<Int(tokens[index].letterEnd)])
      }
    }
  }
}
