import Geodesy
import Ledger
import Rescue

/// Orders one or several assets to search, each in its own area, in one entry of the log each.
package struct OrderSearch: RescueRule, Sendable, Hashable {
  /// An asset with what it is to do.
  package struct Part: Sendable, Hashable {
    package var asset: String
    package var order: SearchOrder

    package init(asset: String, _ order: SearchOrder) {
      self.asset = asset
      self.order = order
    }
  }

  package var incident: String
  package var parts: [Part]
  package var text: String?

  package init(_ incident: String, _ parts: [Part], text: String? = nil) {
    self.incident = incident
    self.parts = parts
    self.text = text
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    let known = try book.incident(incident)
    guard !parts.isEmpty, parts.count <= SearchAllocation.mostAssets else {
      throw OperationsError(.invalid, "A search is ordered of 1 to \(SearchAllocation.mostAssets) assets at a time.")
    }
    var drafts: [EntryDraft] = []
    for (index, part) in parts.enumerated() {
      guard book.assets[part.asset] != nil else { throw OperationsError(.notFound, "There is no such asset.") }
      guard (try? part.order.plan.footprint()) != nil, (0...1).contains(part.order.detectionProbability),
        part.order.sweepWidthMetres >= 0, part.order.sweepWidthMetres <= SweepWidth.widestMetres
      else { throw OperationsError(.invalid, "The search of \(part.asset) cannot be laid out.") }
      let task = "\(incident)-\(try ground.code())T\(known.tasks.count + 1 + index)"
      drafts.append(
        try ground.draft(
          AssetTasked(incident: incident, task: task, asset: part.asset, order: .search), text: text))
      drafts.append(
        try ground.draft(
          SearchOrdered(incident: incident, search: task, asset: part.asset, order: part.order),
          about: part.order.begins))
    }
    return drafts
  }
}

/// Records that a search was made and what came of it; a task that ordered it is done with that.
package struct ReportSearch: RescueRule, Sendable, Hashable {
  package var incident: String
  /// The order that it carries out; nil for one that nobody ordered.
  package var search: String?
  package var made: SearchMade
  package var text: String?

  package init(_ incident: String, search: String?, _ made: SearchMade, text: String? = nil) {
    self.incident = incident
    self.search = search
    self.made = made
    self.text = text
  }

  /// The longest time that one search takes, in seconds.
  package static let longestSeconds = 86_400.0
  /// The most areas of one search.
  package static let mostAreas = 200
  /// The most corners of an area.
  package static let mostCorners = 500

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    let known = try book.incident(incident)
    var made = made
    made.searcher = try checkedName(made.searcher, "Who or what searched", ground.limits)
    guard made.to >= made.from, made.to.seconds(since: made.from) <= Self.longestSeconds, made.to <= ground.now else {
      throw OperationsError(.invalid, "A search ends after it begins, within a day, and not in the future.")
    }
    guard made.areas.allSatisfy({ (0...1).contains($0.detectionProbability) }) else {
      throw OperationsError(.invalid, "The probability of detection lies between 0 and 1.")
    }
    guard made.areas.count <= Self.mostAreas, made.areas.allSatisfy({ $0.footprint.ring.count <= Self.mostCorners })
    else {
      throw OperationsError(
        .invalid, "A search has at most \(Self.mostAreas) areas of at most \(Self.mostCorners) corners.")
    }
    guard !made.areas.isEmpty || made.outcome != .nothing else {
      throw OperationsError(.invalid, "A search that found nothing has an area.")
    }
    if let search {
      guard known.searches.contains(where: { $0.id == search }) else {
        throw OperationsError(.notFound, "There is no such search.")
      }
      guard !known.searchesMade.counting.contains(where: { $0.search == search }) else {
        throw OperationsError(.conflict, "That search is recorded already.")
      }
    }
    if let twin = book.boat(of: incident)?.sensorSearch(like: made) {
      throw OperationsError(
        .counted, "What the sensors saw until \(twin.made.to.iso8601) counts as a search already.",
        retryAt: twin.made.to.adding(milliseconds: made.to.millisecondsSince1970 - made.from.millisecondsSince1970))
    }
    let record = "\(incident)-\(try ground.code())F\(known.searchesMade.count + 1)"
    let fact = SearchReported(
      incident: incident, record: record, search: search, searcher: made.searcher, outcome: made.outcome, made: made)
    var drafts = [try ground.draft(fact, about: made.to, text: text)]
    if let task = known.tasks.first(where: { $0.id == search }), task.stage.isOpen {
      let stage: TaskStage = made.outcome == .notMade ? .cancelled : .done
      drafts.append(try ground.draft(TaskMoved(incident: incident, task: task.id, stage: stage)))
    }
    return drafts
  }
}

/// Takes back a search that was recorded in error.
package struct WithdrawSearch: RescueRule, Sendable, Hashable {
  package var incident: String
  package var record: String
  package var reason: String

  package init(_ incident: String, _ record: String, reason: String) {
    self.incident = incident
    self.record = record
    self.reason = reason
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    try book.incident(incident).searchesMade.requireCounting(record, "search")
    let reason = try ground.needed(reason, "Say why the search does not count.")
    return [try ground.draft(SearchWithdrawn(incident: incident, record: record), text: reason)]
  }
}

/// Ends the search for a boat, or goes on with it: a person's decision with a reason. The boat stays open.
package struct EndSearch: RescueRule, Sendable, Hashable {
  package var incident: String
  package var holds: Bool
  package var reason: String
  /// What all searches together reached, as it stood on the screen.
  package var success: Double?
  package var longestSurvivalHours: Double?

  package init(
    _ incident: String, holds: Bool = true, reason: String, success: Double? = nil, longestSurvivalHours: Double? = nil
  ) {
    self.incident = incident
    self.holds = holds
    self.reason = reason
    self.success = success
    self.longestSurvivalHours = longestSurvivalHours
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    let known = try book.incident(incident)
    guard (known.searchEnd?.holds ?? false) != holds else {
      throw OperationsError(.conflict, holds ? "The search has ended already." : "The search has not ended.")
    }
    let reason = try ground.needed(reason, "Say in words why the search ends, or goes on.")
    let fact = SearchEnded(
      incident: incident, holds: holds,
      searches: known.searchesMade.counting.count { $0.made.outcome == .nothing }, success: success,
      longestSurvivalHours: longestSurvivalHours)
    return [try ground.draft(fact, text: reason)]
  }
}

/// Says what the boat may be as something that drifts.
package struct AssumeDrift: RescueRule, Sendable, Hashable {
  package var incident: String
  package var assumption: DriftAssumption
  package var text: String?

  package init(_ incident: String, _ assumption: DriftAssumption, text: String? = nil) {
    self.incident = incident
    self.assumption = assumption
    self.text = text
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    _ = try book.incident(incident)
    let hypotheses = assumption.hypotheses
    guard (1...DriftAssumption.most).contains(hypotheses.count) else {
      throw OperationsError(.invalid, "A boat may be 1 to \(DriftAssumption.most) things.")
    }
    guard Set(hypotheses.map(\.key)).count == hypotheses.count,
      hypotheses.allSatisfy({ LeewayClass.of(key: $0.key) != nil })
    else { throw OperationsError(.invalid, "A leeway class is not known, or comes twice.") }
    guard hypotheses.allSatisfy({ $0.weight > 0 && $0.weight <= 100 }) else {
      throw OperationsError(.invalid, "A weight is a number above 0, up to 100.")
    }
    let fact = DriftAssumed(
      incident: incident, classes: hypotheses.map { "\($0.key) \($0.weight)" }, assumption: assumption)
    return [try ground.draft(fact, text: text)]
  }
}

/// Says what is known of people in the water.
package struct StateWater: RescueRule, Sendable, Hashable {
  package var incident: String
  package var statement: WaterStatement
  package var text: String?

  package init(_ incident: String, _ statement: WaterStatement, text: String? = nil) {
    self.incident = incident
    self.statement = statement
    self.text = text
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    _ = try book.incident(incident)
    guard ImmersedPerson.temperatures.contains(statement.waterCelsius) else {
      throw OperationsError(.invalid, "Water has −2 to 40 °C.")
    }
    var statement = statement
    statement.since = try ground.checkedTime(statement.since, "they went into the water")
    let fact = WaterStated(incident: incident, waterCelsius: statement.waterCelsius, statement: statement)
    return [try ground.draft(fact, text: text)]
  }
}
