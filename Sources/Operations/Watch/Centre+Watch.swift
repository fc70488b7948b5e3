import Ledger
import Marking

extension Centre {
  /// The places of which somebody has spoken, for the desk itself; those that were taken out stand among them.
  package func statedPlaces() async throws -> [WatchPlace] {
    try await ledger.read { db in try PlaceView.read(in: db) }
  }

  /// The places of which somebody has spoken, for whoever may see the picture.
  package func statedPlaces(as acting: Acting) async throws -> [WatchPlace] {
    try await permit(.see, .picture, as: acting)
    return try await statedPlaces()
  }

  /// What people on watch have said of sensors, for whoever may see the picture.
  package func statedSensors(as acting: Acting) async throws -> [StatedSensor] {
    try await permit(.see, .picture, as: acting)
    return try await statedSensors()
  }

  /// What people on watch have said of sensors, for the desk itself.
  package func statedSensors() async throws -> [StatedSensor] {
    try await ledger.read { db in try SensorView.read(in: db) }
  }

  /// The weather as it was said last, or as it was known, for the desk itself; nil while nobody had said anything.
  package func weather(_ asKnown: AsKnown = .now) async throws -> WatchWeather? {
    try await ledger.read { db in try WeatherView.read(asKnown, in: db) }
  }

  package func change(_ command: ChangePlace, as acting: Acting, key: String? = nil) async throws {
    _ = try await perform(command, as: acting, key: key)
  }

  package func remove(_ command: RemovePlace, as acting: Acting, key: String? = nil) async throws {
    _ = try await perform(command, as: acting, key: key)
  }

  package func say(_ command: SayWeather, as acting: Acting, key: String? = nil) async throws {
    _ = try await perform(command, as: acting, key: key)
  }

  /// Declares a sensor and lets the picture work with it.
  package func declare(
    _ command: DeclareSensor, in picture: Picture, as acting: Acting, key: String? = nil
  ) async throws {
    _ = try await perform(command, as: acting, key: key)
    picture.declare(command.sensor)
  }

  /// Takes a sensor out, and out of the picture.
  package func takeOut(
    _ command: TakeOutSensor, from picture: Picture, as acting: Acting, key: String? = nil
  ) async throws {
    _ = try await perform(command, as: acting, key: key)
    picture.withdraw(sensor: command.name)
  }
}

extension Picture {
  /// Works with sensors as people on watch have said.
  package func obey(_ stated: [StatedSensor]) {
    for one in stated {
      if let sensor = one.sensor { declare(sensor) } else { withdraw(sensor: one.name) }
    }
  }
}
