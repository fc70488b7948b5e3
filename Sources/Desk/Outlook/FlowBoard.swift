import Hummingbird
import Operations
import Outlook

/// How many moved along each route in a period: published totals, with small ones hidden, and whatever would give them
/// away.
struct FlowBoard: Sendable {
  /// Counts from 1 to one under this are not shown.
  static let threshold = 5

  struct Flow: Sendable {
    var route: StatisticSeries.Route
    var shown: Suppression.Shown
    var series: StatisticSeries
    var countsDetections: Bool { series.countsDetections }

    /// The count when it is shown and known.
    var count: Double? { if case .figure(let figure) = shown { figure.number } else { nil } }

    /// As it stands in the table: `[c]` hidden, `[x]` not available.
    func text(_ strings: Strings) -> String {
      if shown.isHidden { return "[c]" }
      return count.map { strings.figure($0) } ?? "[x]"
    }
  }

  /// The year that is shown, such as `2023`.
  var period: String
  /// The years that the series reach.
  var periods: [String]
  var flows: [Flow]
  var exercise: Bool

  /// Adds up the arrivals of a year along each route.
  /// - Throws: `OutlookError` never for these bounds.
  init(_ series: [(series: StatisticSeries, release: StatisticRelease)], period asked: String?) throws {
    var sums: [StatisticSeries.Route: [String: Figure]] = [:]
    var of: [StatisticSeries.Route: StatisticSeries] = [:]
    // A series broken down by route says all routes on one footing, so it goes first.
    for (series, release) in series.sorted(by: { $0.series.dimension != nil && $1.series.dimension == nil }) {
      for part in release.parts {
        let named = series.dimension == .route ? StatisticSeries.Route(label: part.label) : series.route
        guard let route = named, of[route].map({ $0.id == series.id }) ?? true else { continue }
        of[route] = series
        for (index, figure) in part.figures.enumerated() {
          let year = String(series.period.day(release.first, plus: index).text.prefix(4))
          sums[route, default: [:]][year] = Self.sum(sums[route]?[year], figure)
        }
      }
    }
    let years = Set(sums.values.flatMap(\.keys)).sorted()
    let chosen = asked.flatMap { years.contains($0) ? $0 : nil } ?? years.last ?? ""
    (periods, period) = (years, chosen)
    exercise = series.contains { $0.release.exercise }
    let routes = StatisticSeries.Route.allCases.filter { sums[$0]?[chosen] != nil }
    guard !routes.isEmpty else {
      flows = []
      return
    }
    let table = try CountTable(
      title: chosen, corner: "", columns: [chosen], rows: routes.map(\.rawValue),
      figures: routes.map { [sums[$0]?[chosen] ?? .blank] })
    let shown = try Suppression(threshold: Self.threshold).apply(table)
    flows = routes.enumerated().compactMap { index, route in
      of[route].map { Flow(route: route, shown: shown[index][0], series: $0) }
    }
  }

  private static func sum(_ one: Figure?, _ figure: StatisticFigure) -> Figure {
    guard let number = figure.number else { return one ?? .notAvailable }
    return .known((one?.number ?? 0) + number)
  }
}

extension StatisticSeries.Route {
  /// The route that a published label names; nil for one that is not on the map.
  init?(label: String) {
    let words = label.lowercased()
    let known: [(String, StatisticSeries.Route)] = [
      ("small boat", .channel), ("channel", .channel), ("air arrival", .airports), ("airport", .airports),
      ("uk ports", .seaports), ("seaport", .seaports), ("in the uk", .inland), ("north sea", .northSea),
      ("western mediterranean", .westernMediterranean), ("central mediterranean", .centralMediterranean),
      ("eastern mediterranean", .easternMediterranean), ("western balkan", .westernBalkan),
      ("west africa", .westAfrican), ("western africa", .westAfrican), ("eastern land", .easternLandBorder),
    ]
    guard let found = StatisticSeries.Route(rawValue: label) ?? known.first(where: { words.contains($0.0) })?.1 else {
      return nil
    }
    self = found
  }
}

extension Desk {
  /// The flows of the year that a request asks for.
  func flows(_ request: Request, _ acting: Acting) async throws -> FlowBoard {
    let (asKnown, moment) = try await asKnown(request)
    try await centre.consult(Consultation(.statistics, asOf: moment), as: acting)
    let all = try await centre.statisticSeries(asKnown, as: acting).filter {
      $0.measure == .arrivals && ($0.route != nil || $0.dimension == .route)
    }
    var found: [(series: StatisticSeries, release: StatisticRelease)] = []
    for series in all {
      if let release = try await centre.releases(of: series.id, newest: 1, asKnown, as: acting).releases.last {
        found.append((series, release))
      }
    }
    return try FlowBoard(found, period: request.query("period"))
  }

  @Sendable func showFlows(_ request: Request, _ context: DeskContext) async throws -> Response {
    let board = try await flows(request, try context.signedIn().acting)
    let strings = Strings.of(context.language)
    var json = JSONText(reserving: 2048)
    json.object { json in
      json.member("period", board.period)
      json.key("flows")
      json.array { json in
        for flow in board.flows {
          json.object { json in
            json.member("route", flow.route.rawValue)
            json.member("name", strings["statistics.route.\(flow.route.rawValue)"])
            json.member("shown", flow.text(strings))
            json.key("count")
            json.number(flow.count, decimals: 0)
            json.key("countsDetections")
            json.boolean(flow.countsDetections)
          }
        }
      }
    }
    return .json(json)
  }
}
