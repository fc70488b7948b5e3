import Geodesy
import Operations
import Rescue

/// What the forms about drift, searches and survival ask for, as commands.
enum SearchActs {
  /// The most text of a plan that comes back from the page, in bytes.
  static let longestPlanBytes = 128 << 10

  /// The command of a form; nil when there is no such act.
  static func incident(
    _ act: String, _ id: String, _ form: FormFields, now: Instant, context: PositionContext
  ) throws -> (any RescueCommand)? {
    switch act {
    case "assume-drift": return AssumeDrift(id, try assumption(form), text: form["text"])
    case "order-search": return OrderSearch(id, try parts(form), text: form["text"])
    case "record-search": return try report(id, form, now: now)
    case "withdraw-search": return WithdrawSearch(id, form["record"] ?? "", reason: form["text"] ?? "")
    case "end-search", "resume-search":
      return EndSearch(
        id, holds: act == "end-search", reason: form["text"] ?? "", success: form["success"].flatMap(Double.init),
        longestSurvivalHours: form["survival"].flatMap(Double.init))
    case "state-water": return StateWater(id, try water(form, now: now), text: form["text"])
    default: return nil
    }
  }

  private static func assumption(_ form: FormFields) throws -> DriftAssumption {
    var hypotheses: [DriftAssumption.Hypothesis] = []
    for index in 0...DriftAssumption.most {
      guard let key = form["key\(index)"], let typed = form["weight\(index)"] else { continue }
      guard let weight = Double(typed.replacing(",", with: ".")), (0...100).contains(weight) else {
        throw DeskError(.invalid, "weight is a number from 0 to 100")
      }
      if weight > 0 { hypotheses.append(DriftAssumption.Hypothesis(key, weight: weight)) }
    }
    return DriftAssumption(hypotheses)
  }

  /// The searches as the officer saw them: not laid out anew, so that what is ordered is what was shown.
  private static func parts(_ form: FormFields) throws -> [OrderSearch.Part] {
    guard let parts = form["parts"].flatMap({ JSONPiece.read([PartText].self, $0, mostBytes: longestPlanBytes) })
    else { throw DeskError(.invalid, "parts is a list of searches as the page gives it") }
    return parts.map { OrderSearch.Part(asset: $0.asset, $0.order) }
  }

  /// A part of a search as a page carries it to and fro.
  struct PartText: Codable {
    var asset: String
    var order: SearchOrder
  }

  /// A search that was made: one that was ordered, as far as it was flown; or another, with its own area.
  private static func report(_ id: String, _ form: FormFields, now: Instant) throws -> ReportSearch {
    guard let outcome = form["outcome"].flatMap({ SearchMade.Outcome(rawValue: $0) }) else {
      throw DeskError(.invalid, "outcome")
    }
    guard let from = Typed.moment(form["from"], now: now), let to = Typed.moment(form["to"], now: now) else {
      throw DeskError(.invalid, "from and to are times such as 02:10")
    }
    let means = form["means"].flatMap { SearchMade.Means(rawValue: $0) } ?? .asset
    let share = try percent(form["share"], "share") ?? 1
    var made = SearchMade(
      searcher: form["searcher"] ?? "", means: means, outcome: outcome, from: from, to: to, areas: [])
    if let text = form["areas"] {
      guard let areas = JSONPiece.read([SearchMade.Area].self, text, mostBytes: longestPlanBytes) else {
        throw DeskError(.invalid, "areas is a list of areas as the page gives it")
      }
      made.areas = areas
    } else if let text = form["order"] {
      guard let order = JSONPiece.read(SearchOrder.self, text, mostBytes: longestPlanBytes) else {
        throw DeskError(.invalid, "order is a search as the page gives it")
      }
      made.areas = try area(order, from: from, share: share)
    } else if let corners = form["corners"] {
      guard let polygon = try? PlaceShape.read(corners), let probability = try percent(form["detection"], "detection")
      else { throw DeskError(.invalid, "corners are positions, one a line, and detection is in per cent") }
      made.areas = [SearchMade.Area(polygon, detectionProbability: probability)]
    }
    return ReportSearch(id, search: form["search"], made, text: form["text"])
  }

  /// The area of an order from when it really began, with the coverage that was really reached.
  private static func area(_ order: SearchOrder, from: Instant, share: Double) throws -> [SearchMade.Area] {
    var plan = order.plan
    plan.startTime = from
    guard let footprint = try? plan.footprint() else { throw DeskError(.invalid, "order cannot be laid out") }
    let coverage = footprint.coverage(sweepWidthMetres: order.sweepWidthMetres) * share
    return [
      SearchMade.Area(
        footprint.polygon, detectionProbability: DetectionLaw.random.probability(coverage: coverage))
    ]
  }

  private static func percent(_ text: String?, _ name: String) throws -> Double? {
    guard let text else { return nil }
    let digits = text.replacing("%", with: "").replacing(",", with: ".").filter { !$0.isWhitespace }
    guard let value = Double(digits), (0...100).contains(value) else {
      throw DeskError(.invalid, "\(name) is 0 to 100 per cent")
    }
    return value / 100
  }

  private static func water(_ form: FormFields, now: Instant) throws -> WaterStatement {
    guard let celsius = form["celsius"].flatMap({ Double($0.replacing(",", with: ".")) }) else {
      throw DeskError(.invalid, "celsius is a temperature such as 11")
    }
    var statement = WaterStatement(waterCelsius: celsius)
    statement.clothing = form["clothing"].flatMap { ImmersedPerson.Clothing(rawValue: $0) }
    statement.flotation = form["flotation"].flatMap { ImmersedPerson.Flotation(rawValue: $0) }
    statement.build = form["build"].flatMap { ImmersedPerson.Build(rawValue: $0) }
    statement.age = form["age"].flatMap { ImmersedPerson.AgeGroup(rawValue: $0) }
    if let text = form["since"] {
      guard let since = Typed.moment(text, now: now) else { throw DeskError(.invalid, "since is a time such as 02:10") }
      statement.since = since
    }
    return statement
  }
}
