public import Geodesy

/// The height of the tide at one place from its harmonic constants.
///
/// It is the astronomical tide alone: no surge, no weather.
public struct TideHeight: Sendable {
  /// What the tide is, for messages: the name of the port.
  public let name: String
  private let meanMetres: Double
  private let parts: [(constituent: TidalConstituent, harmonic: TidalHarmonic)]

  /// The highest amplitude of a constituent, in metres.
  public static let greatestMetres = 20.0

  /// The tide of a port, or nil without constituents, with one that comes twice, or with numbers that cannot be.
  ///
  /// - Parameters:
  ///   - name: the port.
  ///   - meanMetres: mean level above the datum of the answers (Z0).
  ///   - harmonics: amplitude in metres and phase lag of each constituent.
  public init?(name: String, meanMetres: Double, harmonics: [TidalConstituent: TidalHarmonic]) {
    guard !harmonics.isEmpty, meanMetres.magnitude <= Self.greatestMetres,
      harmonics.values.allSatisfy({ $0.isUsable(within: Self.greatestMetres) })
    else { return nil }
    self.name = name
    self.meanMetres = meanMetres
    parts = TidalConstituent.allCases.compactMap { constituent in
      harmonics[constituent].map { (constituent, $0) }
    }
  }

  /// The height in metres above the datum.
  ///
  /// - Throws: `FieldGap` outside 1900 to 2099.
  public func metres(at instant: Instant) throws(FieldGap) -> Double {
    try TideTimes.check(instant, name)
    let astronomy = TidalAstronomy(instant)
    return parts.reduce(meanMetres) { $0 + TidalPhase($1.constituent, astronomy).value($1.harmonic) }
  }
}
