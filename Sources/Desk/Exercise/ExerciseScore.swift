import Exercise
import Foundation
import Geodesy
public import Ledger
import Operations
import Rescue

/// How a trainee's reckoning of an exercise compares with the truth of its night, in words.
public enum ExerciseScore {
  /// Scores the exercise of a store.
  ///
  /// - Parameters:
  ///   - store: where the exercise was played; no desk runs on it.
  ///   - language: `en` or `fr`.
  /// - Returns: one sentence a line, the mistakes that kill first.
  /// - Throws: `ServeFailure` when the store holds no exercise, `LedgerError` when it cannot be opened.
  public static func lines(of store: StoreLocation, language: String) async throws -> [String] {
    guard FileManager.default.fileExists(atPath: store.ledgerPath) else {
      throw ServeFailure("There is no store at \(store.ledgerPath).")
    }
    let centre = try await Centre.open(store)
    let book = try await centre.rescueBook()
    try await centre.close()
    guard let score = score(book) else {
      throw ServeFailure("The store holds no report of an exercise that was played into it.")
    }
    return lines(score.statements, Strings.of(Language(rawValue: language) ?? .english))
  }

  /// The score of the newest night in a book; nil when there is none.
  static func score(_ book: RescueBook) -> (score: BlindScore, statements: [BlindStatement])? {
    let reports = book.contacts.values.compactMap { contact in
      contact.source.flatMap { ScriptSource($0) }.map { (contact, $0) }
    }
    guard let newest = reports.map(\.1).max(by: { $0.start < $1.start }), let last = book.facts.last?.recorded
    else { return nil }
    let night = newest.night
    var names: [String: String] = [:]
    var incidents: [TraineeReckoning.Incident] = []
    for boat in book.boats {
      for incident in boat.incidents { names[incident.id] = boat.id }
      let reckoning = boat.reckoning
      incidents.append(
        TraineeReckoning.Incident(
          name: boat.id, isOpen: boat.isOpen, accounted: reckoning.accounted,
          unaccounted: reckoning.unaccounted?.upperBound ?? 0, tasked: boat.tasks.map(\.ordered).min()))
    }
    let ofNight = reports.filter { $0.1.start == newest.start && $0.1.seed == newest.seed }
    let grouping = ofNight.compactMap { contact, source in
      contact.incident.flatMap { names[$0] }.map { (source.event, $0) }
    }
    let trainee = TraineeReckoning(
      incidents: incidents, incidentOfReport: Dictionary(grouping, uniquingKeysWith: { first, _ in first }))
    let moment = min(max(last, night.start), night.end)
    let score = BlindScore(of: trainee, against: night.rescue, at: moment)
    return (score, score.statements(of: night))
  }

  static func lines(_ statements: [BlindStatement], _ strings: Strings) -> [String] {
    statements.map { statement in strings("score.\(statement.code)", words(of: statement)) }
  }

  private static func words(of statement: BlindStatement) -> [String: String] {
    func minutes(_ seconds: Double) -> String { "\(Int((seconds / 60).rounded()))" }
    switch statement {
    case .closedWithPeopleUnaccounted(let boat, let incidents, let people):
      return ["boat": boat, "incidents": incidents.joined(separator: ", "), "people": "\(people)"]
    case .neverOpened(let boat, let people): return ["boat": boat, "people": "\(people)"]
    case .nobodyGivenUp: return [:]
    case .unaccounted(let people, let stated): return ["people": "\(people)", "stated": "\(stated)"]
    case .mixed(let incident, let boats): return ["incident": incident, "boats": boats.joined(separator: ", ")]
    case .split(let boat, let incidents): return ["boat": boat, "incidents": incidents.joined(separator: ", ")]
    case .leftOpen(let incident, let boat): return ["incident": incident, "boat": boat]
    case .neverTasked(let boat): return ["boat": boat]
    case .delay(let median, let longest, let boats):
      return ["median": minutes(median), "longest": minutes(longest), "boats": "\(boats)"]
    case .grouping(let index, let reports, let ungrouped):
      let share = String(format: "%.2f", index)
      return ["index": share, "reports": "\(reports)", "ungrouped": "\(ungrouped)"]
    }
  }
}
