extension ParameterLearning {
  /// How counts of people scatter about the true number, and how often they are rounded to fives, by kind of report.
  public mutating func fitCounts() {
    for kind in ContactEvidence.Kind.allCases {
      var said: [(count: Int, aboard: Int)] = []
      for night in nightsLearnedFrom {
        for contact in night.evidence.contacts where contact.kind == kind {
          guard let count = contact.people?.lowerBound, let boat = night.boatOf[contact.id] else { continue }
          said.append((count, night.boats[boat].aboard))
        }
      }
      guard said.count >= 20 else { continue }
      let fives = Double(said.count { $0.count.isMultiple(of: 5) }) / Double(said.count)
      parameters.countRounded[kind.rawValue] = min(0.99, max(0.01, (fives - 0.2) / 0.8))
      parameters.countDoubt[kind.rawValue] = likeliestDoubt(said, kind)
    }
  }

  private func likeliestDoubt(_ said: [(count: Int, aboard: Int)], _ kind: ContactEvidence.Kind) -> Double {
    var best = (log: -Double.infinity, doubt: 0.3)
    for step in 1...40 {
      var trial = parameters
      trial.countDoubt[kind.rawValue] = Double(step) * 0.02
      var rows: [Int: [Double]] = [:]
      var log = 0.0
      for (count, aboard) in said where (1...EvidenceTable.mostPeople).contains(aboard) {
        let row = rows[count] ?? PeopleModel.row(count...count, kind: kind.rawValue, trial)
        rows[count] = row
        log += logarithm(row[aboard - 1])
      }
      if log > best.log { best = (log, Double(step) * 0.02) }
    }
    return best.doubt
  }
}
