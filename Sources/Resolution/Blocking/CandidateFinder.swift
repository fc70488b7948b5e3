/// Hands on each candidate pair of a plan once.
struct CandidateFinder {
  /// The keys of all rules, record by record; 0 where a record has none or too common a key.
  let keys: [UInt32]
  let blocks: [Blocks]
  private let ruleCount: Int
  private let count: Int
  private let boundary: Int?
  private let isExhaustive: Bool

  init(_ table: CleanTable, plan: BlockingPlan, names: (any NameComparing)?, limits: ResolutionLimits) {
    let hashes = plan.hashes(of: table, names: names)
    ruleCount = plan.chosen.count
    count = table.count
    boundary = table.firstSourceCount
    isExhaustive = plan.isExhaustive
    var keys = [UInt32](repeating: 0, count: table.count * plan.chosen.count)
    var blocks = [Blocks]()
    for (number, chosen) in plan.chosen.enumerated() {
      let found = Blocks(records: table.count, most: limits.recordsPerBlock) { record in
        chosen.rule.key { hashes[$0]?[record] ?? 0 }
      }
      for entry in found.entries { keys[Int(entry & 0xFFFF_FFFF) * ruleCount + number] = UInt32(entry >> 32) }
      blocks.append(found)
    }
    self.keys = keys
    self.blocks = blocks
  }

  /// How many records had keys that were too common, by rule.
  var commonRecords: [Int] { blocks.map(\.commonRecords) }

  /// Hands on each pair once, the record that stands first first.
  func forEachPair(progress: (Double) -> Void, _ body: (Int, Int) -> Void) {
    if isExhaustive { return forEachOfAll(body) }
    let total = Double(max(1, blocks.reduce(0) { $0 + $1.pairs }))
    var seen = 0
    keys.withUnsafeBufferPointer { keys in
      for (rule, blocks) in blocks.enumerated() {
        blocks.forEachBlock { places in
          if seen & 0x3FFF < places.count { progress(Double(seen) / total) }
          seen += places.count * (places.count - 1) / 2
          for one in places.dropLast() {
            let left = blocks.record(one)
            for other in (one + 1)..<places.upperBound {
              let right = blocks.record(other)
              if isNew(left, right, rule, keys) { body(left, right) }
            }
          }
        }
      }
    }
  }

  private func forEachOfAll(_ body: (Int, Int) -> Void) {
    for left in 0..<max(0, count - 1) {
      for right in (left + 1)..<count where boundary.map({ (left < $0) != (right < $0) }) ?? true {
        body(left, right)
      }
    }
  }

  /// Whether the pair is of two sources, where there are two, and no earlier rule has found it.
  @inline(__always)
  private func isNew(_ left: Int, _ right: Int, _ rule: Int, _ keys: UnsafeBufferPointer<UInt32>) -> Bool {
    if let boundary, (left < boundary) == (right < boundary) { return false }
    let (leftBase, rightBase) = (left * ruleCount, right * ruleCount)
    for earlier in 0..<rule {
      let key = keys[leftBase + earlier]
      if key != 0, key == keys[rightBase + earlier] { return false }
    }
    return true
  }
}
