/// Makes one track of each craft from the scans of all sensors, whether the craft says who it is or not.
///
/// Each candidate holds where the craft is under each mode of motion, how likely it is to exist at all, and how likely it is
/// to carry a transponder. A scan is taken through the stages in the order of the folders: prediction, gating, association
/// of all at once, update of those seen and of those missed, initiation, deletion. A candidate is a track from the moment
/// at which it more likely exists than not and has been seen twice; it stays a candidate through scans that miss it, so
/// that a small boat that every second scan shows is found and kept.
///
/// A value with no clock and no randomness of its own: the same scans in the same order give the same tracks.
package struct CraftTracker: Sendable {
  package let settings: CraftTrackerSettings
  /// Candidates, the oldest first.
  var candidates: [Candidate] = []
  private var nextNumber = 0
  private var now = 0.0

  package init(settings: CraftTrackerSettings = CraftTrackerSettings()) { self.settings = settings }

  /// How many candidates are held, tracks or not.
  package var candidateCount: Int { candidates.count }

  /// The tracks as they are at the latest scan, in the order in which they were confirmed.
  package var tracks: [CraftEstimate] {
    candidates.compactMap { candidate in
      candidate.number.flatMap { settings.shows(candidate) ? CraftEstimate(candidate, number: $0) : nil }
    }.sorted { $0.number < $1.number }
  }

  /// Takes in a scan. One that is a little older than the latest is taken as if it came now; one that is older than the
  /// settings allow is not used.
  ///
  /// - Returns: by how many seconds the scan came late, 0 for one in order.
  @discardableResult
  package mutating func take(_ scan: Scan) -> Double {
    let seconds = scan.seconds - now
    let late = max(0, -seconds)
    predict(seconds: max(0, seconds))
    now = max(now, scan.seconds)
    guard late <= settings.greatestLatenessSeconds else { return late }
    let grid = PlotGrid(scan.plots)
    let chances = candidates.map { Chances(of: $0, in: scan.sensor) }
    let plotOf = GlobalAssignment.plots(
      ofCraft: candidates.count, amongPlots: scan.plots.count, pairings(with: scan, grid, chances))
    var isTaken = [Bool](repeating: false, count: scan.plots.count)
    for (index, plot) in plotOf.enumerated() {
      if plot >= 0 {
        isTaken[plot] = true
        candidates[index].see(scan.plots[plot], in: scan, settings: settings)
      } else {
        candidates[index].miss(chances[index], in: scan)
      }
    }
    begin(scan.plots.indices.lazy.filter { !isTaken[$0] && scan.plots[$0].isUsable }.map { scan.plots[$0] }, in: scan)
    end()
    confirm()
    return late
  }

  private mutating func predict(seconds: Double) {
    guard seconds > 0 else { return }
    for index in candidates.indices {
      candidates[index].predict(seconds: seconds, modes: settings.modes, meanLifeSeconds: settings.meanLifeSeconds)
    }
  }

  private mutating func confirm() {
    for index in candidates.indices
    where candidates[index].number == nil && candidates[index].seen >= settings.leastSeen
      && candidates[index].exists > settings.confirmedFrom
    {
      candidates[index].number = nextNumber
      nextNumber += 1
    }
  }
}
