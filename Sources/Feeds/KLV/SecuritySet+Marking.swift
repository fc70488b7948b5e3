public import Marking

/// A sender's marking in the house's terms, with what could not be said in them.
public struct MappedMarking: Hashable, Sendable {
  /// The marking; wherever something could not be mapped it is the more restrictive of what it may have meant.
  public let marking: Marking
  /// What could not be mapped one to one, in words.
  public let remarks: [String]
}

extension SecuritySet {
  /// The marking that the set comes to.
  ///
  /// Unclassified is OFFICIAL and restricted OFFICIAL-SENSITIVE. There is no confidential here: it is held as SECRET. Without a
  /// classification the set is held as TOP SECRET. Nations are limited to the classifying country and the releasing
  /// instructions, as far as their codes are understood; to the classifying country where something classified has none; to
  /// nobody where no code is understood. Compartments, and caveats as instructions, keep the sender's words. Source: ST
  /// 0102.12, 6.1; Cabinet Office, Government Security Classifications Policy, August 2024.
  ///
  /// - Parameter isExercise: whether the marking says EXERCISE.
  public func mapped(isExercise: Bool = false) -> MappedMarking {
    var remarks: [String] = []
    let (classification, isClassified) = mappedClassification(&remarks)
    let caveats = words(5, separators: "/,;", &remarks)
    if !caveats.isEmpty { remarks.append("caveats are kept in the sender's words: \(caveats.joined(separator: ", "))") }
    var nations = mappedNations(isClassified: isClassified, &remarks)
    if caveats.contains(where: { $0 == "NOFORN" || $0 == "NF" }) {
      nations = nations.intersection(.only(Set(nation(classifyingCountry) ?? [])))
    }
    var handling = Set(caveats.map(HandlingInstruction.init(rawValue:)))
    if caveats.contains(where: { $0 == "ORCON" || $0 == "OC" }) { handling.insert(.originatorControlled) }
    let marking = Marking(
      classification: classification, sensitive: isClassified || !caveats.isEmpty,
      compartments: Set(words(4, separators: "/", &remarks)), nations: nations, handling: handling, exercise: isExercise
    )
    return MappedMarking(marking: marking, remarks: remarks)
  }

  private func mappedClassification(_ remarks: inout [String]) -> (Classification, isClassified: Bool) {
    switch code(1) {
    case 1: return (.official, false)
    case 2: return (.official, true)
    case 3:
      remarks.append("CONFIDENTIAL is held as SECRET")
      return (.secret, true)
    case 4: return (.secret, true)
    case 5: return (.topSecret, true)
    default:
      remarks.append("no classification that is understood: held as TOP SECRET")
      return (.topSecret, true)
    }
  }

  private func mappedNations(isClassified: Bool, _ remarks: inout [String]) -> ReleaseLimit {
    let codes = words(6, separators: " /,;", &remarks)
    let isReleaseSent = entries.contains { $0.number == 6 && !$0.bytes.isEmpty }
    let home = nation(classifyingCountry)
    if !isReleaseSent {
      guard isClassified else { return .anyone }
      remarks.append("no releasing instructions: held to the classifying country")
      return .only(Set(home ?? []))
    }
    let (known, unknown) = codes.reduce(into: (Set<String>(), [String]())) { found, code in
      if let nation = nation(code) { found.0.formUnion(nation) } else { found.1.append(code) }
    }
    if !unknown.isEmpty || codes.isEmpty {
      remarks.append(
        "releasing instructions not understood, and released to nobody by them: \(unknown.joined(separator: ", "))")
    }
    return .only(known.union(home ?? []))
  }

  /// The classifying country's code; the standard writes `//` before it.
  private var classifyingCountry: String? {
    text(3).map { String($0.drop { $0 == "/" || $0 == " " }) }
  }

  /// The two-letter code of a country by the set's own coding method, as a list of one; nil when it is not understood.
  private func nation(_ code: String?) -> [String]? {
    guard let letters = code?.uppercased(), letters.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) else { return nil }
    switch self.code(2) {
    case 1 where letters.utf8.count == 2, 13 where letters.utf8.count == 2:
      return Countries.isTwoLetter(letters) ? [letters] : nil
    case 2, 14: return Countries.twoLetters(of: letters).map { [$0] }
    case 11, 16: return Countries.isTwoLetter(letters) ? [letters] : Countries.twoLetters(of: letters).map { [$0] }
    default: return nil
    }
  }

  /// The words of an item between separators; bytes that are no text are said and kept as hexadecimal digits.
  private func words(_ number: Int, separators: String, _ remarks: inout [String]) -> [String] {
    guard let bytes = bytes(number) else { return [] }
    guard let text = text(number) else {
      guard bytes.contains(where: { $0 != 0x20 && $0 != 0 }) else { return [] }
      remarks.append("item \(number) is no text and kept as its bytes")
      return [bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()]
    }
    return text.split { separators.contains($0) }.compactMap { part in
      let word = part.drop { $0 == " " }
      return word.lastIndex { $0 != " " }.map { String(word[...$0]) }
    }
  }
}
