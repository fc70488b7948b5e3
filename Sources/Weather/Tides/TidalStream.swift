public import Geodesy

/// A tidal stream from harmonic constants, the same wherever it is asked for.
///
/// Constants hold for the place where they were measured; give a grid of currents for a sea in which streams differ.
public struct TidalStream: FlowField {
  /// One constituent of the stream: an ellipse, by its components.
  public struct Part: Hashable, Sendable {
    /// The constituent.
    public let constituent: TidalConstituent
    /// Towards the east, m/s.
    public let east: TidalHarmonic
    /// Towards the north, m/s.
    public let north: TidalHarmonic

    /// A constituent of a stream.
    public init(constituent: TidalConstituent, east: TidalHarmonic, north: TidalHarmonic) {
      self.constituent = constituent
      self.east = east
      self.north = north
    }
  }

  /// What the stream is, for messages.
  public let name: String
  /// Its constituents.
  public let parts: [Part]

  /// The strongest constituent, in metres a second.
  public static let greatestMetresPerSecond = 20.0
  /// The most by which the moon's node strengthens a constituent (MF).
  private static let greatestFactor = 1.5

  /// A stream, or nil without constituents, with one that comes twice, or with numbers that cannot be.
  public init?(name: String, parts: [Part]) {
    guard !parts.isEmpty, Set(parts.map(\.constituent)).count == parts.count,
      parts.allSatisfy({
        $0.east.isUsable(within: Self.greatestMetresPerSecond)
          && $0.north.isUsable(within: Self.greatestMetresPerSecond)
      }),
      parts.reduce(0, { $0 + $1.east.amplitude.magnitude + $1.north.amplitude.magnitude })
        <= ConstantFlow.fastestMetresPerSecond / Self.greatestFactor
    else { return nil }
    self.name = name
    self.parts = parts
  }

  /// The stream at one moment, everywhere the same.
  ///
  /// - Throws: `FieldGap` outside 1900 to 2099.
  public func moment(at instant: Instant) throws(FieldGap) -> any FlowMoment {
    try TideTimes.check(instant, name)
    let astronomy = TidalAstronomy(instant)
    var (east, north) = (0.0, 0.0)
    for part in parts {
      let phase = TidalPhase(part.constituent, astronomy)
      east += phase.value(part.east)
      north += phase.value(part.north)
    }
    // The sum of all amplitudes was held within what a constant field takes, so this is never nil.
    guard let flow = ConstantFlow(name: name, eastMetresPerSecond: east, northMetresPerSecond: north) else {
      throw FieldGap(field: name, reason: .time(instant, first: TideTimes.first, last: TideTimes.last))
    }
    return flow
  }
}
