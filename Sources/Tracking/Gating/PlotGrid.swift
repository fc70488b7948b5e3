/// The plots of a scan by the square of the plane in which they lie, so that each craft meets only those near by.
struct PlotGrid {
  private static let squareMetres = 500.0

  private let keys: [Int64]
  private let order: [Int32]
  /// The greatest variance of any plot that does not grow with its distance, in square metres.
  private let greatestVariance: Double
  /// The greatest variance of any direction, in square radians.
  private let greatestAngularVariance: Double

  /// What the variance of a plot near a place so far from the sensor may be at most, in square metres.
  func greatestVariance(atMetres distance: Double) -> Double {
    // A plot within the gate may lie a little further out than the place.
    let reach = 1.1 * distance + 200
    return max(greatestVariance, greatestAngularVariance * reach * reach)
  }

  /// Sorts the plots; what cannot be worked with is left out.
  init(_ plots: [PlacedPlot]) {
    let keyed = plots.indices.lazy.filter { plots[$0].isUsable && plots[$0].bearingRadians == nil }.map { index in
      (
        key: Self.key(row: Self.square(plots[index].northMetres), column: Self.square(plots[index].eastMetres)),
        index: index
      )
    }.sorted { ($0.key, $0.index) < ($1.key, $1.index) }
    keys = keyed.map(\.key)
    order = keyed.map { Int32(truncatingIfNeeded: $0.index) }
    greatestVariance = keyed.reduce(0) { max($0, plots[$1.index].fixedVariance) }
    greatestAngularVariance = keyed.reduce(0) { max($0, plots[$1.index].angularVariance) }
  }

  /// Hands on every plot in the squares that a box around a place touches.
  func forEach(east: Double, north: Double, halfSideMetres half: Double, _ body: (Int) -> Void) {
    let columns = Self.square(east - half)...Self.square(east + half)
    for row in Self.square(north - half)...Self.square(north + half) {
      let last = Self.key(row: row, column: columns.upperBound)
      var place = firstPlace(from: Self.key(row: row, column: columns.lowerBound))
      while place < keys.count, keys[place] <= last {
        body(Int(order[place]))
        place += 1
      }
    }
  }

  private func firstPlace(from key: Int64) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The number of a square along one axis; no place is so far out that the number would not hold it.
  private static func square(_ metres: Double) -> Int64 {
    Int64(min(max(metres / squareMetres, -1e6), 1e6).rounded(.down))
  }

  private static func key(row: Int64, column: Int64) -> Int64 { row << 32 + column }
}
