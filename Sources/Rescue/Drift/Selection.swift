/// Values of which a few are wanted by their place in the order, without sorting them all.
///
/// The values are counted into cells of one width; only those of the cells that hold a wanted place are gathered and
/// sorted. Source: the distributive partitioning of Dobosiewicz 1978, "Sorting by distributive partitioning", kept to the
/// parts that are asked for.
enum Selection {
  /// How many values a cell holds on average, and the most cells.
  private static let valuesPerCell = 8
  private static let mostCells = 4096

  /// The values that would stand at some places, counted from 0, if all were sorted.
  ///
  /// - Parameter places: places within the values, in any order.
  static func values(of values: [Double], at places: [Int]) -> [Double] {
    guard let cells = Cells(values, count: min(max(values.count / valuesPerCell, 1), mostCells)) else {
      return places.map { values[$0] }
    }
    // One count of the values that lie before each cell, and one past the end.
    var before = [Int](repeating: 0, count: cells.count + 1)
    let cellOfValue = values.map { value in
      let cell = cells.cell(of: value)
      before[cell + 1] += 1
      return UInt16(truncatingIfNeeded: cell)
    }
    for cell in 0..<cells.count { before[cell + 1] += before[cell] }
    let wanted = places.map { place in cells.cell(holding: place, before) }
    var gathered = [[Double]](repeating: [], count: cells.count)
    var isWanted = [Bool](repeating: false, count: cells.count)
    for cell in wanted {
      isWanted[cell] = true
      gathered[cell].reserveCapacity(before[cell + 1] - before[cell])
    }
    for (value, cell) in zip(values, cellOfValue) where isWanted[Int(cell)] { gathered[Int(cell)].append(value) }
    for cell in Set(wanted) { gathered[cell].sort() }
    return zip(places, wanted).map { place, cell in gathered[cell][place - before[cell]] }
  }

  /// Cells of one width from the least value to the greatest.
  private struct Cells {
    let count: Int
    private let least: Double
    private let cellsPerUnit: Double

    /// Nil when all values are the same, and there is nothing to part.
    init?(_ values: [Double], count: Int) {
      var (least, greatest) = (Double.infinity, -Double.infinity)
      for value in values {
        least = value < least ? value : least
        greatest = value > greatest ? value : greatest
      }
      guard least < greatest else { return nil }
      (self.count, self.least) = (count, least)
      cellsPerUnit = Double(count) / (greatest - least)
    }

    /// The cell of a value; what is not a number lies in the first.
    @inline(__always)
    func cell(of value: Double) -> Int {
      let cell = (value - least) * cellsPerUnit
      return cell > 0 ? (cell < Double(count - 1) ? Int(cell) : count - 1) : 0
    }

    /// The cell in which the value at a place of the order lies.
    func cell(holding place: Int, _ before: [Int]) -> Int {
      var (low, high) = (0, count - 1)
      while low < high {
        let middle = (low + high) / 2
        if before[middle + 1] > place { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }
}
