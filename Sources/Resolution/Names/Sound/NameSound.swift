/// The sounds that letters are turned into, coarse enough to be the same across ways of spelling, as bytes below 64.
enum NameSound {
  static let a: UInt8 = 1, e: UInt8 = 2, i: UInt8 = 3, o: UInt8 = 4, u: UInt8 = 5
  /// Glides.
  static let y: UInt8 = 6, w: UInt8 = 7
  static let b: UInt8 = 8, p: UInt8 = 9, v: UInt8 = 10, f: UInt8 = 11, d: UInt8 = 12, t: UInt8 = 13, th: UInt8 = 14
  static let g: UInt8 = 15, k: UInt8 = 16, kh: UInt8 = 17, gh: UInt8 = 18, h: UInt8 = 19
  static let j: UInt8 = 20, ch: UInt8 = 21, s: UInt8 = 22, z: UInt8 = 23, sh: UInt8 = 24, zh: UInt8 = 25, ts: UInt8 = 26
  static let l: UInt8 = 27, r: UInt8 = 28, m: UInt8 = 29, n: UInt8 = 30
  /// `q`, which is `k`, `g`, `ch` or a catch in the throat.
  static let q: UInt8 = 31
  /// Letters of scripts that leave vowels out: waw, ya, alif, ayin, a last h.
  static let waw: UInt8 = 32, ya: UInt8 = 33, alif: UInt8 = 34, ayin: UInt8 = 35, lastH: UInt8 = 36
  /// `x`, which is `ks`, and in other languages `sh`, `s`, `kh` or `h`.
  static let x: UInt8 = 37
  /// A lone `c`: `k` before a, o, u and consonants, `s` before e, i, y, and in other languages `ts`, `ch` or `dj`.
  static let hardC: UInt8 = 38, softC: UInt8 = 39
  /// Letters that no table knows, in thirteen classes; then the digits.
  static let opaque: UInt8 = 40, digit: UInt8 = 53
  static let opaqueClasses: UInt8 = 13
  /// A `j` between a vowel and a consonant, which is a glide in Zajcev and none in Najm.
  static let innerJ: UInt8 = 63
  static let count = 64

  static func isVowel(_ sound: UInt8) -> Bool { 1...5 ~= sound }
  /// Vowels, glides and the letters that may be either.
  static func isSoft(_ sound: UInt8) -> Bool { sound <= 7 || 32...36 ~= sound || sound == h || sound == innerJ }
  static func isConsonant(_ sound: UInt8) -> Bool { !isSoft(sound) }

  /// A bit for the class of a consonant; classes hold what is written alike somewhere.
  static func maskBit(_ sound: UInt8) -> UInt32 { masks[Int(sound)] }

  private static let masks: [UInt32] = {
    var made = [UInt32](repeating: 0, count: count)
    let classes: [[UInt8]] = [
      [b, p, v, f], [d, t, th], [g, k, q, kh, gh, j, ch, zh, x, hardC], [s, z, sh, ts, softC], [l], [r], [m], [n],
    ]
    for (bit, sounds) in classes.enumerated() { for sound in sounds { made[Int(sound)] = 1 << UInt32(bit) } }
    for sound in opaque..<innerJ { made[Int(sound)] = 1 << UInt32(sound - opaque + 8) }
    // Kyriakos and Cyriacos: it is in both classes.
    made[Int(softC)] |= made[Int(k)]
    return made
  }()
}
