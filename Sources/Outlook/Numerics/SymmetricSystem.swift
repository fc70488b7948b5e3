import Foundation

/// A symmetric positive definite system of equations, gathered row by row as in weighted least squares.
struct SymmetricSystem {
  /// The number of unknowns.
  let size: Int
  /// The lower triangle of the matrix, row by row, in a square of `size × size`.
  private(set) var matrix: [Double]
  /// The right-hand side.
  private(set) var side: [Double]

  /// Makes a system whose diagonal is the penalty of each unknown, in units of one row's weight.
  init(penalties: [Double]) {
    size = penalties.count
    side = [Double](repeating: 0, count: size)
    matrix = [Double](repeating: 0, count: size * size)
    for index in 0..<size { matrix[index * size + index] = penalties[index] }
  }

  /// Adds `weight · row · rowᵀ` to the matrix and `target · row` to the side.
  @inline(__always)
  mutating func add(_ row: UnsafePointer<Double>, weight: Double, target: Double) {
    let size = size
    matrix.withUnsafeMutableBufferPointer { matrix in
      side.withUnsafeMutableBufferPointer { side in
        for one in 0..<size {
          let scaled = weight * row[one]
          side[one] += target * row[one]
          let line = matrix.baseAddress! + one * size
          for other in 0...one { line[other] += scaled * row[other] }
        }
      }
    }
  }

  /// Takes `penalties · solution` off the side, as a step of Newton's method needs it.
  mutating func draw(_ solution: [Double], _ penalties: [Double]) {
    for index in 0..<size { side[index] -= penalties[index] * solution[index] }
  }

  /// Adds a whole matrix, of which the lower triangle is read, and a side.
  mutating func fill(matrix lines: [[Double]], side other: [Double]) {
    for row in 0..<size {
      side[row] += other[row]
      for column in 0...row { matrix[row * size + column] += lines[row][column] }
    }
  }

  /// Solves by Cholesky's decomposition; a direction without information gets nothing.
  func solved() -> [Double] {
    var factor = matrix
    var solution = side
    for column in 0..<size {
      var pivot = factor[column * size + column]
      for inner in 0..<column { pivot -= factor[column * size + inner] * factor[column * size + inner] }
      let root = pivot > 1e-12 ? pivot.squareRoot() : .infinity
      factor[column * size + column] = root
      for row in (column + 1)..<max(size, column + 1) {
        var sum = factor[row * size + column]
        for inner in 0..<column { sum -= factor[row * size + inner] * factor[column * size + inner] }
        factor[row * size + column] = sum / root
      }
    }
    for row in 0..<size {
      for inner in 0..<row { solution[row] -= factor[row * size + inner] * solution[inner] }
      solution[row] /= factor[row * size + row]
    }
    for row in stride(from: size - 1, through: 0, by: -1) {
      for inner in (row + 1)..<max(size, row + 1) { solution[row] -= factor[inner * size + row] * solution[inner] }
      solution[row] /= factor[row * size + row]
    }
    return solution.map { $0.isFinite ? $0 : 0 }
  }
}
