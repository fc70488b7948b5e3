/// The script that a letter of a name belongs to, as far as the comparison treats them apart.
enum NameScript: UInt8, Sendable {
  case none, latin, arabic, hebrew, cyrillic, greek, armenian, georgian, indic, ethiopic, kana, han, hangul, other

  /// Whether short vowels are not written, or not all of them.
  var omitsVowels: Bool { self == .arabic || self == .hebrew || self == .ethiopic }

  /// Whether one sign is a syllable or a word, so that one sign that differs says much.
  var isSyllabic: Bool { self == .han || self == .hangul }
}
