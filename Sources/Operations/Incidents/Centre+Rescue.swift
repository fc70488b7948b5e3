import GRDB
import Ledger
import Marking

extension Centre {
  /// The book of rescue as it is now or as it was known, for whoever may see incidents.
  ///
  /// What people said, and from which number, is in it only for those who ask on the side of rescue, or who train on exercises.
  package func rescue(_ asKnown: AsKnown = .now, as stated: Acting) async throws -> RescueBook {
    try await permit(.see, .incident, as: stated)
    let acting = stated.settled(for: .see, on: .incident, exercise: settings.exercise)
    let book = try await rescueBook(asKnown)
    return acting.purpose.side == .rescue || acting.purpose == .exerciseTraining ? book : book.withoutWords
  }

  /// The same for the desk itself.
  package func rescueBook(_ asKnown: AsKnown = .now) async throws -> RescueBook {
    try await ledger.read { [shelf] db in
      guard case .sequence(let last) = asKnown else { return try shelf.book(in: db, keeps: true) }
      return RescueBook(try RescueFact.read(through: last, in: db))
    }
  }

  /// How many people are not accounted for: numbers alone, which everyone who is signed in is shown.
  package func rescueSummary(_ asKnown: AsKnown = .now) async throws -> RescueSummary {
    try await rescueBook(asKnown).summary
  }

  /// What a person must hear of rescue now.
  package func rescueAlarms(as acting: Acting) async throws -> [RescueAlarm] {
    let book = try await rescue(as: acting)
    return book.alarms(for: listener(acting), now: surroundings.now())
  }

  /// A person as those who hear alarms are known.
  package func listener(_ acting: Acting) -> RescueBook.Listener {
    RescueBook.Listener(ledger: ledger.origin, person: acting.viewer.name)
  }

  /// Whether an entry between two sequences, both included, is about rescue.
  package func concernsRescue(from first: Int64, to last: Int64) async throws -> Bool {
    try await ledger.read { db in
      try Int.fetchOne(
        db, sql: "SELECT 1 FROM rescue WHERE sequence BETWEEN ? AND ? LIMIT 1", arguments: [first, last]) != nil
    }
  }

  /// Carries out a command of rescue.
  ///
  /// - Returns: the names that it gave: of the report, the incident, the record or the task; empty where it gave none.
  @discardableResult
  package func rescue(_ command: some RescueCommand, as acting: Acting, key: String? = nil) async throws -> [String] {
    let receipt = try await command.perform(in: self, as: acting, key: key)
    return try await ledger.read { db in
      try RescueFact.read(after: receipt.firstSequence - 1, through: receipt.lastSequence, in: db).compactMap(\.named)
    }
  }
}

extension RescueFact {
  /// The name that an entry gave to something.
  fileprivate var named: String? {
    switch act {
    case .reported(let said): said.contact
    case .opened(let said): said.incident
    case .counted(let said): said.record
    case .tasked(let said): said.task
    case .searched(let said): said.record
    default: nil
    }
  }
}
