/// Candidates by the square of the plane in which they stood, so that a report meets only those near by.
struct CandidatePlaces {
  private static let squareMetres = 1000.0

  private let keys: [Int64]
  private let ids: [Int]

  init(_ candidates: [Candidate]) {
    let keyed = candidates.map { candidate in
      (
        key: Self.key(Self.square(candidate.motion.northMetres), Self.square(candidate.motion.eastMetres)),
        id: candidate.id
      )
    }.sorted { ($0.key, $0.id) < ($1.key, $1.id) }
    keys = keyed.map(\.key)
    ids = keyed.map(\.id)
  }

  /// The ids of all in the squares that a box around a place touches.
  func ids(east: Double, north: Double, halfSideMetres half: Double) -> [Int] {
    var found: [Int] = []
    let columns = Self.square(east - half)...Self.square(east + half)
    for row in Self.square(north - half)...Self.square(north + half) {
      var place = keys.partitioningIndex { $0 >= Self.key(row, columns.lowerBound) }
      let last = Self.key(row, columns.upperBound)
      while place < keys.count, keys[place] <= last {
        found.append(ids[place])
        place += 1
      }
    }
    return found.sorted()
  }

  private static func square(_ metres: Double) -> Int64 {
    Int64(min(max(metres / squareMetres, -1e6), 1e6).rounded(.down))
  }

  private static func key(_ row: Int64, _ column: Int64) -> Int64 { row << 32 + column }
}

extension Array {
  /// The first place from which on a condition holds that holds for all after it too.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
