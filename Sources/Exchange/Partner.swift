package import Ledger
package import Marking

/// Another centre, as it is declared to this one.
package struct Partner: Sendable, Hashable {
  /// Its short code, by which it is called on screens and in the record.
  package var code: String
  /// The key that signs the checkpoints of its ledger, under the name of that ledger.
  package var key: NoteVerifier
  /// The agency that keeps watch there, by which markings limited to agencies are judged.
  package var agency: String
  /// The nation in which it is, as a two-letter ISO 3166 code, by which markings limited to nations are judged.
  package var nation: String

  package init(code: String, key: NoteVerifier, agency: String, nation: String) {
    self.code = code
    self.key = key
    self.agency = agency
    self.nation = nation
  }

  /// Its ledger, by its name in checkpoints.
  package var ledger: String { key.name }

  /// Whether a text can be the short code of a centre: 2 to 12 capital letters, digits and hyphens, a letter first.
  package static func isCode(_ text: String) -> Bool {
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
    guard (2...12).contains(text.utf8.count), let first = text.first, first != "-", !first.isNumber else {
      return false
    }
    return text.allSatisfy { allowed.contains($0) }
  }

  /// Whether the partner may have what bears a marking.
  ///
  /// Partners are held to every limit of a marking, by the rules for a watch officer of their agency and nation who is cleared
  /// for OFFICIAL and no compartment. The rule that everyone on watch sees who is in danger is about people of this centre:
  /// here an entry limited to others stays at home.
  package func may(see marking: Marking, of agency: String) -> Bool {
    let viewer = Viewer(
      name: code, agency: self.agency, nation: nation, roles: [.watchOfficer],
      clearance: Clearance(classification: .official))
    let object = Protected(kind: .log, marking: marking, ownerAgency: agency, side: .rescue)
    return decide(viewer, .see, object, for: .searchAndRescue).isPermitted
  }
}
