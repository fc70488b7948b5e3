/// The rules of the Early Aberration Reporting System: a count far above the seven before it.
///
/// Source: Hutwagner and others 2003, The bioterrorism preparedness and response early aberration reporting system.
public enum EarlyAberration {
  /// C1 compares with the seven periods before, C2 leaves two in between, C3 sums C2 over three periods.
  public enum Rule: Sendable, CaseIterable {
    case first, second, third
  }

  /// Whether a period is an alarm by a rule; false when the periods that it needs are not all known.
  public static func alarm(_ values: [Double?], _ index: Int, _ rule: Rule) -> Bool {
    switch rule {
    case .first: return (excess(values, index, gap: 0) ?? 0) > 3
    case .second: return (excess(values, index, gap: 2) ?? 0) > 3
    case .third:
      let sum = (0...2).reduce(0.0) { $0 + max((excess(values, index - $1, gap: 2) ?? 0) - 1, 0) }
      return sum > 2
    }
  }

  /// How many standard deviations a count lies above the mean of seven periods that end `gap` before it.
  private static func excess(_ values: [Double?], _ index: Int, gap: Int) -> Double? {
    guard index - gap - 7 >= 0, let value = values[index] else { return nil }
    let window = values[(index - gap - 7)..<(index - gap)].compactMap { $0 }
    guard window.count == 7 else { return nil }
    let mean = window.reduce(0, +) / 7
    let variance = window.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 6
    return (value - mean) / max(variance.squareRoot(), 0.5)
  }
}
