extension CraftTracker {
  /// Begins a candidate at every plot that belongs to none.
  mutating func begin(_ plots: some Sequence<Plot>, in scan: Scan) {
    for plot in plots { candidates.append(Candidate(plot, in: scan, settings: settings)) }
  }
}
