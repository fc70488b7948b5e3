/// The words that gpsd's dialect puts beside code numbers; the order is that of the codes.
enum GpsdWords {
  /// Navigational status (ITU-R M.1371-5, Annex 8, Table 48).
  static let navigationalStatus: [StaticString] = [
    "Under way using engine", "At anchor", "Not under command", "Restricted maneuverability",
    "Constrained by her draught", "Moored", "Aground", "Engaged in fishing", "Under way sailing", "Reserved for HSC",
    "Reserved for WIG", "Power-driven vessel towing astern", "Power-driven vessel pushing ahead or towing alongside",
    "Reserved", "AIS-SART is active", "Not defined",
  ]

  /// Type of electronic position fixing device (Table 48 and § 3.3).
  static let positionDevice: [StaticString] = [
    "Undefined", "GPS", "GLONASS", "Combined GPS/GLONASS", "Loran-C", "Chayka", "Integrated navigation system",
    "Surveyed", "Galileo", "Reserved (9)", "Reserved (10)", "Reserved (11)", "Reserved (12)", "Reserved (13)",
    "Reserved (14)", "Internal GNSS",
  ]

  /// Station types of the group assignment command (§ 3.21).
  static let stationType: [StaticString] = [
    "All types of mobiles", "Reserved for future use", "All types of Class B mobile stations",
    "SAR airborne mobile station", "Aid to Navigation station", "Class B shipborne mobile station",
    "Regional use and inland waterways", "Regional use and inland waterways", "Regional use and inland waterways",
    "Regional use and inland waterways", "Reserved for future use", "Reserved for future use",
    "Reserved for future use", "Reserved for future use", "Reserved for future use", "Reserved for future use",
  ]

  /// Types of aids to navigation (Table 74).
  static let aidType: [StaticString] = [
    "Unspecified", "Reference point", "RACON", "Fixed offshore structure", "Spare, Reserved for future use.",
    "Light, without sectors", "Light, with sectors", "Leading Light Front", "Leading Light Rear",
    "Beacon, Cardinal N", "Beacon, Cardinal E", "Beacon, Cardinal S", "Beacon, Cardinal W", "Beacon, Port hand",
    "Beacon, Starboard hand", "Beacon, Preferred Channel port hand", "Beacon, Preferred Channel starboard hand",
    "Beacon, Isolated danger", "Beacon, Safe water", "Beacon, Special mark", "Cardinal Mark N", "Cardinal Mark E",
    "Cardinal Mark S", "Cardinal Mark W", "Port hand Mark", "Starboard hand Mark", "Preferred Channel Port hand",
    "Preferred Channel Starboard hand", "Isolated danger", "Safe Water", "Special Mark",
    "Light Vessel / LANBY / Rigs",
  ]

  /// The word for a code, or what stands in for codes beyond the table.
  @inline(__always)
  static func word(_ code: Int, in words: [StaticString], otherwise: StaticString) -> StaticString {
    words.indices.contains(code) ? words[code] : otherwise
  }
}
