import Rescue

/// How many people are not accounted for, over all open boats: it stands on every page while it is not zero.
package struct RescueSummary: Sendable, Hashable {
  /// Boats that nobody has closed.
  package var openBoats = 0
  /// The fewest and the most people of them who are not accounted for, where somebody said how many were aboard.
  package var least = 0
  package var most = 0
  /// Open boats of which nobody said how many were aboard.
  package var unknownBoats = 0
  /// Reports that are tied to no boat.
  package var untied = 0
  /// Whether all of it is of an exercise.
  package var exercise = false

  package init() {}

  /// Whether there is nothing to say.
  package var isZero: Bool { openBoats == 0 && untied == 0 }
}

extension RescueBook {
  package var summary: RescueSummary {
    var summary = RescueSummary()
    let open = boats.filter(\.isOpen)
    for boat in open {
      summary.openBoats += 1
      if let range = boat.reckoning.unaccounted {
        summary.least += range.lowerBound
        summary.most += range.upperBound
      } else {
        summary.unknownBoats += 1
      }
    }
    let untied = untied
    summary.untied = untied.count
    summary.exercise = !summary.isZero && open.allSatisfy(\.exercise) && untied.allSatisfy(\.exercise)
    return summary
  }
}
