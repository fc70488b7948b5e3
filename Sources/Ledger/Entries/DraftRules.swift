/// What every draft and context must satisfy before it can become an entry.
struct DraftRules {
  var limits: LedgerLimits

  func check(_ context: CommandContext) throws(LedgerError) {
    try check(context.actor, "actor")
    try check(context.agency, "agency")
    try check(context.purpose, "purpose")
    if let key = context.idempotencyKey { try check(key, "idempotency key") }
    for (aggregate, version) in context.expectedVersions {
      try check(identifier: aggregate, "aggregate of an expected version")
      guard version >= 0 else { throw invalid("An expected version is negative; 0 means that nothing is expected.") }
    }
  }

  /// Kinds that begin so are appended by the ledger itself.
  static let ownKindPrefix = "ledger."

  func check(_ drafts: [EntryDraft], own: Bool) throws(LedgerError) {
    guard drafts.count <= limits.entriesInCommand else {
      throw exceeded("A command decided on \(drafts.count) entries", "entriesInCommand", limits.entriesInCommand)
    }
    for draft in drafts {
      try check(draft)
      guard own || !draft.kind.hasPrefix(Self.ownKindPrefix) else {
        throw invalid("Kinds that begin with \(Self.ownKindPrefix) are the ledger's own.")
      }
    }
  }

  private func check(_ draft: EntryDraft) throws(LedgerError) {
    try check(draft.kind, "kind")
    try check(identifier: draft.aggregate, "aggregate")
    try check(draft.marking, "marking")
    try check(subjects: draft.subjects)
    guard draft.parts.count <= limits.partsInEntry else {
      throw exceeded("An entry has \(draft.parts.count) parts", "partsInEntry", limits.partsInEntry)
    }
    var names: Set<String> = []
    var byteCount = 0
    for part in draft.parts {
      try check(part.name, "part name")
      try check(subjects: part.subjects)
      guard names.insert(part.name).inserted else { throw invalid("Two parts of an entry have the same name.") }
      byteCount += part.bytes.count
    }
    guard byteCount <= limits.payloadBytes else {
      throw exceeded("The parts of an entry have \(byteCount) bytes", "payloadBytes", limits.payloadBytes)
    }
  }

  private func check(subjects: [String]) throws(LedgerError) {
    guard subjects.count <= limits.subjectsInEntry else {
      throw exceeded("There are \(subjects.count) subjects", "subjectsInEntry", limits.subjectsInEntry)
    }
    for subject in subjects { try check(identifier: subject, "subject") }
    guard Set(subjects).count == subjects.count else { throw invalid("A subject is named twice.") }
  }

  /// Swift holds two spellings of an accented letter to be equal, and SQLite does not. Where a key is destroyed by name
  /// they must agree.
  func check(identifier: String, _ name: String) throws(LedgerError) {
    try check(identifier, name)
    guard identifier.utf8.allSatisfy({ $0 < 0x80 }) else {
      throw invalid("The \(name) must be an identifier in ASCII.")
    }
  }

  private func check(_ text: String, _ name: String) throws(LedgerError) {
    guard !text.isEmpty else { throw invalid("The \(name) is empty.") }
    guard text.utf8.count <= limits.textBytes else {
      throw exceeded("The \(name) has \(text.utf8.count) bytes", "textBytes", limits.textBytes)
    }
    // SQLite's own text functions end at a zero byte, so such a text could be seen in two ways.
    guard !text.utf8.contains(0) else { throw invalid("The \(name) contains a zero byte.") }
  }

  private func invalid(_ message: String) -> LedgerError {
    LedgerError(.invalid, message)
  }

  private func exceeded(_ what: String, _ name: String, _ limit: Int) -> LedgerError {
    LedgerError(.limit, "\(what); the limit \(name) is \(limit).")
  }
}
