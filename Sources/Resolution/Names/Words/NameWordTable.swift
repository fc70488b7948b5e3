/// What is known of single words and of phrases, by their hash: an open table made once.
struct NameWordTable: Sendable {
  struct Entry: Sendable {
    var kind = NameTokenKind.core
    var group: UInt16 = 0
    /// A second group, as `chin` is a way to write 陈 and 金.
    var otherGroup: UInt16 = 0
    var number: Int32 = 0
    /// Whether the word may stand at the beginning of a name in this part.
    var mayLead = true
    var startsPhrase = false
    /// Whether nothing is known of the word but that phrases begin with it.
    var isPhraseStartOnly = false
  }

  private var keys: [UInt64]
  private var values: [Entry]
  private var phrases: [UInt64: Entry] = [:]
  private static let capacity = 1 << 13

  static let standard = NameWordTable()
  static let longestPhrase = 6

  @inline(__always)
  func entry(_ hash: UInt64) -> Entry? {
    var place = Int(truncatingIfNeeded: hash >> 20) & (Self.capacity - 1)
    while keys[place] != 0 {
      if keys[place] == hash { return values[place] }
      place = (place + 1) & (Self.capacity - 1)
    }
    return nil
  }

  func phrase(_ hashes: some Sequence<UInt64>) -> Entry? { phrases[Self.joined(hashes)] }

  private static func joined(_ hashes: some Sequence<UInt64>) -> UInt64 {
    hashes.reduce(17) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 }
  }

  private init() {
    keys = [UInt64](repeating: 0, count: Self.capacity)
    values = [Entry](repeating: Entry(), count: Self.capacity)
    var group: UInt16 = 0
    for line in Self.lines(NameLegalForms.leading) {
      group += 1
      for text in line { add(text, Entry(kind: .legalForm, group: group)) }
    }
    group = 0
    for line in Self.lines(NameLegalForms.trailing) {
      group += 1
      for text in line { add(text, Entry(kind: .legalForm, group: group, mayLead: false)) }
    }
    group = 20
    for line in Self.lines(NameLegalForms.apart) {
      group += 1
      for text in line { add(text, Entry(kind: .legalForm, group: group)) }
    }
    for line in Self.lines(NameParticles.kinship) { for text in line { add(text, Entry(kind: .kinship, group: 900)) } }
    for text in NameParticles.articles.split(separator: " ") { add(text, Entry(kind: .particle)) }
    for text in NameParticles.inner.split(separator: " ") { add(text, Entry(kind: .particle, mayLead: false)) }
    for line in Self.lines(NameHonorifics.text) { for text in line { add(text, Entry(kind: .honorific)) } }
    for text in NameNumberWords.units { add(text.key, Entry(kind: .number, number: text.value)) }
    group = 1000
    for line in Self.lines(NameOrganisationWords.text) {
      group += 1
      for text in line { add(text, Entry(kind: .organisation, group: group)) }
    }
    for line in Self.lines(NameNicknames.text) + Self.lines(NameNicknames.familyNames) {
      group += 1
      for text in line { add(text, Entry(kind: .core, group: group)) }
    }
  }

  /// Lines of words or phrases, apart by commas.
  private static func lines(_ text: String) -> [[Substring]] {
    text.split(separator: "\n").map { line in
      line.split(separator: ",").map { part in
        part.drop { $0 == " " }
      }
    }
  }

  private mutating func add(_ text: Substring, _ entry: Entry) {
    let hashes = NameReader.hashes(text)
    guard let first = hashes.first else { return }
    if hashes.count == 1 {
      let place = place(of: first)
      if keys[place] == 0 {
        (keys[place], values[place]) = (first, entry)
      } else if values[place].isPhraseStartOnly {
        values[place] = entry
        values[place].startsPhrase = true
      } else if entry.kind == .core, values[place].kind == .core || values[place].kind == .particle,
        values[place].otherGroup == 0
      {
        values[place].otherGroup = entry.group
      }
      return
    }
    phrases[Self.joined(hashes)] = entry
    let place = place(of: first)
    if keys[place] == 0 {
      (keys[place], values[place]) = (first, Entry(startsPhrase: true, isPhraseStartOnly: true))
    } else {
      values[place].startsPhrase = true
    }
  }

  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash >> 20) & (Self.capacity - 1)
    while keys[place] != 0, keys[place] != hash { place = (place + 1) & (Self.capacity - 1) }
    return place
  }
}
