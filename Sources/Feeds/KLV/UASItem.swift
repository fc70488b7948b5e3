/// An item of the UAS Datalink Local Set (MISB ST 0601.19): its number, its name, how its value is mapped, and the unit.
public struct UASItem: Sendable {
  /// How the bytes of a value are read.
  public enum Mapping: Hashable, Sendable {
    /// Microseconds since 1970 in eight bytes (MISB ST 0603).
    case microseconds
    /// Text in UTF-8.
    case text
    /// An unsigned number of exactly so many bytes, spread evenly from a minimum to a maximum.
    case unsigned(bytes: Int, Double, Double)
    /// A signed number of exactly so many bytes, spread evenly over plus and minus a maximum; the lowest pattern is special.
    case signed(bytes: Int, Double, Special)
    /// A whole number of at most so many bytes, or of exactly so many.
    case whole(bytes: Int, exactly: Bool)
    /// A whole number with a sign of at most so many bytes.
    case wholeSigned(bytes: Int)
    /// A number mapped by ST 1201 in at most so many bytes.
    case imapb(Double, Double, bytes: Int)
    /// A code with words.
    case code(Vocabulary)
    /// The local set of ST 0102.
    case security
    /// Identifiers one behind the other.
    case identifiers
    /// A pack or a set of another standard, kept as its bytes.
    case pack
  }

  /// What the lowest pattern of a signed number says.
  public enum Special: String, Hashable, Sendable {
    case reserved = "Reserved"
    case outOfRange = "Out of Range"
    case offEarth = "N/A (Off-Earth)"
  }

  /// Words for codes; a code beyond them has none.
  public enum Vocabulary: Hashable, Sendable {
    case icing, fieldOfView, operationalMode, platformStatus, sensorControl
  }

  /// The number, which is its key in the set.
  public let number: Int
  /// The name as the standard spells it.
  public let name: StaticString
  /// How its bytes are read.
  public let mapping: Mapping
  /// The unit of a number, empty for what has none.
  public let unit: StaticString
  /// As many decimals as tell two neighbouring codes apart; of an item whose length varies, those of its longest.
  public let decimals: Int

  init(_ number: Int, _ name: StaticString, _ mapping: Mapping, _ unit: StaticString = "") {
    (self.number, self.name, self.mapping, self.unit) = (number, name, mapping, unit)
    decimals =
      switch mapping {
      case .unsigned(let bytes, let least, let most): Self.decimals(step: (most - least) / Self.codes(bytes))
      case .signed(let bytes, let most, _): Self.decimals(step: 2 * most / Self.codes(bytes))
      case .imapb(let least, let most, let bytes):
        Self.decimals(step: IMAPB(least, most, length: bytes)?.step ?? 1, largest: max(-least, most))
      default: 0
      }
  }

  /// The item of a number; nil for a number that the standard does not give out.
  @inline(__always)
  public static func item(_ number: Int) -> UASItem? {
    table.indices.contains(number &- 1) ? table[number &- 1] : nil
  }

  /// Decimals with which numbers a step apart stay apart, and that a `Double` of this size still holds.
  static func decimals(step: Double, largest: Double = 1) -> Int {
    var (decimals, unit, size) = (0, 1.0, largest)
    while 2 * unit > step, size < 1e14, decimals < 15 { (decimals, unit, size) = (decimals + 1, unit / 10, size * 10) }
    return decimals
  }

  private static func codes(_ bytes: Int) -> Double { Double(UInt64.max >> UInt64(64 - 8 * bytes)) }
}

extension UASItem.Vocabulary {
  /// The words of a code, or nil.
  public func words(_ code: UInt64) -> StaticString? {
    let words =
      switch self {
      case .icing: Self.icingWords
      case .fieldOfView: Self.fieldOfViewWords
      case .operationalMode: Self.operationalModeWords
      case .platformStatus: Self.platformStatusWords
      case .sensorControl: Self.sensorControlWords
      }
    return code < UInt64(words.count) ? words[Int(code)] : nil
  }

  private static let icingWords: [StaticString] = ["Detector off", "No icing Detected", "Icing Detected"]
  private static let fieldOfViewWords: [StaticString] = [
    "Ultranarrow", "Narrow", "Medium", "Wide", "Ultrawide", "Narrow Medium", "2x Ultranarrow", "4x Ultranarrow",
    "Continuous Zoom",
  ]
  private static let operationalModeWords: [StaticString] = [
    "Other", "Operational", "Training", "Exercise", "Maintenance", "Test",
  ]
  private static let platformStatusWords: [StaticString] = [
    "Active", "Pre-flight", "Pre-flight-taxiing", "Run-up", "Take-off", "Ingress", "Manual operation",
    "Automated-orbit", "Transitioning", "Egress", "Landing", "Landed-taxiing", "Landed-Parked",
  ]
  private static let sensorControlWords: [StaticString] = [
    "Off", "Home Position", "Uncontrolled", "Manual Control", "Calibrating", "Auto - Holding Position",
    "Auto - Tracking",
  ]
}
