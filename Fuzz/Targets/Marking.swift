import Marking
@testable import Operations

extension FuzzTarget {
  /// Markings and grades as text.
  static let marking = FuzzTarget(name: "marking") { bytes in
    let text = bytes.text
    if let marking = Marking(text: text) {
      demand(Marking(text: marking.text) == marking, "a marking is read back as it was")
    }
    if let grade = Grade(text: text, conditions: text) { demand(!grade.text.isEmpty, "a grade has a text") }
    if let grade = LegacyGrade(text: text) {
      demand(LegacyGrade(text: grade.text) == grade, "an old grade is read back as it was")
    }
    _ = TrafficLight(text: text)
    _ = ConditionText(text)
  }

  /// Names of people, roles, clearances, agencies and scopes as someone types them.
  static let names = FuzzTarget(name: "names") { bytes in
    let text = bytes.text
    if let name = PersonName(text) { demand(PersonName(name.text) == name, "a name is read back as it was") }
    _ = Role(typed: text)
    if let clearance = Clearance(typed: text) {
      demand(Clearance(typed: clearance.text) == clearance, "a clearance is read back as it was")
    }
    if let code = Agency.code(typed: text) { demand(Agency.code(typed: code) == code, "a code is read back as it was") }
    if let scope = Scope(text: text) { demand(Scope(text: scope.text) == scope, "a scope is read back as it was") }
  }
}
