/// Rows and columns to be paired one to one, or not at all, so that the sum of gains is greatest.
///
/// Source: Jonker and Volgenant, A shortest augmenting path algorithm for dense and sparse linear assignment problems,
/// Computing 38 (1987). To leave a row unpaired is one more column, of its own, with no gain and no loss.
struct AssignmentProblem {
  private let rows: Int
  private let columns: Int
  /// What a pairing costs: the negative of its gain; infinite where the two cannot belong together.
  private var costs: [Double]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    costs = [Double](repeating: .infinity, count: rows * columns)
  }

  mutating func set(_ row: Int, _ column: Int, gain: Double) { costs[row * columns + column] = -gain }

  /// - Returns: The column of each row; −1 for a row that is better left unpaired.
  func solve() -> [Int] {
    // Columns are counted from 1; behind the real ones each row has one for being left unpaired.
    let width = columns + rows
    var rowPrice = [Double](repeating: 0, count: rows + 1)
    var columnPrice = [Double](repeating: 0, count: width + 1)
    var rowOf = [Int](repeating: 0, count: width + 1)
    var before = [Int](repeating: 0, count: width + 1)
    var shortest = [Double](repeating: 0, count: width + 1)
    var isDone = [Bool](repeating: false, count: width + 1)
    for start in 1...max(rows, 1) where rows > 0 {
      for column in 0...width { (shortest[column], isDone[column]) = (.infinity, false) }
      rowOf[0] = start
      var column = 0
      repeat {
        isDone[column] = true
        let row = rowOf[column]
        var (least, next) = (Double.infinity, 0)
        for other in 1...width where !isDone[other] {
          let reduced = cost(row - 1, other - 1) - rowPrice[row] - columnPrice[other]
          if reduced < shortest[other] { (shortest[other], before[other]) = (reduced, column) }
          if shortest[other] < least { (least, next) = (shortest[other], other) }
        }
        for other in 0...width {
          if isDone[other] {
            rowPrice[rowOf[other]] += least
            columnPrice[other] -= least
          } else {
            shortest[other] -= least
          }
        }
        column = next
      } while rowOf[column] != 0
      while column != 0 {
        rowOf[column] = rowOf[before[column]]
        column = before[column]
      }
    }
    var found = [Int](repeating: -1, count: rows)
    for column in 1...max(columns, 1) where columns > 0 && rowOf[column] > 0 { found[rowOf[column] - 1] = column - 1 }
    return found
  }

  @inline(__always)
  private func cost(_ row: Int, _ column: Int) -> Double {
    column < columns ? costs[row * columns + column] : column - columns == row ? 0 : .infinity
  }
}
