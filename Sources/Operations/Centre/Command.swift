import GRDB
import Ledger
package import Marking

/// Something that someone wants done: a value, whose rule is a pure function of it and of what the views hold, and
/// whose result is entries.
///
/// A command from outside comes with text of any kind; its rule refuses what it cannot accept with an
/// `OperationsError` and never traps.
protocol Command: Sendable {
  /// What kind of act it is, for the rules of access.
  static var act: Act { get }
  /// What kind of object it is done to.
  static var kind: ObjectKind { get }
  /// How much it matters when the disk has no room for all.
  var priority: EntryPriority { get }
  /// What kind of object it is done to, where that depends on who acts.
  func kind(for acting: Acting) -> ObjectKind
  /// What it is done to, as far as access depends on it.
  func object(_ ground: Ground) throws -> Protected
  /// The entries that carry it out; it only reads.
  func entries(_ ground: Ground) throws -> [EntryDraft]
}

extension Command {
  func kind(for acting: Acting) -> ObjectKind { Self.kind }

  var priority: EntryPriority { .ordinary }

  func object(_ ground: Ground) throws -> Protected {
    let kind = kind(for: ground.acting)
    return Protected(kind: kind, marking: ground.marking(.official), ownerAgency: nil, side: kind.side)
  }
}

extension ObjectKind {
  /// The side on which objects of the kind stand when nothing says otherwise: what serves both sides is shared, and
  /// what runs the centre is administration.
  package var side: Side {
    switch self {
    case .picture, .log, .feeds, .statistics: .shared
    case .incident: .rescue
    case .report, .entity, .investigation, .caseFile, .referral: .lawEnforcement
    case .record, .people, .account, .ledger: .administration
    }
  }

  /// The purposes that go without saying for objects of the kind: someone who keeps accounts or reads the record does
  /// so to administer or to oversee, whatever was stated for the picture.
  var plainPurposes: [Purpose] {
    switch self {
    case .record: [.oversight, .administration]
    case .people: [.administration, .oversight]
    case .account, .ledger, .feeds: [.administration]
    case .statistics: [.statistics, .exerciseTraining]
    default: []
    }
  }
}
