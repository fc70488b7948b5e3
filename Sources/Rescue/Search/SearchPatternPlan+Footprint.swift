public import Geodesy

extension SearchPatternPlan {
  /// The area that the pattern looks over, where it lies in the middle of the search, and how much of it is swept.
  public struct Footprint: Hashable, Sendable {
    /// The area.
    public let polygon: Polygon
    /// When half of the time has passed.
    public let time: Instant
    /// The length of the legs that are searched on, in metres.
    public let searchedMetres: Double
    /// When the last leg ends.
    public let ends: Instant

    /// The coverage of a sweep width over the area: 1,000 m wide along 20 km in 40 km² cover it 0.5 times.
    public func coverage(sweepWidthMetres: Double) -> Double {
      SearchCoverage.coverage(
        sweepWidthMetres: sweepWidthMetres, speedMetresPerSecond: searchedMetres, seconds: 1,
        areaSquareMetres: polygon.areaSquareMetres)
    }
  }

  /// Corners of the circle of a sector search.
  private static let circleCorners = 24

  /// The footprint of the legs, as far as the time goes.
  ///
  /// A sector search has the circle of its radius; a track line half a spacing around its way out and back; every other
  /// pattern the rectangle of its tracks with half a spacing around it. Where the pattern moves with the drift, the area
  /// lies where it is in the middle of the search.
  ///
  /// - Throws: `SearchPatternError` as `legs()` does; `noArea` when nothing of it is searched.
  public func footprint() throws(SearchPatternError) -> Footprint {
    var still = self
    still.drift = nil
    let (legs, moving) = (try still.legs(), try legs())
    let searched = legs.filter(\.isSearched)
    guard let last = moving.last, !searched.isEmpty else { throw .noArea }
    let seconds = last.endTime.seconds(since: startTime)
    let shift = (east: (drift?.east ?? 0) * seconds / 2, north: (drift?.north ?? 0) * seconds / 2)
    let plane = TangentPlane(origin: start)
    let corners: [(east: Double, north: Double)] =
      switch pattern {
      case .sector: circle
      case .trackLine: corridor(plane)
      case .expandingSquare, .parallelTrack, .creepingLine: rectangle(searched, plane)
      }
    let ring = corners.map { plane.position(eastMetres: $0.east + shift.east, northMetres: $0.north + shift.north) }
    guard let polygon = Polygon(ring: ring), polygon.areaSquareMetres > 0 else { throw .noArea }
    return Footprint(
      polygon: polygon, time: startTime.adding(milliseconds: Int64(seconds * 500)),
      searchedMetres: moving.filter(\.isSearched).reduce(0) { $0 + $1.distanceMetres }, ends: last.endTime)
  }

  private var circle: [(east: Double, north: Double)] {
    (0..<Self.circleCorners).map { corner in
      let degrees = 360 * Double(corner) / Double(Self.circleCorners)
      return (
        trackSpacingMetres * SearchMath.sine(degrees: degrees), trackSpacingMetres * SearchMath.cosine(degrees: degrees)
      )
    }
  }

  /// The box along the orientation around the legs, half a spacing wider on every side.
  private func rectangle(_ legs: [SearchLeg], _ plane: TangentPlane) -> [(east: Double, north: Double)] {
    let (sine, cosine) = (
      SearchMath.sine(degrees: orientationDegrees), SearchMath.cosine(degrees: orientationDegrees)
    )
    let ends = legs.flatMap { [$0.start, $0.end] }.map { position in
      let place = plane.local(position)
      return (
        ahead: place.eastMetres * sine + place.northMetres * cosine,
        aside: place.eastMetres * cosine - place.northMetres * sine
      )
    }
    let half = trackSpacingMetres / 2
    let ahead = ((ends.map(\.ahead).min() ?? 0) - half, (ends.map(\.ahead).max() ?? 0) + half)
    let aside = ((ends.map(\.aside).min() ?? 0) - half, (ends.map(\.aside).max() ?? 0) + half)
    return [(ahead.0, aside.0), (ahead.1, aside.0), (ahead.1, aside.1), (ahead.0, aside.1)].map { ahead, aside in
      (ahead * sine + aside * cosine, ahead * cosine - aside * sine)
    }
  }

  /// Half a spacing beyond the way on one side and one and a half on the other, where the way back lies.
  private func corridor(_ plane: TangentPlane) -> [(east: Double, north: Double)] {
    let points = way.map { plane.local($0) }
    func edge(_ metres: Double) -> [(east: Double, north: Double)] {
      points.indices.compactMap { index in
        let (before, after) = (points[max(0, index - 1)], points[min(points.count - 1, index + 1)])
        let (east, north) = (after.eastMetres - before.eastMetres, after.northMetres - before.northMetres)
        let length = (east * east + north * north).squareRoot()
        guard length > 0 else { return nil }
        return (
          points[index].eastMetres + north / length * metres, points[index].northMetres - east / length * metres
        )
      }
    }
    let side = turnsLeft ? -1.0 : 1.0
    return edge(-side * trackSpacingMetres / 2) + edge(side * trackSpacingMetres * 1.5).reversed()
  }
}
