package import Geodesy
import Ledger

/// Opens an incident that no report has led to yet.
package struct OpenIncident: RescueRule, Sendable, Hashable {
  package var phase: EmergencyPhase
  package var text: String?
  /// The track that is the boat, where one shows it.
  package var track: String?

  package init(_ phase: EmergencyPhase, text: String? = nil, track: String? = nil) {
    self.phase = phase
    self.text = text
    self.track = track
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    let opening = try book.opening(phase, ground)
    var drafts = [try ground.draft(opening, text: text)]
    if let track { drafts += try TrackIncident(opening.incident, track, holds: true).drafts(ground) }
    return drafts
  }
}

/// Declares the emergency phase of an incident.
package struct DeclarePhase: RescueRule, Sendable, Hashable {
  package var incident: String
  package var phase: EmergencyPhase
  package var text: String?

  package init(_ incident: String, _ phase: EmergencyPhase, text: String? = nil) {
    self.incident = incident
    self.phase = phase
    self.text = text
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    _ = try book.incident(incident)
    return [try ground.draft(PhaseDeclared(incident: incident, phase: phase), text: text)]
  }
}

/// Writes in the log of an incident.
package struct NoteIncident: RescueRule, Sendable, Hashable {
  package var incident: String
  package var text: String
  package var about: Instant?

  package init(_ incident: String, text: String, about: Instant? = nil) {
    self.incident = incident
    self.text = text
    self.about = about
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    _ = try book.incident(incident)
    let text = try ground.needed(text, "An entry needs some text.")
    let about = try ground.checkedTime(about, "it happened")
    return [try ground.draft(IncidentNoted(incident: incident), about: about, text: text)]
  }
}

/// Holds two incidents to be about one boat, or takes that back.
package struct JoinIncidents: RescueRule, Sendable, Hashable {
  package var incident: String
  package var other: String
  package var holds: Bool
  package var reason: String

  package init(_ incident: String, _ other: String, holds: Bool = true, reason: String) {
    self.incident = incident
    self.other = other
    self.holds = holds
    self.reason = reason
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    let (one, two) = (try book.incident(incident), try book.incident(other))
    guard one.id != two.id else { throw OperationsError(.invalid, "An incident is not joined to itself.") }
    guard one.joined.contains(two.id) != holds else {
      throw OperationsError(.conflict, holds ? "The two are joined already." : "The two are not joined.")
    }
    let reason = try ground.needed(reason, "Say in words why they are one boat, or two.")
    return [try ground.draft(IncidentsJoined(incident: incident, other: other, holds: holds), text: reason)]
  }
}

/// Holds a track to be the boat of an incident, or no longer.
package struct TrackIncident: RescueRule, Sendable, Hashable {
  package var incident: String
  package var track: String
  package var holds: Bool

  package init(_ incident: String, _ track: String, holds: Bool) {
    self.incident = incident
    self.track = track
    self.holds = holds
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    _ = try book.incident(incident)
    return try drafts(ground)
  }

  func drafts(_ ground: Ground) throws -> [EntryDraft] {
    guard LogText.isTrackIdentifier(track) else { throw OperationsError(.invalid, "A track is named like S17.") }
    return [try ground.draft(IncidentTracked(incident: incident, track: track, holds: holds))]
  }
}

/// Notes that somebody outside was told.
package struct Inform: RescueRule, Sendable, Hashable {
  package var incident: String
  package var whom: String
  package var means: String?
  package var text: String?

  package init(_ incident: String, whom: String, means: String? = nil, text: String? = nil) {
    self.incident = incident
    self.whom = whom
    self.means = means
    self.text = text
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    _ = try book.incident(incident)
    let whom = try checkedName(whom, "Whom you told", ground.limits)
    let means = try ground.line(means, "How you told them")
    return [try ground.draft(Informed(incident: incident, whom: whom, means: means), text: text)]
  }
}

/// Keeps a situation report that was sent.
package struct SendSituation: RescueRule, Sendable, Hashable {
  package var incident: String
  package var to: String
  package var text: String

  package init(_ incident: String, to: String, text: String) {
    self.incident = incident
    self.to = to
    self.text = text
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    let known = try book.incident(incident)
    let to = try checkedName(to, "Who gets the report", ground.limits)
    let text = try ground.needed(text, "A situation report needs some text.")
    let fact = SituationReported(incident: incident, number: known.situationReports + 1, to: to)
    return [try ground.draft(fact, text: text)]
  }
}
