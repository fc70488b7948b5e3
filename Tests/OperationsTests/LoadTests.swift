import GRDB
import Ledger
import Marking
import Testing

@testable import Operations

@Suite("Under load")
struct LoadTests {
  @Test("A centre with many entries opens without reading them again, and its pages are served by an index")
  func opening() async throws {
    var many = try await filled(entries: 1_500)
    var few = try await filled(entries: 60)
    // Both fill a page. To read every entry again, or to go through all of them for a page, takes twenty times as long. Each
    // pair is timed together, and one good pair is enough: every other test runs beside this one.
    var (opens, reads) = (false, false)
    var seen: [String] = []
    for _ in 0..<20 where !(opens && reads) {
      let (large, small) = (try await times(of: &many), try await times(of: &few))
      opens = opens || large.opening < small.opening * 5
      reads = reads || large.reading < small.reading * 5
      seen.append("opened in \(large.opening) and \(small.opening), read in \(large.reading) and \(small.reading)")
    }
    #expect(opens && reads, "\(seen.joined(separator: "; "))")

    // What pages of the record and of the log ask is looked at where their statements are.
    for sql in [
      "SELECT * FROM session WHERE person = 'mara' AND believed_to IS NULL AND ended_because IS NULL",
      "SELECT * FROM person WHERE name = 'mara' AND believed_to IS NULL",
    ] {
      let plan = try many.desk.rows("EXPLAIN QUERY PLAN \(sql)").joined(separator: "\n")
      #expect(plan.contains("SEARCH") && !plan.contains("TEMP B-TREE"), "\(sql): \(plan)")
    }
  }

  /// A store, and a person who may read it.
  private typealias Filled = (desk: TestDesk, reader: Acting)

  private func filled(entries: Int) async throws -> Filled {
    let desk = try await TestDesk.open { $0.consultationsPerHour = 100_000 }
    let mara = try await desk.setUpSignedIn().session.acting
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<entries {
        group.addTask {
          _ = try await desk.centre.write(
            WriteLogEntry(text: "entry \(index) of a long night", subject: "\(index % 100)"), as: mara)
        }
      }
      try await group.waitForAll()
    }
    return (desk, mara)
  }

  /// How long it takes to open a store again, and to read a page of the record and one of the log from it.
  private func times(of store: inout Filled) async throws -> (opening: Duration, reading: Duration) {
    let clock = ContinuousClock()
    let start = clock.now
    store.desk = try await store.desk.reopened()
    let opened = clock.now
    let page = try await store.desk.centre.record(RecordQuery(limit: 50), as: store.reader)
    let log = try await store.desk.centre.log(LogQuery(limit: 50, words: "long nig"), as: store.reader)
    let read = clock.now
    #expect(page.acts.count == 50 && log.entries.count == 50)
    return (start.duration(to: opened), opened.duration(to: read))
  }
}
