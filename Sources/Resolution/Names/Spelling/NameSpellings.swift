import Foundation

/// How every letter of the basic plane is spelled in Latin letters, made once from the tables of the scripts.
///
/// Capital letters in a spelling stand for letters that can sound in several ways: `W` and `Y` a consonant or a long
/// vowel, `A` an alif, `E` an ayin, `H` a final h that is often not heard.
struct NameSpellings: Sendable {
  /// What to do with a scalar.
  enum Act: UInt8 {
    /// It parts words.
    case part = 0
    case spell = 1
    /// It is left out and joins what is around it: apostrophes, harakat.
    case skip = 2
    /// It is left out and told: marks that nobody sees.
    case hide = 3
    /// It is left out and marks the letter before it.
    case mark = 4
    /// No table knows it.
    case unknown = 5
  }

  /// For each scalar: offset of the spelling (from bit 12), its length (bits 8 to 11), act (bits 5 to 7), script
  /// (bits 0 to 4).
  private let entries: [UInt32]
  private let bytes: [UInt8]

  static let standard = NameSpellings()

  struct Entry {
    let raw: UInt32
    var act: Act { Act(rawValue: UInt8(raw >> 5 & 7)) ?? .part }
    var script: NameScript { NameScript(rawValue: UInt8(raw & 31)) ?? .none }
    var length: Int { Int(raw >> 8 & 15) }
    var offset: Int { Int(raw >> 12) }
  }

  @inline(__always)
  func entry(_ scalar: UInt32) -> Entry {
    scalar < UInt32(entries.count) ? Entry(raw: entries[Int(scalar)]) : Entry(raw: UInt32(Act.unknown.rawValue) << 5)
  }

  @inline(__always)
  func byte(_ index: Int) -> UInt8 { bytes[index] }

  private init() {
    var made = NameSpellingBuilder()
    made.addKinds()
    made.addDecomposed(0xC0...0x24F, script: .latin)
    made.addDecomposed(0x1E00...0x1EFF, script: .latin)
    for (script, text) in NameAlphabets.all { made.add(script, text) }
    made.addDecomposed(0x370...0x3FF, script: .greek)
    made.addDecomposed(0x1F00...0x1FFF, script: .greek)
    made.addDecomposed(0x400...0x4FF, script: .cyrillic)
    made.addEthiopic()
    made.addKana()
    made.addHan()
    (entries, bytes) = (made.entries, made.bytes)
  }
}
