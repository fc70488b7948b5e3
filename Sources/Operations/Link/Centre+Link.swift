import Geodesy
package import Ledger
package import Marking

/// An entry of another centre that was proved to stand in its ledger, on its way into this one.
package struct TakenEntry: Sendable, Hashable {
  /// The entry as it was opened; its sequence is that of the other ledger.
  package var entry: Entry
  package var marking: Marking
  /// The short code of the other centre when it was appended there.
  package var centre: String
  /// What the other centre calls whoever acted; empty when it says nothing.
  package var actorName: String
  /// The leaf hash of the entry in base64.
  package var leaf: String

  package init(entry: Entry, marking: Marking, centre: String, actorName: String, leaf: String) {
    self.entry = entry
    self.marking = marking
    self.centre = centre
    self.actorName = actorName
    self.leaf = leaf
  }
}

/// The checkpoint under which entries of another ledger were proved, and how far that ledger has been gone through.
package struct TakenCheckpoint: Sendable, Hashable {
  package var ledger: String
  package var through: Int64
  package var size: Int64
  /// The root in base64.
  package var root: String
  package var note: String

  package init(ledger: String, through: Int64, size: Int64, root: String, note: String) {
    self.ledger = ledger
    self.through = through
    self.size = size
    self.root = root
    self.note = note
  }
}

extension Centre {
  /// The centre's short code.
  package func code() throws -> String { try ledger.read { db in try LinkBook.code(in: db) } }

  /// Gives the centre its short code, where it has another.
  package func name(code: String) async throws {
    _ = try await append(as: itself) { ground in
      guard try LinkBook.code(in: ground.views) != code else { return [] }
      return [try EntryDraft(CentreNamed(code: code), about: ground.now, marking: ground.marking(.official))]
    }
  }

  /// Appends entries of another ledger and how far it has been gone through, in one command: either all of it is kept or
  /// nothing. An entry that is here already is passed over, so that what comes twice is here once.
  ///
  /// - Returns: how many were new.
  /// - Throws: `LedgerError` with `invalid` or `limit` when an entry does not fit into this ledger.
  package func take(
    _ entries: [TakenEntry], under checkpoint: TakenCheckpoint, from partner: String
  ) async throws -> Int {
    let receipt = try await append(as: itself, priority: .distress) { ground in
      let new = try entries.filter { taken in
        try !LinkBook.isTaken(checkpoint.ledger, taken.entry.sequence, in: ground.views)
      }
      if new.isEmpty { return [] }
      let reached = LinkReached(
        partner: partner, ledger: checkpoint.ledger, through: checkpoint.through, taken: new.count,
        note: checkpoint.note, size: checkpoint.size, root: checkpoint.root)
      return try new.map { try EntryDraft($0, of: checkpoint.ledger) }
        + [try EntryDraft(reached, about: ground.now, marking: ground.marking(.official))]
    }
    // The last entry of the command says how far it went; a command of nothing has none.
    return max(0, Int(receipt.lastSequence - receipt.firstSequence))
  }

  /// Records that entries are given to another centre. It comes before they are given.
  package func recordGiven(to partner: String, first: Int64, last: Int64, given: Int) async throws {
    _ = try await append(as: itself, priority: .distress) { ground in
      // A batch that is asked for again, because it never arrived, was disclosed once.
      guard try LinkBook.sent(to: partner, in: ground.views) < last else { return [] }
      let fact = LinkSent(partner: partner, first: first, last: last, given: given)
      return [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
    }
  }

  /// Records that what a partner sent was refused; the same refusal of the same checkpoint is recorded once.
  package func recordLinkRefusal(of partner: String, reason: String, offered: String?, known: String?) async throws {
    _ = try await append(as: itself) { ground in
      if let last = try LinkBook.lastRefusal(partner, in: ground.views), last.reason == reason, last.offered == offered
      {
        return []
      }
      let fact = LinkRefused(partner: partner, reason: reason, offered: offered, known: known)
      return [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
    }
  }

  /// What somebody who acted here is called on screens; empty when nobody knows.
  package func displayName(ofActor name: String) throws -> String {
    guard let name = PersonName(name) else { return "" }
    return try ledger.read { db in try Person.read(name, in: db)?.displayName } ?? ""
  }
}

extension EntryDraft {
  /// A draft of an entry that came from another ledger.
  fileprivate init(_ taken: TakenEntry, of ledger: String) throws {
    let entry = taken.entry
    let fact = LinkReceived(
      ledger: ledger, sequence: entry.sequence, centre: taken.centre, recorded: entry.recordedMilliseconds,
      actor: entry.actor, agency: entry.agency, purpose: entry.purpose, kind: entry.kind, aggregate: entry.aggregate,
      leaf: taken.leaf, erasedParts: entry.parts.filter { $0.bytes == nil }.map(\.name))
    func own(_ subject: String) -> String { LinkReceived.subject(subject, of: taken.centre) }
    var parts = entry.parts.compactMap { part in
      part.bytes.map {
        PayloadPart(name: LinkReceived.copyPrefix + part.name, subjects: part.subjects.map(own), bytes: $0)
      }
    }
    if !taken.actorName.isEmpty {
      parts.append(
        PayloadPart(
          name: PartName.personal, subjects: [own("person:\(entry.actor)")], bytes: [UInt8](taken.actorName.utf8)))
    }
    try self.init(
      fact, about: Instant(millisecondsSince1970: entry.aboutMilliseconds), marking: taken.marking, sealed: parts)
    subjects = entry.subjects.map(own)
  }
}

extension LinkReceived {
  /// The name of a subject of another centre in this ledger. People who work there are told from people of the same name
  /// who work here, so that erasing one leaves the other; whatever else is a subject keeps its name.
  static func subject(_ subject: String, of centre: String) -> String {
    subject.hasPrefix("person:") ? "\(subject)@\(centre)" : subject
  }
}
