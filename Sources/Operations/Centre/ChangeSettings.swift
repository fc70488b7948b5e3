import Ledger
import Marking

/// Sets up the centre, or changes how it is set up.
package struct ChangeSettings: Command, Sendable, Hashable {
  static let act = Act.administer
  static let kind = ObjectKind.people

  package var settings: CentreSettings

  package init(_ settings: CentreSettings) { self.settings = settings }

  struct Changed: Fact {
    static let kind = "centre.changed"
    var name: String
    var agency: String
    var exercise: Bool
    var aggregate: String { "centre" }
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    let name = try checkedName(settings.name, "The centre's name", ground.limits)
    guard Agency.isCode(settings.agency) else { throw Agency.badCode }
    if settings == ground.settings { return [] }
    let fact = Changed(name: name, agency: settings.agency, exercise: settings.exercise)
    return [
      try EntryDraft(fact, about: ground.now, marking: .official.marked(exercise: settings.exercise))
    ]
  }
}

/// A name as typed without the blanks around it, when it is one line of sensible length.
func checkedName(_ typed: String, _ what: String, _ limits: OperationsLimits) throws -> String {
  var text = Substring(typed)
  while text.first?.isWhitespace == true { text.removeFirst() }
  while text.last?.isWhitespace == true { text.removeLast() }
  guard !text.isEmpty, text.utf8.count <= limits.nameBytes else {
    throw OperationsError(.invalid, "\(what) must have between 1 and \(limits.nameBytes) bytes.")
  }
  guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
    throw OperationsError(.invalid, "\(what) must be one line without control characters.")
  }
  return String(text)
}
