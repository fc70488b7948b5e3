import Exercise
import Geodesy
import Marking
import Operations
import Rescue

/// Takes down what a night's script brings, as the exercise and under nobody's name.
///
/// A blind exercise leaves the watch to the trainee: reports are tied to no boat, and what crews say stands in the log. Any
/// other shows how it goes: the reports of a boat are tied by the night's truth, and its people are counted.
struct ScriptWatch {
  let desk: Desk
  let script: RescueScript
  let isBlind: Bool
  private let acting: Acting
  /// The incident of each boat, by its actor.
  private var incidents: [Int: String] = [:]
  /// The open task of each asset, with its incident.
  private var tasks: [String: (incident: String, task: String)] = [:]

  /// The name under which the exercise writes.
  static let name = "exercise"

  init(desk: Desk, script: RescueScript, isBlind: Bool) {
    self.desk = desk
    self.script = script
    self.isBlind = isBlind
    acting = Acting(
      viewer: Viewer(
        name: Self.name, agency: desk.centre.settings.agency, nation: "GB", roles: [.watchOfficer],
        clearance: Clearance(classification: .official)),
      purpose: .exerciseTraining, means: .console)
  }

  mutating func take(_ event: ScriptEvent) async throws {
    let boat = script.truth.boatOfEvent[event.number]
    let source = ScriptSource(script.night, event: event.number).text
    switch event.kind {
    case .report(let report): try await take(report, source, boat)
    case .recovery(let recovery):
      try await note(recovery.text, boat)
      let place = position(recovery.position)
      try await count(recovery.fate, recovery.people, recovery.doneAt, boat) { command in
        command.asset = recovery.asset
        command.children = recovery.children
        command.position = place
      }
    case .ashore(let ashore):
      try await note(ashore.text, boat)
      // A handing over checks a count and makes none.
      guard !isBlind, let boat, let incident = incidents[boat] else { return }
      try await desk.centre.rescue(
        CountPeople(incident, .transferred, people: max(1, ashore.people), asset: ashore.asset, place: ashore.place),
        as: acting)
    case .landing(let landing):
      try await note(landing.text, boat)
      try await count(landing.fate, landing.people, landing.doneAt, boat) { $0.place = landing.place }
    case .assetDeclared(let asset):
      try await desk.centre.rescue(DeclareAsset(ScriptCommands.asset(asset)), as: acting)
    case .assetMoved(let move): try await take(move, boat)
    case .phase(let phase): try await note(phase.text, boat)
    case .handOver(let said): try await note(said.text, nil)
    }
  }

  func take(_ weather: NightWeather) async throws {
    try await desk.centre.say(ScriptCommands.weather(weather), as: acting)
  }

  private mutating func take(_ report: ScriptReport, _ source: String, _ boat: Int?) async throws {
    let (statement, words) = ScriptCommands.statement(report, now: desk.now(), context: desk.positionContext)
    var command = TakeContact(statement, words: words, source: source)
    if !isBlind, let boat {
      command.incident = incidents[boat]
      command.opens = incidents[boat] == nil ? .distress : nil
    }
    let names = try await desk.centre.rescue(command, as: acting)
    if !isBlind, let boat, command.opens != nil { incidents[boat] = names.first }
  }

  private mutating func count(
    _ fate: ScriptFate, _ people: Int, _ at: Instant, _ boat: Int?, _ fill: (inout CountPeople) -> Void
  ) async throws {
    guard !isBlind, let boat, people > 0 else { return }
    if incidents[boat] == nil {
      incidents[boat] = try await desk.centre.rescue(OpenIncident(.alert), as: acting).first
    }
    guard let incident = incidents[boat] else { return }
    var command = CountPeople(incident, ScriptCommands.fate(fate), people: people, at: at)
    fill(&command)
    command.children = command.children.map { min($0, people) }
    try await desk.centre.rescue(command, as: acting)
  }

  private mutating func take(_ move: ScriptAssetMove, _ boat: Int?) async throws {
    try await note(move.text, boat)
    if move.stage != .ordered, let asset = script.assets.first(where: { $0.name == move.asset }) {
      let place = move.stage == .done ? nil : position(move.position)
      try await desk.centre.rescue(DeclareAsset(ScriptCommands.asset(asset, at: place)), as: acting)
    }
    guard !isBlind else { return }
    if move.stage == .ordered, let boat, let incident = incidents[boat] {
      let task = try await desk.centre.rescue(TaskAsset(incident, asset: move.asset, .recover), as: acting).first
      tasks[move.asset] = task.map { (incident, $0) }
    } else if let (incident, task) = tasks[move.asset] {
      try await desk.centre.rescue(
        MoveTask(incident, task, move.stage == .done ? .done : .onScene), as: acting)
      if move.stage == .done { tasks[move.asset] = nil }
    }
  }

  /// What somebody says who calls from nowhere in danger: in the log of the boat that it is about, or of the watch.
  private func note(_ text: String, _ boat: Int?) async throws {
    if !isBlind, let boat, let incident = incidents[boat] {
      try await desk.centre.rescue(NoteIncident(incident, text: text), as: acting)
    } else {
      _ = try await desk.centre.write(WriteLogEntry(text: text, distress: true), as: acting)
    }
  }

  private func position(_ text: String) -> Position? {
    PositionText.read(text, in: desk.positionContext).candidates.first?.position
  }
}
