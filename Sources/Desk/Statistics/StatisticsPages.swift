import Foundation
import Geodesy
import Hummingbird
import Marking
import Operations

/// The series of the centre, each with its vintages, and the release calendar.
extension Desk {
  func addStatisticsPages(to router: Router<DeskContext>) {
    router.get("statistics") { request, context in try await showStatistics(request, context) }
    addImportPages(to: router)
    addPublicationPages(to: router)
    router.get("statistics/series/:id", use: showSeries)
    router.post("statistics/withdraw", use: withdrawRelease)
    router.post("statistics/schedule", use: schedulePublication)
    router.post("statistics/early-access", use: giveEarlyAccess)
  }

  @Sendable func showStatistics(
    _ request: Request, _ context: DeskContext, problem: FormFault? = nil
  ) async throws -> Response {
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    try await centre.consult(Consultation(.statistics, asOf: moment), as: acting)
    let page = StatisticsPageView(
      frame: frame(context), series: try await centre.statisticSeries(asKnown, as: acting),
      publications: try await centre.publications(asKnown, as: acting), moment: moment, now: now(),
      reader: acting.viewer.name,
      mayWrite: mayCount(acting), problem: problem, key: centre.surroundings.identifier())
    return page.document.response(problem == nil ? .ok : .badRequest)
  }

  @Sendable func showSeries(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    guard let id = context.parameters.get("id") else { throw DeskError(.notFound) }
    let (asKnown, moment) = try await asKnown(request)
    let ground = try await chartGround(id, asKnown, moment, context, acting)
    return SeriesPageView(
      frame: frame(context), ground: ground, moment: moment,
      charts: try await ground.charts(ChartName.ofSeries), mayWrite: mayCount(acting),
      key: centre.surroundings.identifier()
    ).document.response()
  }

  @Sendable func withdrawRelease(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let acting = try context.signedIn().acting
    guard let series = form["series"], let released = form["released"].flatMap({ StatisticDay($0) }) else {
      throw DeskError(.notFound)
    }
    let reason = form["reason"] ?? ""
    try await centre.withdraw(
      WithdrawRelease(series: series, released: released, reason: reason), as: acting, key: form["key"])
    return .see("/statistics")
  }

  @Sendable func schedulePublication(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let acting = try context.signedIn().acting
    guard let due = form["due"].flatMap({ Instant.parse($0, assumingUTC: true) }) else {
      return try await showStatistics(request, context, problem: FormFault("statistics.fault.due"))
    }
    let series = (form["series"] ?? "").split { $0 == "," || $0.isWhitespace }.map(String.init)
    let publication = StatisticPublication(
      id: form["id"] ?? "", title: form["title"] ?? "", series: series, due: due,
      rule: form["rule"] ?? Strings.english["statistics.rule.usual"])
    try await centre.schedule(SchedulePublication(publication), as: acting, key: form["key"])
    return .see("/statistics#publications")
  }

  @Sendable func giveEarlyAccess(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let acting = try context.signedIn().acting
    let command = GiveEarlyAccess(
      form["publication"] ?? "", to: form["person"] ?? "", post: form["post"] ?? "", reason: form["reason"] ?? "")
    try await centre.give(command, as: acting, key: form["key"])
    return .see("/statistics#publications")
  }

  /// Whether somebody keeps series, so that pages offer the forms for it; the rules decide when one is sent.
  func mayCount(_ acting: Acting) -> Bool {
    acting.viewer.roles.contains { PermissionTable.grants(.append, on: .statistics, to: $0) }
  }
}
