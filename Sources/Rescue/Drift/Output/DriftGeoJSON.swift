internal import Geodesy

/// A drift as GeoJSON (RFC 7946), for charts and for other programs.
public enum DriftGeoJSON {
  /// The shares of probability whose areas are drawn.
  public static let usualShares = [0.5, 0.9, 0.95]

  /// The cells of a map with their probabilities, as a feature collection of squares.
  ///
  /// - Parameter share: only the cells that hold this share of the probability together are written.
  public static func map(_ map: DriftMap, share: Double = 0.999) -> String {
    let marks = map.cells(holding: share)
    let features = marks.indices.lazy.filter { marks[$0] }.map { cell in
      let south = map.southDegrees + Double(cell / map.columns) * map.cellHeightDegrees
      let west = map.westDegrees + Double(cell % map.columns) * map.cellWidthDegrees
      let (north, east) = (south + map.cellHeightDegrees, west + map.cellWidthDegrees)
      let ring = [(west, south), (east, south), (east, north), (west, north)]
      return feature(
        #"{"hour":\#(map.hour),"time":"\#(map.instant)","probability":\#(rounded(map.probabilities[cell], 8))}"#,
        geometry: #"{"type":"Polygon","coordinates":[\#(text(ring))]}"#)
    }
    return collection(Array(features))
  }

  /// The areas of every hour that hold shares of the probability, and the datum of each hour.
  public static func areas(_ ensemble: DriftEnsemble, shares: [Double] = usualShares) -> String {
    var features = [String]()
    for hour in 0...ensemble.scenario.hours {
      if let statistics = DriftStatistics(ensemble, hour: hour) { features.append(datum(statistics, ensemble)) }
      guard let map = DriftMap(ensemble, hour: hour) else { continue }
      for share in shares { features.append(area(SearchArea(map, share: share), map)) }
    }
    return collection(features)
  }

  /// The areas of several moments, with the datum of each.
  ///
  /// - Parameters:
  ///   - hours: the moments.
  ///   - foreignMembers: further members of the collection as JSON text without braces, such as `"inputs":{…}`.
  public static func areas(_ hours: [DriftHour], foreignMembers: String = "") -> String {
    collection(
      hours.flatMap { hour in [point(hour)] + hour.areas.map { area($0, hour.map) } }, foreignMembers: foreignMembers)
  }

  private static func point(_ hour: DriftHour) -> String {
    let properties = [
      #""kind":"datum""#, #""hour":\#(hour.hour)"#, #""time":"\#(hour.instant)""#,
      #""east_deviation_m":\#(rounded(hour.datum.eastDeviationMetres, 1))"#,
      #""north_deviation_m":\#(rounded(hour.datum.northDeviationMetres, 1))"#,
      #""radius_95_m":\#(rounded(hour.datum.radiusMetres, 1))"#,
      #""share_aground":\#(rounded(hour.shareAground, 4))"#,
      #""share_outside_cover":\#(rounded(hour.shareOutsideCover, 4))"#,
    ]
    let place = (hour.datum.position.longitudeDegrees, hour.datum.position.latitudeDegrees)
    return feature(
      "{\(properties.joined(separator: ","))}", geometry: #"{"type":"Point","coordinates":\#(text(place))}"#)
  }

  private static func area(_ area: SearchArea, _ map: DriftMap) -> String {
    let parts = area.parts.map { part in
      "["
        + ([part.outline] + part.holes).map { text($0.map { ($0.longitudeDegrees, $0.latitudeDegrees) }) }
        .joined(separator: ",") + "]"
    }
    let properties = [
      #""kind":"area""#, #""hour":\#(map.hour)"#, #""time":"\#(map.instant)""#, #""share":\#(area.share)"#,
      #""probability":\#(rounded(area.probability, 4))"#,
      #""area_km2":\#(rounded(area.areaSquareMetres / 1e6, 3))"#,
      #""share_outside_cover":\#(rounded(map.shareOutsideCover, 4))"#,
    ]
    return feature(
      "{\(properties.joined(separator: ","))}",
      geometry: #"{"type":"MultiPolygon","coordinates":[\#(parts.joined(separator: ","))]}"#)
  }

  private static func datum(_ statistics: DriftStatistics, _ ensemble: DriftEnsemble) -> String {
    let properties = [
      #""kind":"datum""#, #""hour":\#(statistics.hour)"#,
      #""time":"\#(ensemble.instant(hour: statistics.hour))""#, #""particles":\#(statistics.particles)"#,
      #""aground":\#(statistics.aground)"#, #""outside_cover":\#(statistics.outsideCover)"#,
      #""std_x_m":\#(rounded(statistics.east.deviation, 1))"#,
      #""std_y_m":\#(rounded(statistics.north.deviation, 1))"#,
    ]
    let place = (statistics.meanLongitudeDegrees, statistics.meanLatitudeDegrees)
    return feature(
      "{\(properties.joined(separator: ","))}",
      geometry: #"{"type":"Point","coordinates":\#(text(place))}"#)
  }

  private static func feature(_ properties: String, geometry: String) -> String {
    #"{"type":"Feature","properties":\#(properties),"geometry":\#(geometry)}"#
  }

  private static func collection(_ features: [String], foreignMembers: String = "") -> String {
    let members = foreignMembers.isEmpty ? "" : foreignMembers + ","
    return #"{"type":"FeatureCollection","# + members + #""features":["# + "\n" + features.joined(separator: ",\n")
      + "\n]}\n"
  }

  /// A closed ring of longitudes and latitudes.
  private static func text(_ ring: [(Double, Double)]) -> String {
    "[" + (ring + ring.prefix(1)).map { text($0) }.joined(separator: ",") + "]"
  }

  private static func text(_ place: (Double, Double)) -> String {
    "[\(rounded(place.0, 6)),\(rounded(place.1, 6))]"
  }

  private static func rounded(_ value: Double, _ decimals: Int) -> Double {
    let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
    return (value * unit).rounded() / unit
  }
}
