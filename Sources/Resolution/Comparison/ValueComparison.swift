/// Finds the degree in which two different clean values of one kind agree.
struct ValueComparison: Sendable {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// How alike the letters of similar words are at least.
  private static let similar = 0.86
  /// How sure a knowing comparison of names must be for "the same consonants" and for "similar".
  private static let (surelyAlike, probablyAlike) = (0.9, 0.7)
  /// The most characters of an identifier that are taken for others, and the least of which the end of another says anything.
  private static let (mostConfused, shortestEnding) = (3, 7)
  let kind: FieldKind
  let identifiers: IdentifierColumn
  let names: (any NameComparing)?

  init(kind: FieldKind, identifiers: IdentifierColumn = .plain, names: (any NameComparing)?) {
    (self.kind, self.identifiers, self.names) = (kind, identifiers, names)
  }

  /// The comparison of the values of a field.
  init(_ field: CleanTable.Field, names: (any NameComparing)?) {
    self.init(kind: field.kind, identifiers: field.cleaning.identifiers, names: names)
  }

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
    case .phone: phone(left, right)
    case .document, .account, .serial, .plate, .identifier: identifier(left, right)
    case .number: min(left.count, right.count) >= 2 && Spelling.isOneSlip(left, right) ? LevelTable.slip : 3
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

  private func phone(_ left: Bytes, _ right: Bytes) -> UInt8 {
    let (one, other) = (national(left), national(right))
    guard min(one.count, other.count) >= 4 else { return 5 }
    if one.elementsEqual(other) { return 3 }
    let isOneCountry =
      one.count == left.count || other.count == right.count || left.starts(with: right.prefix { $0 != 32 })
    guard isOneCountry else { return 5 }
    return Spelling.isOneSlip(one, other) ? LevelTable.slip : isEnding(one, other) ? 4 : 5
  }

  /// A telephone number without its country code.
  private func national(_ phone: Bytes) -> Bytes {
    phone.firstIndex(of: 32).map { Bytes(rebasing: phone[($0 + 1)...]) } ?? phone
  }

  private func identifier(_ left: Bytes, _ right: Bytes) -> UInt8 {
    guard min(left.count, right.count) >= 2 else { return 5 }
    let level: UInt8 = areConfused(left, right) ? 3 : Spelling.isOneSlip(left, right) ? LevelTable.slip : 5
    if level == 5 { return isEnding(left, right) ? 4 : 5 }
    // A misread character breaks a check digit: where both hold, these are two identifiers.
    return identifiers.check(left) == .holds && identifiers.check(right) == .holds ? 5 : level
  }

  /// Whether they differ in few characters alone, each of which is taken for the other.
  private func areConfused(_ left: Bytes, _ right: Bytes) -> Bool {
    guard left.count == right.count else { return false }
    var places = 0
    for place in 0..<left.count where left[place] != right[place] {
      places += 1
      guard places <= Self.mostConfused, OpticalConfusion.confuses(left[place], right[place]) else { return false }
    }
    return true
  }

  /// Whether the shorter stands at the end of the longer, as when an area code or a maker was left out.
  private func isEnding(_ left: Bytes, _ right: Bytes) -> Bool {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    return short.count >= Self.shortestEnding && short.count < long.count
      && long.suffix(short.count).elementsEqual(short)
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
