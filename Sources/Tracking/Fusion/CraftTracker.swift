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
  /// Candidates, the oldest first, so that their ids ascend.
  var candidates: [Candidate] = []
  /// What each transponder says by itself.
  var transponders: [Transponder] = []
  /// The place of a transponder by the number that it sends.
  var transponderOf: [UInt32: Int] = [:]
  var holds = IdentityHolds()
  var ended: [EndedCraft] = []
  /// What is kept of each sensor, in the order of their first scans, and the place of each by its number.
  var sensors: [SensorRecord] = []
  var sensorOf: [Int: Int] = [:]
  /// The log odds that two tracks are one craft, for those that go side by side.
  var couples: [Couple: Double] = [:]
  /// Where the candidates stood when they were last sorted by place; nil when they have changed since.
  var places: CandidatePlaces?
  /// Where directions cross that no track explains.
  var crossings = Crossings()
  /// Where the candidates were at the moment of the latest late scan; nil when they have changed since.
  var latePicture: Picture?
  /// The latest moment that anything told of.
  var latestSeconds = -Double.infinity
  /// How many in a row were far ahead of that, and when the last of them says it was.
  private var leaps = 0
  private var leapSeconds = 0.0
  private var nextNumber = 0
  private var nextID = 0

  package init(settings: CraftTrackerSettings = CraftTrackerSettings()) { self.settings = settings }

  /// How many candidates are held, tracks or not.
  package var candidateCount: Int { candidates.count }

  /// Takes in a scan of a sensor, with what it did not see.
  ///
  /// One that is older than the latest corrects what is known now by what was so then; one that is older than the settings
  /// allow is not used. Plots that hold only a direction move tracks, and begin one only where directions from two places cross.
  @discardableResult
  package mutating func take(_ scan: Scan) -> Reception {
    var reception = Reception()
    let record = record(of: scan.sensor)
    guard admit(scan, record, &reception) else { return reception }
    guard reception.latenessSeconds <= settings.greatestLatenessSeconds else {
      takeLate(scan, record, &reception)
      return reception
    }
    latePicture = nil
    for index in candidates.indices { candidates[index].predict(to: scan.seconds, settings: settings) }
    let placed = place(scan, record)
    let views = candidates.indices.map { view(of: $0, in: placed) }
    let grid = PlotGrid(placed.plots)
    let plotOf = GlobalAssignment.plots(
      ofCraft: candidates.count, amongPlots: scan.plots.count, pairings(with: placed, grid, views))
    let crowds = crowds(placed, grid, plotOf, views)
    update(scan, placed, plotOf, views, crowds, record)
    reception.taken = plotOf.count { $0 >= 0 }
    takeBearings(scan, placed, &reception)
    if let record {
      note(placed, plotOf, views, record)
      learnDetection(placed, plotOf, views, crowds, record)
    }
    weighDuplicates(placed, plotOf, views)
    var isTaken = [Bool](repeating: false, count: scan.plots.count)
    for plot in plotOf where plot >= 0 { isTaken[plot] = true }
    begin(scan, placed, isTaken, &reception)
    end()
    confirm()
    remember()
    places = nil
    return reception
  }

  /// No clock shows more than this, in seconds: thirty thousand years.
  private static let greatestSeconds = 1e12
  /// How many in a row must be as far ahead before they are believed.
  private static let leastLeaps = 3

  /// Whether a moment lies so far ahead that its clock is more likely wrong than all others. After a silence of all sensors a few
  /// in a row say the same, and are believed.
  private mutating func leapsAhead(_ seconds: Double) -> Bool {
    guard latestSeconds.isFinite, seconds - latestSeconds > settings.greatestLeapSeconds else {
      leaps = 0
      return false
    }
    leaps = (seconds - leapSeconds).magnitude <= settings.greatestLeapSeconds ? leaps + 1 : 1
    leapSeconds = seconds
    guard leaps >= Self.leastLeaps else { return true }
    leaps = 0
    return false
  }

  private mutating func admit(_ scan: Scan, _ record: Int?, _ reception: inout Reception) -> Bool {
    let isSlow = scan.sensor.isSlow && !scan.sensor.isCooperative && !scan.sensor.showsDirectionsOnly
    guard admit(scan.seconds, &reception, within: isSlow ? settings.greatestSlownessSeconds : nil) else {
      if let record, reception.refusal == .tooLate { sensors[record].countLate() }
      return false
    }
    guard scan.plots.count <= settings.mostPlotsPerScan || record != nil else {
      reception.refusal = .flooded
      return false
    }
    if let record {
      reception.refusal = sensors[record].admit(scan, most: settings.mostPlotsPerScan, settings: settings)
    }
    return reception.refusal == nil
  }

  /// Whether something of this moment is used.
  ///
  /// - Parameter lateness: how late it may be, in seconds; nil for what the settings say of most.
  mutating func admit(_ seconds: Double, _ reception: inout Reception, within lateness: Double? = nil) -> Bool {
    guard seconds.magnitude < Self.greatestSeconds else {
      reception.refusal = .unusable
      return false
    }
    guard !leapsAhead(seconds) else {
      reception.refusal = .tooEarly
      return false
    }
    reception.latenessSeconds = max(0, latestSeconds - seconds)
    latestSeconds = max(latestSeconds, seconds)
    guard reception.latenessSeconds <= lateness ?? settings.greatestLatenessSeconds else {
      reception.refusal = .tooLate
      return false
    }
    return true
  }

  func place(_ scan: Scan, _ record: Int?) -> PlacedScan {
    let bias = record.flatMap { sensors[$0].bias.applied }
    return PlacedScan(
      seconds: scan.seconds, sensor: scan.sensor,
      plots: scan.plots.map { PlacedPlot($0, from: scan.sensor, bias: scan.sensor.isCooperative ? nil : bias) },
      flood: record.map { sensors[$0].flood } ?? 1,
      chart: DetectionChart(scan.sensor, record.flatMap { scan.sensor.isWhole ? sensors[$0].detection : nil }))
  }

  private func view(of index: Int, in scan: PlacedScan) -> CandidateView {
    let motion =
      scan.seconds < candidates[index].seconds
      ? candidates[index].mixture(at: scan.seconds, modes: settings.modes).combined : candidates[index].mixture.combined
    let saysNothing = scan.isOfDirections || leavesToAnother(candidates[index].transponder, scan)
    let exists = candidates[index].exists
    let distance = scan.sensor.distance(of: motion)
    let carries = scan.sensor.isCooperative ? candidates[index].carries : 1
    let inField = carries * scan.chart.probability(atMetres: distance, isSmall: candidates[index].isSmall)
    return CandidateView(
      motion: motion, distanceMetres: distance,
      chances: Chances(
        exists: exists, inField: inField, coverage: saysNothing ? 0 : scan.sensor.coverage(of: motion)))
  }

  private mutating func update(
    _ scan: Scan, _ placed: PlacedScan, _ plotOf: [Int], _ views: [CandidateView], _ crowds: Crowds, _ record: Int?
  ) {
    for (index, plot) in plotOf.enumerated() {
      if plot >= 0 {
        let widening = crowds.widening[plot]
        see(scan, placed, plot, by: index, widening: widening, detection: views[index].chances.inField)
        // What may be of several craft at once says little of the sensor.
        guard widening == nil, let record, let slot = candidates[index].transponder else { continue }
        learnBias(record, scan.plots[plot], of: slot, in: scan)
      } else if !scan.sensor.showsWhatItMissed {
        continue
      } else if let shared = crowds.shared[index] {
        candidates[index].miss(views[index].chances.reduced(to: 1 - shared.chance), in: placed)
        if shared.chance > Self.leastChanceToShare, scan.seconds >= candidates[index].seconds {
          candidates[index].share(placed.plots[shared.plot], widening: crowds.widening[shared.plot])
        }
      } else {
        candidates[index].miss(views[index].chances, in: placed)
      }
    }
    if let record, !scan.sensor.isCooperative { applyBias(of: record) }
  }

  private mutating func see(
    _ scan: Scan, _ placed: PlacedScan, _ plot: Int, by index: Int, widening: Symmetric2?, detection: Double
  ) {
    let moment = candidates[index].mixture(at: scan.seconds, modes: settings.modes)
    candidates[index].see(
      placed.plots[plot], of: scan.plots[plot], in: placed, moment: moment, modes: settings.modes, widening: widening,
      detection: detection)
    if !scan.sensor.isCooperative { watch(index, placed.plots[plot], at: scan.seconds) }
  }

  private mutating func note(_ placed: PlacedScan, _ plotOf: [Int], _ views: [CandidateView], _ record: Int) {
    var (explained, expected) = (0, 0.0)
    for (index, plot) in plotOf.enumerated() where candidates[index].number != nil {
      expected += views[index].expectedAsDeclared(by: placed.sensor)
      guard plot >= 0 else { continue }
      explained += 1
      let noise = placed.plots[plot].noise(
        seenAtEast: views[index].motion.eastMetres, north: views[index].motion.northMetres)
      let innovation = views[index].motion.covariance.position + noise
      let squared = innovation.inverse?.squaredLength(
        east: placed.plots[plot].eastMetres - views[index].motion.eastMetres,
        north: placed.plots[plot].northMetres - views[index].motion.northMetres)
      if let squared { sensors[record].noteInnovation(squared) }
    }
    sensors[record].noteScan(
      plots: placed.plots.count, explained: explained, seenTracks: explained, expectedTracks: expected)
  }

  /// A number for a candidate that nothing has had before.
  mutating func newID() -> Int {
    nextID += 1
    return nextID - 1
  }

  func confirms(_ candidate: Candidate) -> Bool {
    candidate.transponder != nil || (candidate.seen >= settings.leastSeen && candidate.exists > settings.confirmedFrom)
  }

  mutating func confirm() {
    for index in candidates.indices where candidates[index].number == nil && confirms(candidates[index]) {
      giveNumber(to: index)
    }
  }

  /// Keeps where each track is, from time to time.
  private mutating func remember() {
    for index in candidates.indices where candidates[index].number != nil {
      candidates[index].history.keep(candidates[index].motion, seconds: candidates[index].seconds)
    }
  }

  mutating func giveNumber(to index: Int) {
    candidates[index].number = nextNumber
    nextNumber += 1
  }
}

/// A candidate as a scan meets it.
struct CandidateView {
  /// At the moment of the scan.
  let motion: Motion
  /// From the sensor.
  let distanceMetres: Double
  let chances: Chances

  /// How likely it would be seen if the sensor were as it was declared: by that its health is judged.
  func expectedAsDeclared(by sensor: SensorModel) -> Double {
    guard !sensor.isCooperative, chances.inField > 0 else { return chances.both }
    return chances.both * sensor.declaredProbability(atMetres: distanceMetres) / chances.inField
  }
}
