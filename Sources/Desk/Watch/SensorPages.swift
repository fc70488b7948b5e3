import Foundation
import Geodesy
import Hummingbird
import Operations
import Tracking

/// What sees, as a page: the sensors with how they fare, to declare, change and take out; and the weather of the watch.
extension Desk {
  func addSensorPages(to router: Router<DeskContext>) {
    router.get("sensors") { request, context in try await showSensors(request, context) }
    router.post("sensors", use: declareSensor)
    router.post("sensors/take-out", use: takeOutSensor)
    router.post("weather", use: sayWeather)
  }

  @Sendable func showSensors(
    _ request: Request, _ context: DeskContext, typed: FormFields? = nil, problem: FormFault? = nil
  ) async throws -> Response {
    let acting = try context.signedIn().acting
    try await centre.consult(Consultation(.picture), as: acting)
    let stated = try await centre.statedSensors(as: acting)
    return SensorPageView(
      frame: frame(context), sensors: sensorLines(stated), out: stated.filter { $0.sensor == nil },
      weather: try await centre.weather(), now: now(), typed: typed, problem: problem,
      key: centre.surroundings.identifier()
    ).document.response(problem == nil ? .ok : .badRequest)
  }

  /// Every sensor with how it fares.
  func sensorLines(_ stated: [StatedSensor]) -> [SensorLine] {
    let health = picture.sensorHealth
    let troubles = picture.sensorTroubles
    let coverage = alerts.coverage
    return picture.sensors.map { sensor in
      SensorLine(
        sensor: sensor, stated: stated.first { $0.name == sensor.name },
        health: health.filter { $0.name == sensor.name }, trouble: troubles.first { $0.sensor == sensor.name },
        outage: coverage?.summary.outages.first { $0.sensor == sensor.name },
        sight: coverage?.sensors.first { $0.name == sensor.name })
    }
  }

  @Sendable func declareSensor(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let acting = try context.signedIn().acting
    do {
      let sensor = try SensorForm.read(form, Strings.of(context.language))
      try await centre.declare(DeclareSensor(sensor), in: picture, as: acting, key: form["key"])
      alerts.noteRules()
      return .see("/sensors")
    } catch let problem as FormFault {
      return try await showSensors(request, context, typed: form, problem: problem)
    }
  }

  @Sendable func takeOutSensor(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let acting = try context.signedIn().acting
    _ = try await centre.statedSensors(as: acting)
    guard let name = form["name"], picture.sensors.contains(where: { $0.name == name }) else {
      throw DeskError(.notFound)
    }
    guard let reason = form["reason"] else {
      return try await showSensors(request, context, problem: FormFault("watch.fault.reason"))
    }
    try await centre.takeOut(TakeOutSensor(name, reason: reason), from: picture, as: acting, key: form["key"])
    alerts.noteRules()
    return .see("/sensors")
  }

  @Sendable func sayWeather(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let acting = try context.signedIn().acting
    do {
      let command = try WeatherForm.read(form, Strings.of(context.language), now: now())
      try await centre.say(command, as: acting, key: form["key"])
      alerts.noteRules()
      return .see("/sensors")
    } catch let problem as FormFault {
      return try await showSensors(request, context, typed: form, problem: problem)
    }
  }
}

/// A sensor and how it fares.
struct SensorLine: Sendable {
  var sensor: Sensor
  /// What people on watch have said of it; nil when a file, an exercise or the sensor itself declares it.
  var stated: StatedSensor?
  /// How what it shows fits what is known: of the real sea, of an exercise, or of both.
  var health: [SensorReport]
  var trouble: SensorTrouble?
  var outage: CoverageSummary.Outage?
  var sight: CoverageReport.Sight?
}
