public import Geodesy

/// One track of each craft from all sensors: shore radars, cameras, drones, satellites, and transponders.
///
/// Around `CraftTracker`, which knows a plane and seconds, this knows positions, moments and declared sensors. What belongs
/// to an exercise and what is real are two seas that never meet. A value with no clock and no randomness of its own.
public struct SeaTracker: Sendable {
  /// What changed since it was last asked for.
  public enum Change: Sendable {
    /// A craft that only sensors without identity show, as it is now.
    case craft(Track)
    /// What sensors say of a craft that a transponder names, and where they have it; nil when they no longer show it.
    case support(mmsi: UInt32, exercise: Bool, SensedCraft?, TrackState?)
    /// A craft that is no longer shown, or that now goes by its transponder.
    case ended(TrackID)
  }

  /// Sensors held at most.
  public static let mostSensors = 256

  /// Sensors that somebody has taken out; what they show is not used.
  private var withdrawn: Set<String> = []
  private var real = Sea(exercise: false)
  private var invented = Sea(exercise: true)

  /// A tracker that knows no sensor.
  public init() {}

  /// The sensors that are declared, by name.
  public var sensors: [Sensor] { real.sensors.values.sorted { $0.name < $1.name } }

  /// How many craft it shows that say nothing of themselves.
  public var craftCount: Int { real.shown.count + invented.shown.count }

  /// Declares a sensor, or what has changed of one.
  ///
  /// - Returns: whether there was room for it.
  @discardableResult
  public mutating func declare(_ sensor: Sensor) -> Bool {
    guard real.sensors[sensor.name] != nil || real.sensors.count < Self.mostSensors else { return false }
    withdrawn.remove(sensor.name)
    real.declare(sensor)
    invented.declare(sensor)
    return true
  }

  /// Takes a sensor out: what it shows is not used, until it is declared again.
  public mutating func withdraw(sensor name: String) {
    // Names of sensors that were never heard of would only fill the memory.
    guard real.sensors[name] != nil || withdrawn.count < Self.mostSensors else { return }
    withdrawn.insert(name)
    real.withdraw(name)
    invented.withdraw(name)
  }

  /// Notes where a sensor says that it stands, unless somebody has declared that.
  public mutating func note(sensor name: String, at position: Position) {
    guard real.sensors[name]?.position == nil, !withdrawn.contains(name) else { return }
    var sensor = real.sensors[name] ?? Sensor(name: name, kind: .radar)
    sensor.position = position
    declare(sensor)
  }

  /// Takes in what a sensor shows. The sensor is declared first; one that is not is taken as usual for a radar or, when it
  /// gives positions, for a camera.
  public mutating func take(_ look: SensorLook) {
    guard !withdrawn.contains(look.sensor) else { return }
    if look.exercise { invented.take(look) } else { real.take(look) }
  }

  /// Takes in what a transponder says, where sensors without identity see.
  public mutating func hear(_ observation: SensorObservation) {
    if observation.exercise { invented.hear(observation) } else { real.hear(observation) }
  }

  /// How well what each sensor shows fits what is known, by name.
  package var health: [SensorReport] { real.health + invented.health }

  /// The sensors that are ill and set aside for now.
  public var troubles: [SensorTrouble] { real.troubles + invented.troubles }

  /// How well each sensor has been measured to see, by name: of craft that were there, real or of an exercise.
  public func performance(exercise: Bool) -> [SensorPerformance] { (exercise ? invented : real).performance }

  /// Says by hand that a craft carries a transponder, or that it does not; it is obeyed until it is taken back.
  ///
  /// - Returns: whether there is such a craft.
  public mutating func hold(_ id: TrackID, mmsi: UInt32, together: Bool) -> Bool {
    guard let number = id.sensedNumber else { return false }
    return id.isExercise
      ? invented.hold(number, identity: mmsi, together: together)
      : real.hold(number, identity: mmsi, together: together)
  }

  /// Takes back what was said by hand.
  public mutating func letGo(_ id: TrackID, mmsi: UInt32) {
    guard let number = id.sensedNumber else { return }
    if id.isExercise { invented.letGo(number, identity: mmsi) } else { real.letGo(number, identity: mmsi) }
  }

  /// What has changed since the last call.
  public mutating func takeChanges() -> [Change] { real.takeChanges() + invented.takeChanges() }

  /// The track of a craft that only sensors show, or nil when there is none of this name.
  public func track(_ id: TrackID) -> Track? { (id.isExercise ? invented : real).shown[id] }

  /// All craft that only sensors show.
  public var tracks: [Track] {
    (real.shown.values.map { $0 } + invented.shown.values).sorted { $0.id < $1.id }
  }
}
