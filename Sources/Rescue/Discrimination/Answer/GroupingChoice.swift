/// The one grouping that is shown: the one whose adjusted Rand index with the true grouping is expected to be highest.
///
/// Candidates are the sampled groupings that came most often and average-linkage trees cut at several heights; the best one
/// is improved item by item. Source: Fritsch and Ickstadt 2009, "Improved criteria for clustering based on the posterior
/// similarity matrix".
struct GroupingChoice {
  /// The chance that two items are about one boat, row by row.
  let together: [Float]
  let number: Int
  private let rowSums: Double

  init(_ samples: GroupingSampler.Samples) {
    number = samples.unaccounted.count
    let share = 1 / Float(max(1, samples.taken))
    together = samples.together.map { $0 * share }
    var sum = 0.0
    for row in 0..<number {
      for column in (row + 1)..<max(row + 1, number) { sum += Double(together[row * number + column]) }
    }
    rowSums = sum
  }

  /// The expected adjusted Rand index of a grouping.
  func expectedIndex(_ labels: [Int]) -> Double {
    let shared = shared(labels)
    return index(pairs: shared.pairs, agreed: shared.agreed)
  }

  /// The pairs of items that share a boat, and how many of them are expected to share one in truth.
  private func shared(_ labels: [Int]) -> (pairs: Double, agreed: Double) {
    var (pairs, agreed) = (0.0, 0.0)
    for row in 0..<number {
      for column in (row + 1)..<max(row + 1, number) where labels[row] == labels[column] {
        pairs += 1
        agreed += Double(together[row * number + column])
      }
    }
    return (pairs, agreed)
  }

  /// The same for the pairs of an atom's items with those of one boat that are not the atom's.
  private func shared(_ atom: [Int32], _ label: Int, _ labels: [Int]) -> (pairs: Double, agreed: Double) {
    var (pairs, agreed) = (0.0, 0.0)
    for other in labels.indices where labels[other] == label && !atom.contains(Int32(other)) {
      for item in atom {
        pairs += 1
        agreed += Double(together[Int(item) * number + other])
      }
    }
    return (pairs, agreed)
  }

  private func index(pairs: Double, agreed: Double) -> Double {
    let all = Double(number) * Double(number - 1) / 2
    guard all > 0 else { return 1 }
    let chance = pairs * rowSums / all
    let most = (pairs + rowSums) / 2
    return most - chance < 1e-12 ? 1 : (agreed - chance) / (most - chance)
  }

  /// The best grouping, its boats numbered in the order of their first items.
  func best(_ samples: GroupingSampler.Samples, _ atoms: EvidenceAtoms) -> [Int] {
    guard number > 1 else { return [Int](repeating: 0, count: number) }
    let sampled = samples.groupings.sorted { ($0.value.times, $0.value.log) > ($1.value.times, $1.value.log) }
    var candidates = sampled.prefix(Self.mostSampled).map(\.key)
    if let likeliest = samples.groupings.max(by: { ($0.value.log, $1.key.count) < ($1.value.log, $0.key.count) }) {
      candidates.append(likeliest.key)
    }
    candidates += cuts(atoms)
    var best = candidates[0]
    var index = -Double.infinity
    for candidate in candidates {
      let trial = expectedIndex(candidate)
      if trial > index { (best, index) = (candidate, trial) }
    }
    return GroupingSampler.Samples.labels(improved(best, atoms))
  }

  private static let mostSampled = 40
  private static let heights: [Float] = [0.3, 0.4, 0.5, 0.6]

  /// Average-linkage groupings: the two most alike groups of atoms are joined while they are alike enough.
  private func cuts(_ atoms: EvidenceAtoms) -> [[Int]] {
    var groups = atoms.atoms
    var results: [[Int]] = []
    var alike = groups.map { first in groups.map { likeness(first, $0) } }
    for height in Self.heights.reversed() {
      while let pair = Self.mostAlike(alike, height) {
        let (left, right) = (Float(groups[pair.0].count), Float(groups[pair.1].count))
        for other in groups.indices {
          let joined = (left * alike[pair.0][other] + right * alike[pair.1][other]) / (left + right)
          (alike[pair.0][other], alike[other][pair.0]) = (joined, joined)
        }
        groups[pair.0] += groups[pair.1]
        groups.remove(at: pair.1)
        alike.remove(at: pair.1)
        for row in alike.indices { alike[row].remove(at: pair.1) }
      }
      var labels = [Int](repeating: 0, count: number)
      for (label, group) in groups.enumerated() {
        for item in group { labels[Int(item)] = label }
      }
      results.append(labels)
    }
    return results.filter { labels in
      atoms.mayHold(labels)
    }
  }

  private func likeness(_ first: [Int32], _ second: [Int32]) -> Float {
    var sum: Float = 0
    for left in first {
      for right in second { sum += together[Int(left) * number + Int(right)] }
    }
    return sum / Float(first.count * second.count)
  }

  private static func mostAlike(_ alike: [[Float]], _ height: Float) -> (Int, Int)? {
    var best: (Int, Int)?
    var most = height
    for row in alike.indices {
      for column in (row + 1)..<max(row + 1, alike.count) where alike[row][column] > most {
        most = alike[row][column]
        best = (row, column)
      }
    }
    return best
  }

  /// Moves single atoms while that raises the expected index.
  private func improved(_ labels: [Int], _ atoms: EvidenceAtoms) -> [Int] {
    var labels = labels
    for _ in 0..<4 {
      var changed = false
      for atom in atoms.atoms {
        let own = labels[Int(atom[0])]
        let now = shared(labels)
        let left = shared(atom, own, labels)
        var best = (label: own, index: index(pairs: now.pairs, agreed: now.agreed))
        for label in Set(labels).union([(labels.max() ?? 0) + 1]).sorted() where label != own {
          guard affinity(atom, label, labels) else { continue }
          let joined = shared(atom, label, labels)
          let index = index(
            pairs: now.pairs - left.pairs + joined.pairs, agreed: now.agreed - left.agreed + joined.agreed)
          guard index > best.index + 1e-9 else { continue }
          var trial = labels
          for item in atom { trial[Int(item)] = label }
          if atoms.mayHold(trial) { best = (label, index) }
        }
        guard best.label != own else { continue }
        for item in atom { labels[Int(item)] = best.label }
        changed = true
      }
      if !changed { break }
    }
    return labels
  }

  /// Whether some item of a group was ever with an atom, or the group is a new one.
  private func affinity(_ atom: [Int32], _ label: Int, _ labels: [Int]) -> Bool {
    var isNew = true
    for (item, other) in labels.enumerated() where other == label {
      isNew = false
      if together[Int(atom[0]) * number + item] > 0.1 { return true }
    }
    return isNew
  }
}

extension EvidenceAtoms {
  /// Whether a grouping keeps apart what officers keep apart, and together what they put together.
  func mayHold(_ labels: [Int]) -> Bool {
    for atom in atoms where atom.contains(where: { labels[Int($0)] != labels[Int(atom[0])] }) { return false }
    return !isParted { labels[Int($0)] == labels[Int($1)] }
  }

  private func isParted(_ meet: (Int32, Int32) -> Bool) -> Bool {
    apartPairs.contains { meet($0.x, $0.y) }
  }
}
