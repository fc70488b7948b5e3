/// The area that holds a share of the probability of where an object is at an hour.
public struct SearchArea: Sendable {
  /// The share that was asked for: 0.5, 0.9 or 0.95, usually.
  public let share: Double
  /// The share of the particles that the area holds: at least the share, since it is made of whole cells.
  public let probability: Double
  /// The area in square metres.
  public let areaSquareMetres: Double
  /// The parts of the area.
  public let parts: [Part]

  /// A part of an area: an outline with the holes in it.
  public struct Part: Sendable {
    /// The outline, anticlockwise; longitudes run on beyond 180 degrees where the map crosses the antimeridian.
    public let outline: [(longitudeDegrees: Double, latitudeDegrees: Double)]
    /// The holes, clockwise.
    public let holes: [[(longitudeDegrees: Double, latitudeDegrees: Double)]]
  }

  /// The smallest area of cells of a map that holds a share of its probability; 0 and less make an empty one.
  public init(_ map: DriftMap, share: Double) {
    let marks = map.cells(holding: share)
    var outline = CellOutline(marks: marks, rows: map.rows, columns: map.columns)
    let rings = outline.rings()
    let outlines = rings.filter { CellOutline.doubleArea($0) > 0 }
    var holes = [[[CellOutline.Corner]]](repeating: [], count: outlines.count)
    for hole in rings where CellOutline.doubleArea(hole) < 0 {
      let owner = outlines.indices.filter { CellOutline.contains(outlines[$0], cellAt: Self.cell(inside: hole)) }
        .min { CellOutline.doubleArea(outlines[$0]) < CellOutline.doubleArea(outlines[$1]) }
      if let owner { holes[owner].append(hole) }
    }
    let place = { (corner: CellOutline.Corner) in
      (
        longitudeDegrees: map.westDegrees + Double(corner.x) * map.cellWidthDegrees,
        latitudeDegrees: map.southDegrees + Double(corner.y) * map.cellHeightDegrees
      )
    }
    parts = zip(outlines, holes).map { outline, holes in
      Part(outline: outline.map(place), holes: holes.map { $0.map(place) })
    }
    self.share = share
    let held = marks.indices.filter { marks[$0] }
    probability = held.reduce(0) { $0 + map.particleShares[$1] }
    areaSquareMetres = held.reduce(0) { sum, cell in
      let latitude = map.southDegrees + (Double(cell / map.columns) + 0.5) * map.cellHeightDegrees
      let metres = EarthScale.metresPerDegree(SIMD8(repeating: latitude))
      return sum + map.cellHeightDegrees * metres.north[0] * map.cellWidthDegrees * metres.east[0]
    }
  }

  /// The south-western corner of a cell inside a hole: the southernmost side of a hole lies under one.
  private static func cell(inside hole: [CellOutline.Corner]) -> CellOutline.Corner {
    hole.min { ($0.y, $0.x) < ($1.y, $1.x) } ?? CellOutline.Corner(0, 0)
  }
}
