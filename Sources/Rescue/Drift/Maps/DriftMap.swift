public import Geodesy

/// Where an object is at an hour, as the probability that it is in each cell of a grid.
///
/// Cells are counted from the south-west, row by row to the north. The map is the histogram of the particles, smoothed over
/// neighbouring cells so that chance between them does not show as structure.
public struct DriftMap: Sendable {
  /// Hours of drift.
  public let hour: Int
  /// The moment.
  public let instant: Instant
  /// The southern and the western edge of the grid, in degrees.
  public let southDegrees: Double
  /// Degrees east of the western edge; it may lie beyond 180 when the grid crosses the antimeridian.
  public let westDegrees: Double
  /// Height of a cell, in degrees.
  public let cellHeightDegrees: Double
  /// Width of a cell, in degrees.
  public let cellWidthDegrees: Double
  /// How many rows and columns there are.
  public let rows: Int
  /// How many columns there are.
  public let columns: Int
  /// The probability of each cell; they add up to 1.
  public let probabilities: [Double]
  /// The share of the particles in each cell, before it is smoothed.
  let particleShares: [Double]
  /// The share of particles that left the cover of the fields and are not on the map.
  public let shareOutsideCover: Double

  /// The most cells in a row or a column.
  public static let mostCells = 2000
  /// Cells along the longer side of the ensemble unless a size is asked for: as many as its particles can fill.
  private static let usualCells = 24.0...120.0
  private static let cellsByRootOfParticles = 0.6
  /// The smallest cell, in metres.
  private static let leastCellMetres = 50.0
  /// Cells around the ensemble that stay empty until it is smoothed.
  private static let margin = 4

  /// The map of an hour.
  ///
  /// - Parameters:
  ///   - ensemble: the particles.
  ///   - hour: 0 to the hours of the drift.
  ///   - cellMetres: the side of a cell; nil for one that suits the spread of the ensemble.
  /// - Returns: nil when no particle's place is known, or the hour is not one of the drift.
  public init?(_ ensemble: DriftEnsemble, hour: Int, cellMetres: Double? = nil) {
    guard (0...ensemble.scenario.hours).contains(hour) else { return nil }
    let members = (0..<ensemble.count).map { particle in
      let position = ensemble.position(particle, hour: hour)
      return DriftMember(
        place: SIMD2(position.latitudeDegrees, position.longitudeDegrees),
        status: ensemble.status(particle, hour: hour), weight: 1, hypothesis: ensemble.hypotheses[particle])
    }
    let cloud = DriftCloud(
      instant: ensemble.instant(hour: hour), origin: ensemble.scenario.position, members: members,
      hypotheses: ensemble.scenario.hypotheses.count)
    self.init(cloud, hour: hour, cellMetres: cellMetres)
  }

  /// The map of weighted members.
  ///
  /// - Parameters:
  ///   - cloud: the members at a moment.
  ///   - hour: what the map is numbered by, such as hours from now on.
  ///   - cellMetres: the side of a cell; nil for one that suits the spread of the members.
  /// - Returns: nil when no member's place is known.
  public init?(_ cloud: DriftCloud, hour: Int, cellMetres: Double? = nil) {
    let origin = cloud.origin.longitudeDegrees
    // Longitudes are unrolled around the start, so that the antimeridian tears no map.
    let places = cloud.places.map { SIMD2($0.x, origin + Units.turn(fromDegrees: origin, toDegrees: $0.y)) }
    guard let first = places.first else { return nil }
    let low = places.reduce(first) { pointwiseMin($0, $1) }
    let high = places.reduce(first) { pointwiseMax($0, $1) }
    let scale = EarthScale.metresPerDegree(SIMD8(repeating: (low.x + high.x) / 2))
    let metres = SIMD2(scale.north[0], scale.east[0])
    let extent = ((high - low) * metres).max()
    let usual = Double(places.count).squareRoot() * Self.cellsByRootOfParticles
    let cells = min(max(usual, Self.usualCells.lowerBound), Self.usualCells.upperBound)
    let wanted = cellMetres.map { $0.isFinite ? $0 : 0 } ?? extent / cells
    let side = max(wanted, Self.leastCellMetres, extent / Double(Self.mostCells - 2 * Self.margin - 2))
    let cell = SIMD2(repeating: side) / metres
    let margin = Double(Self.margin) * cell
    (self.hour, instant) = (hour, cloud.instant)
    (cellHeightDegrees, cellWidthDegrees) = (cell.x, cell.y)
    (southDegrees, westDegrees) = (low.x - margin.x, low.y - margin.y)
    rows = Int((high.x - low.x) / cell.x) + 1 + 2 * Self.margin
    columns = Int((high.y - low.y) / cell.y) + 1 + 2 * Self.margin
    var shares = [Double](repeating: 0, count: rows * columns)
    for (place, weight) in zip(places, cloud.weights) {
      let (row, column) = (Int((place.x - southDegrees) / cell.x), Int((place.y - westDegrees) / cell.y))
      shares[min(row, rows - 1) * columns + min(column, columns - 1)] += weight
    }
    particleShares = shares
    probabilities = Self.smoothed(shares, columns: columns)
    shareOutsideCover = cloud.shareOutsideCover
  }

  /// The middle of a cell.
  public func centre(row: Int, column: Int) -> Position? {
    let longitude = westDegrees + (Double(column) + 0.5) * cellWidthDegrees
    return Position(
      latitudeDegrees: southDegrees + (Double(row) + 0.5) * cellHeightDegrees,
      longitudeDegrees: Units.turn(fromDegrees: 0, toDegrees: longitude))
  }

  /// The cells of highest probability that together hold a share of the particles, as a mark for each cell.
  ///
  /// The particles are counted and not the smoothed probabilities, which would make every area too wide.
  ///
  /// - Parameter share: 0.5 for the half of the particles that lie closest together.
  public func cells(holding share: Double) -> [Bool] {
    let order = probabilities.indices.filter { probabilities[$0] > 0 }.sorted {
      probabilities[$0] == probabilities[$1] ? $0 < $1 : probabilities[$0] > probabilities[$1]
    }
    var (marks, sum) = ([Bool](repeating: false, count: probabilities.count), 0.0)
    for cell in order {
      // The sum of many small shares may stop short of 1 by its rounding.
      if sum >= share - 1e-9 { break }
      marks[cell] = true
      sum += particleShares[cell]
    }
    return marks
  }

  /// Spreads each cell over its neighbours by the binomial weights 1, 4, 6, 4, 1 in both directions.
  private static func smoothed(_ cells: [Double], columns: Int) -> [Double] {
    let along = spread(cells, by: 1)
    return spread(along, by: columns)
  }

  private static func spread(_ cells: [Double], by step: Int) -> [Double] {
    let weights = [1.0, 4, 6, 4, 1].map { $0 / 16 }
    // The margin of empty cells keeps what is spread inside the grid.
    return cells.indices.map { cell in
      (0..<5).reduce(0) { sum, place in
        let neighbour = cell + (place - 2) * step
        return cells.indices.contains(neighbour) ? sum + weights[place] * cells[neighbour] : sum
      }
    }
  }
}
