import Geodesy

extension SearchPatternPlan {
  /// The most legs of a pattern.
  public static let mostLegs = 2000
  private static let longestSeconds = 7 * 86_400.0
  private static let largestMetres = 2_000_000.0

  /// The legs with their times, in order.
  ///
  /// An expanding square with a spacing of 1,000 m has legs of 1, 1, 2, 2, 3, 3 km. Where the object drifts, the
  /// pattern is laid out on the moving water: each leg is as long in time as the asset needs over the ground to be
  /// where the end of the leg will have drifted by then.
  ///
  /// - Throws: `SearchPatternError` for a plan that cannot be sailed or flown.
  public func legs() throws(SearchPatternError) -> [SearchLeg] {
    guard orientationDegrees.isFinite, trackSpacingMetres > 0, trackSpacingMetres < Self.largestMetres,
      speedMetresPerSecond > 0, speedMetresPerSecond < 1000, (0...Self.longestSeconds).contains(secondsAvailable),
      drift.map({ $0.east.isFinite && $0.north.isFinite }) ?? true
    else { throw .numbersOutOfRange }
    if let drift {
      let squared = drift.east * drift.east + drift.north * drift.north
      guard squared < speedMetresPerSecond * speedMetresPerSecond else { throw .driftTooFast }
    }
    return timed(try points())
  }

  /// A corner of the pattern before any drift, in metres east and north of the start.
  private struct Corner {
    var east: Double
    var north: Double
    /// Whether the leg towards it is searched on.
    var isSearched = true
  }

  private func points() throws(SearchPatternError) -> [Corner] {
    let longest = secondsAvailable * speedMetresPerSecond
    switch pattern {
    case .sector: return sectorCorners()
    case .expandingSquare: return try squareCorners(longest)
    case .parallelTrack: return try tracks(long: areaMetres.along, wide: areaMetres.across, creeping: false)
    case .creepingLine: return try tracks(long: areaMetres.across, wide: areaMetres.along, creeping: true)
    case .trackLine: return try wayCorners()
    }
  }

  /// A place by metres ahead along the orientation and to the side to which the pattern turns.
  private func corner(ahead: Double, aside: Double, isSearched: Bool = true) -> Corner {
    let side = turnsLeft ? -aside : aside
    let (sine, cosine) = (
      SearchMath.sine(degrees: orientationDegrees), SearchMath.cosine(degrees: orientationDegrees)
    )
    return Corner(
      east: ahead * sine + side * cosine, north: ahead * cosine - side * sine, isSearched: isSearched)
  }

  /// Three triangles through the datum: out, across, back in, and on through the datum.
  private func sectorCorners() -> [Corner] {
    func spoke(_ degrees: Double) -> Corner {
      corner(
        ahead: trackSpacingMetres * SearchMath.cosine(degrees: degrees),
        aside: trackSpacingMetres * SearchMath.sine(degrees: degrees))
    }
    let datum = Corner(east: 0, north: 0)
    // Each turn is of 120°: the leg across joins spokes 60° apart, and the leg back in goes on as the next spoke out.
    return [datum, spoke(0), spoke(60), datum, spoke(240), spoke(300), datum, spoke(120), spoke(180), datum]
  }

  private func squareCorners(_ longest: Double) throws(SearchPatternError) -> [Corner] {
    var corners = [Corner(east: 0, north: 0)]
    var (ahead, aside, way) = (0.0, 0.0, 0.0)
    var leg = 0
    while way < longest {
      guard leg < Self.mostLegs else { throw .tooManyLegs }
      let length = Double(leg / 2 + 1) * trackSpacingMetres
      switch leg % 4 {
      case 0: ahead += length
      case 1: aside += length
      case 2: ahead -= length
      default: aside -= length
      }
      corners.append(corner(ahead: ahead, aside: aside))
      way += length
      leg += 1
    }
    return corners
  }

  /// Tracks to and fro within a rectangle, half a spacing from its edges.
  private func tracks(long: Double, wide: Double, creeping: Bool) throws(SearchPatternError) -> [Corner] {
    guard long > 0, wide > 0, long < Self.largestMetres, wide < Self.largestMetres else { throw .noArea }
    let count = max(1, (wide / trackSpacingMetres).rounded())
    guard count * 2 <= Double(Self.mostLegs) else { throw .tooManyLegs }
    // The tracks fill the width evenly, so that no strip along its edge is left out.
    let spacing = wide / count
    let inset = min(spacing, long) / 2
    var corners = [Corner]()
    for track in 0..<Int(count) {
      let aside = (Double(track) + 0.5) * spacing
      let ends = track.isMultiple(of: 2) ? [inset, long - inset] : [long - inset, inset]
      for (place, end) in ends.enumerated() {
        let isSearched = place == 1
        corners.append(
          creeping
            ? corner(ahead: aside, aside: end, isSearched: isSearched)
            : corner(ahead: end, aside: aside, isSearched: isSearched))
      }
    }
    return corners
  }

  /// Along the way, then back beside it by one spacing.
  private func wayCorners() throws(SearchPatternError) -> [Corner] {
    guard way.count >= 2 else { throw .noWay }
    guard way.count * 2 <= Self.mostLegs else { throw .tooManyLegs }
    let plane = TangentPlane(origin: start)
    let out = way.map { position in
      let place = plane.local(position)
      return Corner(east: place.eastMetres, north: place.northMetres)
    }
    var back = [Corner]()
    for (index, point) in out.enumerated().reversed() {
      let (before, after) = (out[max(0, index - 1)], out[min(out.count - 1, index + 1)])
      let (east, north) = (after.east - before.east, after.north - before.north)
      let length = (east * east + north * north).squareRoot()
      guard length > 0 else { continue }
      let side = turnsLeft ? -trackSpacingMetres : trackSpacingMetres
      back.append(
        Corner(
          east: point.east + north / length * side, north: point.north - east / length * side,
          isSearched: index < out.count - 1))
    }
    return out + back
  }

  /// The legs between the corners, moved along with the drift, as far as the time goes.
  private func timed(_ corners: [Corner]) -> [SearchLeg] {
    guard var here = corners.first else { return [] }
    let plane = TangentPlane(origin: start)
    let (driftEast, driftNorth) = drift ?? (0, 0)
    var legs = [SearchLeg]()
    var seconds = 0.0
    for next in corners.dropFirst() {
      let (east, north) = (next.east - here.east, next.north - here.north)
      let needed = Self.seconds(east, north, driftEast, driftNorth, speed: speedMetresPerSecond)
      guard needed > 0, secondsAvailable > seconds else { continue }
      let share = min(1, (secondsAvailable - seconds) / needed)
      let end = seconds + needed * share
      let begins = (here.east + driftEast * seconds, here.north + driftNorth * seconds)
      let ends = (here.east + east * share + driftEast * end, here.north + north * share + driftNorth * end)
      legs.append(
        SearchLeg(
          start: legs.last?.end ?? plane.position(eastMetres: begins.0, northMetres: begins.1),
          end: plane.position(eastMetres: ends.0, northMetres: ends.1), startTime: moment(seconds),
          endTime: moment(end), courseDegrees: SearchMath.bearing(east: ends.0 - begins.0, north: ends.1 - begins.1),
          distanceMetres: (end - seconds) * speedMetresPerSecond, isSearched: next.isSearched))
      here = next
      seconds = end
    }
    return legs
  }

  private func moment(_ seconds: Double) -> Instant {
    startTime.adding(milliseconds: Int64((seconds * 1000).rounded()))
  }

  /// The time over the ground to a point that drifts away meanwhile: the positive root of |way + drift·t| = speed·t.
  private static func seconds(
    _ east: Double, _ north: Double, _ driftEast: Double, _ driftNorth: Double, speed: Double
  ) -> Double {
    let squared = speed * speed - driftEast * driftEast - driftNorth * driftNorth
    let half = east * driftEast + north * driftNorth
    let way = east * east + north * north
    return (half + (half * half + squared * way).squareRoot()) / squared
  }
}
