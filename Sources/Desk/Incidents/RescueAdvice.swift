import Geodesy
import Logging
import Operations
import Rescue
import ServiceLifecycle

/// How many boats the reports of the night are about, as the desk estimates it. It proposes; officers tie reports to boats.
struct RescueAdvice: Sendable {
  let at: Instant
  let picture: BoatPicture

  /// Where a report would belong: an incident that officers have opened, or other reports that are tied to none.
  enum Place: Sendable, Hashable {
    case incident(String)
    case with([String])
    case alone
  }

  /// Where a report that is tied to no boat would belong, how likely, and why; nil when the estimate does not know it yet.
  func proposal(_ contact: String) -> (place: Place, probability: Double, reasons: [GroupingReason])? {
    guard let membership = picture.memberships.first(where: { $0.id.text == contact }) else { return nil }
    let boat = picture.boats.indices.contains(membership.boat) ? picture.boats[membership.boat] : nil
    let others = (boat?.members ?? []).map(\.text).filter { $0 != contact && !$0.hasPrefix(RescueEvidence.countPrefix) }
    let place: Place = boat?.confirmedAs.map { .incident($0) } ?? (others.isEmpty ? .alone : .with(others))
    return (place, membership.probability, membership.reasons)
  }

  /// Whether a report has come that the estimate does not know yet.
  func isBehind(_ book: RescueBook) -> Bool {
    let known = Set(picture.memberships.map(\.id))
    return !RescueEvidence.night(book, now: at).contacts.allSatisfy { known.contains($0.id) }
  }

  /// The estimate of an incident's boat.
  func estimate(_ incident: String) -> BoatEstimate? { picture.boats.first { $0.confirmedAs == incident } }
}

/// The book of rescue as evidence about how many boats there are.
enum RescueEvidence {
  /// Reports that came in longer ago than this say nothing of the boats of tonight, in seconds, unless their boat is open.
  static let longestSeconds = 86_400.0
  /// The most reports that are weighed at once, the newest.
  static let mostContacts = 1_000
  /// How the names of counts begin among those of reports.
  static let countPrefix = "count:"

  static func night(_ book: RescueBook, now: Instant) -> NightEvidence {
    let boats = book.boats.filter { boat in
      boat.isOpen || boat.contacts.contains { now.seconds(since: $0.received) < longestSeconds }
    }
    let untied = book.untied.filter { now.seconds(since: $0.received) < longestSeconds }
    let contacts = (boats.flatMap(\.contacts) + untied).sorted { $0.received < $1.received }.suffix(mostContacts)
    let kept = Set(contacts.map(\.id))
    var night = NightEvidence(contacts: contacts.map(evidence))
    for boat in boats {
      let counts = boat.counts.filter(\.fate.accounts)
      night.recoveries += counts.map { count in
        RecoveryEvidence(
          id: EvidenceID(countPrefix + count.id), time: count.at, position: count.position, people: count.people)
      }
      let members =
        boat.contacts.filter { kept.contains($0.id) }.map { EvidenceID($0.id) }
        + counts.map { EvidenceID(countPrefix + $0.id) }
      if !members.isEmpty { night.constraints.append(.confirmed(boat.id, Set(members))) }
    }
    return night
  }

  private static func evidence(_ contact: Contact) -> ContactEvidence {
    let said = contact.statement
    var evidence = ContactEvidence(id: EvidenceID(contact.id), kind: kind(said.channel), received: contact.received)
    evidence.position = said.place?.position
    evidence.positionTime = said.place?.at
    evidence.accuracyMetres = said.place?.accuracyMetres
    if let bearing = said.bearing,
      let from = Position(latitudeDegrees: bearing.latitude, longitudeDegrees: bearing.longitude)
    {
      evidence.bearing = BearingLine(from: from, bearingDegrees: bearing.degrees, deviationDegrees: bearingDeviation)
    }
    evidence.phone = contact.words?.phone.map(RescueBook.digits)
    evidence.references = said.reference.map { [$0] } ?? []
    evidence.people = said.people
    evidence.children = said.children
    evidence.colour = said.colour
    evidence.engine = said.engine.map { $0 == .running ? .running : .stopped }
    evidence.takingWater = said.takingWater.map { $0 == .yes }
    evidence.departure = said.departure
    return evidence
  }

  /// One standard deviation of a direction finder's bearing, in degrees, when nothing is known of it.
  private static let bearingDeviation = 5.0

  private static func kind(_ channel: ContactStatement.Channel) -> ContactEvidence.Kind {
    switch channel {
    case .call, .message: .call
    case .pin: .pin
    case .relay, .debrief, .imported: .relay
    case .centre: .partner
    case .sighting, .device, .sensor: .sighting
    }
  }
}

/// Keeps the estimate of how many boats there are up with the reports.
struct RescueAdvisor: Service {
  static let pause = Duration.milliseconds(500)
  let desk: Desk

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var discriminator = BoatDiscriminator()
      while !Task.isCancelled {
        if desk.rescue.takeChanged() {
          do {
            let now = desk.now()
            let night = RescueEvidence.night(try await desk.centre.rescueBook(), now: now)
            desk.rescue.show(RescueAdvice(at: now, picture: discriminator.picture(of: night, now: now)))
          } catch {
            desk.rescue.noteChange()
            desk.logger.error("the boats could not be estimated", metadata: ["error": "\(LogWords.of(error))"])
          }
        }
        try? await desk.centre.surroundings.sleep(Self.pause)
      }
    }
  }
}
