/// How often values of different records agree to each degree, over pairs drawn evenly from all.
struct ChanceSurvey {
  /// How many pairs are drawn.
  private static let pairs = 150_000
  /// By field and degree the share among pairs of which both values are known.
  private(set) var shares: [[Double]]

  init(_ table: CleanTable, comparison: inout RecordComparison) {
    var counts = table.fields.map { [Double](repeating: 0, count: LevelTable.levels(of: $0.kind).count + 1) }
    if table.count > 1 {
      for draw in 0..<UInt64(Self.pairs) {
        let hash = ByteHash.mix(draw, 77)
        let left = Int(UInt32(truncatingIfNeeded: hash)) % table.count
        let right = Int(UInt32(truncatingIfNeeded: hash >> 32)) % table.count
        if left == right { continue }
        if let boundary = table.firstSourceCount, (left < boundary) == (right < boundary) { continue }
        let vector = comparison.vector(left, right)
        for field in counts.indices { counts[field][Int(vector[field])] += 1 }
      }
    }
    shares = counts.map { counts in
      let known = counts.dropFirst().reduce(0, +)
      return [0] + counts.dropFirst().map { ($0 + 0.2) / (known + 0.2 * Double(counts.count - 1)) }
    }
    // Agreement is counted over all pairs instead, since few of the drawn ones share a rare value.
    for field in shares.indices {
      let same = min(0.999, max(1e-12, table.fields[field].coincidence))
      let rest = 1 - shares[field][1]
      for level in shares[field].indices.dropFirst(2) { shares[field][level] *= (1 - same) / rest }
      shares[field][1] = same
    }
  }
}
