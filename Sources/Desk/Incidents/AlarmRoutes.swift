import Exchange
import Geodesy
import Hummingbird
import Operations

/// What a person on watch must hear of rescue: new reports, reports that nobody has read, overdue calls, lost links.
extension Desk {
  /// The alarms that somebody has.
  struct HeardAlarms: Decodable, Sendable {
    var keys: [String]
    /// A name that the sender gives the step, so that sending it twice takes it once.
    var key: String?
  }

  /// A link that is lost for so long is an alarm, in seconds: a shorter break mends itself.
  static let lostLinkSeconds = 10.0
  /// Alarms in one answer at most; how many there are stands beside them.
  static let mostAlarms = 50

  func addAlarmRoutes(to api: RouterGroup<DeskContext>) {
    api.get("alarms", use: listAlarms)
    api.post("alarms/heard", use: hearAlarms)
  }

  @Sendable func listAlarms(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    try await centre.consult(Consultation(.incidents), as: acting)
    return .json(json(of: try await alarms(as: acting)))
  }

  @Sendable func hearAlarms(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let heard = try await request.decode(as: HeardAlarms.self, context: context)
    try await centre.rescue(HearAlarms(heard.keys), as: acting, key: heard.key)
    try await refreshRescue()
    return .json(json(of: try await alarms(as: acting)))
  }

  private func alarms(as acting: Acting) async throws -> [RescueAlarm] {
    let book = try await centre.rescue(as: acting)
    let listener = centre.listener(acting)
    let lost = lostLinks.filter { book.heard[$0.key]?.contains(listener) != true }
    return lost + book.alarms(for: listener, now: now())
  }

  /// The links over which nothing has come for a while.
  private var lostLinks: [RescueAlarm] {
    (links?.statuses ?? []).compactMap { status in
      guard status.now.trouble != nil, let since = status.now.since, now().seconds(since: since) > Self.lostLinkSeconds
      else { return nil }
      return RescueAlarm(.link, about: status.code, since: since, exercise: centre.settings.exercise)
    }
  }

  private func json(of alarms: [RescueAlarm]) -> JSONText {
    var json = JSONText(reserving: 1024)
    json.object { json in
      json.key("count")
      json.integer(Int64(alarms.count))
      json.key("alarms")
      json.array { json in
        for alarm in alarms.prefix(Self.mostAlarms) {
          json.object { json in
            json.member("key", alarm.key)
            json.member("kind", alarm.kind.rawValue)
            json.member("about", alarm.about)
            json.member("since", alarm.since.iso8601)
            json.key("exercise")
            json.boolean(alarm.exercise)
          }
        }
      }
    }
    return json
  }
}
