/// The rules for names and labels of series, which keep a row about a person out.
enum StatisticText {
  /// Longer runs of digits are numbers of phones, documents or cases.
  static let longestDigits = 4

  static func check(id: String) throws {
    let isPlain = id.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
    }
    guard !id.isEmpty, id.utf8.count <= StatisticLimits.idBytes, isPlain else {
      throw OperationsError(.invalid, "A name in addresses has lower-case letters, digits and hyphens, at most 80.")
    }
  }

  static func check(_ text: String, _ what: String, _ limits: OperationsLimits) throws {
    guard text.utf8.count <= StatisticLimits.nameBytes else {
      throw OperationsError(.invalid, "\(what) has at most \(StatisticLimits.nameBytes) bytes.")
    }
    _ = try LogText.checked(text, limits)
  }

  /// A label names a group of people, never one: no number of a document or phone, no address.
  static func check(label: String, _ limits: OperationsLimits) throws {
    try check(label, "A label", limits)
    let digits = label.split { !$0.isNumber }.map(\.count).max() ?? 0
    guard digits <= longestDigits, !label.contains("@") else {
      throw OperationsError(
        .invalid, "\"\(label.prefix(40))\" looks like one person; only published totals of groups are kept.")
    }
  }

  /// A table in which every part counts one at most lists people, whatever its labels say.
  static func checkNotAList(_ parts: [StatisticRelease.Part]) throws {
    let largest = parts.compactMap { $0.figures.compactMap(\.number).max() }
    guard parts.count >= 3, largest.count == parts.count, largest.allSatisfy({ $0 <= 1 }),
      parts.allSatisfy({ $0.figures.compactMap(\.number).reduce(0, +) <= 1 })
    else { return }
    throw OperationsError(
      .invalid, "Every row counts one at most, as a list of people does; only published totals of groups are kept.")
  }
}
