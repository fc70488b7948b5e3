import Geodesy
import Operations
import Rescue

/// What the forms of an incident and of a report ask for, as commands.
enum RescueActs {
  /// The command of a form on the page of an incident; nil when there is no such act.
  static func incident(
    _ act: String, _ id: String, _ form: FormFields, now: Instant, context: PositionContext
  ) throws -> (any RescueCommand)? {
    let text = form["text"]
    switch act {
    case "note": return NoteIncident(id, text: text ?? "", about: try moment(form, "about", now))
    case "phase":
      guard let phase = form["phase"].flatMap({ EmergencyPhase(rawValue: $0) }) else {
        throw DeskError(.invalid, "phase")
      }
      return DeclarePhase(id, phase, text: text)
    case "count": return try count(id, form, now: now, context: context)
    case "withdraw": return WithdrawCount(id, form["record"] ?? "", reason: text ?? "")
    case "join": return JoinIncidents(id, form["other"] ?? "", reason: text ?? "")
    case "part": return JoinIncidents(id, form["other"] ?? "", holds: false, reason: text ?? "")
    case "close":
      return CloseIncident(
        id, reason: text ?? "", seen: Set((form["seen"] ?? "").split(separator: " ").map(String.init)),
        overrides: form["overrides"] != nil)
    case "reopen": return ReopenIncident(id, reason: text ?? "")
    case "transfer":
      guard let step = form["step"].flatMap({ MoveTransfer.Step(rawValue: $0) }) else {
        throw DeskError(.invalid, "step")
      }
      return MoveTransfer(id, step, to: form["to"], text: text)
    case "inform": return Inform(id, whom: form["whom"] ?? "", means: form["means"], text: text)
    case "situation": return SendSituation(id, to: form["to"] ?? "", text: text ?? "")
    case "track": return TrackIncident(id, form["track"] ?? "", holds: form["holds"] != "no")
    case "task":
      guard let order = form["order"].flatMap({ TaskOrder(rawValue: $0) }) else { throw DeskError(.invalid, "order") }
      return TaskAsset(id, asset: form["asset"] ?? "", order, text: text)
    case "move":
      guard let stage = form["stage"].flatMap({ TaskStage(rawValue: $0) }) else { throw DeskError(.invalid, "stage") }
      return MoveTask(id, form["task"] ?? "", stage, text: text)
    default: return try SearchActs.incident(act, id, form, now: now, context: context)
    }
  }

  /// The command of a form on the page of a report; nil when there is no such act.
  static func contact(
    _ act: String, _ id: String, _ form: FormFields, now: Instant, context: PositionContext
  ) throws -> (any RescueCommand)? {
    switch act {
    case "correct":
      let typed = ContactReading(now: now, context: context) { form[$0] }
      return CorrectContact(id, typed.statement, words: typed.words)
    case "tie":
      let boat = BoatChoice(form["incident"])
      return TieContact(
        id, to: boat.incident, opens: boat.opens, reason: form["text"])
    case "read": return HearAlarms([RescueAlarm.key(ofReport: id)])
    case "explain": return ExplainContact(id, holds: form["holds"] != "no", reason: form["text"] ?? "")
    case "call":
      return RecordCall(
        id, outcome: form["outcome"] ?? "", next: Typed.moment(form["next"], now: now, isAhead: true),
        text: form["text"])
    default: return nil
    }
  }

  private static func count(
    _ id: String, _ form: FormFields, now: Instant, context: PositionContext
  ) throws -> CountPeople {
    guard let fate = form["fate"].flatMap({ Fate(rawValue: $0) }) else { throw DeskError(.invalid, "fate") }
    guard let people = Typed.number(form["people"], in: 1...ContactStatement.mostPeople) else {
      throw DeskError(.invalid, "people is a whole number")
    }
    let position = form["position"].flatMap { PositionText.read($0, in: context).candidates.first?.position }
    return CountPeople(
      id, fate, people: people, children: Typed.number(form["children"], in: 0...people),
      at: try moment(form, "at", now), asset: form["asset"], place: form["place"], position: position,
      text: form["text"])
  }

  private static func moment(_ form: FormFields, _ name: String, _ now: Instant) throws -> Instant? {
    guard let text = form[name] else { return nil }
    guard let moment = Typed.moment(text, now: now) else {
      throw DeskError(.invalid, "\(name) is a time such as 02:10 or 2026-11-21 02:10")
    }
    return moment
  }
}
