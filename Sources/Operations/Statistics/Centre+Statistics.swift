import Ledger
import Marking

extension Centre {
  /// The series that are kept, for whoever may see statistics.
  package func statisticSeries(_ asKnown: AsKnown = .now, as acting: Acting) async throws -> [StatisticSeries] {
    try await permit(.see, .statistics, as: acting)
    return try await ledger.read { db in try StatisticsView.series(asKnown, in: db) }
  }

  /// The vintages of a series, oldest first; only so many of the newest when a number is given.
  ///
  /// - Throws: `OperationsError` with code `notFound` when there is no such series.
  package func releases(
    of series: String, newest: Int = .max, _ asKnown: AsKnown = .now, as acting: Acting
  ) async throws -> (series: StatisticSeries, releases: [StatisticRelease]) {
    try await permit(.see, .statistics, as: acting)
    return try await ledger.read { db in
      guard let found = try StatisticsView.series(asKnown, in: db).first(where: { $0.id == series }) else {
        throw OperationsError(.notFound, "There is no such series.")
      }
      return (found, try StatisticsView.releases(of: series, newest: newest, asKnown, in: db))
    }
  }

  /// The release calendar, for whoever may see statistics; what waits is there by its name alone.
  package func publications(_ asKnown: AsKnown = .now, as acting: Acting) async throws -> [StatisticPublication] {
    try await permit(.see, .statistics, as: acting)
    return try await ledger.read { db in try StatisticsView.publications(asKnown, in: db) }
  }

  /// A publication that somebody wants to see; that it is seen early is recorded before it is shown.
  ///
  /// - Throws: `OperationsError` with code `notFound`, or `refused` when it is not out and they are not recorded for it.
  package func open(publication id: String, as acting: Acting) async throws -> StatisticPublication {
    let all = try await publications(as: acting)
    guard let publication = all.first(where: { $0.id == id }) else {
      throw OperationsError(.notFound, "There is no such publication.")
    }
    guard publication.published == nil else { return publication }
    let writes = acting.viewer.roles.contains { PermissionTable.grants(.append, on: .statistics, to: $0) }
    guard writes || publication.isOpen(to: acting.viewer.name, at: surroundings.now()) else {
      let error = OperationsError(.refused, "It is not published yet, and you are not recorded to see it early.")
      try await recordRefusal(error, act: .see, kind: .statistics, item: "publication:\(id)", as: acting)
      throw error
    }
    try await consult(Consultation(.statistics, subjects: ["publication:\(id)"]), as: acting)
    return publication
  }

  package func record(_ command: RecordRelease, as acting: Acting, key: String? = nil) async throws {
    _ = try await perform(command, as: acting, key: key)
  }

  package func withdraw(_ command: WithdrawRelease, as acting: Acting, key: String? = nil) async throws {
    _ = try await perform(command, as: acting, key: key)
  }

  package func schedule(_ command: SchedulePublication, as acting: Acting, key: String? = nil) async throws {
    _ = try await perform(command, as: acting, key: key)
  }

  package func give(_ command: GiveEarlyAccess, as acting: Acting, key: String? = nil) async throws {
    _ = try await perform(command, as: acting, key: key)
  }

  package func issue(_ command: IssuePublication, as acting: Acting, key: String? = nil) async throws {
    _ = try await perform(command, as: acting, key: key)
  }

  /// Whether nothing has been taken in yet, for the desk itself.
  package func hasNoSeries() async throws -> Bool {
    try await ledger.read { db in try StatisticsView.series(in: db).isEmpty }
  }

  /// Brings in a series that the exercise made up, in the name of the centre itself.
  package func recordExercise(_ command: RecordRelease) async throws {
    guard settings.exercise else { throw OperationsError(.conflict, "Made-up figures belong to an exercise.") }
    _ = try await append(as: itself) { ground in try command.entries(ground) }
  }
}
