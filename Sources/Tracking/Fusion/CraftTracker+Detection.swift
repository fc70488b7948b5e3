/// How well each sensor sees, learned from the craft that are there.
extension CraftTracker {
  /// Notes which looks of a scan showed a track that was there.
  ///
  /// Only tracks that were tracks before the scan count, or those that happened to be seen would. A look that missed one counts
  /// once the craft is seen again, by whatever sensor: of a track that is never seen again nobody knows whether it was there.
  mutating func learnDetection(
    _ placed: PlacedScan, _ plotOf: [Int], _ views: [CandidateView], _ crowds: Crowds, _ record: Int
  ) {
    guard placed.sensor.isWhole, !placed.isOfDirections else { return }
    if !placed.sensor.isCooperative { sensors[record].detection.forget(until: placed.seconds) }
    for (index, plot) in plotOf.enumerated() where candidates[index].number != nil {
      if plot >= 0 { settleLooks(at: index) }
      let chances = views[index].chances
      // What may be shown by the plot of another says nothing of the sensor, nor does what may lie outside its field.
      guard !placed.sensor.isCooperative, chances.detection > Self.leastCoverage * chances.inField,
        crowds.shared[index] == nil, plot < 0 || crowds.widening[plot] == nil
      else { continue }
      let isSmall = candidates[index].isSmall
      let ring = placed.sensor.reachMetres == nil ? 0 : sensors[record].detection.ring(views[index].distanceMetres)
      if plot >= 0 {
        sensors[record].detection.note(ring: ring, isSmall: isSmall, seen: 1, missed: 0)
      } else {
        candidates[index].pend(PendingLooks(sensor: record, ring: ring, isSmall: isSmall, count: 1))
      }
    }
  }

  /// The craft is still there: the looks that missed it did so though they could have seen it.
  mutating func settleLooks(at index: Int) {
    guard !candidates[index].pendingLooks.isEmpty else { return }
    for look in candidates[index].pendingLooks {
      sensors[look.sensor].detection.note(ring: look.ring, isSmall: look.isSmall, seen: 0, missed: look.count)
    }
    candidates[index].pendingLooks.removeAll(keepingCapacity: true)
  }

  /// A look counts only when the craft is so likely in the field.
  private static let leastCoverage = 0.9

  /// How well each sensor sees, in the order of their first scans.
  package var detections: [(sensor: Int, detection: MeasuredDetection)] { sensors.map { ($0.number, $0.detection) } }
}

extension Candidate {
  /// Of more sensors and rings than this the misses of one craft are not kept.
  private static let mostPending = 16

  mutating func pend(_ look: PendingLooks) {
    let same = pendingLooks.firstIndex {
      $0.sensor == look.sensor && $0.ring == look.ring && $0.isSmall == look.isSmall
    }
    if let same {
      pendingLooks[same].count += look.count
    } else if pendingLooks.count < Self.mostPending {
      pendingLooks.append(look)
    }
  }
}
