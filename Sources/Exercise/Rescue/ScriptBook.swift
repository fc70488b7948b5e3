import Geodesy

/// What is written of a script before its events are put in order and numbered.
struct ScriptBook {
  /// An event to be.
  struct Draft {
    let milliseconds: Int64
    let centre: ScriptCentre
    let kind: ScriptEvent.Kind
    let boat: Int?
    /// Which outcome of the boat it tells, and how many people it says.
    var tells: (outcome: Int, people: Int)?
    /// What is true of the place that it tells.
    var fix: Fix?
  }

  /// Where and when a boat truly was as a report has it.
  struct Fix {
    let milliseconds: Int64
    let place: Place
    /// How far the words may be off beyond the digits that they hold, in metres.
    var spreadMetres = 0.0
    var flaws: [RescueTruth.Report.Flaw] = []
  }

  let night: Night
  private(set) var drafts: [Draft] = []
  private var outcomes: [Int: [ScriptBoat.Outcome]] = [:]

  init(_ night: Night) { self.night = night }

  func instant(_ milliseconds: Int64) -> Instant { night.start.adding(milliseconds: milliseconds) }

  /// Writes an event down when it is within the night; returns its place among the drafts.
  @discardableResult mutating func add(_ draft: Draft) -> Int? {
    guard (0..<max(1, night.durationMilliseconds)).contains(draft.milliseconds) else { return nil }
    drafts.append(draft)
    return drafts.count - 1
  }

  /// Writes down what truly became of some people of a boat; returns its place among the boat's outcomes, or nil for
  /// what would be after the night, or of nobody.
  mutating func settle(
    _ actor: Int, _ fate: ScriptFate, people: Int, at milliseconds: Int64, by asset: String? = nil
  ) -> Int? {
    guard people > 0, milliseconds < night.durationMilliseconds else { return nil }
    let outcome = ScriptBoat.Outcome(fate: fate, people: people, at: instant(milliseconds), asset: asset)
    outcomes[actor, default: []].append(outcome)
    return (outcomes[actor]?.count ?? 1) - 1
  }

  /// How many of a boat's people are accounted for by a moment.
  func accounted(_ actor: Int, at milliseconds: Int64) -> Int {
    let moment = instant(milliseconds)
    return (outcomes[actor] ?? []).reduce(0) { $1.at <= moment ? $0 + $1.people : $0 }
  }

  /// The events in the order of time, and what is true of them.
  func finished(_ cast: StoryCast) -> (events: [ScriptEvent], truth: RescueTruth) {
    let order = drafts.indices.sorted { (drafts[$0].milliseconds, $0) < (drafts[$1].milliseconds, $1) }
    var numberOfDraft = [Int](repeating: 0, count: drafts.count)
    for (number, draft) in order.enumerated() { numberOfDraft[draft] = number }
    var outcomes = outcomes
    var reports: [RescueTruth.Report] = []
    let events = order.enumerated().map { number, index in
      let draft = drafts[index]
      let at = instant(draft.milliseconds)
      if let tells = draft.tells, let boat = draft.boat {
        outcomes[boat]?[tells.outcome].told.append(.init(event: number, at: at, people: tells.people))
      }
      if let fix = draft.fix, let boat = draft.boat {
        reports.append(
          .init(
            event: number, boat: boat, fixedAt: instant(fix.milliseconds), position: Self.position(fix.place),
            spreadMetres: fix.spreadMetres, flaws: fix.flaws))
      }
      return ScriptEvent(number: number, at: at, centre: draft.centre, kind: Self.numbered(draft.kind, numberOfDraft))
    }
    let boats = cast.stories.map { story in
      let sorted = (outcomes[story.boat.actor] ?? []).sorted { $0.at < $1.at }
      return boat(of: story, sorted)
    }
    let truth = RescueTruth(
      boats: boats, reports: reports, boatOfEvent: order.map { drafts[$0].boat }, alike: cast.alike)
    return (events, truth)
  }

  private func boat(of story: BoatStory, _ outcomes: [ScriptBoat.Outcome]) -> ScriptBoat {
    ScriptBoat(
      actor: story.boat.actor, flotilla: story.boat.flotilla, people: story.boat.people, children: story.children,
      colour: story.look.colour, engine: story.look.engine, departure: story.look.departure, phones: story.phones,
      capsizedAt: story.capsizesAt.map(instant), outcomes: outcomes)
  }

  /// The count ashore names the crew's by the number that its event now has.
  private static func numbered(_ kind: ScriptEvent.Kind, _ numberOfDraft: [Int]) -> ScriptEvent.Kind {
    guard case .ashore(let ashore) = kind else { return kind }
    return .ashore(
      ScriptAshore(
        asset: ashore.asset, people: ashore.people, place: ashore.place, recovery: numberOfDraft[ashore.recovery],
        text: ashore.text))
  }

  static func position(_ place: Place) -> Position {
    guard let position = Position(latitudeDegrees: place.latitude, longitudeDegrees: place.longitude) else {
      preconditionFailure("A boat of the night never leaves the strait.")
    }
    return position
  }
}
