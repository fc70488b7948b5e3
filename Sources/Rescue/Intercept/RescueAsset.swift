public import Geodesy

/// What can be sent: a lifeboat, a helicopter, a ship that is near, a drone.
public struct RescueAsset: Hashable, Sendable {
  /// Under what the desk knows it.
  public var id: String
  /// Its name as people say it.
  public var name: String
  /// Where it is.
  public var position: Position
  /// When it was there.
  public var positionTime: Instant
  /// The speed at which it would make its way in this weather, in metres a second.
  public var speedMetresPerSecond: Double
  /// How long it can stay out from now on, in seconds; nil when unknown.
  public var enduranceSeconds: Double?
  /// Where it has to be back by then; nil when it need not return, as a ship that passes.
  public var returnsTo: Position?
  /// How long before it can leave, in seconds.
  public var readinessSeconds: Double
  /// How many people it can take on board beside its crew; 0 for a drone or an aeroplane, nil when unknown.
  public var capacity: Int?
  /// Whether it flies, and so goes over land.
  public var flies: Bool

  /// An asset of these parts.
  public init(
    id: String, name: String, position: Position, positionTime: Instant, speedMetresPerSecond: Double,
    enduranceSeconds: Double? = nil, returnsTo: Position? = nil, readinessSeconds: Double = 0, capacity: Int? = nil,
    flies: Bool = false
  ) {
    self.id = id
    self.name = name
    self.position = position
    self.positionTime = positionTime
    self.speedMetresPerSecond = speedMetresPerSecond
    self.enduranceSeconds = enduranceSeconds
    self.returnsTo = returnsTo
    self.readinessSeconds = readinessSeconds
    self.capacity = capacity
    self.flies = flies
  }
}
