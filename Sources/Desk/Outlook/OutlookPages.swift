import Hummingbird
import Operations
import Outlook

/// What is likely next, when a change is news, how long a backlog lasts, and where people move: counts alone.
extension Desk {
  func addOutlookPages(to router: Router<DeskContext>) {
    router.get("outlook", use: showOutlook)
    router.get("outlook/warnings", use: showWarnings)
    router.get("outlook/backlog", use: showBacklog)
    router.get("outlook/map", use: showFlowMap)
  }

  /// The ground of the series that is asked for, else of the first of what suits; nil when there is none.
  private func ground(
    _ request: Request, _ context: DeskContext, _ suits: @Sendable (StatisticSeries) -> Bool
  ) async throws -> (all: [StatisticSeries], ground: ChartGround?) {
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    try await centre.consult(Consultation(.statistics, asOf: moment), as: acting)
    let all = try await centre.statisticSeries(asKnown, as: acting).filter(suits)
    guard let id = request.query("series") ?? all.first?.id else { return (all, nil) }
    return (all, try await chartGround(id, asKnown, moment, context, acting))
  }

  @Sendable func showOutlook(_ request: Request, _ context: DeskContext) async throws -> Response {
    let (all, ground) = try await ground(request, context) { $0.dimension == nil && $0.measure == .arrivals }
    let answer = try await ground?.answer(.ahead)
    return OutlookPageView(
      frame: frame(context), all: all, ground: ground, answer: answer,
      charts: try await ground?.charts([.forecast, .weather, .reliability, .scoreboard]) ?? [],
      whatIf: try whatIf(request)
    ).document.response()
  }

  private func whatIf(_ request: Request) throws -> WhatIf {
    var asked = WhatIf()
    func number(_ name: String, _ usual: Double, _ range: ClosedRange<Double>) throws -> Double {
      guard let text = request.query(name) else { return usual }
      guard let number = Double(text), range.contains(number) else {
        throw DeskError(.invalid, "\(name) is a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))")
      }
      return number
    }
    asked.departuresPercent = try number("departures", asked.departuresPercent, WhatIf.percents)
    asked.preventedPercent = try number("prevented", asked.preventedPercent, WhatIf.shares)
    asked.preventedNowPercent = try number("preventedNow", asked.preventedNowPercent, WhatIf.shares)
    asked.stormDays = try request.number("storm", default: asked.stormDays, in: 0...28)
    return asked
  }

  @Sendable func showWarnings(_ request: Request, _ context: DeskContext) async throws -> Response {
    let (all, _) = try await ground(request, context) { $0.dimension == nil }
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    var grounds: [ChartGround] = []
    for series in all.prefix(WarningsPageView.mostSeries) where WarningsPageView.watched.contains(series.measure) {
      grounds.append(try await chartGround(series.id, asKnown, moment, context, acting))
    }
    var boards: [WarningsPageView.Board] = []
    for ground in grounds {
      guard let answer = try await ground.answer(.news), let chart = ground.warnings(answer) else { continue }
      boards.append(WarningsPageView.Board(ground: ground, answer: answer, chart: chart))
    }
    return WarningsPageView(frame: frame(context), boards: boards).document.response()
  }

  @Sendable func showBacklog(_ request: Request, _ context: DeskContext) async throws -> Response {
    let (all, ground) = try await ground(request, context) { $0.measure == .workInProgress && $0.dimension == nil }
    let form = BacklogForm(
      open: ground?.newest.parts.first?.figures.last { $0.number != nil }?.number ?? 0,
      claims: ground?.lastAWeek(of: .claims), decisions: ground?.lastAWeek(of: .decisions),
      caseworkers: ground?.beside[.caseworkers]?.parts.first?.figures.last { $0.number != nil }?.number)
    return BacklogPageView(
      frame: frame(context), all: all, chart: try await ground?.chart(.backlog), form: try form.asked(request)
    ).document.response()
  }

  @Sendable func showFlowMap(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let flows = try await flows(request, acting)
    return FlowMapPageView(frame: frame(context), flows: flows, strings: Strings.of(context.language)).document
      .response()
  }
}

extension ChartGround {
  /// The newest figure of a series beside this one, by the week.
  func lastAWeek(of measure: StatisticSeries.Measure) -> Double? {
    let weeks: Double =
      switch series.period {
      case .day: 1.0 / 7
      case .week: 1
      case .month: 52.18 / 12
      case .quarter: 52.18 / 4
      case .year: 52.18
      }
    return beside[measure]?.parts.first?.figures.last { $0.number != nil }?.number.map { $0 / weeks }
  }
}
