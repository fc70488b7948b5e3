import Geodesy
import Hummingbird
import Operations

/// Series and charts for programs and for the scripts of the pages.
extension Desk {
  func addStatisticsRoutes(to api: RouterGroup<DeskContext>) {
    api.get("statistics", use: listSeries)
    api.get("charts/:chart", use: showChart)
    api.get("flows", use: showFlows)
  }

  @Sendable func listSeries(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    try await centre.consult(Consultation(.statistics, asOf: moment), as: acting)
    let series = try await centre.statisticSeries(asKnown, as: acting)
    var json = JSONText(reserving: 4096)
    json.object { json in
      json.key("series")
      json.array { json in
        for one in series {
          json.object { json in
            json.member("id", one.id)
            json.member("title", one.title)
            json.member("measure", one.measure.rawValue)
            json.member("period", one.period.rawValue)
            json.member("place", one.place)
            json.key("route")
            json.string(one.route?.rawValue)
            json.key("dimension")
            json.string(one.dimension?.rawValue)
            json.key("countsDetections")
            json.boolean(one.countsDetections)
          }
        }
      }
    }
    return .json(json)
  }

  @Sendable func showChart(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    guard let name = context.parameters.get("chart").flatMap({ ChartName(rawValue: $0) }) else {
      throw DeskError(.notFound)
    }
    guard let id = request.query("series") else { throw DeskError(.invalid, "series is missing") }
    let (asKnown, moment) = try await asKnown(request)
    let ground = try await chartGround(id, asKnown, moment, context, acting)
    guard let chart = try await ground.chart(name, part: request.query("part")) else { throw DeskError(.notFound) }
    return try chart.response(request)
  }

  /// What the charts of a series are made from, with the record of who looked at it.
  func chartGround(
    _ id: String, _ asKnown: AsKnown, _ moment: Instant?, _ context: DeskContext, _ acting: Acting
  ) async throws -> ChartGround {
    try await centre.consult(
      Consultation(.statistics, subjects: ["statistics:\(id.prefix(80))"], asOf: moment), as: acting)
    let (series, releases) = try await centre.releases(of: id, asKnown, as: acting)
    let all = try await centre.statisticSeries(asKnown, as: acting)
    var beside: [StatisticSeries.Measure: StatisticRelease] = [:]
    for other in all where other.goes(beside: series) {
      beside[other.measure] = try await centre.releases(of: other.id, newest: 1, asKnown, as: acting).releases.last
    }
    return ChartGround(
      series: series, releases: releases, beside: beside, moment: moment, strings: Strings.of(context.language),
      engine: outlook)
  }
}

extension StatisticSeries {
  /// Whether it counts something else of the same place, route and period, as one line.
  fileprivate func goes(beside other: StatisticSeries) -> Bool {
    id != other.id && place == other.place && route == other.route && period == other.period && dimension == nil
  }
}
