/// A series of published counts: what is counted, where, along which route, by which period.
///
/// It has a place for aggregates alone. What it could be joined to, an entity, an incident or a track, has no field.
package struct StatisticSeries: Sendable, Hashable, Codable {
  /// Its name in addresses, such as `channel-daily-arrivals`.
  package var id: String
  /// What its source calls it.
  package var title: String
  package var measure: Measure
  package var period: Period
  /// The country or area that it is about, such as `United Kingdom`.
  package var place: String
  /// The route along which people and craft move, where it is about one.
  package var route: Route?
  /// By what its parts are told apart; nil for a series that is one line of figures.
  package var dimension: Dimension?
  /// Whether it counts detections of crossings, in which one person may stand several times.
  package var countsDetections: Bool

  package init(
    id: String, title: String, measure: Measure, period: Period, place: String, route: Route? = nil,
    dimension: Dimension? = nil, countsDetections: Bool = false
  ) {
    (self.id, self.title, self.measure, self.period, self.place) = (id, title, measure, period, place)
    (self.route, self.dimension, self.countsDetections) = (route, dimension, countsDetections)
  }

  /// What is counted, and the weather of the day beside which counts are read.
  package enum Measure: String, Sendable, Hashable, Codable, CaseIterable {
    case arrivals, craft, uncontrolledLandings, peoplePrevented, preventionEvents, deathsAndMissing, returns
    case workInProgress, claims, decisions, caseworkers
    /// The wind and the waves of each day, in whatever unit their source gives.
    case wind, waves

    /// Whether the figures of several periods add up to something.
    package var addsUp: Bool {
      switch self {
      case .workInProgress, .caseworkers, .wind, .waves: false
      default: true
      }
    }
  }

  /// How long each figure counts.
  package enum Period: String, Sendable, Hashable, Codable, CaseIterable {
    case day, week, month, quarter, year
  }

  /// The routes that a flow map knows; how they run is drawn by the map.
  package enum Route: String, Sendable, Hashable, Codable, CaseIterable {
    case channel, northSea, airports, seaports, inland
    case westernMediterranean, centralMediterranean, easternMediterranean, westernBalkan, westAfrican, easternLandBorder
  }

  /// By what published aggregates are broken down.
  package enum Dimension: String, Sendable, Hashable, Codable, CaseIterable {
    case route, place, nationality, sex, ageGroup, kind
  }
}
