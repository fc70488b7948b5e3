package import Geodesy
package import Marking

/// Someone looks at something.
package struct Consultation: Sendable, Hashable {
  package var scope: Scope
  /// What was shown, by name, for example `track:235012345`; empty where the scope says it all.
  package var subjects: [String]
  /// What was asked for, where a question led to it: the words of a search, a filter.
  package var question: String?
  /// The past moment that was looked at; nil for now.
  package var asOf: Instant?

  package init(_ scope: Scope, subjects: [String] = [], question: String? = nil, asOf: Instant? = nil) {
    self.scope = scope
    self.subjects = subjects
    self.question = question
    self.asOf = asOf
  }

  /// The part of the desk that was looked at.
  package enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
    case picture
    case pictureAt
    case track
    case alerts
    case search
    case incidents
    case log
    case record
    case people
    case statistics

    /// What it shows, for the rules of access.
    package var kind: ObjectKind {
      switch self {
      case .picture, .pictureAt, .track, .alerts, .search: .picture
      case .incidents: .incident
      case .log: .log
      case .record: .record
      case .people: .people
      case .statistics: .statistics
      }
    }
  }
}
