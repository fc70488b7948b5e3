/// By how much each observation changes the log odds that a craft is a small boat.
public struct SmallCraftWeights: Hashable, Sendable {
  private var values: [SmallCraftTerm.Name: Double]

  /// Weights; an observation without one changes nothing, and neither does a weight that is no number.
  public init(_ values: [SmallCraftTerm.Name: Double]) {
    self.values = values.filter { $0.value.isFinite }
  }

  /// The weight of an observation.
  public subscript(name: SmallCraftTerm.Name) -> Double { values[name] ?? 0 }

  /// Fitted on the exercise nights of seeds 101 to 110, four hours each, with dark craft that set out from the shore.
  public static let standard = SmallCraftWeights([
    .start: -1.283, .speedKnown: -0.542, .slowness: 1.232, .haste: 0.222, .turning: 1.753, .length: 6.851,
    .classA: -2.351, .classB: 2.668, .silence: 0.629, .fromShore: 1.837, .fromElsewhere: -0.325,
  ])
}
