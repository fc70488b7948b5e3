import Geodesy
import Operations
import Rescue

extension IncidentPageView {
  /// Everything that can be done about the boat.
  var acts: HTML {
    guard boat.isOpen else {
      return """
        <section class="card">\(pieces.line("\(path)/reopen", "reopen", button: "rescue.reopen", [
          pieces.field("text", "reopen", label: "rescue.reason", size: 40, needed: true)
        ]))</section>
        """
    }
    let phases = EmergencyPhase.allCases.map { (value: $0.rawValue, text: strings["rescue.phase.\($0.rawValue)"]) }
    return """
      <section class="card"><h2>\(strings["rescue.acts"])</h2>
      \(pieces.line("\(path)/note", "note", button: "rescue.note.write", [
        pieces.field("text", "note", label: "rescue.note", size: 60, needed: true),
        pieces.field("about", "note", label: "rescue.about", size: 8),
      ]))
      \(counting)
      \(pieces.line("\(path)/phase", "phase", button: "rescue.phase.declare", [
        pieces.choice("phase", "phase", label: "rescue.phase", phases, chosen: boat.phase.rawValue),
        pieces.field("text", "phase", label: "rescue.reason", size: 30),
      ]))
      \(pieces.line("\(path)/inform", "inform", button: "rescue.inform.do", [
        pieces.field("whom", "inform", label: "rescue.inform", size: 20, needed: true),
        pieces.field("means", "inform", label: "rescue.means", size: 12),
        pieces.field("text", "inform", label: "rescue.note", size: 30),
      ]))
      \(pieces.line("\(path)/track", "track", button: "rescue.track.tie", [
        pieces.field("track", "track", label: "rescue.track", size: 10, needed: true)
      ]))
      \(joining)
      \(transfer)
      </section>
      \(situation)
      \(closing)
      """
  }

  private var counting: HTML {
    let fates = Fate.allCases.map { (value: $0.rawValue, text: strings["rescue.fate.\($0.rawValue)"]) }
    return pieces.line(
      "\(path)/count", "count", button: "rescue.count.do",
      [
        pieces.choice("fate", "count", label: "rescue.count", fates),
        pieces.field("people", "count", label: "rescue.people", size: 4, needed: true, numeric: true),
        pieces.field("children", "count", label: "rescue.field.children", size: 4, numeric: true),
        pieces.field("asset", "count", label: "rescue.asset", size: 16),
        pieces.field("place", "count", label: "rescue.place", size: 12),
        pieces.field("position", "count", label: "rescue.field.position", size: 18),
        pieces.field("at", "count", label: "rescue.about", size: 8),
      ])
  }

  private var joining: HTML {
    let others = book.boats.filter { $0.id != boat.id }.map { (value: $0.id, text: $0.id) }
    guard !others.isEmpty else { return .empty }
    return pieces.line(
      "\(path)/join", "join", button: "rescue.join.do",
      [
        pieces.choice("other", "join", label: "rescue.join", others),
        pieces.field("text", "join", label: "rescue.reason", size: 40, needed: true),
      ])
  }

  private var transfer: HTML {
    let steps: [MoveTransfer.Step] =
      boat.incidents.contains { $0.offeredTo != nil } ? [.accepted, .declined, .withdrawn] : [.offered]
    let options = steps.map { (value: $0.rawValue, text: strings["rescue.transfer.\($0.rawValue)"]) }
    return pieces.line(
      "\(path)/transfer", "transfer", button: "rescue.transfer.do",
      [
        pieces.choice("step", "transfer", label: "rescue.transfer", options),
        pieces.field("to", "transfer", label: "rescue.centre", size: 10),
        pieces.field("text", "transfer", label: "rescue.note", size: 30),
      ])
  }

  /// A situation report, written out of what is known and to be put right before it is sent.
  private var situation: HTML {
    """
    <details class="card"><summary>\(strings["rescue.situation"])</summary>
    <form class="form" method="post" action="\(path)/situation">
    \(pieces.hidden("situation"))
    \(pieces.field("to", "situation", label: "rescue.situation.to", size: 30, needed: true))
    \(pieces.area("text", "situation", label: "rescue.situation.text", rows: 12, value: SituationText(text: text, boat: boat, now: now).plain, needed: true))
    <div class="buttons"><button class="primary" type="submit">\(strings["rescue.situation.send"])</button></div>
    </form></details>
    """
  }

  /// Closing, with everything that stands against it in front of the officer's eyes.
  private var closing: HTML {
    let matters = boat.openMatters
    if matters.isEmpty, boat.reckoning.isSettled {
      return """
        <section class="card"><h2>\(strings["rescue.close"])</h2>
        \(pieces.line("\(path)/close", "close", button: "rescue.close.do", grave: true, [
          pieces.field("text", "close", label: "rescue.close.reason", size: 50, needed: true)
        ]))</section>
        """
    }
    let list = matters.map { matter -> HTML in "<li>\(text.matter(matter))</li>" }
    guard mayOverride else {
      return """
        <section class="card"><h2>\(strings["rescue.close"])</h2><p>\(strings["rescue.close.not"])</p><ul class="matters">\(list)</ul></section>
        """
    }
    return """
      <section class="card"><h2>\(strings["rescue.close"])</h2>
      <p class="notice notice-danger">\(strings["rescue.close.against"])</p><ul class="matters">\(list)</ul>
      \(pieces.line("\(path)/close", "close", button: "rescue.close.override", grave: true, [
        pieces.value("overrides", "yes"), pieces.value("seen", matters.map(\.key).joined(separator: " ")),
        pieces.field("text", "close", label: "rescue.close.reason", size: 50, needed: true),
      ]))</section>
      """
  }
}
