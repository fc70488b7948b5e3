extension CraftTracker {
  /// Begins a candidate at every plot that belongs to none.
  mutating func begin(_ scan: Scan, _ placed: PlacedScan, _ isTaken: [Bool], _ reception: inout Reception) {
    for (index, plot) in placed.plots.enumerated() where !isTaken[index] {
      guard plot.isUsable else {
        reception.leftOut += 1
        continue
      }
      guard plot.bearingRadians == nil else { continue }
      candidates.append(Candidate(id: newID(), plot, of: scan.plots[index], in: placed, settings: settings))
      reception.begun += 1
    }
  }
}
