import Foundation
package import Geodesy

/// An entry about rescue as every centre folds it, whichever centre's ledger it stands in first.
package struct RescueFact: Sendable, Hashable {
  /// Where the entry stands first; with it an entry is known everywhere.
  package let origin: FoldedFact.Origin
  /// The centre that recorded it.
  package let centre: String
  package let recorded: Instant
  /// When this centre learned of it; later than `recorded` for what came over a link.
  package let learned: Instant
  package let about: Instant
  package let actor: String
  package let agency: String
  package let exercise: Bool
  let act: RescueAct
  /// What was written; nil when nothing was, or it has been erased.
  package let text: String?
  /// What is personal of a contact report; nil likewise.
  package let words: ContactWords?

  /// The kind of its entry.
  package var kind: String { act.kind }

  /// What a report or its correction states; nil for every other entry.
  package var statement: ContactStatement? {
    switch act {
    case .reported(let said): said.statement
    case .corrected(let said): said.statement
    default: nil
    }
  }

  /// Whether a program handed a report in, so that no person has read it by that.
  var isFromMachine: Bool {
    if case .reported(let said) = act { said.isFromMachine == true } else { false }
  }

  /// The words of its sentence in the log, by name.
  package var arguments: [String: String] { act.arguments }

  /// The one order in which all centres fold: by the time of recording, then by where it stands first.
  static func precedes(_ first: RescueFact, _ second: RescueFact) -> Bool {
    (first.recorded, first.origin) < (second.recorded, second.origin)
  }
}

/// What an entry about rescue says.
enum RescueAct: Sendable, Hashable {
  case reported(ContactReported)
  case corrected(ContactCorrected)
  case tied(ContactTied)
  case explained(ContactExplained)
  case called(ContactCalled)
  case opened(IncidentOpened)
  case phase(PhaseDeclared)
  case noted(IncidentNoted)
  case counted(PeopleCounted)
  case withdrawn(CountWithdrawn)
  case joined(IncidentsJoined)
  case closed(IncidentClosed)
  case reopened(IncidentReopened)
  case transfer(TransferMoved)
  case informed(Informed)
  case situation(SituationReported)
  case tracked(IncidentTracked)
  case asset(AssetDeclared)
  case tasked(AssetTasked)
  case task(TaskMoved)
  case handover(WatchHandedOver)
  case heard(AlarmsHeard)
  case searchOrdered(SearchOrdered)
  case searched(SearchReported)
  case searchWithdrawn(SearchWithdrawn)
  case searchEnded(SearchEnded)
  case drifting(DriftAssumed)
  case water(WaterStated)

  /// Every kind with its reading.
  private static let readings: [String: @Sendable (Data) throws -> RescueAct] = [
    ContactReported.kind: { .reported(try decode($0)) },
    ContactCorrected.kind: { .corrected(try decode($0)) },
    ContactTied.kind: { .tied(try decode($0)) },
    ContactExplained.kind: { .explained(try decode($0)) },
    ContactCalled.kind: { .called(try decode($0)) },
    IncidentOpened.kind: { .opened(try decode($0)) },
    PhaseDeclared.kind: { .phase(try decode($0)) },
    IncidentNoted.kind: { .noted(try decode($0)) },
    PeopleCounted.kind: { .counted(try decode($0)) },
    CountWithdrawn.kind: { .withdrawn(try decode($0)) },
    IncidentsJoined.kind: { .joined(try decode($0)) },
    IncidentClosed.kind: { .closed(try decode($0)) },
    IncidentReopened.kind: { .reopened(try decode($0)) },
    TransferMoved.kind: { .transfer(try decode($0)) },
    Informed.kind: { .informed(try decode($0)) },
    SituationReported.kind: { .situation(try decode($0)) },
    IncidentTracked.kind: { .tracked(try decode($0)) },
    AssetDeclared.kind: { .asset(try decode($0)) },
    AssetTasked.kind: { .tasked(try decode($0)) },
    TaskMoved.kind: { .task(try decode($0)) },
    WatchHandedOver.kind: { .handover(try decode($0)) },
    AlarmsHeard.kind: { .heard(try decode($0)) },
    SearchOrdered.kind: { .searchOrdered(try decode($0)) },
    SearchReported.kind: { .searched(try decode($0)) },
    SearchWithdrawn.kind: { .searchWithdrawn(try decode($0)) },
    SearchEnded.kind: { .searchEnded(try decode($0)) },
    DriftAssumed.kind: { .drifting(try decode($0)) },
    WaterStated.kind: { .water(try decode($0)) },
  ]

  private static func decode<Said: Fact>(_ data: Data) throws -> Said {
    try JSONDecoder().decode(Said.self, from: data)
  }

  /// The kinds of entries about rescue.
  static var kinds: Set<String> { Set(readings.keys) }

  /// What an entry of a kind says; nil for a kind that is none of rescue.
  static func read(kind: String, payload: Data) throws -> RescueAct? { try readings[kind]?(payload) }

  private var fact: any Fact {
    switch self {
    case .reported(let fact): fact
    case .corrected(let fact): fact
    case .tied(let fact): fact
    case .explained(let fact): fact
    case .called(let fact): fact
    case .opened(let fact): fact
    case .phase(let fact): fact
    case .noted(let fact): fact
    case .counted(let fact): fact
    case .withdrawn(let fact): fact
    case .joined(let fact): fact
    case .closed(let fact): fact
    case .reopened(let fact): fact
    case .transfer(let fact): fact
    case .informed(let fact): fact
    case .situation(let fact): fact
    case .tracked(let fact): fact
    case .asset(let fact): fact
    case .tasked(let fact): fact
    case .task(let fact): fact
    case .handover(let fact): fact
    case .heard(let fact): fact
    case .searchOrdered(let fact): fact
    case .searched(let fact): fact
    case .searchWithdrawn(let fact): fact
    case .searchEnded(let fact): fact
    case .drifting(let fact): fact
    case .water(let fact): fact
    }
  }

  var kind: String { type(of: fact).kind }

  /// The words of its sentence, by name.
  var arguments: [String: String] {
    guard let bytes = try? JSONEncoder.sorted.encode(fact) else { return [:] }
    return (try? RecordSentence.arguments(kind: kind, fact: [UInt8](bytes))) ?? [:]
  }

  /// The incident that it is about by name; nil for one about a report, an asset or the watch.
  var incident: String? { (fact as? any IncidentFact)?.incident }

  /// The report that it is about by name; nil for one about an incident, an asset or the watch.
  var contact: String? {
    switch self {
    case .reported(let said): said.contact
    case .corrected(let said): said.contact
    case .tied(let said): said.contact
    case .explained(let said): said.contact
    case .called(let said): said.contact
    default: nil
    }
  }
}
