import Ledger
import Marking
package import Tracking

/// Declares a sensor without identity, or says anew what it can do.
package struct DeclareSensor: Command, Sendable, Hashable {
  static let act = Act.append
  static let kind = ObjectKind.log

  package var sensor: Sensor

  package init(_ sensor: Sensor) { self.sensor = sensor }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    try SensorText.check(sensor.name, ground.limits)
    if let field = sensor.fault {
      throw OperationsError(.invalid, "\(field) of a sensor is not in its range.")
    }
    let known = try SensorView.read(in: ground.views)
    guard known.contains(where: { $0.name == sensor.name }) || known.count < SeaTracker.mostSensors else {
      throw OperationsError(.limit, "A watch declares at most \(SeaTracker.mostSensors) sensors.")
    }
    let fact = SensorDeclared(name: sensor.name, sensor: sensor)
    return [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
  }
}

/// Takes a sensor out, for a reason: what it shows is no longer used.
package struct TakeOutSensor: Command, Sendable, Hashable {
  static let act = Act.append
  static let kind = ObjectKind.log

  package var name: String
  package var reason: String

  package init(_ name: String, reason: String) {
    self.name = name
    self.reason = reason
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    try SensorText.check(name, ground.limits)
    let reason = try LogText.checked(reason, ground.limits)
    return [
      try EntryDraft(
        SensorTakenOut(name: name), about: ground.now, marking: ground.marking(.official),
        sealed: [LogText.part(reason, about: [])])
    ]
  }
}

/// The rules for names of sensors.
enum SensorText {
  static let longestNameBytes = 64

  static func check(_ name: String, _ limits: OperationsLimits) throws {
    guard !name.isEmpty, name.utf8.count <= longestNameBytes, !name.contains("/") else {
      throw OperationsError(.invalid, "A sensor has a name of at most \(longestNameBytes) bytes, without a slash.")
    }
    _ = try LogText.checked(name, limits)
  }
}
