import GRDB
import Ledger
import Marking

/// The rules that end sessions.
enum EndSession {
  struct Ended: Fact {
    static let kind = "access.ended"
    var session: String
    var person: PersonName
    var reason: Revocation.Reason
    var aggregate: String { "session:\(session)" }
    var subjects: [String] { [aggregate, subject(of: person)] }
  }

  /// Ends a session; nothing when it has ended already.
  static func one(_ id: String, _ reason: Revocation.Reason, _ ground: Ground) throws -> [EntryDraft] {
    guard let session = try StoredSession.read(id, in: ground.views), session.endedBecause == nil else { return [] }
    return [try draft(session, reason, ground)]
  }

  /// Ends every session of a person.
  static func ofEvery(
    _ person: PersonName, _ reason: Revocation.Reason, _ ground: Ground
  ) throws -> [EntryDraft] {
    try StoredSession.ofPerson(person, in: ground.views).map { try draft($0, reason, ground) }
  }

  /// Ends the oldest sessions of a person so that one more keeps within the limit.
  static func makingRoom(for person: PersonName, _ ground: Ground) throws -> [EntryDraft] {
    let sessions = try StoredSession.ofPerson(person, in: ground.views)
    let surplus = sessions.count - (ground.limits.sessionsPerPerson - 1)
    guard surplus > 0 else { return [] }
    return try sessions.sorted { $0.startedAt < $1.startedAt }.prefix(surplus)
      .map { try draft($0, .crowdedOut, ground) }
  }

  private static func draft(
    _ session: StoredSession, _ reason: Revocation.Reason, _ ground: Ground
  ) throws -> EntryDraft {
    let fact = Ended(session: session.id, person: session.person, reason: reason)
    return try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))
  }
}

/// Says that a session is in use; once in a while, so that a restart revives no idle one.
struct SessionSeen: Fact {
  static let kind = "access.seen"
  var session: String
  var person: PersonName
  var aggregate: String { "session:\(session)" }
  var subjects: [String] { [aggregate, subject(of: person)] }
}

/// Says that a person states another purpose for the rest of a session.
struct PurposeStated: Fact {
  static let kind = "access.purposeStated"
  var session: String
  var person: PersonName
  var purpose: Purpose
  var aggregate: String { "session:\(session)" }
  var subjects: [String] { [aggregate, subject(of: person)] }
}
