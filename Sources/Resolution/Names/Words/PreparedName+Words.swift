/// Finds out what each word of a name does.
extension PreparedName {
  mutating func classifyWords() {
    joinInitials()
    lookUp()
    readNumbers()
    markParents()
    promote()
    for token in tokens where token.kind == .core {
      coreCount += 1
      coreLetters += token.letterCount
    }
  }

  /// Single letters that follow each other are one word: `J.-C.` reads `jc`, `S.A.R.L.` reads `sarl`.
  private mutating func joinInitials() {
    guard tokens.contains(where: { isInitial($0) }) else { return }
    var joined: [NameToken] = []
    joined.reserveCapacity(tokens.count)
    for token in tokens {
      let isSingle = isInitial(token)
      if isSingle, let last = joined.last, last.traits.contains(.initials), !token.traits.contains(.commaBefore) {
        joined[joined.count - 1].letterEnd = token.letterEnd
        joined[joined.count - 1].hash = NameHash.of(letters[Int(last.letterStart)..<Int(token.letterEnd)])
      } else {
        joined.append(token)
        if isSingle { joined[joined.count - 1].traits.insert(.initials) }
      }
    }
    tokens = joined
  }

  private func isInitial(_ token: NameToken) -> Bool {
    token.letterCount == 1 && 97...122 ~= letters[Int(token.letterStart)]
  }

  private mutating func lookUp() {
    let table = NameWordTable.standard
    var index = 0
    var read: [NameToken] = []
    var isChanged = false
    while index < tokens.count {
      var token = tokens[index]
      var used = 1
      if let entry = table.entry(token.hash) {
        if entry.startsPhrase, let (phrase, count) = phrase(at: index, table) {
          if !isChanged {
            read = Array(tokens[..<index])
            isChanged = true
          }
          token.letterEnd = tokens[index + count - 1].letterEnd
          token.hash = NameHash.of(letters[Int(token.letterStart)..<Int(token.letterEnd)])
          apply(phrase, to: &token, isFirst: index == 0, isLast: index + count == tokens.count)
          used = count
        } else if !entry.isPhraseStartOnly {
          apply(entry, to: &token, isFirst: index == 0, isLast: index + 1 == tokens.count)
        }
      }
      if isChanged { read.append(token) } else { tokens[index] = token }
      index += used
    }
    if isChanged { tokens = read }
    settleLegalForms()
  }

  private func phrase(at index: Int, _ table: NameWordTable) -> (NameWordTable.Entry, Int)? {
    var count = min(NameWordTable.longestPhrase, tokens.count - index)
    while count > 1 {
      if let entry = table.phrase(tokens[index..<(index + count)].lazy.map(\.hash)) { return (entry, count) }
      count -= 1
    }
    return nil
  }

  private func apply(_ entry: NameWordTable.Entry, to token: inout NameToken, isFirst: Bool, isLast: Bool) {
    switch entry.kind {
    case .particle:
      // `Le` begins a Vietnamese name and ends one; within a French one it is an article.
      guard entry.mayLead || !(isFirst || isLast) else {
        token.group = entry.otherGroup
        return
      }
    case .honorific:
      // Many titles are family names too, and then they stand last.
      guard !isLast || isFirst || token.letterCount <= 3 else { return }
    case .legalForm:
      guard !isFirst || entry.mayLead else { return }
      (token.group, token.number) = (entry.group, entry.mayLead ? 1 : 0)
      token.kind = .legalForm
      return
    default: break
    }
    (token.kind, token.group, token.otherGroup, token.number) = (
      entry.kind, entry.group, entry.otherGroup, entry.number
    )
  }

  /// Short forms count at the end alone (and some at the beginning): within a name `As` or `Sa` is a name.
  private mutating func settleLegalForms() {
    var isTail = true
    let hasCommonWord = tokens.contains { $0.kind == .organisation }
    for index in tokens.indices.reversed() where tokens[index].kind == .legalForm || isTail {
      guard tokens[index].kind == .legalForm else {
        isTail = tokens[index].kind == .particle
        continue
      }
      let token = tokens[index]
      let isLongOrPlain = token.letterCount > 3 || token.group == 1 || token.group == 3 || token.group == 4
      let isName =
        token.group == NameLegalForms.nationalAssociation && !token.traits.contains(.initials) && !hasCommonWord
      if !isName && isTail || isLongOrPlain || (index == 0 && token.number == 1) {
        legalForm = token.group
        tokens[index].number = 0
      } else {
        tokens[index].kind = .core
        (tokens[index].group, tokens[index].number) = (0, 0)
      }
    }
    isOrganisation = legalForm > 0 || tokens.contains { $0.kind == .organisation }
  }

  private mutating func readNumbers() {
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      let text = letters[Int(token.letterStart)..<Int(token.letterEnd)]
      if token.kind == .core, let value = Self.digits(text) {
        (tokens[index].kind, tokens[index].number) = (.number, value)
      } else if token.kind == .core, index > 0, isOrganisation || text.count > 2 || text.elementsEqual("ii".utf8),
        let value = NameNumberWords.roman(text)
      {
        (tokens[index].kind, tokens[index].number) = (.number, value)
      }
      // Forty-four is one number, whichever part is a figure.
      if index > 0, tokens[index].kind == .number, tokens[index - 1].kind == .number, 1...9 ~= tokens[index].number,
        20...90 ~= tokens[index - 1].number, tokens[index - 1].number % 10 == 0,
        letters[Int(tokens[index - 1].letterStart)] > 57
      {
        tokens[index - 1].number += tokens[index].number
        tokens[index - 1].letterEnd = tokens[index].letterEnd
        tokens.remove(at: index)
        continue
      }
      index += 1
    }
  }

  private static func digits(_ text: ArraySlice<UInt8>) -> Int32? {
    guard text.count <= 9 else { return nil }
    var value: Int32 = 0
    for letter in text {
      guard 48...57 ~= letter else { return nil }
      value = value * 10 + Int32(letter - 48)
    }
    return value
  }

  private mutating func markParents() {
    var isParent = false
    for index in tokens.indices {
      switch tokens[index].kind {
      case .kinship: isParent = true
      case .particle: break
      default:
        if isParent { tokens[index].traits.insert(.parent) }
        isParent = false
      }
    }
  }

  /// A name of nothing but common words is named by them.
  private mutating func promote() {
    if tokens.contains(where: { $0.kind == .core }) { return }
    let hasWords = tokens.contains { $0.kind == .organisation }
    for index in tokens.indices {
      if hasWords ? tokens[index].kind == .organisation : tokens[index].kind != .number || tokens.count == 1 {
        tokens[index].kind = .core
      }
    }
    if !tokens.isEmpty, !tokens.contains(where: { $0.kind == .core }) { tokens[0].kind = .core }
  }
}
