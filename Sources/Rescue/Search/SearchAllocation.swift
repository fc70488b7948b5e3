public import Geodesy

/// Rectangles for several assets that together find the most. It proposes; a person decides.
public struct SearchAllocation: Sendable {
  /// The rectangle of one asset.
  public struct Area: Hashable, Sendable {
    /// The asset and what it brings.
    public let effort: SearchEffort
    /// The rectangle; from its first corner it lies ahead along the orientation and to the right.
    public let footprint: Polygon
    /// The direction of its first two sides, in degrees from true north, 0 to 180.
    public let orientationDegrees: Double
    /// Its length along the orientation, in metres.
    public let alongMetres: Double
    /// Its length across the orientation, in metres.
    public let acrossMetres: Double
    /// The coverage, spread evenly over the rectangle.
    public let coverage: Double
    /// The probability of success that the asset adds to those before it.
    public let success: Double

    /// The rectangle's area, in square metres.
    public var areaSquareMetres: Double { alongMetres * acrossMetres }
    /// The track spacing at which its tracks fill the rectangle in its time, in metres.
    public var trackSpacingMetres: Double { coverage > 0 ? effort.sweepWidthMetres / coverage : 0 }

    /// Parallel tracks over the rectangle from its first corner, along its longer side.
    public func plan(startTime: Instant, drift: (east: Double, north: Double)? = nil) -> SearchPatternPlan {
      SearchPatternPlan(
        pattern: alongMetres >= acrossMetres ? .parallelTrack : .creepingLine, start: footprint.ring[0],
        startTime: startTime, orientationDegrees: orientationDegrees, trackSpacingMetres: trackSpacingMetres,
        speedMetresPerSecond: effort.speedMetresPerSecond, secondsAvailable: effort.seconds,
        areaMetres: (alongMetres, acrossMetres), drift: drift)
    }
  }

  /// The areas, in the order of the efforts that were given; assets that can sweep nothing have none.
  public let areas: [Area]
  /// The probability of success of all, under random search, of the map's total mass brought to 1.
  public let success: Double
  /// The most that any distribution of the same effort could reach.
  public let bound: Double
  /// What the same effort reaches, spread evenly over the smallest box that holds all of the map's mass.
  public let uniformSuccess: Double

  /// The most assets that are dealt with together.
  public static let mostAssets = 32

  /// The rectangles for assets over a map, each beside the others unless they may overlap.
  ///
  /// Along the meridian and along the longest extent of the map, from three beginnings each (the largest effort first
  /// wherever it finds most, then the next by what is left; and the best rectangle of all together cut into strips
  /// either way), each asset chooses again with the others where they are, until nobody gains; the best end is kept.
  /// Rectangles are tried on a raster of at most 24 by 24.
  public init(_ efforts: [SearchEffort], over map: ProbabilityMap, mayOverlap: Bool = false) {
    let able = efforts.prefix(Self.mostAssets).filter { $0.sweptSquareMetres > 0 }
    let swept = able.map(\.sweptSquareMetres)
    bound = OptimalEffort(sweptSquareMetres: swept.reduce(0, +), over: map).success
    var ends = [SearchAssignment]()
    var even = 0.0
    for degrees in able.isEmpty ? [] : [0, map.longestExtentDegrees] {
      guard let raster = SearchRaster(map, orientationDegrees: degrees) else { continue }
      if degrees == 0 { even = raster.uniformSuccess(sweptSquareMetres: swept.reduce(0, +)) }
      ends.append(SearchAssignment(swept, raster, mayOverlap: mayOverlap))
    }
    uniformSuccess = even
    guard let end = ends.max(by: { $0.success < $1.success }) else {
      (areas, success) = ([], 0)
      return
    }
    var before = [(SearchRaster.Rectangle, Double)]()
    var sum = 0.0
    var areas = [Area]()
    for (index, effort) in able.enumerated() {
      guard let rectangle = end.rectangles[index], let footprint = Polygon(ring: end.raster.corners(rectangle))
      else { continue }
      before.append((rectangle, effort.sweptSquareMetres))
      let reached = end.raster.success(before)
      let lengths = end.raster.lengths(rectangle)
      areas.append(
        Area(
          effort: effort, footprint: footprint, orientationDegrees: end.raster.orientationDegrees,
          alongMetres: lengths.along, acrossMetres: lengths.across,
          coverage: effort.sweptSquareMetres / end.raster.area(rectangle), success: reached - sum))
      sum = reached
    }
    self.areas = areas
    success = sum
  }
}
