extension GpsdWords {
  /// Marine traffic signals (1/19).
  static let trafficSignal: [StaticString] = [
    "N/A", "Serious emergency - stop or divert according to instructions.", "Vessels shall not proceed.",
    "Vessels may proceed. One way traffic.", "Vessels may proceed. Two way traffic.",
    "Vessels shall proceed on specific orders only.", "Vessels in main channel shall not proceed.",
    "Vessels in main channel shall proceed on specific orders only.",
    "Vessels in main channel shall proceed on specific orders only.", "I = \"in-bound\" only acceptable.",
    "O = \"out-bound\" only acceptable.", "F = both \"in- and out-bound\" acceptable.",
    "XI = Code will shift to \"I\" in due time.", "XO = Code will shift to \"O\" in due time.",
    "X = Vessels shall proceed only on direction.",
  ]

  /// Kinds of identifier of a synthetic target (1/17).
  static let targetIdentifier: [StaticString] = [
    "mmsi", "imo", "callsign", "other",
  ]

  /// State of a racon (235/10).
  static let racon: [StaticString] = [
    "No RACON installed", "RACON not monitored", "RACON operational", "RACON ERROR",
  ]

  /// State of a light (235/10).
  static let light: [StaticString] = [
    "No light or no monitoring", "Light ON", "Light OFF", "Light ERROR",
  ]

  /// State of a lock, bridge or terminal (200/22).
  static let arrivalStatus: [StaticString] = [
    "Operational", "Limited operation", "Out of order", "N/A",
  ]

  /// How to lie at a berth (1/20).
  static let mooring: [StaticString] = [
    "Not available", "Port-side to", "Starboard-side to", "Mediterranean (end-on) mooring", "Mooring buoy",
    "Anchorage", "Reserved for future use", "Reserved for future use",
  ]

  /// Trends of pressure and water level (1/11, 1/31), in the order in which the dialect has them.
  static let trend: [StaticString] = [
    "steady", "increasing", "decreasing", "N/A",
  ]

  /// Kinds of precipitation (1/11, 1/31).
  static let precipitation: [StaticString] = [
    "reserved", "rain", "thunderstorm", "freezing rain", "mixed/ice", "snow", "reserved", "N/A",
  ]

  /// Whether there is ice (1/11, 1/31).
  static let ice: [StaticString] = [
    "no", "yes", "reserved", "N/A",
  ]

  /// Blue cones and lights (200/10).
  static let hazard: [StaticString] = [
    "0 blue cones/lights", "1 blue cone/light", "2 blue cones/lights", "3 blue cones/lights", "4 B-Flag", "Unknown",
  ]

  /// Whether a ship is loaded (200/10).
  static let loaded: [StaticString] = [
    "N/A (default)", "Unloaded", "Loaded",
  ]

  /// What a weather warning is about (200/23).
  static let warning: [StaticString] = [
    "Not Available", "Wind", "Rain", "Snow and ice", "Thunderstorm", "Fog", "Low temperature", "High temperature",
    "Flood", "Forest Fire",
  ]

  /// How strong it is (200/23).
  static let intensity: [StaticString] = [
    "Slight", "Medium", "Strong",
  ]

  /// Where the wind comes from (200/23).
  static let windDirection: [StaticString] = [
    "N/A", "North", "North East", "East", "South East", "South", "South West", "West", "North West",
  ]

  /// For whom a signal is meant (200/40).
  static let signalDirection: [StaticString] = [
    "Unknown", "Upstream", "Downstream", "To left bank", "To right bank",
  ]

  /// What a light shows (200/40).
  static let signalLight: [StaticString] = [
    "Unknown", "No light", "White", "Yellow", "Green", "Red", "White flashing", "Yellow flashing.",
  ]

  /// Kinds of route (1/27, 1/28).
  static func routeType(_ code: Int) -> StaticString {
    switch code {
    case 0: "Undefined (default)"
    case 1: "Mandatory"
    case 2: "Recommended"
    case 3: "Alternative"
    case 4: "Recommended route through ice"
    case 5: "Ship route plan"
    case 31: "Cancel route identified by message linkage"
    default: "Reserved for future use."
    }
  }
}
