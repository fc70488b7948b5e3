#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What arrives much later than it was seen: scenes of satellites above all.
extension CraftTracker {
  /// Where tracks were at one moment that lies back.
  struct Picture: Sendable {
    let seconds: Double
    /// By the place of the candidate; nil for one of which nothing is known then.
    var motions: [Motion?]
  }

  /// Takes in a scan from minutes or an hour ago.
  ///
  /// Each plot goes to the track that was there at that moment, as far as tracks remember. A track that has hardly been seen since
  /// is gone through again with the plot in its place; to one that has, it is one more sighting. A plot that fits none begins a
  /// candidate that is carried forward to now, as unsure as that makes it. What such a scan does not show takes nothing away.
  ///
  /// Source for the second look at what was known: Bar-Shalom, Chen and Mallick, One-step solution for the multistep
  /// out-of-sequence-measurement problem in tracking, IEEE Transactions on Aerospace and Electronic Systems 40 (2004), which
  /// this does without approximation, by going through the corrections again.
  mutating func takeLate(_ scan: Scan, _ record: Int?, _ reception: inout Reception) {
    let placed = place(scan, record)
    // An analysis hands on one scene plot by plot.
    let picture = latePicture.flatMap { $0.seconds == scan.seconds ? $0 : nil } ?? picture(at: scan.seconds)
    let plotOf = GlobalAssignment.plots(
      ofCraft: candidates.count, amongPlots: scan.plots.count, latePairings(placed, picture))
    var isTaken = [Bool](repeating: false, count: scan.plots.count)
    for (index, plot) in plotOf.enumerated() where plot >= 0 {
      guard let motion = picture.motions[index] else { continue }
      isTaken[plot] = true
      reception.taken += 1
      settleLooks(at: index)
      candidates[index].seeLate(placed.plots[plot], of: scan.plots[plot], in: placed, motion, settings: settings)
    }
    beginCarried(scan, placed, isTaken, &reception)
    latePicture = picture
    // What has just begun is of the same look and takes no other plot of it.
    latePicture?.motions += [Motion?](repeating: nil, count: candidates.count - picture.motions.count)
    confirm()
    places = nil
  }

  /// Of more candidates than this that only late looks have shown no further one begins.
  package static let mostCarried = 500
  /// What was less sure than this at a moment, as a standard deviation in metres, is not looked for in what was seen then.
  private static let greatestSpreadMetres = 2000.0

  private mutating func beginCarried(
    _ scan: Scan, _ placed: PlacedScan, _ isTaken: [Bool], _ reception: inout Reception
  ) {
    var room = Self.mostCarried - candidates.count { $0.isCarried }
    for (index, plot) in placed.plots.enumerated() where !isTaken[index] {
      guard plot.isUsable, plot.bearingRadians == nil, room > 0 else {
        reception.leftOut += 1
        continue
      }
      room -= 1
      var candidate = Candidate(id: newID(), plot, of: scan.plots[index], in: placed, settings: settings)
      candidate.carry(to: latestSeconds, settings: settings)
      candidates.append(candidate)
      reception.begun += 1
    }
  }

  private func picture(at seconds: Double) -> Picture {
    Picture(
      seconds: seconds,
      motions: candidates.map { candidate in
        guard candidate.number != nil || candidate.isCarried else { return nil }
        let motion =
          candidate.history.motion(at: seconds, candidate.way(settings))
          ?? (candidate.isCarried && seconds < candidate.begunSeconds
            ? candidate.mixture(at: seconds, modes: settings.modes).combined : nil)
        let greatest = Self.greatestSpreadMetres * Self.greatestSpreadMetres
        // A craft that late looks alone have shown is known no better, and belongs to nobody else.
        guard let motion, candidate.isCarried || motion.covariance.position.largestEigenvalue < greatest else {
          return nil
        }
        return motion
      })
  }

  private func latePairings(_ scan: PlacedScan, _ picture: Picture) -> [Pairing] {
    let births = settings.birthsPerScan / scan.sensor.areaSquareMetres
    var pairings: [Pairing] = []
    for (index, motion) in picture.motions.enumerated() {
      guard let motion, !candidates[index].hasLate(scan.sensor.number, scan.seconds) else { continue }
      let distance = scan.sensor.distance(of: motion)
      let detection =
        scan.sensor.coverage(of: motion)
        * scan.chart.probability(atMetres: distance, isSmall: candidates[index].isSmall)
      let chance = candidates[index].exists * detection
      guard chance > 0 else { continue }
      for (place, plot) in scan.plots.enumerated() where plot.isUsable && plot.bearingRadians == nil {
        let noise = plot.noise(seenAtEast: motion.eastMetres, north: motion.northMetres)
        let squared = (motion.covariance.position + noise).inverse?.squaredLength(
          east: plot.eastMetres - motion.eastMetres, north: plot.northMetres - motion.northMetres)
        guard let squared, squared <= settings.gate else { continue }
        let fit =
          motion.logLikelihood(east: plot.eastMetres, north: plot.northMetres, noise: noise)
          - log(scan.falsePlotDensity(of: plot) + births)
        let gain = max(
          log(chance / (1 - chance)) + fit, Self.partOfDoubtful * (log(detection / (1 - detection)) + fit))
        if gain > 0 { pairings.append(Pairing(craft: index, plot: place, gain: gain)) }
      }
    }
    return pairings
  }
}
