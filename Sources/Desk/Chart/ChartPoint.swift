/// A corner of a chart shape, in degrees of the chart's plane.
///
/// Chart shapes are drawn, never measured, so clipping and simplifying work on longitude and latitude as plane
/// coordinates. A degree of longitude is then too wide by the cosine of the latitude, which only makes simplifying
/// keep a little more than asked.
struct ChartPoint: Hashable, Sendable {
  var longitudeDegrees: Double
  var latitudeDegrees: Double

  /// Whether both coordinates are numbers on the globe.
  var isOnTheGlobe: Bool {
    longitudeDegrees.isFinite && latitudeDegrees.isFinite && abs(longitudeDegrees) <= 180.001
      && abs(latitudeDegrees) <= 90.001
  }
}

/// The part of the chart that one prepared file covers, in degrees; it does not cross the antimeridian.
package struct ChartBox: Hashable, Sendable {
  package let southDegrees: Double
  package let westDegrees: Double
  package let northDegrees: Double
  package let eastDegrees: Double

  /// Nil unless south is below north, west is left of east, and all four lie on the globe.
  package init?(south: Double, west: Double, north: Double, east: Double) {
    guard [south, west, north, east].allSatisfy(\.isFinite), south < north, west < east,
      south >= -90, north <= 90, west >= -180, east <= 180
    else { return nil }
    southDegrees = south
    westDegrees = west
    northDegrees = north
    eastDegrees = east
  }

  /// Reads "south,west,north,east" in decimal degrees, as the command line takes it.
  package init?(text: String) {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    guard numbers.count == 4, let south = numbers[0], let west = numbers[1], let north = numbers[2],
      let east = numbers[3]
    else { return nil }
    self.init(south: south, west: west, north: north, east: east)
  }

  /// The whole globe.
  package static let world = ChartBox(unchecked: (-90, -180, 90, 180))

  init(unchecked bounds: (south: Double, west: Double, north: Double, east: Double)) {
    southDegrees = bounds.south
    westDegrees = bounds.west
    northDegrees = bounds.north
    eastDegrees = bounds.east
  }

  func contains(_ point: ChartPoint) -> Bool {
    point.latitudeDegrees >= southDegrees && point.latitudeDegrees <= northDegrees
      && point.longitudeDegrees >= westDegrees && point.longitudeDegrees <= eastDegrees
  }

  /// The four corners, closed, anticlockwise.
  var ring: [ChartPoint] {
    [
      ChartPoint(longitudeDegrees: westDegrees, latitudeDegrees: southDegrees),
      ChartPoint(longitudeDegrees: eastDegrees, latitudeDegrees: southDegrees),
      ChartPoint(longitudeDegrees: eastDegrees, latitudeDegrees: northDegrees),
      ChartPoint(longitudeDegrees: westDegrees, latitudeDegrees: northDegrees),
      ChartPoint(longitudeDegrees: westDegrees, latitudeDegrees: southDegrees),
    ]
  }
}
