/// Weighs candidate pairs, and gives up a pair as soon as no field that is left could lift it.
struct PairScorer {
  /// What rounding may add up to, in bits, so that no pair is given up that another order of adding would keep.
  private static let slack: Float = 0.01
  private let evidence: PairEvidence
  private var comparison: RecordComparison
  private let width: Int
  private let least: Float
  /// The fields but for given and family name, those with few distinct values first, since these are near in memory.
  private let order: [Int]

  /// - Parameter least: the evidence that a pair needs, in bits.
  init(_ table: CleanTable, evidence: PairEvidence, names: (any NameComparing)?, least: Float) {
    self.evidence = evidence
    self.least = least
    width = table.fields.count
    comparison = RecordComparison(table, names: names)
    let parts = table.nameParts.map { [$0.given, $0.family] } ?? []
    order = table.fields.indices.filter { !parts.contains($0) }.sorted {
      table.pools[table.fields[$0].pool].count < table.pools[table.fields[$1].pool].count
    }
  }

  /// The evidence of a pair in bits, or nil when it is less than is needed.
  @inline(__always)
  mutating func bits(_ left: RecordRow, _ right: RecordRow) -> Float? {
    var vector = ComparisonVector()
    comparison.compareNames(left, right, &vector)
    var most = evidence.priorBits + evidence.nameBits(vector, left, right)
    for field in order where left[field] != 0 && right[field] != 0 {
      if left[field] == right[field] {
        vector[field] = LevelTable.same
        most += evidence.bits(field, LevelTable.same, left, right)
      } else {
        most += evidence.mostOfDifferent[field]
      }
    }
    for field in order {
      guard most >= least - Self.slack else { return nil }
      guard vector[field] == 0, left[field] != 0, right[field] != 0 else { continue }
      vector[field] = comparison.level(field, left[field], right[field])
      most += evidence.bits(field, vector[field], left, right) - evidence.mostOfDifferent[field]
    }
    let bits = evidence.bits(vector, left, right)
    return bits >= least ? bits : nil
  }

  /// The evidence of a pair field by field.
  mutating func byField(_ left: RecordRow, _ right: RecordRow) -> FieldEvidence {
    evidence.byField(comparison.vector(left, right), left, right)
  }
}
