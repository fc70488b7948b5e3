/// One number that is not known well, and how well.
struct ScalarEstimate: Hashable, Sendable {
  var value = 0.0
  var variance: Double

  /// Takes in a measurement with a spread of its own, unless it lies too far off to be one.
  mutating func take(_ measured: Double, variance noise: Double, gate: Double) {
    let (innovation, spread) = (measured - value, variance + noise)
    guard noise > 0, spread.isFinite, innovation * innovation <= gate * spread else { return }
    let gain = variance / spread
    value += gain * innovation
    variance *= 1 - gain
  }
}
