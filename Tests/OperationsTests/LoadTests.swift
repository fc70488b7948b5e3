import GRDB
import Ledger
import Marking
import Testing

@testable import Operations

@Suite("Under load")
struct LoadTests {
  @Test("A centre with many entries opens without reading them again, and its pages are served by an index")
  func opening() async throws {
    let (many, opening, reading) = try await quickest(entries: 1_500)
    let (_, openingFew, readingFew) = try await quickest(entries: 60)
    // Both fill a page. To read every entry again, or to go through all of them for a page, takes twenty times as long.
    #expect(opening < openingFew * 5, "opened in \(opening), a store of a few entries in \(openingFew)")
    #expect(reading < readingFew * 5, "a page read in \(reading), of a few entries in \(readingFew)")

    // What pages of the record and of the log ask is looked at where their statements are.
    for sql in [
      "SELECT * FROM session WHERE person = 'mara' AND believed_to IS NULL AND ended_because IS NULL",
      "SELECT * FROM person WHERE name = 'mara' AND believed_to IS NULL",
    ] {
      let plan = try many.rows("EXPLAIN QUERY PLAN \(sql)").joined(separator: "\n")
      #expect(plan.contains("SEARCH") && !plan.contains("TEMP B-TREE"), "\(sql): \(plan)")
    }
  }

  /// How long it takes to open a store of so many entries again, and to read a page of the record and one of the log from
  /// it. The quickest of three: a machine that runs every other test beside this one is late now and then.
  private func quickest(entries: Int) async throws -> (desk: TestDesk, opening: Duration, reading: Duration) {
    var desk = try await TestDesk.open { $0.consultationsPerHour = 100_000 }
    let mara = try await desk.setUpSignedIn().session.acting
    try await withThrowingTaskGroup(of: Void.self) { [desk] group in
      for index in 0..<entries {
        group.addTask {
          _ = try await desk.centre.write(
            WriteLogEntry(text: "entry \(index) of a long night", subject: "\(index % 100)"), as: mara)
        }
      }
      try await group.waitForAll()
    }
    let clock = ContinuousClock()
    var (opening, reading) = (Duration.seconds(60), Duration.seconds(60))
    for _ in 0..<3 {
      let start = clock.now
      desk = try await desk.reopened()
      let opened = clock.now
      let page = try await desk.centre.record(RecordQuery(limit: 50), as: mara)
      let log = try await desk.centre.log(LogQuery(limit: 50, words: "long nig"), as: mara)
      reading = min(reading, opened.duration(to: clock.now))
      opening = min(opening, start.duration(to: opened))
      #expect(page.acts.count == 50 && log.entries.count == 50)
    }
    return (desk, opening, reading)
  }
}
