import Geodesy
import Ledger
import Operations

/// What all measures of one answer are taken from, read once so that they belong together.
struct MeasureGround: Sendable {
  let desk: Desk
  let now: Instant
  let feeds: [FeedBoard.Line]
  let clock: ClockWatch.Report
  let storage: StorageState?
  /// What is known of witnesses; nil when the store cannot be read.
  let witnessing: WitnessBook?
  let process: ProcessReport

  init(_ desk: Desk) {
    self.desk = desk
    now = desk.now()
    feeds = desk.feeds.lines(now: now)
    clock = desk.clock.report
    storage = desk.centre.storage
    witnessing = try? desk.centre.ledger.read { db in try WitnessBook.read(in: db) }
    process = ProcessReport()
  }

  /// A reading for each feed, under its name.
  func eachFeed(_ value: (FeedBoard.Line) -> Double) -> [Measure.Reading] {
    feeds.map { Measure.Reading(value($0), $0.name) }
  }

  /// The witnesses that cosigned the latest checkpoint; nil when there is none or the store cannot be read.
  var latestCosignatures: Int? {
    let reader = desk.centre.ledger.reader
    guard let latest = try? reader.publishedCheckpoint() else { return nil }
    return try? reader.cosignatures(size: latest.size).count
  }
}
