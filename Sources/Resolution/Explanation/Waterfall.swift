import Foundation

/// Why two records are or are not one entity: the evidence step by step, in words and numbers.
public struct Waterfall: Sendable {
  /// One step: a field and what it says.
  public struct Step: Sendable {
    /// The heading of the column.
    public let heading: String
    /// The clean values; nil when missing.
    public let left, right: String?
    /// How they agree, in words.
    public let words: String
    /// What that says, in bits: 1 doubles the odds, -1 halves them.
    public let bits: Double
    /// The evidence with that of the steps before.
    public let sum: Double
  }

  /// The evidence before anything is known, in bits.
  public let priorBits: Double
  /// The steps, in the order of the columns.
  public let steps: [Step]
  /// The probability that both are one entity, by themselves.
  public let probability: Double

  /// The waterfall of two records of a table.
  public init(
    _ table: CleanTable, _ left: Int, _ right: Int, learned: LearnedLinkage, names: (any NameComparing)? = nil
  ) {
    var comparison = RecordComparison(table, names: names, isRemembering: false)
    let vector = comparison.vector(left, right)
    let evidence = learned.evidence
    var (steps, sum) = ([Step](), Double(evidence.priorBits))
    table.cells.withUnsafeBufferPointer { cells in
      let width = table.fields.count
      let (one, other) = (RecordRow(cells, left, width: width), RecordRow(cells, right, width: width))
      for (field, column) in table.fields.enumerated() {
        let level = vector[field]
        let bits = Double(evidence.bits(field, level, one, other))
        sum += bits
        let isExchanged =
          table.nameParts.map { $0.family == field && vector[$0.given] == LevelTable.exchanged } ?? false
        let words =
          level == 0
          ? isExchanged ? "said with the given name" : "missing, which says nothing"
          : Self.words(level, column, table.pools[column.pool], one[field])
        steps.append(
          Step(
            heading: column.heading, left: table.text(left, field), right: table.text(right, field), words: words,
            bits: bits, sum: sum))
      }
    }
    priorBits = Double(evidence.priorBits)
    self.steps = steps
    probability = LinkageModel.probability(bits: sum)
  }

  /// How two values agree, and what the check digit of a value says that both have.
  private static func words(
    _ level: UInt8, _ column: CleanTable.Field, _ pool: ValuePool, _ number: UInt32
  ) -> String {
    let words = LevelTable.levels(of: column.kind)[Int(level) - 1].words
    guard level == LevelTable.same else { return words }
    switch pool.withValue(number, column.cleaning.identifiers.check) {
    case .holds: return words + ", and its check digit holds"
    case .fails: return words + ", but its check digit fails"
    case .none: return words
    }
  }

  /// The waterfall as lines of text.
  public var text: String {
    let odds = Int(exp2(abs(priorBits)).rounded())
    var lines = ["before anything is known: 1 to \(odds) \(Self.signed(priorBits))"]
    for step in steps {
      let values = "\(step.left.map { "“\($0)”" } ?? "–") and \(step.right.map { "“\($0)”" } ?? "–")"
      lines.append("\(step.heading): \(values), \(step.words) \(Self.signed(step.bits)) = \(Self.signed(step.sum))")
    }
    lines.append("together: \(String(format: "%.2f", probability * 100)) % that they are one")
    return lines.joined(separator: "\n")
  }

  private static func signed(_ bits: Double) -> String { String(format: "%+.1f bits", bits) }
}
