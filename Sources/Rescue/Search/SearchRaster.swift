import Geodesy

/// A map drawn together to few enough cells that every rectangle of them can be tried, along a direction.
struct SearchRaster {
  /// A rectangle of cells, with its upper edges excluded.
  struct Rectangle: Hashable {
    var rows: Range<Int>
    var columns: Range<Int>
  }

  private static let mostSide = 24

  /// The direction of the columns' axis, in degrees from north.
  let orientationDegrees: Double
  private let plane: TangentPlane
  private let sine: Double
  private let cosine: Double
  /// The first corner, in metres ahead and aside of the plane's origin.
  private let firstAhead: Double
  private let firstAside: Double
  /// The lengths of a cell ahead and aside, in metres.
  private let cellAhead: Double
  private let cellAside: Double
  private let rows: Int
  private let columns: Int
  private let masses: [Double]

  /// The part of a map that holds mass, or nil when none does. Rows follow each other ahead, columns to the right.
  init?(_ map: ProbabilityMap, orientationDegrees: Double) {
    let total = map.totalMass
    let full = map.masses.indices.filter { map.masses[$0] > 0 }
    guard let densest = full.max(by: { map.masses[$0] < map.masses[$1] }) else { return nil }
    plane = TangentPlane(origin: map.position(inCell: densest))
    self.orientationDegrees = orientationDegrees
    sine = SearchMath.sine(degrees: orientationDegrees)
    cosine = SearchMath.cosine(degrees: orientationDegrees)
    var points = [(ahead: Double, aside: Double, mass: Double)]()
    for cell in full {
      // Four points for each cell keep a turned raster from showing the cells.
      for share in [(0.25, 0.25), (0.25, 0.75), (0.75, 0.25), (0.75, 0.75)] {
        let place = plane.local(map.position(inCell: cell, northShare: share.0, eastShare: share.1))
        points.append(
          (
            place.northMetres * cosine + place.eastMetres * sine, place.eastMetres * cosine - place.northMetres * sine,
            map.masses[cell] / total / 4
          ))
      }
    }
    let (ahead, aside) = (points.map(\.ahead), points.map(\.aside))
    firstAhead = ahead.min() ?? 0
    firstAside = aside.min() ?? 0
    let (long, wide) = ((ahead.max() ?? 0) - firstAhead, (aside.max() ?? 0) - firstAside)
    let side = map.areaSquareMetres(ofCell: densest).squareRoot()
    cellAhead = max(side, long / (Double(Self.mostSide) - 0.5), 1)
    cellAside = max(side, wide / (Double(Self.mostSide) - 0.5), 1)
    rows = Int(long / cellAhead) + 1
    columns = Int(wide / cellAside) + 1
    var masses = Array(repeating: 0.0, count: rows * columns)
    for point in points {
      let row = min(rows - 1, Int((point.ahead - firstAhead) / cellAhead))
      let column = min(columns - 1, Int((point.aside - firstAside) / cellAside))
      masses[row * columns + column] += point.mass
    }
    self.masses = masses
  }

  func area(_ rectangle: Rectangle) -> Double {
    Double(rectangle.rows.count * rectangle.columns.count) * cellAhead * cellAside
  }

  /// The lengths of a rectangle along and across the orientation, in metres.
  func lengths(_ rectangle: Rectangle) -> (along: Double, across: Double) {
    (Double(rectangle.rows.count) * cellAhead, Double(rectangle.columns.count) * cellAside)
  }

  /// The corners of a rectangle; the first is the one from which it lies ahead and to the right.
  func corners(_ rectangle: Rectangle) -> [Position] {
    func corner(_ row: Int, _ column: Int) -> Position {
      let ahead = firstAhead + Double(row) * cellAhead
      let aside = firstAside + Double(column) * cellAside
      return plane.position(
        eastMetres: ahead * sine + aside * cosine, northMetres: ahead * cosine - aside * sine)
    }
    return [
      corner(rectangle.rows.lowerBound, rectangle.columns.lowerBound),
      corner(rectangle.rows.upperBound, rectangle.columns.lowerBound),
      corner(rectangle.rows.upperBound, rectangle.columns.upperBound),
      corner(rectangle.rows.lowerBound, rectangle.columns.upperBound),
    ]
  }

  /// The probability of success of searches of rectangles, each with its swept area, under random search.
  func success(_ searches: [(Rectangle, Double)]) -> Double {
    let left = remaining(searches)
    return masses.indices.reduce(0) { $0 + masses[$1] - left[$1] }
  }

  func uniformSuccess(sweptSquareMetres: Double) -> Double {
    success([(Rectangle(rows: 0..<rows, columns: 0..<columns), sweptSquareMetres)])
  }

  /// A rectangle cut into strips by shares; nil for those for which no row or column is left.
  func strips(_ whole: Rectangle, shares: [Double], byRows: Bool) -> [Rectangle?] {
    let range = byRows ? whole.rows : whole.columns
    var sum = 0.0
    var start = range.lowerBound
    return shares.map { share in
      sum += share
      let end = min(range.upperBound, range.lowerBound + Int((sum * Double(range.count)).rounded()))
      guard end > start else { return nil }
      defer { start = end }
      return byRows
        ? Rectangle(rows: start..<end, columns: whole.columns) : Rectangle(rows: whole.rows, columns: start..<end)
    }
  }

  private func remaining(_ searches: [(Rectangle, Double)]) -> [Double] {
    var left = masses
    for (rectangle, swept) in searches {
      let missed = SearchMath.exponential(-swept / area(rectangle))
      for row in rectangle.rows { for column in rectangle.columns { left[row * columns + column] *= missed } }
    }
    return left
  }

  /// The rectangle in which a swept area finds the most of what the others leave; nil when there is no room.
  func best(
    sweptSquareMetres: Double, others: [(rectangle: Rectangle, swept: Double)], mayOverlap: Bool
  ) -> Rectangle? {
    let left = remaining(others.map { ($0.rectangle, $0.swept) })
    var taken = Array(repeating: 0.0, count: masses.count)
    if !mayOverlap {
      for other in others {
        for row in other.rectangle.rows { for column in other.rectangle.columns { taken[row * columns + column] = 1 } }
      }
    }
    let mass = SummedTable(left, rows: rows, columns: columns)
    let occupied = SummedTable(taken, rows: rows, columns: columns)
    var best: (rectangle: Rectangle, success: Double)?
    for bottom in 0..<rows {
      for top in (bottom + 1)...rows {
        for west in 0..<columns {
          for east in (west + 1)...columns {
            let rectangle = Rectangle(rows: bottom..<top, columns: west..<east)
            if !mayOverlap, occupied.sum(rectangle) > 0.5 { break }
            let held = mass.sum(rectangle)
            guard held > (best?.success ?? 0) else { continue }
            let success = held * (1 - SearchMath.exponential(-sweptSquareMetres / area(rectangle)))
            if success > (best?.success ?? 0) { best = (rectangle, success) }
          }
        }
      }
    }
    return best?.rectangle
  }
}

/// Sums of a table from its corner, from which the sum of any rectangle follows in four steps.
private struct SummedTable {
  private let width: Int
  private var sums: [Double]

  init(_ values: [Double], rows: Int, columns: Int) {
    width = columns + 1
    sums = Array(repeating: 0, count: (rows + 1) * width)
    for row in 0..<rows {
      for column in 0..<columns {
        sums[(row + 1) * width + column + 1] =
          values[row * columns + column] + sums[row * width + column + 1] + sums[(row + 1) * width + column]
          - sums[row * width + column]
      }
    }
  }

  func sum(_ rectangle: SearchRaster.Rectangle) -> Double {
    let (bottom, top) = (rectangle.rows.lowerBound * width, rectangle.rows.upperBound * width)
    let (west, east) = (rectangle.columns.lowerBound, rectangle.columns.upperBound)
    return sums[top + east] - sums[bottom + east] - sums[top + west] + sums[bottom + west]
  }
}
