/// What one asset can bring to a search.
public struct SearchEffort: Hashable, Sendable {
  /// The asset, as the desk knows it.
  public var asset: String
  /// Its corrected sweep width for this object and weather, in metres.
  public var sweepWidthMetres: Double
  /// Its speed while searching, in metres a second.
  public var speedMetresPerSecond: Double
  /// How long it can search, in seconds, without the ways there and back.
  public var seconds: Double

  /// An effort of these parts.
  public init(asset: String, sweepWidthMetres: Double, speedMetresPerSecond: Double, seconds: Double) {
    self.asset = asset
    self.sweepWidthMetres = sweepWidthMetres
    self.speedMetresPerSecond = speedMetresPerSecond
    self.seconds = seconds
  }

  /// The area that it sweeps, W·V·T, in square metres; 0 when a number cannot be.
  public var sweptSquareMetres: Double {
    guard sweepWidthMetres > 0, speedMetresPerSecond > 0, seconds > 0 else { return 0 }
    let swept = sweepWidthMetres * speedMetresPerSecond * seconds
    return swept.isFinite ? swept : 0
  }
}

/// The best that any search could do with an effort: how much of it belongs in each cell.
///
/// Source: Charnes and Cooper 1958, "The theory of search: optimum distribution of search effort"; Stone 1975, 2.2:
/// under random search the coverage of a cell is ln(ρ/λ) where its density of probability ρ exceeds λ, and nothing
/// elsewhere, with λ such that the effort is spent.
public struct OptimalEffort: Sendable {
  /// The coverage of each cell of the map.
  public let coverage: [Double]
  /// The probability of success, of the map's total mass brought to 1.
  public let success: Double

  /// The best distribution of a swept area over a map.
  ///
  /// Two cells of 1 km², with 0.8 and 0.2 in them, and 2 km² to sweep: the first gets 1.693, the second 0.307, for a
  /// success of 0.8·(1 − e^−1.693) + 0.2·(1 − e^−0.307) = 0.706; evenly spread it is 0.632.
  public init(sweptSquareMetres: Double, over map: ProbabilityMap) {
    let total = map.totalMass
    var coverage = Array(repeating: 0.0, count: map.count)
    guard total > 0, sweptSquareMetres > 0, sweptSquareMetres.isFinite else {
      self.coverage = coverage
      success = 0
      return
    }
    let cells = Self.densestFirst(map, total)
    // With the densest cells in, the level is where the sum of area·(ln ρ − ln λ) is the effort.
    var (area, weighted) = (0.0, 0.0)
    var level = 0.0
    for (index, cell) in cells.enumerated() {
      area += cell.area
      weighted += cell.area * cell.logDensity
      level = (weighted - sweptSquareMetres) / area
      if index + 1 == cells.count || level >= cells[index + 1].logDensity { break }
    }
    var success = 0.0
    for cell in cells where cell.logDensity > level {
      coverage[cell.cell] = cell.logDensity - level
      success += map.masses[cell.cell] / total * (1 - SearchMath.exponential(level - cell.logDensity))
    }
    self.coverage = coverage
    self.success = success
  }

  private struct Cell {
    let cell: Int
    let area: Double
    let logDensity: Double
  }

  private static func densestFirst(_ map: ProbabilityMap, _ total: Double) -> [Cell] {
    var cells = [Cell]()
    for cell in map.masses.indices where map.masses[cell] > 0 {
      let area = map.areaSquareMetres(ofCell: cell)
      cells.append(Cell(cell: cell, area: area, logDensity: SearchMath.logarithm(map.masses[cell] / total / area)))
    }
    return cells.sorted { first, second in
      first.logDensity != second.logDensity ? first.logDensity > second.logDensity : first.cell < second.cell
    }
  }
}
