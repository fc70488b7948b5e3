package import Geodesy
import GRDB
import Ledger
import Marking

/// A publication was put on the release calendar, or moved on it.
struct PublicationScheduled: Fact {
  static let kind = "statistics.scheduled"
  var publication: String
  var title: String
  var series: [String]
  var due: Instant
  var rule: String
  var aggregate: String { "publication:\(publication)" }
}

/// Somebody was recorded as one who sees a publication early.
struct EarlyAccessGiven: Fact {
  static let kind = "statistics.earlyAccess"
  var publication: String
  var person: String
  var post: String
  var from: Instant
  var reason: String
  var aggregate: String { "publication:\(publication)" }
  var subjects: [String] { [aggregate, "person:\(person)"] }
}

/// A publication went out.
struct PublicationIssued: Fact {
  static let kind = "statistics.published"
  var publication: String
  var files: [String: String]
  var aggregate: String { "publication:\(publication)" }
}

/// Puts a publication on the release calendar, or moves it there while it is not out.
package struct SchedulePublication: Command, Sendable, Hashable {
  static let act = Act.append
  static let kind = ObjectKind.statistics

  package var publication: StatisticPublication

  package init(_ publication: StatisticPublication) { self.publication = publication }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    try StatisticText.check(id: publication.id)
    try StatisticText.check(publication.title, "A title", ground.limits)
    try StatisticText.check(publication.rule, "A rule", ground.limits)
    guard publication.due >= ground.now else {
      throw OperationsError(.invalid, "A publication is announced before it is due.")
    }
    let known = Set(try StatisticsView.series(in: ground.views).map(\.id))
    guard !publication.series.isEmpty, publication.series.allSatisfy(known.contains) else {
      throw OperationsError(.invalid, "A publication is of series that are here.")
    }
    let all = try StatisticsView.publications(in: ground.views)
    if let before = all.first(where: { $0.id == publication.id }) {
      guard before.published == nil else { throw OperationsError(.conflict, "It has been published already.") }
    } else if all.count >= StatisticLimits.publications {
      throw OperationsError(.limit, "A centre has at most \(StatisticLimits.publications) publications.")
    }
    let fact = PublicationScheduled(
      publication: publication.id, title: publication.title, series: publication.series, due: publication.due,
      rule: publication.rule)
    return [try EntryDraft(fact, about: publication.due, marking: ground.marking(.official))]
  }
}

/// Records somebody who sees a publication early, with the post and the reason that are made public with it.
package struct GiveEarlyAccess: Command, Sendable, Hashable {
  static let act = Act.disclose
  static let kind = ObjectKind.statistics

  package var publication: String
  package var person: String
  package var post: String
  package var reason: String
  /// From when on; nil for as early as the rules permit.
  package var from: Instant?

  package init(_ publication: String, to person: String, post: String, reason: String, from: Instant? = nil) {
    (self.publication, self.person, self.post, self.reason, self.from) = (publication, person, post, reason, from)
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    let waiting = try StatisticsView.waiting(publication, in: ground.views)
    guard let name = PersonName(person), try Person.read(name, in: ground.views) != nil else {
      throw OperationsError(.invalid, "Nobody here has the name \(person.prefix(40)).")
    }
    try StatisticText.check(post, "A post", ground.limits)
    try StatisticText.check(reason, "A reason", ground.limits)
    let earliest = waiting.due.adding(milliseconds: -StatisticLimits.earlyAccessMilliseconds)
    let from = from ?? earliest
    guard from >= earliest, from <= waiting.due else {
      throw OperationsError(.invalid, "Nobody sees a publication more than 24 hours before it is due.")
    }
    guard waiting.earlyReaders.count < StatisticLimits.earlyReaders else {
      throw OperationsError(.limit, "At most \(StatisticLimits.earlyReaders) people see a publication early.")
    }
    let fact = EarlyAccessGiven(publication: publication, person: name.text, post: post, from: from, reason: reason)
    return [try EntryDraft(fact, about: from, marking: ground.marking(.official))]
  }
}

/// Lets a publication go out, when it is due and not before.
package struct IssuePublication: Command, Sendable, Hashable {
  static let act = Act.export
  static let kind = ObjectKind.statistics

  package var publication: String
  /// The SHA-256 hash of each file, by its name.
  package var files: [String: String]

  package init(_ publication: String, files: [String: String]) {
    self.publication = publication
    self.files = files
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    let waiting = try StatisticsView.waiting(publication, in: ground.views)
    guard waiting.due <= ground.now else {
      throw OperationsError(.conflict, "It is due at \(waiting.due.iso8601); nothing goes out before.")
    }
    guard !files.isEmpty, files.count <= 8, files.values.allSatisfy({ $0.utf8.count == 64 }) else {
      throw OperationsError(.invalid, "What goes out is named with its hash.")
    }
    let fact = PublicationIssued(publication: publication, files: files)
    return [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
  }
}

extension StatisticsView {
  /// A publication that is not out yet.
  static func waiting(_ id: String, in db: Database) throws -> StatisticPublication {
    guard let publication = try publications(in: db).first(where: { $0.id == id }) else {
      throw OperationsError(.notFound, "There is no such publication.")
    }
    guard publication.published == nil else { throw OperationsError(.conflict, "It has been published already.") }
    return publication
  }
}
