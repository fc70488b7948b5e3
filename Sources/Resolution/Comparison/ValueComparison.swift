/// Finds the degree in which two different clean values of one kind agree.
struct ValueComparison: Sendable {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// How alike the letters of similar words are at least.
  private static let similar = 0.86
  /// How sure a knowing comparison of names must be for "the same consonants" and for "similar".
  private static let (surelyAlike, probablyAlike) = (0.9, 0.7)
  let kind: FieldKind
  let names: (any NameComparing)?

  /// The degree, of the list in `LevelTable`; values that are the same byte by byte do not come here.
  func level(_ left: Bytes, _ right: Bytes) -> UInt8 {
    if left.contains(ObjectReader.unitSeparator) || right.contains(ObjectReader.unitSeparator) {
      return best(left, right)
    }
    return switch kind {
    case .givenName, .familyName: namePart(left, right)
    case .name: wholeName(left, right)
    case .date: date(left, right)
    case .postcode: postcode(left, right)
    case .phone, .document, .account, .serial, .plate, .identifier, .number: code(left, right)
    case .place, .address, .text: words(left, right)
    case .email: mail(left, right)
    case .category, .purpose, .ownerRole, .ignored: 2
    }
  }

  /// The best of several values of one property.
  private func best(_ left: Bytes, _ right: Bytes) -> UInt8 {
    var best = UInt8(LevelTable.levels(of: kind).count)
    for one in left.split(separator: ObjectReader.unitSeparator) {
      for other in right.split(separator: ObjectReader.unitSeparator) {
        if one.elementsEqual(other) { return LevelTable.same }
        best = min(best, level(UnsafeBufferPointer(rebasing: one), UnsafeBufferPointer(rebasing: other)))
      }
    }
    return best
  }

  private func namePart(_ left: Bytes, _ right: Bytes) -> UInt8 {
    let shorter = min(left.count, right.count)
    if shorter == 1 { return left[0] == right[0] ? 5 : 7 }
    if shorter >= 3, Spelling.isOneSlip(left, right) { return LevelTable.slip }
    let skeleton = Spelling.skeleton(left)
    if skeleton != 0, skeleton == Spelling.skeleton(right) { return 3 }
    if shorter >= 3, left.prefix(shorter).elementsEqual(right.prefix(shorter)) { return 5 }
    if Spelling.jaroWinkler(left, right) >= Self.similar || Spelling.sharesAllWords(left, right) { return 4 }
    guard let likeness = likeness(left, right) else { return 7 }
    return likeness >= Self.surelyAlike ? 3 : likeness >= Self.probablyAlike ? 4 : 7
  }

  private func wholeName(_ left: Bytes, _ right: Bytes) -> UInt8 {
    if min(left.count, right.count) >= 3, Spelling.isOneSlip(left, right) { return LevelTable.slip }
    if Spelling.sharesAllWords(left, right) { return 3 }
    let skeleton = Spelling.skeleton(left)
    if skeleton != 0, skeleton == Spelling.skeleton(right) { return 4 }
    if WordAlignment.likeness(left, right) >= Self.similar { return 5 }
    guard let likeness = likeness(left, right) else { return 6 }
    return likeness >= Self.surelyAlike ? 4 : likeness >= Self.probablyAlike ? 5 : 6
  }

  private func likeness(_ left: Bytes, _ right: Bytes) -> Double? {
    names.map { $0.likeness(String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self)) }
  }

  private func date(_ left: Bytes, _ right: Bytes) -> UInt8 {
    guard left.count == 8, right.count == 8 else { return 6 }
    if Spelling.isOneSlip(left, right) { return LevelTable.slip }
    let isSameYear = equal(left, right, 0..<4)
    if isSameYear {
      let isCrossed =
        left[4] == right[6] && left[5] == right[7] && left[6] == right[4] && left[7] == right[5]
      if isCrossed { return 3 }
      if isDefaulted(left) || isDefaulted(right) { return 4 }
      return 5
    }
    return equal(left, right, 4..<8) ? 5 : 6
  }

  /// Whether the day is 1 January or not said.
  private func isDefaulted(_ date: Bytes) -> Bool {
    date[6] == 48 && date[7] == 48 || date[4] == 48 && date[5] == 49 && date[6] == 48 && date[7] == 49
  }

  private func equal(_ left: Bytes, _ right: Bytes, _ range: Range<Int>) -> Bool {
    for place in range where left[place] != right[place] { return false }
    return true
  }

  private func postcode(_ left: Bytes, _ right: Bytes) -> UInt8 {
    if Spelling.isOneSlip(left, right) { return LevelTable.slip }
    // Three signs behind the district in Britain; two digits in codes of four or five digits.
    let behind = left.count > 5 ? 3 : 2
    guard left.count == right.count, left.count > behind else { return 4 }
    return equal(left, right, 0..<left.count - behind) ? 3 : 4
  }

  private func code(_ left: Bytes, _ right: Bytes) -> UInt8 {
    guard min(left.count, right.count) >= 2 else { return 3 }
    if Spelling.isOneSlip(left, right) { return LevelTable.slip }
    guard left.count == right.count, kind != .phone, kind != .number else { return 3 }
    for place in 0..<left.count where look(left[place]) != look(right[place]) { return 3 }
    return LevelTable.slip
  }

  /// Letters and digits that machines take for each other, as one of them.
  private func look(_ sign: UInt8) -> UInt8 {
    switch sign {
    case UInt8(ascii: "o"), UInt8(ascii: "q"), UInt8(ascii: "d"): UInt8(ascii: "0")
    case UInt8(ascii: "i"), UInt8(ascii: "l"): UInt8(ascii: "1")
    case UInt8(ascii: "z"): UInt8(ascii: "2")
    case UInt8(ascii: "s"): UInt8(ascii: "5")
    case UInt8(ascii: "g"): UInt8(ascii: "6")
    case UInt8(ascii: "b"): UInt8(ascii: "8")
    default: sign
    }
  }

  private func words(_ left: Bytes, _ right: Bytes) -> UInt8 {
    if min(left.count, right.count) >= 3, Spelling.isOneSlip(left, right) { return LevelTable.slip }
    if Spelling.jaroWinkler(left, right) >= 0.88 { return 3 }
    return Spelling.sharesAllWords(left, right) ? 4 : 5
  }

  private func mail(_ left: Bytes, _ right: Bytes) -> UInt8 {
    if Spelling.isOneSlip(left, right) { return LevelTable.slip }
    let at = UInt8(ascii: "@")
    guard let one = left.firstIndex(of: at), let other = right.firstIndex(of: at) else { return 5 }
    if one > 2, left[..<one].elementsEqual(right[..<other]) { return 3 }
    return Spelling.jaroWinkler(left, right) >= 0.92 ? 4 : 5
  }
}
