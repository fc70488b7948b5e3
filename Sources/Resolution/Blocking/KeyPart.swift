/// A part of a blocking key: one view of a field, or of two names together, that records of one entity often share.
struct KeyPart: Hashable, Sendable {
  /// How a value is looked at.
  enum View: Hashable, Sendable {
    /// The whole value.
    case whole
    /// The consonants of a name.
    case sound
    /// The first letters: so many.
    case beginning(Int)
    /// The last signs: so many.
    case ending(Int)
    /// So many signs from a place that is counted from the end.
    case stretch(fromEnd: Int, Int)
    /// A date with day and month in any order.
    case anyDayMonth
    /// The day and the month of a date.
    case dayMonth
    /// The year of a date.
    case year
    /// What stands before the @.
    case mailbox
    /// The sounds of given and family name in any order.
    case bothSounds
    /// What a knowing comparison of names gives as key.
    case nameKey
  }

  /// The fields, one or two.
  let fields: [Int]
  /// How they are looked at.
  let view: View

  /// The parts that the fields of a table offer.
  static func all(of table: CleanTable, hasNames: Bool) -> [KeyPart] {
    var parts = [KeyPart]()
    for (field, column) in table.fields.enumerated() where column.known > 1 {
      var views = views(of: column.kind)
      if hasNames, column.kind.isName { views.append(.nameKey) }
      parts += views.map { KeyPart(fields: [field], view: $0) }
    }
    if let names = table.nameParts { parts.append(KeyPart(fields: [names.given, names.family], view: .bothSounds)) }
    return Array(parts.prefix(64))
  }

  private static func views(of kind: FieldKind) -> [View] {
    switch kind {
    case .givenName, .familyName, .name: [.sound, .beginning(3)]
    case .date: [.anyDayMonth, .dayMonth, .year]
    case .place, .address, .text: [.whole, .beginning(4)]
    case .postcode: [.whole]
    // The end of a telephone number stays the same whether it is written with or without its country.
    case .phone: [.ending(8), .stretch(fromEnd: 9, 4), .ending(4)]
    case .document, .account, .serial, .plate, .identifier: [.whole, .beginning(4), .ending(4)]
    case .email: [.whole, .mailbox]
    case .number, .category: [.whole]
    case .purpose, .ownerRole, .ignored: []
    }
  }

  /// The words in which a person reads it.
  func words(in table: CleanTable) -> String {
    let heading = fields.map { table.fields[$0].heading }.joined(separator: " and ")
    return switch view {
    case .whole: heading
    case .sound, .bothSounds: "sound of \(heading)"
    case .beginning(let count): "first \(count) of \(heading)"
    case .ending(let count): "last \(count) of \(heading)"
    case .stretch(let place, let count): "\(count) from the last but \(place - 1) of \(heading)"
    case .anyDayMonth: "\(heading), day and month in any order"
    case .dayMonth: "day and month of \(heading)"
    case .year: "year of \(heading)"
    case .mailbox: "mailbox of \(heading)"
    case .nameKey: "key of \(heading) across scripts"
    }
  }

  /// The hash of the part for every value of the field's pool; 0 where it has none.
  func valueHashes(in table: CleanTable, names: (any NameComparing)?) -> [UInt32] {
    let pool = table.pools[table.fields[fields[0]].pool]
    return (0..<pool.count).map { number in
      number == 0 ? 0 : pool.withValue(UInt32(number)) { hash($0, names: names) }
    }
  }

  /// The hash of the part for each record of a table; 0 where it has none.
  func hashes(in table: CleanTable, names: (any NameComparing)?) -> [UInt32] {
    let values = valueHashes(in: table, names: names)
    let width = table.fields.count
    return (0..<table.count).map { record in
      if fields.count == 1 { return values[Int(table.cells[record * width + fields[0]])] }
      return Self.either(
        values[Int(table.cells[record * width + fields[0]])], values[Int(table.cells[record * width + fields[1]])])
    }
  }

  /// Two hashes in any order as one.
  static func either(_ one: UInt32, _ other: UInt32) -> UInt32 {
    guard one != 0, other != 0 else { return 0 }
    return ByteHash.short(ByteHash.mix(UInt64(min(one, other)), UInt64(max(one, other))))
  }

  /// The hash of the part of one value.
  func hash(_ value: UnsafeBufferPointer<UInt8>, names: (any NameComparing)?) -> UInt32 {
    guard !value.isEmpty else { return 0 }
    switch view {
    case .whole: return ByteHash.short(ByteHash.hash(value))
    case .sound, .bothSounds:
      let skeleton = Spelling.skeleton(value)
      return ByteHash.short(skeleton == 0 ? ByteHash.hash(value) : ByteHash.mix(skeleton, 2))
    case .beginning(let count):
      guard value.count >= count else { return 0 }
      return ByteHash.short(ByteHash.hash(UnsafeBufferPointer(rebasing: value.prefix(count))))
    case .ending(let count):
      guard value.count >= count else { return 0 }
      return ByteHash.short(ByteHash.hash(UnsafeBufferPointer(rebasing: value.suffix(count))))
    case .stretch(let place, let count):
      guard value.count >= place else { return 0 }
      return ByteHash.short(ByteHash.hash(UnsafeBufferPointer(rebasing: value.suffix(place).prefix(count))))
    case .anyDayMonth, .dayMonth, .year: return dateHash(value)
    case .mailbox:
      guard let at = value.firstIndex(of: UInt8(ascii: "@")), at > 2 else { return 0 }
      return ByteHash.short(ByteHash.hash(UnsafeBufferPointer(rebasing: value[..<at])))
    case .nameKey:
      let key = names?.key(String(decoding: value, as: UTF8.self))
      return key.map { ByteHash.short(ByteHash.mix($0, 3)) } ?? 0
    }
  }

  private func dateHash(_ value: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard value.count == 8 else { return 0 }
    func number(_ range: Range<Int>) -> UInt64 { value[range].reduce(0) { $0 * 10 + UInt64($1 & 15) } }
    let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
    switch view {
    case .year: return ByteHash.short(ByteHash.mix(year, 4))
    case .dayMonth: return day == 0 ? 0 : ByteHash.short(ByteHash.mix(month * 100 + day, 5))
    default: return ByteHash.short(ByteHash.mix(year * 10_000 + min(month, day) * 100 + max(month, day), 6))
    }
  }
}
