package import Geodesy

/// A contact report as it stands after all that was said of it.
package struct Contact: Sendable, Hashable, Identifiable {
  /// Why an officer holds that a report may differ from what was counted.
  package struct Explanation: Sendable, Hashable {
    package let by: String
    package let at: Instant
    package let text: String?
  }

  /// A try to speak with those of a report again.
  package struct Call: Sendable, Hashable {
    package let outcome: String
    package let by: String
    package let at: Instant
  }

  package let id: String
  /// The centre that took it down.
  package let centre: String
  /// When it came in.
  package let received: Instant
  package let by: String
  package let agency: String
  package let exercise: Bool
  /// What it was made of, such as `alert:distress.dsc-235000990`; nil when somebody took it down.
  package let source: String?
  /// What was written first.
  package let first: ContactStatement
  /// What holds now, after corrections.
  package internal(set) var statement: ContactStatement
  package internal(set) var words: ContactWords?
  /// The incident whose boat it is held to be about.
  package internal(set) var incident: String?
  /// Who tied it, once an officer did; nil while nobody has.
  package internal(set) var tiedBy: String?
  package internal(set) var explanation: Explanation?
  package internal(set) var calls: [Call] = []
  /// When the next call is promised.
  package internal(set) var nextCall: Instant?
  /// Everything that was recorded of it.
  package internal(set) var facts: [RescueFact]

  init(_ reported: ContactReported, _ fact: RescueFact) {
    id = reported.contact
    centre = fact.centre
    received = reported.received
    by = fact.actor
    agency = fact.agency
    exercise = fact.exercise
    source = reported.source
    first = reported.statement
    statement = reported.statement
    words = fact.words
    incident = reported.incident
    tiedBy = reported.incident == nil ? nil : fact.actor
    nextCall = reported.statement.nextCall
    facts = [fact]
  }

  /// Whether it has been put right since it was written.
  package var isCorrected: Bool { statement != first }
}
