import Geodesy

/// Shore lines in a grid, to find those that a straight way crosses.
struct ShoreLines: Sendable {
  private struct Cell: Hashable {
    let row: Int32
    let column: Int32
  }

  private let segments: [(start: Position, end: Position)]
  private let cells: [Cell: [Int32]]

  private static let cellDegrees = 0.05
  /// Cells that one way may touch: beyond it, it is too long to be judged by.
  private static let greatestCells = 400
  /// Cells that one piece of shore may touch; longer ones are coarse outlines, cut by whoever draws them.
  private static let greatestCellsPerSegment = 4000

  init(_ lines: [[Position]]) {
    var segments: [(start: Position, end: Position)] = []
    var cells: [Cell: [Int32]] = [:]
    for line in lines where line.count > 1 {
      for index in 1..<line.count {
        let number = Int32(segments.count)
        segments.append((line[index - 1], line[index]))
        for cell in Self.touched(line[index - 1], line[index], limit: Self.greatestCellsPerSegment) {
          cells[cell, default: []].append(number)
        }
      }
    }
    self.segments = segments
    self.cells = cells
  }

  var isEmpty: Bool { segments.isEmpty }

  /// The part of the way from one position to another after which it first meets the shore, 0 to 1; nil when it does
  /// not.
  func firstCrossing(from start: Position, to end: Position) -> Double? {
    var first: Double?
    for cell in Self.touched(start, end, limit: Self.greatestCells) {
      for number in cells[cell] ?? [] {
        let segment = segments[Int(number)]
        guard let part = crossing(start, end, segment.start, segment.end) else { continue }
        if part < first ?? .infinity { first = part }
      }
    }
    return first
  }

  /// The cells of the box around a way.
  private static func touched(_ start: Position, _ end: Position, limit: Int) -> [Cell] {
    let rows = range(start.latitudeDegrees, end.latitudeDegrees)
    let columns = range(start.longitudeDegrees, end.longitudeDegrees)
    guard rows.count * columns.count <= limit else { return [] }
    return rows.flatMap { row in columns.map { Cell(row: row, column: $0) } }
  }

  private static func range(_ first: Double, _ second: Double) -> ClosedRange<Int32> {
    let low = Int32((min(first, second) / cellDegrees).rounded(.down))
    return low...Int32((max(first, second) / cellDegrees).rounded(.down))
  }

  /// Where two straight ways on a chart cross, as a part of the first one.
  private func crossing(_ start: Position, _ end: Position, _ from: Position, _ to: Position) -> Double? {
    let east = end.longitudeDegrees - start.longitudeDegrees
    let north = end.latitudeDegrees - start.latitudeDegrees
    let otherEast = to.longitudeDegrees - from.longitudeDegrees
    let otherNorth = to.latitudeDegrees - from.latitudeDegrees
    let cross = east * otherNorth - north * otherEast
    guard cross != 0 else { return nil }
    let gapEast = from.longitudeDegrees - start.longitudeDegrees
    let gapNorth = from.latitudeDegrees - start.latitudeDegrees
    let part = (gapEast * otherNorth - gapNorth * otherEast) / cross
    let otherPart = (gapEast * north - gapNorth * east) / cross
    return (0...1).contains(part) && (0...1).contains(otherPart) ? part : nil
  }
}
