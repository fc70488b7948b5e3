internal import Geodesy

/// Cells over shores: each knows the shores that run through it and whether its own point is land.
///
/// Whether a place is land follows from the cell's point and how many shores lie between the two.
struct LandRaster: Sendable {
  /// A straight piece of shore, in degrees east (`x`) and north (`y`).
  struct Edge: Sendable {
    let start: SIMD2<Double>
    let end: SIMD2<Double>

    init(_ start: Position, _ end: Position) {
      self.start = SIMD2(start.longitudeDegrees, start.latitudeDegrees)
      self.end = SIMD2(end.longitudeDegrees, end.latitudeDegrees)
    }
  }

  /// The south-western and the north-eastern corner of the box around all shores.
  let low: SIMD2<Double>
  let high: SIMD2<Double>
  private let side: Int
  private let cellSize: SIMD2<Double>
  private let edges: [Edge]
  /// The edges of cell `n` are `members[starts[n]..<starts[n + 1]]`.
  private var starts: [Int] = []
  private var members: [Int32] = []
  private var pointIsLand: [Bool] = []

  private static let sides = 16...500
  /// Where in a cell its point lies: at no simple fraction, so that it seldom falls on a shore.
  private static let pointInCell = SIMD2(0.513_712_9, 0.486_153_7)

  init(_ edges: [Edge]) {
    let corners = edges.map(\.start)
    low = corners.reduce(SIMD2(repeating: .infinity)) { pointwiseMin($0, $1) }
    high = corners.reduce(SIMD2(repeating: -.infinity)) { pointwiseMax($0, $1) }
    // About as many cells as pieces of shore, so that few share one.
    side = min(max(Int(Double(edges.count).squareRoot()), Self.sides.lowerBound), Self.sides.upperBound)
    cellSize = pointwiseMax((high - low) / Double(side), SIMD2(repeating: 1e-9))
    self.edges = edges
    fillMembers()
    fillPoints()
  }

  /// Whether a place is land.
  func contains(_ place: SIMD2<Double>) -> Bool {
    guard place.x >= low.x, place.x <= high.x, place.y >= low.y, place.y <= high.y else { return false }
    let (column, row) = (column(place.x), row(place.y))
    let cell = row * side + column
    let point = point(row: row, column: column)
    var isLand = pointIsLand[cell]
    for member in members[starts[cell]..<starts[cell + 1]] where Self.cross(edges[Int(member)], place, point) {
      isLand.toggle()
    }
    return isLand
  }

  /// Whether a piece of shore lies between two places.
  private static func cross(_ edge: Edge, _ first: SIMD2<Double>, _ second: SIMD2<Double>) -> Bool {
    let isSplit = isLeft(edge.start, of: first, second) != isLeft(edge.end, of: first, second)
    return isSplit && isLeft(first, of: edge.start, edge.end) != isLeft(second, of: edge.start, edge.end)
  }

  private static func isLeft(
    _ place: SIMD2<Double>, of start: SIMD2<Double>, _ end: SIMD2<Double>
  ) -> Bool {
    let (way, off) = (end - start, place - start)
    return way.x * off.y - way.y * off.x > 0
  }

  private func point(row: Int, column: Int) -> SIMD2<Double> {
    low + cellSize * (SIMD2(Double(column), Double(row)) + Self.pointInCell)
  }

  private func column(_ east: Double) -> Int { min(max(Int((east - low.x) / cellSize.x), 0), side - 1) }
  private func row(_ north: Double) -> Int { min(max(Int((north - low.y) / cellSize.y), 0), side - 1) }

  /// Notes in each cell the pieces of shore that run through it.
  private mutating func fillMembers() {
    var counts = [Int](repeating: 0, count: side * side + 1)
    forEachCell { cell, _ in counts[cell + 1] += 1 }
    for cell in 0..<(side * side) { counts[cell + 1] += counts[cell] }
    starts = counts
    var filled = [Int32](repeating: 0, count: counts[side * side])
    forEachCell { cell, edge in
      filled[counts[cell]] = Int32(edge)
      counts[cell] += 1
    }
    members = filled
  }

  /// Hands on each cell that a piece of shore touches, in the rows from south to north.
  private func forEachCell(_ body: (_ cell: Int, _ edge: Int) -> Void) {
    for (number, edge) in edges.enumerated() {
      let (south, north) = (min(edge.start.y, edge.end.y), max(edge.start.y, edge.end.y))
      for row in row(south)...row(north) {
        let bottom = max(south, low.y + cellSize.y * (Double(row) - 1e-6))
        let top = min(north, low.y + cellSize.y * (Double(row) + 1 + 1e-6))
        let ends = [Self.east(of: edge, at: bottom), Self.east(of: edge, at: top)]
        // A flat piece lies in one row with its whole length.
        let isFlat = north - south < cellSize.y * 1e-6
        let west = isFlat ? min(edge.start.x, edge.end.x) : min(ends[0], ends[1])
        let east = isFlat ? max(edge.start.x, edge.end.x) : max(ends[0], ends[1])
        let margin = cellSize.x * 1e-6
        for column in column(west - margin)...column(east + margin) { body(row * side + column, number) }
      }
    }
  }

  private static func east(of edge: Edge, at north: Double) -> Double {
    let height = edge.end.y - edge.start.y
    guard height != 0 else { return edge.start.x }
    let fraction = min(max((north - edge.start.y) / height, 0), 1)
    return edge.start.x + fraction * (edge.end.x - edge.start.x)
  }

  /// Finds out which points of cells are land: a point is when an odd number of shores lies west of it.
  private mutating func fillPoints() {
    var crossings = [[Double]](repeating: [], count: side)
    for edge in edges {
      let (south, north) = (min(edge.start.y, edge.end.y), max(edge.start.y, edge.end.y))
      for row in row(south)...row(north) {
        let height = point(row: row, column: 0).y
        guard (edge.start.y > height) != (edge.end.y > height) else { continue }
        crossings[row].append(Self.east(of: edge, at: height))
      }
    }
    pointIsLand = [Bool](repeating: false, count: side * side)
    for row in 0..<side {
      let sorted = crossings[row].sorted()
      var passed = 0
      for column in 0..<side {
        let east = point(row: row, column: column).x
        while passed < sorted.count, sorted[passed] < east { passed += 1 }
        pointIsLand[row * side + column] = !passed.isMultiple(of: 2)
      }
    }
  }
}
