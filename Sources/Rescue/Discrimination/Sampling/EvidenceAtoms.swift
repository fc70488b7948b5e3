/// Evidence that is only ever moved as a whole, and which of it may never meet: the officers' decisions, made ready.
struct EvidenceAtoms: Sendable {
  /// The items of each atom in ascending order.
  private(set) var atoms: [[Int32]] = []
  private(set) var atomOf: [Int] = []
  private var confirmedNames: [Int: String] = [:]
  /// Pairs of items of which an officer has said that they are two boats, by the lesser item first.
  private var apart: Set<SIMD2<Int32>> = []
  var apartPairs: Set<SIMD2<Int32>> { apart }

  /// The atoms of a night. Decisions that contradict each other are all listed in `contradictions` and the later one gives
  /// way, in the order in which they are given.
  private(set) var contradictions: [OfficerConstraint] = []

  init(_ table: EvidenceTable, _ constraints: [OfficerConstraint]) {
    var numbers: [EvidenceID: Int32] = [:]
    for (index, item) in table.items.enumerated() { numbers[item.id] = numbers[item.id] ?? Int32(index) }
    var parent = table.items.indices.map { $0 }
    func root(_ item: Int) -> Int {
      var current = item
      while parent[current] != current { current = parent[current] }
      return current
    }
    var names: [Int: String] = [:]
    for constraint in constraints {
      switch constraint {
      case .apart(let first, let second):
        guard let first = numbers[first], let second = numbers[second], first != second else { continue }
        if root(Int(first)) == root(Int(second)) {
          contradictions.append(constraint)
        } else {
          apart.insert(SIMD2(min(first, second), max(first, second)))
        }
      case .together(let ids), .confirmed(_, let ids):
        let items = ids.compactMap { numbers[$0] }.sorted()
        guard let first = items.first else { continue }
        var name: String?
        if case .confirmed(let given, _) = constraint { name = given }
        let roots = Set(items.map { root(Int($0)) })
        let known = Set(roots.compactMap { names[$0] } + (name.map { [$0] } ?? []))
        let parted = apart.contains { roots.contains(root(Int($0.x))) && roots.contains(root(Int($0.y))) }
        if known.count > 1 || parted {
          contradictions.append(constraint)
          continue
        }
        let top = root(Int(first))
        for other in roots { parent[other] = top }
        names[top] = known.first
      }
    }
    finish(roots: table.items.indices.map(root), names)
  }

  private mutating func finish(roots: [Int], _ names: [Int: String]) {
    var numberOf: [Int: Int] = [:]
    atomOf = roots.enumerated().map { index, root in
      let atom = numberOf[root] ?? atoms.count
      if numberOf[root] == nil {
        numberOf[root] = atom
        atoms.append([])
      }
      atoms[atom].append(Int32(index))
      return atom
    }
    for (root, name) in names { confirmedNames[atomOf[root]] = name }
    let confirmed = names.keys.sorted()
    for (index, first) in confirmed.enumerated() {
      for second in confirmed[(index + 1)...] where names[first] != names[second] {
        apart.insert(SIMD2(Int32(min(first, second)), Int32(max(first, second))))
      }
    }
  }

  /// The name under which an officer confirmed the boat of an item.
  func name(of item: Int) -> String? { confirmedNames[atomOf[item]] }

  /// Whether an officer put an item together with others or confirmed its boat.
  func isSettled(_ item: Int) -> Bool { atoms[atomOf[item]].count > 1 || name(of: item) != nil }

  /// Whether nothing forbids that two sets of items are about one boat.
  func mayMeet(_ first: [Int32], _ second: [Int32]) -> Bool {
    guard !apart.isEmpty else { return true }
    for left in first {
      for right in second where apart.contains(SIMD2(min(left, right), max(left, right))) { return false }
    }
    return true
  }
}
