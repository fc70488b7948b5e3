/// Compares the stored nodes of a stretch of one level with hashes put together from what lies below.
struct NodeCheck {
  let level: Int
  let firstIndex: Int64
  let hashes: [TreeHash]
  /// The leaves, counted from 0, that are known to be wrong, so that the nodes above them say nothing new.
  let knownFaulty: Set<Int64>

  func run(_ session: any EntryReading) throws -> [VerifyReport.Fault] {
    var faults: [VerifyReport.Fault] = []
    var expected = firstIndex
    let lastIndex = firstIndex + Int64(hashes.count) - 1
    try session.scanNodes(level: level, from: firstIndex, through: lastIndex) { index, hash in
      while expected < index {
        faults += fault(expected, "is missing")
        expected += 1
      }
      if hash != hashes[Int(index - firstIndex)] { faults += fault(index, "does not follow from the entries below it") }
      expected = index + 1
    }
    while expected <= lastIndex {
      faults += fault(expected, "is missing")
      expected += 1
    }
    return faults
  }

  private func fault(_ index: Int64, _ complaint: String) -> [VerifyReport.Fault] {
    let firstLeaf = index << Int64(level)
    let endLeaf = (index + 1) << Int64(level)
    if knownFaulty.contains(where: { $0 >= firstLeaf && $0 < endLeaf }) { return [] }
    return [
      VerifyReport.Fault(
        place: .node(level: level, index: index),
        message: "The tree's node over entries \(firstLeaf + 1) to \(endLeaf) \(complaint).", sequence: firstLeaf + 1)
    ]
  }
}
