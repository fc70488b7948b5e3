import Marking

/// The same rules a second time, one plain statement a reason, without looking at the first evaluator.
struct NaiveEvaluator {
  let viewer: Viewer
  let act: Act
  let object: Protected
  let purpose: Purpose
  let reuse: ReuseDecision?

  /// Rows: the side of the object; columns: the side of the purpose, in the order of the header.
  /// y: yes, n: no, r: with a reuse decision or for writing anew, o: for looking only, c: for counting and training.
  private static let sides = """
    .              rescue lawEnforcement administration oversight
    rescue         y      r              c              o
    lawEnforcement y      y              c              o
    administration n      n              y              o
    oversight      n      n              c              o
    shared         y      y              y              o
    """

  var reasons: Set<Reason> {
    var found = Set<Reason>()
    for reason in Reason.allCases where holds(reason) { found.insert(reason) }
    return found
  }

  private func holds(_ reason: Reason) -> Bool {
    let marking = object.marking
    let incident = object.kind == .incident
    switch reason {
    case .actNotGranted: return grantingRoles.isEmpty
    case .purposeNotGranted:
      return !grantingRoles.isEmpty
        && grantingRoles.allSatisfy { Self.cell(PermissionTable.purposes, $0.rawValue, purpose.rawValue) != "x" }
    case .scopeMissing:
      guard let scopes = viewer.scopes else { return false }
      let texts = Set(scopes.map(\.text))
      return !texts.contains("\(act.rawValue):\(object.kind.rawValue)") && !texts.contains("\(act.rawValue):*")
    case .clearanceTooLow:
      let order = ["OFFICIAL": 0, "SECRET": 1, "TOP SECRET": 2]
      return order[marking.classification.rawValue]! > order[viewer.clearance.classification.rawValue]!
    case .sensitiveNotCleared: return marking.sensitive && !viewer.clearance.sensitive
    case .compartmentMissing:
      return !incident && marking.compartments.contains { !viewer.clearance.compartments.contains($0) }
    case .agencyNotReleasable:
      guard case .only(let names) = marking.agencies, !incident else { return false }
      return !names.contains(viewer.agency) && viewer.agency != object.ownerAgency
    case .nationNotReleasable:
      guard case .only(let names) = marking.nations, !incident else { return false }
      return !names.contains(viewer.nation)
    case .incidentMarkedTooNarrow:
      let narrow =
        marking.classification != .official || !marking.compartments.isEmpty || marking.agencies != .anyone
        || marking.nations != .anyone
      return incident && narrow && (act == .append || act == .correct)
    case .wallClosed:
      let opened = reuse.map { $0.item == object.item } ?? false
      return sidesCell == "r" && !opened && act != .append
    case .purposeOutsideSide:
      return sidesCell == "n" || (sidesCell == "c" && purpose != .statistics && purpose != .exerciseTraining)
    case .oversightChangesNothing:
      let changing = ["append", "correct", "close", "override", "grade", "administer"]
      return sidesCell == "o" && changing.contains(act.rawValue)
    case .exerciseOnly: return purpose == .exerciseTraining && !marking.exercise
    case .exerciseNotCounted: return purpose == .statistics && marking.exercise
    case .notOwner:
      let byOwner = ["correct", "close", "override", "disclose", "erase", "administer"].contains(act.rawValue)
      return byOwner && !incident && object.ownerAgency != nil && object.ownerAgency != viewer.agency
    }
  }

  private var grantingRoles: [Role] {
    viewer.roles.filter { role in
      Self.cell(PermissionTable.acts, role.rawValue, object.kind.rawValue)
        .contains(PermissionTable.letter(of: act))
    }
  }

  private var sidesCell: String { Self.cell(Self.sides, object.side.rawValue, purpose.side.rawValue) }

  /// The cell of a table that stands under the head of its column, found by where it stands on the line.
  static func cell(_ table: String, _ row: String, _ column: String) -> String {
    let cells = table == sides ? sideCells : table == PermissionTable.acts ? actCells : purposeCells
    return cells[row + " " + column] ?? ""
  }

  private static let sideCells = cells(of: sides)
  private static let actCells = cells(of: PermissionTable.acts)
  private static let purposeCells = cells(of: PermissionTable.purposes)

  private static func cells(of table: String) -> [String: String] {
    let lines = table.split(separator: "\n").map { Array($0.utf8) }
    let starts = lines[0].indices.filter { lines[0][$0] != 0x20 && ($0 == 0 || lines[0][$0 - 1] == 0x20) }
    let word = { (line: [UInt8], start: Int) -> String in
      String(decoding: line.dropFirst(start).prefix { $0 != 0x20 }, as: UTF8.self)
    }
    var cells = [String: String]()
    for line in lines.dropFirst() {
      for start in starts.dropFirst() { cells[word(line, 0) + " " + word(lines[0], start)] = word(line, start) }
    }
    return cells
  }
}
