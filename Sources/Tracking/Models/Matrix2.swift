/// A general 2 × 2 matrix over east and north, rows first, stored inline.
struct Matrix2: Hashable, Sendable {
  var eastEast: Double
  var eastNorth: Double
  var northEast: Double
  var northNorth: Double

  static let zero = Matrix2(eastEast: 0, eastNorth: 0, northEast: 0, northNorth: 0)

  init(eastEast: Double, eastNorth: Double, northEast: Double, northNorth: Double) {
    self.eastEast = eastEast
    self.eastNorth = eastNorth
    self.northEast = northEast
    self.northNorth = northNorth
  }

  init(_ matrix: Symmetric2) {
    self.init(
      eastEast: matrix.eastEast, eastNorth: matrix.eastNorth, northEast: matrix.eastNorth,
      northNorth: matrix.northNorth)
  }

  var transposed: Matrix2 {
    Matrix2(eastEast: eastEast, eastNorth: northEast, northEast: eastNorth, northNorth: northNorth)
  }

  /// The matrix plus its transpose.
  var symmetricSum: Symmetric2 {
    Symmetric2(eastEast: 2 * eastEast, eastNorth: eastNorth + northEast, northNorth: 2 * northNorth)
  }

  /// The symmetric part, for a product that is symmetric but for rounding.
  var symmetricPart: Symmetric2 { symmetricSum * 0.5 }

  func applied(east: Double, north: Double) -> (east: Double, north: Double) {
    (eastEast * east + eastNorth * north, northEast * east + northNorth * north)
  }

  static func * (left: Matrix2, right: Matrix2) -> Matrix2 {
    Matrix2(
      eastEast: left.eastEast * right.eastEast + left.eastNorth * right.northEast,
      eastNorth: left.eastEast * right.eastNorth + left.eastNorth * right.northNorth,
      northEast: left.northEast * right.eastEast + left.northNorth * right.northEast,
      northNorth: left.northEast * right.eastNorth + left.northNorth * right.northNorth)
  }

  static func * (matrix: Matrix2, factor: Double) -> Matrix2 {
    Matrix2(
      eastEast: matrix.eastEast * factor, eastNorth: matrix.eastNorth * factor, northEast: matrix.northEast * factor,
      northNorth: matrix.northNorth * factor)
  }

  static func + (left: Matrix2, right: Matrix2) -> Matrix2 {
    Matrix2(
      eastEast: left.eastEast + right.eastEast, eastNorth: left.eastNorth + right.eastNorth,
      northEast: left.northEast + right.northEast, northNorth: left.northNorth + right.northNorth)
  }
}
