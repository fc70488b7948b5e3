/// Type of ship and cargo as a transponder sends it, ITU-R M.1371-5 table 53; the words are the desk's.
public struct ShipType: Hashable, Sendable {
  /// The number as sent, 0 to 255.
  public let number: Int

  /// A ship type by its number.
  public init(_ number: Int) {
    self.number = number
  }

  /// A stable word for tables of translations: `cargo`, `cargoHazardousA`, `pilot`; `notAvailable` for 0.
  public var code: String {
    if let special = Self.special[number] { return special }
    guard (20...99).contains(number), let group = Self.groups[number / 10] else {
      return number == 0 ? "notAvailable" : "reserved"
    }
    switch number % 10 {
    case 1: return group + "HazardousA"
    case 2: return group + "HazardousB"
    case 3: return group + "HazardousC"
    case 4: return group + "HazardousD"
    default: return group
    }
  }

  /// The class that a chart shows.
  public var trackClass: TrackClass {
    switch number {
    case 30: .fishing
    case 31, 32, 52: .tug
    case 35: .military
    case 36: .sailing
    case 37: .pleasure
    case 40...49: .highspeed
    case 50: .pilot
    case 51: .sar
    case 55: .law
    case 60...69: .passenger
    case 70...79: .cargo
    case 80...89: .tanker
    case 20...29, 33, 34, 53, 54, 56...59, 90...99: .other
    default: .unknown
    }
  }

  private static let groups = [
    2: "wingInGround", 4: "highSpeed", 6: "passenger", 7: "cargo", 8: "tanker", 9: "other",
  ]

  private static let special = [
    30: "fishing", 31: "towing", 32: "towingLarge", 33: "dredging", 34: "diving", 35: "military", 36: "sailing",
    37: "pleasure", 38: "reserved", 39: "reserved", 50: "pilot", 51: "searchAndRescue", 52: "tug", 53: "portTender",
    54: "antiPollution", 55: "lawEnforcement", 56: "local", 57: "local", 58: "medicalTransport", 59: "nonCombatant",
  ]
}
