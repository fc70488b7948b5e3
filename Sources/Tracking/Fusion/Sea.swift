import Geodesy

/// One sea, real or invented: its sensors on a plane, the tracker on it, and what of it is shown.
struct Sea: Sendable {
  /// A transponder that has been silent for this long no longer gives a craft its name, in seconds.
  static let nameLapsesSeconds = 1800.0
  /// A craft that no sensor has shown for this long is coasting, in seconds.
  static let coastingAfterSeconds = 30.0
  /// Reports of transponders farther from the middle of the plane than this are of no concern to its sensors, in metres.
  static let reachMetres = 250_000.0
  /// The receivers of transponders, all together: their number is none of the sensors'.
  private static let transponders = SensorModel(
    number: -1, field: .everywhere(areaSquareMetres: reachMetres * reachMetres), detectionProbability: 0.9,
    falsePlotsPerScan: 1, isCooperative: true)
  /// Observations whose references are remembered, the newest.
  static let mostReferences = 1 << 16

  let exercise: Bool
  private(set) var sensors: [String: Sensor] = [:]
  /// Craft that only sensors without identity show, as they were last told.
  private(set) var shown: [TrackID: Track] = [:]
  private(set) var hasChanged = false

  var tracker = CraftTracker()
  private var plane: TangentPlane?
  private var start = Instant(millisecondsSince1970: 0)
  private var latest = Instant(millisecondsSince1970: 0)
  private var numbers: [String: Int] = [:]
  private(set) var names: [String] = []
  private var references: [String?] = []
  private var nextReference = 0
  private var lastHeard: [UInt32: Instant] = [:]
  var illnesses: [String: Illness] = [:]
  var repeats: [Int: Int] = [:]
  private var supported: [UInt32: Instant] = [:]

  init(exercise: Bool) { self.exercise = exercise }

  mutating func declare(_ sensor: Sensor) { sensors[sensor.name] = sensor }

  mutating func withdraw(_ name: String) {
    sensors[name] = nil
    illnesses[name] = nil
  }

  // MARK: In

  mutating func take(_ look: SensorLook) {
    guard let plane = settle(look), !look.plots.isEmpty || look.isWhole else { return }
    let sensor = sensors[look.sensor] ?? Sensor(name: look.sensor, kind: .camera)
    let number = number(of: sensor.name)
    // A clock that runs ahead alone would take the whole sea's time with it.
    let at = min(look.at, look.received)
    latest = max(latest, at)
    hasChanged = true
    guard !look.isWhole else {
      guard !isSetAside(sensor.name, at: at) else { return }
      let plots = look.plots.compactMap { plot($0, of: sensor, on: plane) }
      let reception = tracker.take(
        Scan(seconds: seconds(at), sensor: model(sensor, number, look, on: plane), plots: plots))
      judge(sensor.name, number, reception, at: at)
      return
    }
    // A look that shows single targets says nothing of what it does not show: each is a scan of its own neighbourhood.
    for seen in look.plots {
      guard let plot = plot(seen, of: sensor, on: plane) else { continue }
      tracker.take(
        Scan(
          seconds: seconds(min(seen.at ?? at, look.received)),
          sensor: neighbourhood(of: plot, seen, sensor, number, look, on: plane),
          plots: [plot]))
    }
  }

  mutating func hear(_ observation: SensorObservation) {
    guard let plane else { return }
    let place = plane.local(observation.position)
    guard place.eastMetres.magnitude < Self.reachMetres, place.northMetres.magnitude < Self.reachMetres else { return }
    lastHeard[observation.identity.mmsi] = observation.at
    latest = max(latest, observation.at)
    var plot = Plot(
      eastMetres: place.eastMetres, northMetres: place.northMetres,
      deviationMetres: observation.positionStandardDeviationMetres)
    plot.reference = remember(nil)
    plot.identity = observation.identity.mmsi
    if let velocity = VelocityMeasurement(observation, stationary: false) {
      plot.velocity = Plot.Velocity(
        east: velocity.east, north: velocity.north, deviation: MeasurementNoise.speedMetresPerSecond)
    }
    tracker.hear(plot, seconds: seconds(observation.at), from: Self.transponders)
    hasChanged = true
  }

  /// The plane, put around the first sensor or thing that is heard of.
  private mutating func settle(_ look: SensorLook) -> TangentPlane? {
    if let plane { return plane }
    let firstPlot = look.plots.lazy.compactMap { plot -> Position? in
      if case .position(let position, _) = plot.measurement { position } else { nil }
    }.first
    guard let middle = sensors[look.sensor]?.position ?? look.position ?? look.footprint?.first ?? firstPlot else {
      return nil
    }
    plane = TangentPlane(origin: middle)
    start = look.at
    return plane
  }

  private func seconds(_ moment: Instant) -> Double { moment.seconds(since: start) }

  private mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    names.append(name)
    numbers[name] = names.count - 1
    return names.count - 1
  }

  mutating func remember(_ reference: String?) -> Int {
    if references.count < Self.mostReferences {
      references.append(reference)
    } else {
      references[nextReference % Self.mostReferences] = reference
    }
    nextReference += 1
    return nextReference - 1
  }

  private func reference(_ number: Int) -> String? {
    number >= nextReference - Self.mostReferences && number < nextReference && number >= 0
      ? references[number % Self.mostReferences] : nil
  }

  /// How well the sensors have been measured to see, by name.
  var performance: [SensorPerformance] {
    tracker.detections.compactMap { sensor, detection in
      names.indices.contains(sensor) ? SensorPerformance(sensor: names[sensor], detection: detection) : nil
    }.sorted { $0.sensor < $1.sensor }
  }

  // MARK: By hand

  mutating func hold(_ number: Int, identity: UInt32, together: Bool) -> Bool {
    hasChanged = true
    return tracker.hold(track: number, identity: identity, together: together)
  }

  mutating func letGo(_ number: Int, identity: UInt32) {
    hasChanged = true
    tracker.letGo(track: number, identity: identity)
  }

  // MARK: Out

  /// What has changed since the last call.
  mutating func takeChanges() -> [SeaTracker.Change] {
    guard hasChanged, let plane else { return [] }
    hasChanged = false
    var changes: [SeaTracker.Change] = []
    var gone = Set(shown.keys)
    var unsupported = supported
    for estimate in tracker.tracks {
      // What only transponders have reported is their track's own affair.
      guard let seen = seen(estimate.contributions) else { continue }
      if let mmsi = name(of: estimate) {
        unsupported[mmsi] = nil
        guard supported[mmsi] != seen.last else { continue }
        supported[mmsi] = seen.last
        changes.append(.support(mmsi: mmsi, exercise: exercise, sensed(estimate), state(estimate, on: plane)))
        continue
      }
      let id = TrackID(sensed: estimate.number, exercise: exercise)
      gone.remove(id)
      // All that is told of a craft is a lot to put together, so it is asked first whether there is anything to tell.
      guard shown[id].map({ isNews(seen, to: $0) }) ?? true, let sensed = sensed(estimate),
        let track = Track(id, sensed, state(estimate, on: plane), latest: latest, before: shown[id])
      else { continue }
      shown[id] = track
      changes.append(.craft(track))
    }
    for id in gone.sorted() {
      shown[id] = nil
      changes.append(.ended(id))
    }
    for mmsi in unsupported.keys.sorted() {
      supported[mmsi] = nil
      changes.append(.support(mmsi: mmsi, exercise: exercise, nil, nil))
    }
    return changes
  }

  /// How many plots of sensors without identity made a craft, and when the last did; nil when none has shown it.
  private func seen(_ contributions: Contributions) -> (plots: Int, last: Instant)? {
    var (plots, last) = (0, -Double.infinity)
    for share in contributions.shares where names.indices.contains(share.sensor) {
      plots += share.plots
      last = max(last, share.latestSeconds)
    }
    return last.isFinite ? (plots, moment(last)) : nil
  }

  /// Whether something has changed of a craft since it was told.
  private func isNews(_ seen: (plots: Int, last: Instant), to before: Track) -> Bool {
    before.observationsCount != seen.plots || before.status != status(lastSeen: seen.last)
      || latest.seconds(since: before.state.at) >= 1
  }

  private func status(lastSeen: Instant) -> Track.Status {
    latest.seconds(since: lastSeen) > Self.coastingAfterSeconds ? .coasting : .live
  }

  private func state(_ estimate: CraftEstimate, on plane: TangentPlane) -> TrackState {
    TrackState(
      at: latest, position: plane.position(eastMetres: estimate.eastMetres, northMetres: estimate.northMetres),
      velocityEastMetresPerSecond: estimate.velocityEastMetresPerSecond,
      velocityNorthMetresPerSecond: estimate.velocityNorthMetresPerSecond, covariance: estimate.covariance)
  }

  /// The transponder whose track the craft goes by; nil when it has none, or none that has been heard lately.
  private func name(of estimate: CraftEstimate) -> UInt32? {
    guard let mmsi = estimate.identity, estimate.identityProbability > 0.5, let heard = lastHeard[mmsi],
      latest.seconds(since: heard) < Self.nameLapsesSeconds
    else { return nil }
    return mmsi
  }

  /// What sensors without identity say of a craft; nil when none has shown it.
  private func sensed(_ estimate: CraftEstimate) -> SensedCraft? {
    let sightings = estimate.contributions.shares.compactMap { share -> SensedCraft.Sightings? in
      guard names.indices.contains(share.sensor) else { return nil }
      let name = names[share.sensor]
      return SensedCraft.Sightings(
        sensor: name, kind: sensors[name]?.kind ?? .camera, plots: share.plots, last: moment(share.latestSeconds))
    }
    guard !sightings.isEmpty else { return nil }
    return SensedCraft(
      existence: estimate.existence, carriesTransponder: estimate.carriesTransponder,
      lengthMetres: estimate.lengthMetres,
      identityProbability: estimate.identity == nil ? nil : estimate.identityProbability,
      sightings: sightings.sorted { $0.sensor < $1.sensor },
      contributions: estimate.contributions.latest.map { contribution in
        SensedCraft.Contribution(
          sensor: names.indices.contains(contribution.sensor) ? names[contribution.sensor] : "AIS",
          at: moment(contribution.seconds), reference: reference(contribution.reference),
          squaredDistance: contribution.squaredDistance)
      })
  }

  private func moment(_ seconds: Double) -> Instant { start.adding(milliseconds: Int64(seconds * 1000)) }
}

extension Track {
  /// The track of a craft that only sensors without identity show.
  init?(_ id: TrackID, _ sensed: SensedCraft, _ state: TrackState, latest: Instant, before: Track?) {
    guard let sighting = sensed.sightings.max(by: { $0.last < $1.last }) else { return nil }
    let status: Status = latest.seconds(since: sighting.last) > Sea.coastingAfterSeconds ? .coasting : .live
    let plots = sensed.sightings.reduce(0) { $0 + $1.plots }
    let observation = SensorObservation(
      source: sighting.sensor, at: sighting.last, received: sighting.last, position: state.position,
      positionStandardDeviationMetres: state.uncertaintyMetres / 2.4477, identity: Self.nobody, exercise: id.isExercise)
    self.init(
      id: id, mmsi: nil, exercise: id.isExercise, state: state, firstHeard: before?.firstHeard ?? sighting.last,
      lastHeard: sighting.last, lastObservation: observation, statics: StaticData(), status: status, flags: [],
      observationsCount: plots, sources: Set(sensed.sightings.map(\.sensor)), trackClass: .sensed, sensed: sensed)
  }
}
