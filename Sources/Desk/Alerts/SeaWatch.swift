import Geodesy
import Logging
import Operations
import Tracking

/// Watches how craft behave, which are small boats, and what the sensors can see.
struct SeaWatch {
  /// Seconds between two judgements of which craft are small boats, and between two pictures of the coverage.
  static let secondsBetweenJudgements: Int64 = 5
  /// The height and width of a cell of the coverage, in metres, and what it becomes where that makes too many.
  static let cellMetres = [2_000.0, 5_000, 10_000, 20_000]
  /// A change of an alert is written no more often than this, in milliseconds.
  static let changesEveryMilliseconds: Int64 = 60_000

  private let desk: Desk
  private var watch = BehaviourWatch(rules: [])
  private var smallCraft: [TrackID: Double] = [:]
  private var layer: CoverageLayer?
  /// The sensors for which the layer was made.
  private var declared: [Sensor] = []
  private var weather: WatchWeather?
  private var lastJudged: Instant?
  private var lastWritten: [String: Instant] = [:]
  private var troubles: [SensorTrouble] = []

  init(desk: Desk) { self.desk = desk }

  /// Looks once at everything.
  /// - Returns: what is to be written about alerts.
  mutating func look() async -> [AlertStep] {
    let now = desk.now()
    var steps: [AlertStep] = []
    if desk.alerts.takeRulesChanged() { steps += await takeRules(at: now) }
    steps += tell(desk.picture.show(&watch, at: now, smallCraft: smallCraft), at: now)
    steps += lookAtCoverage(at: now)
    steps += lookAtSensors(at: now)
    if lastJudged.map({ now.seconds(since: $0) >= Double(Self.secondsBetweenJudgements) || $0 > now }) ?? true {
      lastJudged = now
      judgeSmallCraft(at: now)
      desk.alerts.show(layer.map(CoverageReport.init))
    }
    return steps
  }

  private mutating func takeRules(at now: Instant) async -> [AlertStep] {
    do {
      weather = try await desk.centre.weather()
      desk.alerts.show(weather)
      layer?.weather = weather?.weather ?? .calm
      let rules = try await desk.fitted(try await desk.centre.rules())
      return tell(watch.replace(rules: rules, at: now), at: now)
    } catch {
      desk.logger.error("the rules of behaviour could not be read", metadata: ["error": "\(LogWords.of(error))"])
      desk.alerts.noteRules()
      return []
    }
  }

  /// What of it is to be written: each beginning and end, and of what goes on no more than a change a minute.
  private mutating func tell(_ alerts: [BehaviourAlert], at now: Instant) -> [AlertStep] {
    desk.alerts.count(
      watch.rules.map(\.id), alarms: alerts.filter { $0.change == .begin }.map(\.rule), since: now)
    return alerts.compactMap { alert in
      if alert.change == .update, let last = lastWritten[alert.id],
        now.millisecondsSince1970 - last.millisecondsSince1970 < Self.changesEveryMilliseconds
      {
        return nil
      }
      lastWritten[alert.id] = alert.change == .end ? nil : now
      return AlertStep(alert, rule: watch.rules.first { $0.id == alert.rule })
    }
  }

  /// Judges the craft that sensors show or that do not say that they are ships.
  private mutating func judgeSmallCraft(at now: Instant) {
    var judgements: [TrackID: SmallCraftJudgement] = [:]
    for track in watch.tracks(of: TrackClass.thatMayBeSmall) {
      guard let features = watch.smallCraftFeatures(of: track, sectors: [], at: now) else { continue }
      judgements[track] = SmallCraftJudgement(features)
    }
    smallCraft = judgements.mapValues(\.probability)
    desk.alerts.show(judgements)
  }

  /// Tells which sensors are ill and which are well again.
  private mutating func lookAtSensors(at now: Instant) -> [AlertStep] {
    let before = troubles
    troubles = desk.picture.sensorTroubles
    let exercise = desk.centre.settings.exercise
    func isNews(_ trouble: SensorTrouble, to others: [SensorTrouble]) -> Bool {
      !others.contains { $0.sensor == trouble.sensor && $0.reason == trouble.reason }
    }
    return before.filter { isNews($0, to: troubles) }.map { .change(NewAlert($0, exercise: exercise), ended: now) }
      + troubles.filter { isNews($0, to: before) }.map { .raise(NewAlert($0, exercise: exercise)) }
  }

  private mutating func lookAtCoverage(at now: Instant) -> [AlertStep] {
    let sensors = desk.picture.sensors
    let exercise = desk.centre.settings.exercise
    if sensors != declared {
      declared = sensors
      layer = Self.layer(of: sensors, at: now, exercise: exercise)
      layer?.weather = weather?.weather ?? .calm
      // Where sensors stand decides which shore is of concern.
      desk.alerts.noteRules()
    }
    let looks = desk.picture.takeLooks()
    guard layer != nil else { return [] }
    for look in looks { layer?.take(look) }
    for measured in desk.picture.performance(exercise: exercise) { _ = layer?.take(measured) }
    return layer?.advance(to: now).map { AlertStep($0, exercise: exercise) } ?? []
  }

  /// A layer over the sea that the sensors with a place reach; nil where there is none.
  private static func layer(of sensors: [Sensor], at now: Instant, exercise: Bool) -> CoverageLayer? {
    var edges: (south: Double, west: Double, north: Double, east: Double)?
    for sensor in sensors {
      guard let position = sensor.position else { continue }
      let plane = TangentPlane(origin: position)
      let reach = min(sensor.greatestRangeMetres, 100_000)
      let low = plane.position(eastMetres: -reach, northMetres: -reach)
      let high = plane.position(eastMetres: reach, northMetres: reach)
      let known = edges ?? (90, 180, -90, -180)
      edges = (
        min(known.south, low.latitudeDegrees), min(known.west, low.longitudeDegrees),
        max(known.north, high.latitudeDegrees), max(known.east, high.longitudeDegrees)
      )
    }
    guard let edges,
      let box = BoundingBox(south: edges.south, west: edges.west, north: edges.north, east: edges.east)
    else { return nil }
    for metres in cellMetres {
      if let grid = CoverageGrid(box: box, cellMetres: metres) {
        return CoverageLayer(grid: grid, sensors: sensors, began: now, exercise: exercise)
      }
    }
    return nil
  }
}

extension TrackClass {
  /// The classes of craft that may be small boats.
  fileprivate static let thatMayBeSmall: Set<TrackClass> = [.sensed, .pleasure, .sailing, .fishing, .unknown, .other]
}
