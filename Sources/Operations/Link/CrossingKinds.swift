/// Which kinds of entries cross a link between centres.
///
/// What concerns people in danger at sea is known to everyone on watch, on both shores, and nothing else crosses: no log,
/// no intelligence, no account, no record of who looked at what, and nothing that itself came over a link.
package enum CrossingKinds {
  /// The beginnings of the kinds that cross: contact reports, boats, incidents, tasks, recoveries and the reckoning.
  package static let prefixes = ["rescue."]

  /// The beginnings of the kinds that are worked out with them and stay: who at this centre has heard of what.
  static let folded = ["alarm."]

  /// Whether entries of a kind cross.
  package static func include(_ kind: String) -> Bool { prefixes.contains { kind.hasPrefix($0) } }
}
