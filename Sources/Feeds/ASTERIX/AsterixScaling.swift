/// Steps times a factor over a power of two or a divisor, written with a fixed number of decimals.
///
/// A value is written exactly when it has few enough decimals, and otherwise to a thousandth of its step.
struct AsterixScaling: Sendable {
  /// The most decimals that are written to be exact.
  private static let exactDecimalsMost = 8
  /// Further decimals that tell a thousandth of a step.
  private static let decimalsBeyondStep = 3

  private var factor: UInt64 = 1
  /// The power of two to divide by, when there is no divisor.
  private var shift: UInt64 = 0
  private var divisor: UInt64 = 1
  private(set) var decimals = 0
  private(set) var powerOfTen: UInt64 = 1
  /// What a step is worth.
  private(set) var step = 1.0

  init() {}

  init(_ scale: AsterixScale) {
    var denominator = UInt64(scale.denominator)
    factor = UInt64(scale.numerator)
    Self.reduce(&factor, &denominator)
    var (twos, fives, rest) = (0, 0, denominator)
    while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
    while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    var enough = Self.decimalsBeyondStep
    var tenfold = factor
    while tenfold < denominator { (tenfold, enough) = (tenfold * 10, enough + 1) }
    decimals = rest == 1 && max(twos, fives) <= Self.exactDecimalsMost ? max(twos, fives) : enough
    step = Double(scale.numerator) / Double(scale.denominator)
    powerOfTen = (0..<decimals).reduce(1) { power, _ in power * 10 }
    factor *= powerOfTen
    Self.reduce(&factor, &denominator)
    if denominator.nonzeroBitCount == 1 {
      shift = UInt64(denominator.trailingZeroBitCount)
    } else {
      divisor = denominator
    }
  }

  private static func reduce(_ numerator: inout UInt64, _ denominator: inout UInt64) {
    var (larger, smaller) = (numerator, denominator)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    numerator /= larger
    denominator /= larger
  }

  /// So many steps in units of the last decimal, rounded to the nearest.
  @inline(__always)
  func units(_ steps: UInt64) -> UInt64 {
    guard divisor == 1 else { return (steps &* factor &+ divisor / 2) / divisor }
    guard shift > 0 else { return steps &* factor }
    let (high, low) = steps.multipliedFullWidth(by: factor)
    let (sum, carries) = low.addingReportingOverflow(1 &<< (shift &- 1))
    return (high &+ (carries ? 1 : 0)) &<< (64 &- shift) | sum &>> shift
  }
}
