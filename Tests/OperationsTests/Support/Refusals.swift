import GRDB
import Testing

@testable import Operations

/// Expects an `OperationsError` of a code, and gives it back.
@discardableResult
func expectRefusal(
  _ code: OperationsError.Code, sourceLocation: SourceLocation = #_sourceLocation,
  _ work: () async throws -> Void
) async -> OperationsError? {
  do {
    try await work()
    Issue.record("expected \(code.rawValue), but it was permitted", sourceLocation: sourceLocation)
  } catch let error as OperationsError {
    #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
    return error
  } catch {
    Issue.record("expected \(code.rawValue), not \(error)", sourceLocation: sourceLocation)
  }
  return nil
}

/// Each row as one line.
func rowTexts(_ db: Database, _ sql: String) throws -> [String] {
  try Row.fetchAll(db, sql: sql).map { row in
    row.map { column, value in "\(column)=\(value)" }.joined(separator: " ")
  }
}
