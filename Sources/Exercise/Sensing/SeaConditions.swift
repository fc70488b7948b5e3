/// The weather of a night, as far as it settles what sensors see and what can fly.
public struct SeaConditions: Hashable, Sendable {
  /// Sea state by the Douglas scale (WMO code table 3700), 1 to 3: in a higher sea no inflatable sets out.
  public let seaState: Int
  /// Wind in metres a second.
  public let windMetresPerSecond: Double
  /// Where the wind comes from, in degrees from true north.
  public let windFromDegrees: Double
  /// How far one sees, in metres.
  public let visibilityMetres: Double
  /// The height of the lowest clouds, in metres.
  public let cloudBaseMetres: Double

  /// The least visibility and cloud base at which the search aircraft and the drone of an exercise fly, in metres.
  public static let leastVisibilityMetres = 1500.0
  /// The lowest clouds under which they fly, in metres.
  public static let leastCloudBaseMetres = 150.0

  /// Whether the search aircraft and the drone can fly: not in fog, and then nobody looks from above all night.
  public var permitsFlight: Bool {
    visibilityMetres >= Self.leastVisibilityMetres && cloudBaseMetres >= Self.leastCloudBaseMetres
  }

  /// How often a night has fog.
  static let fogShare = 0.25

  init(seed: UInt64) {
    var chance = SeededGenerator(seed: seed, stream: 5)
    seaState = 1 + chance.whole(below: 5) / 2
    windMetresPerSecond = chance.number(in: 1...2.5) * Double(seaState)
    windFromDegrees = chance.number(in: 0...360)
    let isFoggy = chance.unit() < Self.fogShare
    visibilityMetres = chance.number(in: isFoggy ? 300...1200 : 8000...25_000)
    cloudBaseMetres = chance.number(in: isFoggy ? 40...140 : 700...2000)
  }
}
