/// The outline of marked cells of a grid, as rings of corners.
///
/// A ring runs with the cells on its left: anticlockwise around an area, clockwise around a hole in it. Cells that meet at a
/// corner only lie in separate rings.
struct CellOutline {
  /// A corner of the grid: column and row of lines, counted from the south-west.
  typealias Corner = SIMD2<Int32>

  private let columns: Int
  private let rows: Int
  /// For each corner, the directions in which an outline leaves it: bit 0 east, 1 north, 2 west, 3 south.
  private var leaving: [UInt8]

  private static let ways: [Corner] = [Corner(1, 0), Corner(0, 1), Corner(-1, 0), Corner(0, -1)]

  init(marks: [Bool], rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    leaving = [UInt8](repeating: 0, count: (rows + 1) * (columns + 1))
    func isMarked(_ row: Int, _ column: Int) -> Bool {
      row >= 0 && row < rows && column >= 0 && column < columns && marks[row * columns + column]
    }
    for row in 0..<rows {
      for column in 0..<columns where isMarked(row, column) {
        if !isMarked(row - 1, column) { leaving[row * (columns + 1) + column] |= 1 }
        if !isMarked(row, column + 1) { leaving[row * (columns + 1) + column + 1] |= 2 }
        if !isMarked(row + 1, column) { leaving[(row + 1) * (columns + 1) + column + 1] |= 4 }
        if !isMarked(row, column - 1) { leaving[(row + 1) * (columns + 1) + column] |= 8 }
      }
    }
  }

  /// The rings, from the south-west on.
  mutating func rings() -> [[Corner]] {
    var rings = [[Corner]]()
    for place in leaving.indices {
      while leaving[place] != 0 {
        rings.append(ring(from: Corner(Int32(place % (columns + 1)), Int32(place / (columns + 1)))))
      }
    }
    return rings
  }

  private mutating func ring(from start: Corner) -> [Corner] {
    var (corners, corner) = ([Corner](), start)
    var way = leaving[index(start)].trailingZeroBitCount
    repeat {
      leaving[index(corner)] &= ~(1 << UInt8(way))
      let next = corner &+ Self.ways[way]
      // To the left first: around the same cell, when two meet at this corner.
      let following = [1, 0, 3].map { (way + $0) % 4 }.first { leaving[index(next)] & (1 << UInt8($0)) != 0 }
      corner = next
      guard let following else { break }
      if following != way { corners.append(corner) }
      way = following
    } while true
    // The walk ends where it began, where nothing leaves any more; that is a corner unless the outline runs straight on.
    corners.append(corner)
    return Self.withoutStraightCorners(corners)
  }

  private func index(_ corner: Corner) -> Int { Int(corner.y) * (columns + 1) + Int(corner.x) }

  private static func withoutStraightCorners(_ corners: [Corner]) -> [Corner] {
    corners.indices.compactMap { index in
      let before = corners[(index + corners.count - 1) % corners.count]
      let (corner, after) = (corners[index], corners[(index + 1) % corners.count])
      let isStraight =
        (before.x == corner.x && corner.x == after.x) || (before.y == corner.y && corner.y == after.y)
      return isStraight ? nil : corner
    }
  }

  /// Twice the area of a ring in cells: positive around an area, negative around a hole.
  static func doubleArea(_ ring: [Corner]) -> Int {
    zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) {
      $0 + Int($1.0.x) * Int($1.1.y) - Int($1.1.x) * Int($1.0.y)
    }
  }

  /// Whether the cell at the north-east of a corner lies in a ring.
  static func contains(_ ring: [Corner], cellAt corner: Corner) -> Bool {
    var inside = false
    for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1)) where start.x == end.x {
      let (south, north) = (min(start.y, end.y), max(start.y, end.y))
      if start.x > corner.x, corner.y >= south, corner.y < north { inside.toggle() }
    }
    return inside
  }
}
