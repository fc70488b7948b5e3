package import Geodesy

/// Something of rescue that a person on watch must hear: it sounds for each until they say that they have it.
package struct RescueAlarm: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A report that nobody at the centre has read.
    case unread
    /// A call that was promised and has not come.
    case call
    /// A link between centres that is lost.
    case link
    /// A new report about people in danger, which somebody here has taken down or read.
    case report
  }

  package let kind: Kind
  /// The report, or the centre at the other end of a link.
  package let about: String
  /// When it began.
  package let since: Instant
  package let exercise: Bool
  /// A name that stays the same while it lasts.
  package let key: String

  package init(_ kind: Kind, about: String, since: Instant, exercise: Bool) {
    self.kind = kind
    self.about = about
    self.since = since
    self.exercise = exercise
    key =
      switch kind {
      // Whoever has a report has it, whether or not others have read it.
      case .report, .unread: Self.key(ofReport: about)
      case .call, .link: "\(kind.rawValue):\(about):\(since.millisecondsSince1970)"
      }
  }

  package static func key(ofReport contact: String) -> String { "report:\(contact)" }

  /// A report is new for so long, in seconds.
  static let newSeconds = 1_800.0
  /// A report that nobody has read after so long is an alarm for everyone, in seconds.
  static let unreadSeconds = 180.0
  /// Reports that came in longer ago than this sound no more by themselves, in seconds; the hand-over still lists them.
  static let longestSeconds = 86_400.0
}

extension RescueBook {
  /// A person at the centre of a ledger.
  package struct Listener: Sendable, Hashable {
    package var ledger: String
    package var person: String

    package init(ledger: String, person: String) {
      self.ledger = ledger
      self.person = person
    }
  }

  /// What must be heard by a person now, the gravest and then the oldest first.
  package func alarms(for listener: Listener, now: Instant) -> [RescueAlarm] {
    let closed = Set(boats.filter { !$0.isOpen }.flatMap { $0.contacts.map(\.id) })
    let alarms = contacts.values.filter { !closed.contains($0.id) }.flatMap { contact in
      [reportAlarm(contact, for: listener, now: now), callAlarm(contact, now: now)].compactMap { $0 }
    }
    let order = RescueAlarm.Kind.allCases
    return alarms.filter { heard[$0.key]?.contains(listener) != true }.sorted {
      (order.firstIndex(of: $0.kind) ?? 0, $0.since, $0.about) < (
        order.firstIndex(of: $1.kind) ?? 0, $1.since, $1.about
      )
    }
  }

  /// The reports that nobody at a centre has read, taken down or dealt with, by the time that they came in.
  package func unread(at ledger: String) -> [Contact] {
    contacts.values.filter { readers(of: $0, at: ledger).isEmpty }.sorted {
      ($0.received, $0.id) < ($1.received, $1.id)
    }
  }

  /// The people of a centre who have a report: who took it down, dealt with it, or said that they have read it.
  package func readers(of contact: Contact, at ledger: String) -> Set<String> {
    let dealt = contact.facts.filter { $0.origin.ledger == ledger && !$0.isFromMachine }.map(\.actor)
    let heard = heard[RescueAlarm.key(ofReport: contact.id)] ?? []
    return Set(dealt).union(heard.filter { $0.ledger == ledger }.map(\.person))
  }

  private func reportAlarm(_ contact: Contact, for listener: Listener, now: Instant) -> RescueAlarm? {
    guard let learned = contact.facts.first?.learned else { return nil }
    let age = now.seconds(since: learned)
    let readers = readers(of: contact, at: listener.ledger)
    if readers.isEmpty, (RescueAlarm.unreadSeconds..<RescueAlarm.longestSeconds).contains(age) {
      return RescueAlarm(.unread, about: contact.id, since: learned, exercise: contact.exercise)
    }
    // An alert sounds by itself; what was made of it need not sound beside it.
    guard contact.source?.hasPrefix(ReportAlert.sourcePrefix) != true else { return nil }
    guard age < RescueAlarm.newSeconds, !readers.contains(listener.person), isGrave(contact) else { return nil }
    return RescueAlarm(.report, about: contact.id, since: learned, exercise: contact.exercise)
  }

  /// Whether a report is about people in danger: nobody knows which boat, or its boat is in distress.
  private func isGrave(_ contact: Contact) -> Bool {
    contact.incident.map { incidents[$0]?.phase == .distress } ?? true
  }

  private func callAlarm(_ contact: Contact, now: Instant) -> RescueAlarm? {
    guard let promised = contact.nextCall, promised < now else { return nil }
    return RescueAlarm(.call, about: contact.id, since: promised, exercise: contact.exercise)
  }
}
