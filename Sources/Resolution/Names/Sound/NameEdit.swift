/// The kinds of difference between two rows of sounds, from what ways of spelling do to what only another name does.
enum NameEdit: UInt8, CaseIterable, Sendable {
  case same
  /// e for i, o for u.
  case nearVowel
  case farVowel
  case vowelAdded
  /// h, a glide or a catch in the throat, heard or not.
  case softAdded
  /// Consonants that some script writes alike: b and p, g and j.
  case closeConsonant
  /// Consonants that are mistaken for each other: d and t, l and r.
  case relatedConsonant
  case farConsonant
  case consonantAdded
  case transposed
  /// A vowel that one of the two scripts does not write.
  case unwritten
}

/// What it costs to take one sound for another, in tenths of a letter, and what kind of difference it is.
struct NameSoundCosts: Sendable {
  private let costs: [UInt8]
  private let kinds: [UInt8]

  static let standard = NameSoundCosts()

  static let vowelAdded: UInt16 = 3, lastVowelAdded: UInt16 = 2, softAdded: UInt16 = 2, consonantAdded: UInt16 = 7
  static let nasalAdded: UInt16 = 3, transposed: UInt16 = 4, unwritten: UInt16 = 1

  @inline(__always)
  func cost(_ first: UInt8, _ second: UInt8) -> UInt16 { UInt16(costs[Int(first) << 6 | Int(second)]) }

  @inline(__always)
  func kind(_ first: UInt8, _ second: UInt8) -> NameEdit {
    NameEdit(rawValue: kinds[Int(first) << 6 | Int(second)]) ?? .same
  }

  private init() {
    var table = Table()
    table.fillVowels()
    table.fillConsonants()
    (costs, kinds) = (table.costs, table.kinds)
  }

  private struct Table {
    var costs = [UInt8](repeating: 10, count: 64 * 64)
    var kinds = [UInt8](repeating: NameEdit.farConsonant.rawValue, count: 64 * 64)

    init() { for sound in UInt8(0)..<64 { set([sound], [sound], 0, .same) } }

    mutating func set(_ first: [UInt8], _ second: [UInt8], _ cost: UInt8, _ kind: NameEdit) {
      for one in first {
        for other in second {
          for index in [Int(one) << 6 | Int(other), Int(other) << 6 | Int(one)] where one != other || kind == .same {
            (costs[index], kinds[index]) = (cost, kind.rawValue)
          }
        }
      }
    }

    /// Gives a sound the differences of another, and makes the two the same.
    mutating func copy(_ sound: UInt8, to other: UInt8) {
      for third in UInt8(0)..<64 where third != other && third != sound {
        let index = Int(sound) << 6 | Int(third)
        set([other], [third], costs[index], NameEdit(rawValue: kinds[index]) ?? .farConsonant)
      }
      for index in [Int(sound) << 6 | Int(other), Int(other) << 6 | Int(sound)] {
        (costs[index], kinds[index]) = (0, 0)
      }
    }

    mutating func fillVowels() {
      typealias Sound = NameSound
      let vowels = [Sound.a, Sound.e, Sound.i, Sound.o, Sound.u]
      set(vowels, vowels, 4, .farVowel)
      set([Sound.e], [Sound.i, Sound.a], 2, .nearVowel)
      set([Sound.o], [Sound.u, Sound.a], 2, .nearVowel)
      set([Sound.i, Sound.e], [Sound.y], 2, .nearVowel)
      set([Sound.u, Sound.o], [Sound.w], 2, .nearVowel)
      set([Sound.u], [Sound.v], 4, .closeConsonant)
      set([Sound.waw], [Sound.w, Sound.v, Sound.u, Sound.o], 0, .unwritten)
      set([Sound.ya], [Sound.y, Sound.i, Sound.e], 0, .unwritten)
      set([Sound.ya], [Sound.j, Sound.a], 3, .closeConsonant)
      set([Sound.alif], [Sound.a], 0, .unwritten)
      set([Sound.alif], [Sound.e, Sound.i, Sound.o, Sound.u], 1, .unwritten)
      set([Sound.ayin], vowels, 1, .unwritten)
      set([Sound.lastH], [Sound.h, Sound.a, Sound.e, Sound.t], 0, .unwritten)
      set([Sound.waw], [Sound.ya, Sound.alif], 4, .farVowel)
      set([Sound.ya], [Sound.alif, Sound.ayin], 4, .farVowel)
      set([Sound.alif], [Sound.ayin, Sound.lastH], 3, .nearVowel)
      set([Sound.waw], [Sound.b, Sound.f], 4, .relatedConsonant)
    }

    mutating func fillConsonants() {
      typealias Sound = NameSound
      let close: [(UInt8, [UInt8])] = [
        (Sound.b, [Sound.p, Sound.v]), (Sound.v, [Sound.f, Sound.w]), (Sound.p, [Sound.f]), (Sound.f, [Sound.w]),
        (Sound.g, [Sound.j, Sound.gh, Sound.q, Sound.k, Sound.y, Sound.h]),
        (Sound.j, [Sound.zh, Sound.ch, Sound.y, Sound.gh, Sound.z, Sound.d]), (Sound.k, [Sound.q, Sound.x, Sound.kh]),
        (Sound.q, [Sound.gh, Sound.ch, Sound.kh]), (Sound.kh, [Sound.h, Sound.gh, Sound.ch]),
        (Sound.ch, [Sound.sh, Sound.ts, Sound.zh]), (Sound.ts, [Sound.s, Sound.z]),
        (Sound.z, [Sound.th, Sound.zh, Sound.s]),
        (Sound.s, [Sound.sh]), (Sound.th, [Sound.t, Sound.d, Sound.s]),
        (Sound.x, [Sound.sh, Sound.s, Sound.ts, Sound.h, Sound.kh]),
      ]
      let related: [(UInt8, [UInt8])] = [
        (Sound.d, [Sound.z]), (Sound.s, [Sound.zh, Sound.ch, Sound.k]),
        (Sound.sh, [Sound.zh, Sound.ts, Sound.j, Sound.k]),
        (Sound.kh, [Sound.j]), (Sound.ch, [Sound.k, Sound.t]), (Sound.j, [Sound.h]), (Sound.l, [Sound.r]),
        (Sound.m, [Sound.n]),
        (Sound.gh, [Sound.r, Sound.h]), (Sound.g, [Sound.kh, Sound.ch]), (Sound.t, [Sound.ts]),
        (Sound.w, [Sound.b, Sound.g]),
      ]
      for (sound, others) in related { set([sound], others, 5, .relatedConsonant) }
      set([Sound.d], [Sound.t], 4, .relatedConsonant)
      for (sound, others) in close { set([sound], others, 2, .closeConsonant) }
      set([Sound.v], [Sound.w], 1, .closeConsonant)
      set([Sound.i], [Sound.j], 3, .closeConsonant)
      set([Sound.ch], [Sound.h], 3, .closeConsonant)
      copy(Sound.j, to: Sound.innerJ)
      copy(Sound.k, to: Sound.hardC)
      copy(Sound.s, to: Sound.softC)
      set([Sound.hardC], [Sound.ch, Sound.j, Sound.ts], 3, .closeConsonant)
      set([Sound.softC], [Sound.ch, Sound.ts], 2, .closeConsonant)
      set([Sound.softC], [Sound.k, Sound.j, Sound.hardC, Sound.sh], 3, .closeConsonant)
      // A figure that stands for the letter it looks like: Ig0r, Sech1n.
      let looks: [(UInt8, [UInt8])] = [
        (0, [Sound.o]), (1, [Sound.i, Sound.l]), (3, [Sound.e]), (4, [Sound.a]), (5, [Sound.s]), (9, [Sound.g]),
        (8, [Sound.b]),
      ]
      for (figure, sounds) in looks { set([Sound.digit + figure], sounds, 3, .closeConsonant) }
    }
  }
}
