import Foundation
package import Geodesy
package import GRDB
package import Ledger
import Marking

/// A fact of rescue as a view takes it in, whether it was appended here or at another centre and came over a link.
///
/// A view of rescue makes one of each entry that it is given, and looks at nothing else of the entry:
///
///     func fold(_ entry: Entry, into db: Database) throws {
///       guard let fact = try FoldedFact(entry, in: db) else { return }
///       switch fact.kind {
///       case ReportTaken.kind: try take(fact.said(ReportTaken.self), of: fact, into: db)
///       …
///
/// It keys its rows by `origin` or `aggregate` and never by the entry's sequence, which is another at each centre. Facts
/// arrive in the order of this ledger: one from elsewhere may come long after later ones were folded. So whatever depends
/// on order is worked out from the facts in the order of `<`, by (recorded, ledger, sequence), which is the same at every
/// centre: the same facts give the same view in any order of arrival. Two officers who change one thing at both centres are
/// two facts, and both stand.
///
/// Columns of belief (`BelievedRows`) take the sequence of the entry: what was known here, at a moment, is what had arrived
/// here.
package struct FoldedFact: Sendable, Hashable {
  /// The name of an entry everywhere: the ledger that it was appended to, and its place there.
  package struct Origin: Sendable, Hashable, Comparable {
    /// The ledger's name in checkpoints, such as `dover/3f2a9c01d4e5f607`.
    package var ledger: String
    package var sequence: Int64

    package init(ledger: String, sequence: Int64) {
      self.ledger = ledger
      self.sequence = sequence
    }

    package static func < (one: Origin, other: Origin) -> Bool {
      (one.ledger, one.sequence) < (other.ledger, other.sequence)
    }

    /// One text for both, such as `dover/3f2a9c01d4e5f607#12`, by which rows can be keyed.
    package var text: String { "\(ledger)#\(sequence)" }
  }

  package var origin: Origin
  /// The short code of the centre where it was appended, as it was called then.
  package var centre: String
  /// Whether it was appended here.
  package var isOwn: Bool
  /// When it was recorded, by the clock of its own centre.
  package var recorded: Instant
  /// When it came to be known here: the same as `recorded` for a fact of this centre.
  package var arrived: Instant
  /// The time that it is about.
  package var about: Instant
  /// Who acted, by sign-in name at their centre: `mara` at one centre and at another are two people.
  package var actor: String
  /// What the other centre calls them; nil for a fact of this centre, whose people this centre knows, and after an erasure.
  package var actorName: String?
  /// The agency for which they acted.
  package var agency: String
  package var purpose: String
  package var kind: String
  package var aggregate: String
  package var marking: String
  package var subjects: [String]
  /// The payload, part by part, as it was drafted; a part that was erased at either centre has no bytes.
  package var parts: [OpenedPart]

  /// The bytes of a part; nil when there is none, or when it has been erased.
  package func part(_ name: String) -> [UInt8]? { parts.first { $0.name == name }?.bytes }
}

extension FoldedFact: Comparable {
  /// The order in which views work facts out, the same at every centre.
  package static func < (one: FoldedFact, other: FoldedFact) -> Bool {
    (one.recorded.millisecondsSince1970, one.origin.ledger, one.origin.sequence)
      < (other.recorded.millisecondsSince1970, other.origin.ledger, other.origin.sequence)
  }
}

extension FoldedFact {
  /// The fact in an entry that is of a kind that crosses links or is worked out with those that do, or that came over a link;
  /// nil for every other entry.
  ///
  /// - Parameter db: the database of the views, in which `LinkView` comes before every view that calls this.
  package init?(_ entry: Entry, in db: Database) throws {
    if CrossingKinds.include(entry.kind) || CrossingKinds.folded.contains(where: entry.kind.hasPrefix) {
      self.init(
        own: entry, ledger: try LedgerOfViews.origin(in: db), centre: try LinkBook.code(at: entry.sequence, in: db))
    } else {
      guard let received = try entry.fact(LinkReceived.self) else { return nil }
      self.init(received, in: entry)
    }
  }

  private init(own entry: Entry, ledger: String, centre: String) {
    self.init(
      origin: Origin(ledger: ledger, sequence: entry.sequence), centre: centre, isOwn: true, recorded: entry.recorded,
      arrived: entry.recorded, about: Instant(millisecondsSince1970: entry.aboutMilliseconds), actor: entry.actor,
      actorName: nil, agency: entry.agency, purpose: entry.purpose, kind: entry.kind, aggregate: entry.aggregate,
      marking: entry.marking, subjects: entry.subjects, parts: entry.parts)
  }

  private init(_ received: LinkReceived, in entry: Entry) {
    let copies = entry.parts.compactMap { part -> OpenedPart? in
      guard part.name.hasPrefix(LinkReceived.copyPrefix) else { return nil }
      var copy = part
      copy.name.removeFirst(LinkReceived.copyPrefix.count)
      return copy
    }
    let gone = received.erasedParts.map { OpenedPart(name: $0, without: .erased) }
    self.init(
      origin: Origin(ledger: received.ledger, sequence: received.sequence), centre: received.centre, isOwn: false,
      recorded: Instant(millisecondsSince1970: received.recorded), arrived: entry.recorded,
      about: Instant(millisecondsSince1970: entry.aboutMilliseconds), actor: received.actor,
      actorName: entry.text(PartName.personal), agency: received.agency, purpose: received.purpose,
      kind: received.kind, aggregate: received.aggregate, marking: entry.marking, subjects: entry.subjects,
      parts: copies + gone)
  }

  /// What the fact says, when it is of this kind and can still be opened.
  func said<Said: Fact>(_ type: Said.Type) throws -> Said? {
    guard kind == Said.kind, let bytes = part(PartName.fact) else { return nil }
    return try JSONDecoder().decode(Said.self, from: Data(bytes))
  }

  /// The text of a part, when it can still be opened.
  package func text(_ name: String) -> String? { part(name).map { String(decoding: $0, as: UTF8.self) } }
}
