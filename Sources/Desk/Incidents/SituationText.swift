import Geodesy
import Operations
import Rescue

/// A situation report out of what is known of a boat (IAMSAR Manual, volume II, appendix I: the short form).
struct SituationText {
  var text: RescueText
  var boat: Boat
  var now: Instant

  var plain: String {
    let strings = text.strings
    let reckoning = boat.reckoning
    let place = boat.lastPlace.map { text.place($0.place, received: $0.contact.received, now: now) }
    let newest = boat.contacts.last.map { text.line($0.statement) }
    let tasks = boat.tasks.map { "\($0.asset): \(strings["rescue.stage.\($0.stage.rawValue)"])" }
    let lines: [(String, String)] = [
      ("rescue.sitrep.case", "\(boat.exercise ? "EXERCISE " : "")\(boat.id), \(now.plainText)"),
      ("rescue.sitrep.position", place ?? strings["rescue.noPosition"]),
      ("rescue.sitrep.situation", "\(strings["rescue.phase.\(boat.phase.rawValue)"]). \(newest ?? "")"),
      (
        "rescue.sitrep.people",
        strings(
          "rescue.reckoning.sum",
          [
            "reported": text.people(reckoning.reported), "accounted": "\(reckoning.accounted)",
            "missing": text.people(reckoning.unaccounted),
          ])
      ),
      ("rescue.sitrep.units", tasks.isEmpty ? "–" : tasks.joined(separator: "; ")),
      ("rescue.sitrep.open", boat.openMatters.map(text.matter).joined(separator: " ")),
      ("rescue.sitrep.centre", boat.centre),
    ]
    return lines.map { strings("rescue.sitrep.line", ["name": strings[$0.0], "value": $0.1]) }.joined(separator: "\n")
  }
}
