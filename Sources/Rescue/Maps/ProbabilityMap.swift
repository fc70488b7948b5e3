public import Geodesy

/// Where something is, as probability over a regular grid of latitude and longitude.
///
/// The masses of the cells and `outsideMass` add up to what was put in; a search that found nothing leaves less.
public struct ProbabilityMap: Sendable, Equatable {
  /// The southern edge of the grid, in degrees north.
  public let southDegrees: Double
  /// The western edge of the grid, in degrees east; the grid may run across the antimeridian.
  public let westDegrees: Double
  /// The height of a cell, in degrees.
  public let cellHeightDegrees: Double
  /// The width of a cell, in degrees.
  public let cellWidthDegrees: Double
  /// How many rows there are, from the south.
  public let rows: Int
  /// How many columns there are, from the west.
  public let columns: Int
  /// The mass of each cell, row by row from the south-western corner; never negative.
  public private(set) var masses: [Double]
  /// The mass that lies beyond the grid.
  public private(set) var outsideMass: Double

  /// The most cells of a map.
  public static let mostCells = 4_000_000

  /// A map without any mass, or nil when the grid cannot be.
  public init?(
    southDegrees: Double, westDegrees: Double, cellHeightDegrees: Double, cellWidthDegrees: Double, rows: Int,
    columns: Int
  ) {
    guard rows > 0, columns > 0, rows <= Self.mostCells, columns <= Self.mostCells / rows,
      cellHeightDegrees > 0, cellWidthDegrees > 0, southDegrees >= -90, westDegrees.magnitude <= 180,
      southDegrees + cellHeightDegrees * Double(rows) <= 90 + 1e-9, cellWidthDegrees * Double(columns) <= 360 + 1e-9
    else { return nil }
    self.southDegrees = southDegrees
    self.westDegrees = westDegrees
    self.cellHeightDegrees = cellHeightDegrees
    self.cellWidthDegrees = cellWidthDegrees
    self.rows = rows
    self.columns = columns
    masses = Array(repeating: 0, count: rows * columns)
    outsideMass = 0
  }

  /// How many cells there are.
  public var count: Int { masses.count }
  /// The mass in the grid.
  public var mass: Double { masses.reduce(0, +) }
  /// The mass in the grid and beyond.
  public var totalMass: Double { mass + outsideMass }

  /// The cell in which a position lies, or nil beyond the grid.
  public func cell(at position: Position) -> Int? {
    let row = ((position.latitudeDegrees - southDegrees) / cellHeightDegrees).rounded(.down)
    var east = position.longitudeDegrees - westDegrees
    if east < 0 { east += 360 }
    let column = (east / cellWidthDegrees).rounded(.down)
    guard row >= 0, row < Double(rows), column >= 0, column < Double(columns) else { return nil }
    return Int(row) * columns + Int(column)
  }

  /// A place in a cell, by shares of its height and width from the south-western corner; its middle when none are said.
  public func position(inCell cell: Int, northShare: Double = 0.5, eastShare: Double = 0.5) -> Position {
    let (row, column) = (cell / columns, cell % columns)
    let latitude = southDegrees + (Double(row) + northShare) * cellHeightDegrees
    var longitude = westDegrees + (Double(column) + eastShare) * cellWidthDegrees
    if longitude > 180 { longitude -= 360 }
    return Position(latitudeDegrees: min(90, max(-90, latitude)), longitudeDegrees: min(180, max(-180, longitude)))
      ?? Self.nowhere
  }

  /// The area of a cell on the sphere, in square metres.
  public func areaSquareMetres(ofCell cell: Int) -> Double {
    let south = southDegrees + Double(cell / columns) * cellHeightDegrees
    let belt = SearchMath.sine(degrees: min(90, south + cellHeightDegrees)) - SearchMath.sine(degrees: south)
    return Sphere.radiusMetres * Sphere.radiusMetres * belt * cellWidthDegrees * .pi / 180
  }

  /// Adds mass at a position; masses that are not finite or not positive are left out.
  public mutating func add(_ mass: Double, at position: Position) {
    guard mass > 0, mass.isFinite else { return }
    if let cell = cell(at: position) { masses[cell] += mass } else { outsideMass += mass }
  }

  /// Multiplies every cell by a factor of 0 to 1 that depends on the cell.
  mutating func multiply(_ factor: (Int) -> Double) {
    for cell in masses.indices where masses[cell] > 0 { masses[cell] *= min(1, max(0, factor(cell))) }
  }

  /// The same map with its total mass brought to 1; unchanged when it has none.
  public func normalized() -> ProbabilityMap {
    let total = totalMass
    guard total > 0 else { return self }
    var map = self
    map.masses = masses.map { $0 / total }
    map.outsideMass = outsideMass / total
    return map
  }

  private static let nowhere = Position(latitudeDegrees: 0, longitudeDegrees: 0)!
}
