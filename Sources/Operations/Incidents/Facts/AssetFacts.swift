import Geodesy
import Ledger

/// What can be sent.
package struct DeclaredAsset: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case lifeboat, patrolVessel, warship, merchantShip, helicopter, aeroplane, drone, landTeam
  }

  /// Its name, by which it is called.
  package var name: String
  package var kind: Kind
  package var agency: String
  package var speedKnots: Double
  package var enduranceMinutes: Double
  /// People that it can take up.
  package var capacity: Int
  /// Minutes from the order until it moves.
  package var readinessMinutes: Double
  /// Where it lies when nothing shows where it is.
  package var latitude: Double?
  package var longitude: Double?
  /// The track that shows where it is.
  package var track: String?
  /// Whether it can be sent at all now.
  package var isAvailable: Bool

  package init(
    name: String, kind: Kind, agency: String, speedKnots: Double, enduranceMinutes: Double, capacity: Int,
    readinessMinutes: Double = 0, latitude: Double? = nil, longitude: Double? = nil, track: String? = nil,
    isAvailable: Bool = true
  ) {
    self.name = name
    self.kind = kind
    self.agency = agency
    self.speedKnots = speedKnots
    self.enduranceMinutes = enduranceMinutes
    self.capacity = capacity
    self.readinessMinutes = readinessMinutes
    self.latitude = latitude
    self.longitude = longitude
    self.track = track
    self.isAvailable = isAvailable
  }
}

/// An asset was declared, or what is known of it has changed.
struct AssetDeclared: Fact, Hashable {
  static let kind = "rescue.asset"
  var asset: DeclaredAsset
  var aggregate: String { RescueNames.asset(asset.name) }
}

/// An order that sends an asset.
struct AssetTasked: IncidentFact, Hashable {
  static let kind = "rescue.tasked"
  var incident: String
  var task: String
  var asset: String
  var order: TaskOrder
  var subjects: [String] { [aggregate, RescueNames.asset(asset)] }
}

package enum TaskOrder: String, Sendable, Hashable, Codable, CaseIterable {
  case proceed, search, recover, escort, standBy, observe
}

/// How far a task has come.
package enum TaskStage: String, Sendable, Hashable, Codable, CaseIterable {
  case ordered, accepted, declined, underWay, onScene, done, cancelled

  package var isOpen: Bool { self != .declined && self != .done && self != .cancelled }
}

struct TaskMoved: IncidentFact, Hashable {
  static let kind = "rescue.task"
  var incident: String
  var task: String
  var stage: TaskStage
}

/// One watch handed over to the next, with a page of what was open.
struct WatchHandedOver: Fact, Hashable {
  static let kind = "rescue.handover"
  /// Who takes the watch; accepted by signing for it.
  var to: String
  var open: Int
  var unaccountedLeast: Int
  var unaccountedMost: Int
  var aggregate: String { RescueNames.watch }
}
