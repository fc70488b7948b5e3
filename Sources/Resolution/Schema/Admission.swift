public import Marking

/// Which records may be resolved.
///
/// What was gathered for rescue serves rescue: such records are refused unless a recorded decision comes with each. Of phone
/// extractions only those of suspects are taken unless other roles are asked for by name.
public struct Admission: Sendable {
  /// What a table was gathered for that has no column of purposes.
  public var gatheredFor: Purpose
  /// The recorded decisions, each for the one record whose key is its item.
  public var decisions: [ReuseDecision]
  /// The roles of phone owners whose records are taken.
  public var roles: Set<OwnerRole>

  /// Rules of admission; by default for records of investigations and phones of suspects.
  public init(
    gatheredFor: Purpose = .investigation, decisions: [ReuseDecision] = [], roles: Set<OwnerRole> = [.suspect]
  ) {
    self.gatheredFor = gatheredFor
    self.decisions = decisions
    self.roles = roles
  }

  /// The records that may be resolved, with a notice of those that were left out by their owner's role.
  ///
  /// - Parameters:
  ///   - key: the column that names a record.
  ///   - kinds: what each column is.
  /// - Throws: `ResolutionFault` with the row of the first record that was gathered for rescue, or for no purpose that is known,
  ///   and has no decision.
  public func admit(
    _ table: RecordTable, key: Int, kinds: [FieldKind]
  ) throws(ResolutionFault) -> RecordTable {
    try refuseRescue(table, key: key, column: kinds.firstIndex(of: .purpose))
    guard let column = kinds.firstIndex(of: .ownerRole) else { return table }
    var left = [OwnerRole: Tally]()
    var isKept = [Bool](repeating: true, count: table.count)
    for record in 0..<table.count {
      let role = table.text(record, column).flatMap { OwnerRole(rawValue: $0.lowercased()) } ?? .unknown
      if !roles.contains(role) {
        isKept[record] = false
        left[role, default: Tally()].count(table.row(of: record))
      }
    }
    var admitted = table.keeping { isKept[$0] }
    for role in OwnerRole.allCases {
      if let notice = left[role]?.notice("left out: phones whose owner is \(role.rawValue)") {
        admitted.notices.append(notice)
      }
    }
    return admitted
  }

  private func refuseRescue(_ table: RecordTable, key: Int, column: Int?) throws(ResolutionFault) {
    guard column != nil || gatheredFor.side == .rescue else { return }
    let decided = Set(decisions.map(\.item))
    for record in 0..<table.count {
      var purpose: Purpose? = gatheredFor
      if let column { purpose = table.text(record, column).flatMap { Purpose(rawValue: $0) } }
      if let purpose, purpose.side != .rescue { continue }
      if let name = table.text(record, key), decided.contains(name) { continue }
      let why =
        purpose == nil
        ? "The record does not say for which purpose it was gathered."
        : "The record was gathered for rescue and serves rescue alone."
      throw ResolutionFault(
        .purposeRefused, "\(source(of: record, table))\(why) Without a recorded decision for it nothing is resolved.",
        row: table.row(of: record))
    }
  }

  /// Which file a record is from, in words, when there are two.
  private func source(of record: Int, _ table: RecordTable) -> String {
    table.firstSourceCount.map { record < $0 ? "In the first file: " : "In the second file: " } ?? ""
  }
}
