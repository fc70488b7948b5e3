import Foundation
import Geodesy
import Hummingbird
import Ledger
import Logging
import Marking
import Operations

/// The parts that the routes of the desk work with.
struct Desk: Sendable {
  let centre: Centre
  let picture: Picture
  let hub: LiveHub
  let feeds: FeedBoard
  let files: StaticFiles?
  let now: @Sendable () -> Instant
  /// What is known of the machine's clock.
  let clock: DeskClock
  /// How many times faster than the clock on the wall the desk's time runs; more than 1 only in an exercise.
  let pace: Double
  /// What the desk lacks, in words.
  let gaps: [String]
  /// Whether the desk stands behind TLS, so that its cookies may say so.
  let secureCookies: Bool
  /// The certificate that browsers are shown, when the desk speaks TLS itself.
  var tls: TLSStand? = nil
  /// Whom people may sign in through beside their accounts here.
  var provider: IdentityProvider? = nil
  let logger: Logger
  /// What people have done with alerts.
  let alerts = AlertBoard()
  /// Outlooks of series, computed once.
  let outlook = OutlookEngine()
  /// How many people are not accounted for.
  let rescue = RescueBoard()
  /// Who is connected, and what each connection is held to.
  var connections = ConnectionBook()
  /// How many requests were answered, and how.
  var requests = RequestBook()
  /// Since when everything stands as it stands.
  var health = HealthBook()
  /// Wind and water out of files.
  let weatherShelf = WeatherShelf()
  /// Where boats drift.
  var drifts = DriftShelf()
  /// Harbours and shores, for the rules of behaviour.
  var ground = WatchGround(share: nil)
  /// The coast and lines for sheets of paper.
  var paperGround = PaperGround(share: nil)
  /// How the writing of the sheets fares; nil when none are written.
  var paper: PaperRecord?
  /// The links to other centres; nil for a centre that stands alone.
  var links: LinkBoard?
  /// What is shown to verifiers, and who witnesses whom.
  var transparency = Transparency()

  /// The frame of a page for this visitor.
  func frame(_ context: DeskContext) -> Frame {
    let person = context.visitor.flatMap { visitor in
      visitor.session.map { session in
        Frame.Person(
          name: session.person.displayName ?? session.person.name.text,
          signInName: session.person.name.text, agency: session.person.agency,
          purpose: session.purpose.rawValue, crossSiteToken: session.pageToken,
          mayInspect: session.person.roles.contains { PermissionTable.grants(.see, on: .record, to: $0) },
          mayCount: session.person.roles.contains { PermissionTable.grants(.see, on: .statistics, to: $0) },
          mayAdminister: session.person.roles.contains { PermissionTable.grants(.administer, on: .people, to: $0) })
      }
    }
    return Frame(
      strings: Strings.of(context.language), theme: context.theme, path: context.address, person: person,
      exercise: centre.settings.exercise, warnings: Warnings(storage: centre.storage, clock: clock.report),
      unaccounted: rescue.summary)
  }

  /// How the desk fares now.
  func status() -> StatusReport {
    let time = now()
    return StatusReport(
      time: time, feeds: feeds.lines(now: time), clock: clock.report, storage: centre.storage, pace: pace,
      ledgerSize: centre.ledger.head.size,
      trackCount: picture.trackCount, exercise: centre.settings.exercise,
      gaps: gaps + [paper?.trouble(at: time)].compactMap { $0 })
  }

  /// The state of knowledge that a request asks for with `at`, and the moment itself.
  func asKnown(_ request: Request) async throws -> (AsKnown, Instant?) {
    guard let moment = try request.moment("at") else { return (.now, nil) }
    return (.sequence(try await centre.sequence(knownAt: moment)), moment)
  }
}
