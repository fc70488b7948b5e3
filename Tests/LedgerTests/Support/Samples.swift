@testable import Ledger

extension CommandContext {
  static func sample(key: String? = nil, expecting versions: [String: Int64] = [:]) -> CommandContext {
    CommandContext(
      actor: "person-1", agency: "agency-1", purpose: "maritimeSafety", idempotencyKey: key,
      expectedVersions: versions)
  }
}

extension EntryDraft {
  static func note(
    _ text: String, aggregate: String = "log-1", subjects: [String] = [], kind: String = "note.written"
  ) -> EntryDraft {
    EntryDraft(
      kind: kind, aggregate: aggregate, aboutMilliseconds: 1_789_999_000_000, marking: "OFFICIAL",
      subjects: subjects, parts: [PayloadPart(name: "text", subjects: subjects, bytes: [UInt8](text.utf8))])
  }
}

extension Ledger {
  @discardableResult
  func write(_ drafts: EntryDraft..., key: String? = nil) async throws -> AppendReceipt {
    try await perform(.sample(key: key)) { _ in drafts }
  }

  /// Writes as many notes as asked for, some to a command.
  func fill(_ count: Int, aggregate: String = "fill") async throws {
    var written = 0
    while written < count {
      let batch = (written..<min(count, written + 500)).map { EntryDraft.note("note \($0)", aggregate: aggregate) }
      _ = try await perform(.sample()) { _ in batch }
      written += batch.count
    }
  }

  static func sample(
    _ folder: TestFolder, views: [any LedgerView] = [NoteView()],
    environment: LedgerEnvironment = TestClock().environment,
    limits: LedgerLimits = LedgerLimits()
  ) throws -> Ledger {
    try open(
      folder.location, views: views, centre: "Joint Maritime Centre", environment: environment, limits: limits)
  }
}
