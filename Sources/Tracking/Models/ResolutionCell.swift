#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How close two craft may be for a radar to show them as one.
///
/// Source: Koch and van Keuk, Multiple hypothesis track maintenance with possibly unresolved measurements, IEEE
/// Transactions on Aerospace and Electronic Systems 33 (1997), equation 9: at so much apart in one of the two the chance
/// is one half.
package struct ResolutionCell: Hashable, Sendable {
  package let rangeMetres: Double
  package let bearingRadians: Double

  /// A cell of this size; what is no positive number resolves everything along that axis.
  package init(rangeMetres: Double, bearingRadians: Double) {
    self.rangeMetres = rangeMetres > 0 && rangeMetres.isFinite ? rangeMetres : 1e-3
    self.bearingRadians = bearingRadians > 0 && bearingRadians.isFinite ? bearingRadians : 1e-9
  }

  /// How likely two craft so far apart are shown as one, between 0 and 1.
  func chanceOfOnePlot(rangeApartMetres range: Double, bearingApartRadians bearing: Double) -> Double {
    let (first, second) = (range / rangeMetres, bearing / bearingRadians)
    return exp(-0.6931471805599453 * (first * first + second * second))
  }
}
