import Ledger
import Marking

/// Acknowledges an alert, hands it over or resolves it.
package struct TakeAlert: Command, Sendable, Hashable {
  static let act = Act.append
  static let kind = ObjectKind.log

  /// The alert's name.
  package var alert: String
  package var stage: Alert.Stage
  /// To whom it is handed over: a person, a desk, another centre, as they are called.
  package var handedTo: String?
  /// What is to be said of it; a resolution needs a reason.
  package var note: String?

  package init(_ alert: String, _ stage: Alert.Stage, handedTo: String? = nil, note: String? = nil) {
    self.alert = alert
    self.stage = stage
    self.handedTo = handedTo
    self.note = note
  }

  /// The longest name to which an alert is handed over, in bytes.
  static let longestNameBytes = 200

  /// Whoever deals with a call for help is not kept from it by a full disk.
  var priority: EntryPriority { alert.hasPrefix(Alert.distressPrefix) ? .distress : .ordinary }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    guard let known = try Alert.read(alert, in: ground.views) else {
      throw OperationsError(.notFound, "There is no such alert.")
    }
    guard known.stage != .resolved else { throw OperationsError(.conflict, "The alert has been resolved.") }
    let note = try note.flatMap { $0.isEmpty ? nil : try LogText.checked($0, ground.limits) }
    switch stage {
    case .raised: throw OperationsError(.invalid, "An alert is raised by the desk.")
    case .acknowledged: break
    case .handedOver:
      guard let name = handedTo, !name.isEmpty, name.utf8.count <= Self.longestNameBytes else {
        throw OperationsError(
          .invalid, "Say to whom the alert is handed over, in at most \(Self.longestNameBytes) bytes.")
      }
      _ = try LogText.checked(name, ground.limits)
    case .resolved:
      guard note != nil else { throw OperationsError(.invalid, "A resolution needs a reason.") }
    }
    let fact = AlertTaken(alert: alert, stage: stage, handedTo: stage == .handedOver ? handedTo : nil)
    let parts = note.map { [LogText.part($0, about: known.tracks.map { "track:\($0)" })] } ?? []
    return [
      try EntryDraft(
        fact, about: ground.now, marking: Marking.official.marked(exercise: known.exercise || ground.settings.exercise),
        sealed: parts)
    ]
  }
}

extension Alert {
  /// How the kinds of calls for help begin.
  package static let distressPrefix = "distress."
}
