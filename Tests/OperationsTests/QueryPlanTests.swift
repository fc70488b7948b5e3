import Foundation
import GRDB
import Geodesy
import Ledger
import Marking
import Synchronization
import Testing

@testable import Operations

/// No question that a page or a program asks may cost more because the ledger has grown: each finds its rows by an index,
/// in the order in which it shows them. What a statement costs is asked of SQLite itself.
@Suite("What the queries of the views cost")
struct QueryPlanTests {
  /// The tables that grow with every entry.
  static let growing = ["log", "record", "record_subject", "entry", "session"]

  /// The plan of each statement that a piece of work sends.
  private func plans(_ desk: TestDesk, _ work: @escaping @Sendable (Database) throws -> Void) async throws -> [Plan] {
    try await desk.centre.ledger.read { db in
      let statements = Mutex<[String]>([])
      db.trace { event in
        if case .statement(let statement) = event { statements.withLock { $0.append(statement.expandedSQL) } }
      }
      try work(db)
      db.trace(options: [])
      return try statements.withLock { $0 }.filter { $0.hasPrefix("SELECT") }.map { sql in
        Plan(sql: sql, steps: try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] })
      }
    }
  }

  struct Plan {
    let sql: String
    let steps: [String]

    /// The steps that look at every row of a table that grows, or put rows in order that are found in another.
    var faults: [String] {
      steps.filter { step in
        step.contains("TEMP B-TREE")
          || QueryPlanTests.growing.contains { table in
            step == "SCAN \(table)" || step.hasPrefix("SCAN \(table) ")
          }
      }
    }
  }

  static let moments: [Instant?] = [nil, Instant(millisecondsSince1970: 1_637_718_480_000)]
  static let states: [AsKnown] = [.now, .sequence(3)]

  @Test func aPageOfTheLogIsFoundByAnIndex() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    _ = try await desk.centre.write(WriteLogEntry(text: "Fog bank"), as: mara)
    var seen = 0
    for asKnown in Self.states {
      for before in [nil, 40] as [Int64?] {
        for words in [nil, "fog", "fog bank"] {
          for subject in [nil, "235012345"] {
            let query = LogQuery(before: before, limit: 50, asKnown: asKnown, subject: subject, words: words)
            for plan in try await plans(desk, { _ = try LogEntry.page(query, for: mara, limits: .init(), in: $0) }) {
              seen += 1
              #expect(plan.faults.isEmpty, "\(plan.sql)")
            }
          }
        }
      }
    }
    #expect(seen >= 24)
    for plan in try await plans(desk, { _ = try LogEntry.read(from: 1, to: 9, in: $0) }) {
      #expect(plan.faults.isEmpty, "\(plan.sql)")
    }
  }

  @Test func aPageOfTheRecordIsFoundByAnIndex() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    _ = try await desk.centre.write(WriteLogEntry(text: "Fog bank"), as: mara)
    var seen = 0
    for asKnown in Self.states {
      for actor in [nil, "wanda"] {
        for kind in [nil, "log.written", "log."] {
          for subject in [nil, "track:235012345"] {
            for from in Self.moments {
              for to in Self.moments {
                let query = RecordQuery(
                  before: 40, asKnown: asKnown, actor: actor, kind: kind, subject: subject, from: from, to: to)
                for plan in try await plans(desk, { _ = try RecordAct.page(query, for: mara, limits: .init(), in: $0) })
                {
                  seen += 1
                  #expect(plan.faults.isEmpty, "\(plan.sql)")
                }
              }
            }
          }
        }
      }
    }
    #expect(seen >= 96)
  }

  @Test func theTestSeesAFullScanAndASort() async throws {
    let desk = try await TestDesk.open()
    let scans = try await plans(desk) { db in
      _ = try Row.fetchAll(db, sql: "SELECT * FROM record WHERE purpose = 'x'")
      _ = try Row.fetchAll(db, sql: "SELECT * FROM record WHERE recorded_ms > 5 ORDER BY sequence DESC LIMIT 1")
    }
    #expect(scans.count == 2)
    for plan in scans { #expect(!plan.faults.isEmpty, "\(plan.sql) \(plan.steps)") }
  }
}
