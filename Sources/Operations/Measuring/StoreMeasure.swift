import Geodesy
package import Ledger
import Marking

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Measures what a store does on this machine: a new store is filled with the watch log of an exercise through the
/// rules, views and locks that a desk has, and every entry is acknowledged as a desk acknowledges it.
package struct StoreMeasure: Sendable {
  /// What was measured. A second of processor time is one on one core.
  package struct Figures: Codable, Sendable {
    /// Entries in the ledger afterwards.
    package var entries: Int64 = 0
    /// Seconds until the store could be used.
    package var openSeconds = 0.0
    /// Entries appended by all writers together, each in a command of its own.
    package var appended: Int?
    package var writers: Int?
    package var appendSeconds: Double?
    package var appendProcessorSeconds: Double?
    package var appendsPerSecond: Double?
    /// The median time of an append when nobody else writes, in milliseconds, and the worst.
    package var aloneMedianMilliseconds: Double?
    package var aloneWorstMilliseconds: Double?
    /// Proofs made one after the other, of inclusion and of consistency, in milliseconds.
    package var proofMedianMilliseconds = 0.0
    package var proofWorstMilliseconds = 0.0
  }

  /// Proofs that are made, half of each kind.
  private static let proofs = 2_000
  /// Appends of a single writer that are timed.
  private static let aloneAppends = 200
  /// The purpose of the exercise's watch.
  private static let purpose = Purpose.maritimeSafety

  let location: StoreLocation

  package init(_ location: StoreLocation) {
    self.location = location
  }

  /// Fills a new store and reads it.
  ///
  /// - Parameters:
  ///   - entries: how many entries all writers append together.
  ///   - writers: how many commands are under way at a time.
  package func fill(entries: Int, writers: Int) async throws -> Figures {
    let centre = try await Centre.open(location, name: "EXERCISE measure")
    let settings = CentreSettings(name: "EXERCISE measure", agency: "centre", exercise: true)
    guard let person = PersonName("measure") else { throw OperationsError(.invalid, "The name is no name.") }
    _ = try await centre.setUp(
      SetUp(settings: settings, agency: Agency(code: "centre", name: "EXERCISE", nation: "GB"), person: person))
    var figures = Figures()
    let (seconds, processorSeconds) = try await Self.timed {
      try await Self.append(entries, by: writers, to: centre)
    }
    figures.appended = entries
    figures.writers = writers
    figures.appendSeconds = seconds
    figures.appendProcessorSeconds = processorSeconds
    figures.appendsPerSecond = Double(entries) / seconds
    var alone: [Double] = []
    for number in 0..<Self.aloneAppends {
      alone.append(try await Self.timed { try await Self.append(number, to: centre) }.seconds * 1000)
    }
    alone.sort()
    figures.aloneMedianMilliseconds = alone[alone.count / 2]
    figures.aloneWorstMilliseconds = alone.last
    _ = try await centre.ledger.checkpoint()
    try await centre.close()
    return try await read(figures)
  }

  /// Opens a store as a desk does, makes proofs, and closes it again.
  package func read(_ figures: Figures = Figures()) async throws -> Figures {
    var figures = figures
    let start = Self.now()
    let centre = try await Centre.open(location)
    figures.openSeconds = Self.now() - start
    figures.entries = centre.ledger.head.size
    var times = try Self.proofTimes(centre.ledger)
    times.sort()
    figures.proofMedianMilliseconds = times.isEmpty ? 0 : times[times.count / 2]
    figures.proofWorstMilliseconds = times.last ?? 0
    try await centre.close()
    return figures
  }

  /// Proofs for entries and sizes all over the ledger, in an order that no cache can foresee.
  private static func proofTimes(_ ledger: Ledger) throws -> [Double] {
    let size = ledger.head.size
    guard size > 0 else { return [] }
    // A multiplier without a factor in common with most sizes spreads the places evenly.
    return try (0..<Int64(proofs)).map { number in
      let place = 1 + (number &* 7_919_999) % size
      let start = now()
      if number.isMultiple(of: 2) {
        _ = try ledger.inclusionProof(of: place)
      } else {
        _ = try ledger.consistencyProof(from: place, to: size)
      }
      return (now() - start) * 1000
    }
  }

  private static func append(_ entries: Int, by writers: Int, to centre: Centre) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask {
          for number in stride(from: writer, to: entries, by: writers) { try await append(number, to: centre) }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func append(_ number: Int, to centre: Centre) async throws {
    let acting = Acting(
      viewer: Viewer(
        name: "measure", agency: "centre", nation: "GB", roles: [.watchOfficer],
        clearance: Clearance(classification: .official)),
      purpose: purpose, means: .console)
    let command = WriteLogEntry(
      text: "EXERCISE message \(number): vessel under way, nothing to report from the watch.",
      subject: number.isMultiple(of: 4) ? "235\(100_000 + number % 5_000)" : nil)
    _ = try await centre.perform(command, as: acting, key: "measure-\(number)-\(now())")
  }

  private static func timed(
    _ body: () async throws -> Void
  ) async rethrows -> (seconds: Double, processorSeconds: Double) {
    let (start, processorStart) = (now(), processorNow())
    try await body()
    return (now() - start, processorNow() - processorStart)
  }

  private static func now() -> Double { reading(CLOCK_MONOTONIC) }

  private static func processorNow() -> Double { reading(CLOCK_PROCESS_CPUTIME_ID) }

  private static func reading(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
