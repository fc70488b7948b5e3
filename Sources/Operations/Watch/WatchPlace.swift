package import Geodesy

/// A named area of the watch, and what it means for the rules of behaviour.
package struct WatchPlace: Sendable, Hashable {
  /// What an area is to the watch.
  package enum Use: String, Sendable, Hashable, Codable, CaseIterable {
    /// A harbour or an anchorage: craft may stop, meet and wait there.
    case harbour
    /// An area whose entering is told.
    case guarded
    /// Where transponders are heard well, so that silence says something.
    case reception
    /// Land, on which no craft can be.
    case land
  }

  /// Its name in addresses, such as `p3f2a` or, for one that came with the chart, `chart-dover`.
  package let id: String
  /// The name that people know it by.
  package var name: String
  package var use: Use
  package var polygon: Polygon
  /// Whether somebody has taken it out.
  package var isRemoved = false
  /// Who said so last, and their agency; nil for one that came with the chart.
  package var by: String?
  package var agency: String?
  /// What was said when it was taken out.
  package var note: String?
  /// When it was said.
  package var said: Instant?

  package init(id: String, name: String, use: Use, polygon: Polygon) {
    self.id = id
    self.name = name
    self.use = use
    self.polygon = polygon
  }

  /// How the name of a place begins that came with the chart.
  package static let chartPrefix = "chart-"

  /// What came with the chart, and what people have said since: their word wins, and what they took out is gone.
  package static func merged(chart: [WatchPlace], stated: [WatchPlace]) -> [WatchPlace] {
    let known = Set(stated.map(\.id))
    return (chart.filter { !known.contains($0.id) } + stated.filter { !$0.isRemoved })
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }
}

extension WatchPlace {
  /// Places that a watch names at most.
  package static let most = 500
  /// Corners of one place at most.
  package static let mostCorners = 1_000
  /// The longest name of a place, in bytes.
  package static let longestNameBytes = 100
  /// Corners that are farther apart than this are not of one place, in degrees: one of them was mistyped.
  package static let greatestSpanDegrees = 5.0

  /// Why corners do not bound a place.
  package enum Fault: String, Sendable, CaseIterable {
    case fewCorners, manyCorners, farApart, flat, crossing
  }

  /// What is wrong with corners as the border of a place; nil when they are its border.
  package static func fault(of polygon: Polygon?) -> Fault? {
    guard let ring = polygon?.ring else { return .fewCorners }
    guard ring.count <= mostCorners else { return .manyCorners }
    let first = ring[0]
    let places = ring.map { corner in
      (east: wrapped(corner.longitudeDegrees - first.longitudeDegrees), north: corner.latitudeDegrees)
    }
    let norths = places.map(\.north)
    let easts = places.map(\.east)
    guard (norths.max() ?? 0) - (norths.min() ?? 0) <= greatestSpanDegrees,
      (easts.max() ?? 0) - (easts.min() ?? 0) <= greatestSpanDegrees
    else { return .farApart }
    if Set(ring).count < 3 { return .flat }
    return crosses(places) ? .crossing : nil
  }

  private static func wrapped(_ degrees: Double) -> Double {
    degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
  }

  /// Whether two sides that are not neighbours cross.
  private static func crosses(_ places: [(east: Double, north: Double)]) -> Bool {
    func side(_ from: Int, _ to: Int, _ point: Int) -> Double {
      let (start, end, other) = (places[from % places.count], places[to % places.count], places[point % places.count])
      return (end.east - start.east) * (other.north - start.north)
        - (end.north - start.north) * (other.east - start.east)
    }
    for first in 0..<places.count {
      for second in stride(from: first + 2, to: first == 0 ? places.count - 1 : places.count, by: 1) {
        let isApart = side(first, first + 1, second) * side(first, first + 1, second + 1) < 0
        if isApart, side(second, second + 1, first) * side(second, second + 1, first + 1) < 0 { return true }
      }
    }
    return false
  }
}
