import Geodesy
import Hummingbird
import Operations
import Tracking

/// Alerts for programs and for the panel beside the chart.
extension Desk {
  /// What is sent to deal with an alert.
  struct AlertStep: Decodable, Sendable {
    /// To whom it is handed over.
    var to: String?
    /// What is to be said of it; a resolution needs a reason.
    var note: String?
    /// A name that the sender gives the step, so that sending it twice takes it once.
    var key: String?
  }

  /// The longest name of an alert in an address, in bytes.
  static let longestAlertBytes = 120

  func addAlertRoutes(to api: RouterGroup<DeskContext>) {
    api.get("alerts", use: showAlerts)
    api.get("coverage", use: showCoverage)
    api.post("alerts/:id/report", use: reportAlertFromProgram)
    for (path, stage) in [
      ("acknowledge", Alert.Stage.acknowledged), ("hand-over", .handedOver), ("resolve", .resolved),
    ] {
      api.post("alerts/:id/\(RouterPath(path))") { request, context in
        try await takeAlert(request, context, stage)
      }
    }
  }

  @Sendable func showAlerts(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    let limit = try request.number("limit", default: 100, in: 1...Centre.mostAlerts)
    let state = request.query("state") ?? "open"
    guard ["open", "all"].contains(state) else { throw DeskError(.invalid, "state is open or all") }
    try await centre.consult(Consultation(.alerts, asOf: moment), as: acting)
    let alerts = try await centre.alerts(open: state == "open", limit: limit, asKnown, as: acting)
    var json = JSONText(reserving: 4096)
    json.object { json in
      json.key("alerts")
      json.array { json in for alert in alerts { alert.write(to: &json) } }
    }
    return .json(json)
  }

  /// What the sensors can see now; an empty object where none is declared.
  @Sendable func showCoverage(_ request: Request, _ context: DeskContext) async throws -> Response {
    try await centre.consult(Consultation(.picture), as: try context.signedIn().acting)
    var json = JSONText(reserving: 8192)
    let now = now()
    json.object { json in
      alerts.coverage?.writeMembers(to: &json)
      guard let weather = alerts.weather else { return }
      json.key("weather")
      weather.write(to: &json, now: now)
    }
    return .json(json)
  }

  func takeAlert(_ request: Request, _ context: DeskContext, _ stage: Alert.Stage) async throws -> Response {
    let acting = try context.signedIn().acting
    let step = try await request.decode(as: AlertStep.self, context: context)
    let alert = try await take(
      TakeAlert(try alertID(context), stage, handedTo: step.to, note: step.note), as: acting, key: step.key)
    var json = JSONText()
    alert.write(to: &json)
    return .json(json)
  }

  /// Deals with an alert and lets the keeper of alerts know.
  func take(_ command: TakeAlert, as acting: Acting, key: String?) async throws -> Alert {
    let alert = try await centre.take(command, as: acting, key: key)
    alerts.note(alert)
    try await hearReport(of: alert.id, as: acting)
    return alert
  }

  func alertID(_ context: DeskContext) throws -> String {
    let id = context.parameters.get("id") ?? ""
    guard !id.isEmpty, id.utf8.count <= Self.longestAlertBytes else { throw DeskError(.notFound) }
    return id
  }
}

extension WatchWeather {
  func write(to json: inout JSONText, now: Instant) {
    json.object { json in
      json.key("seaState")
      json.integer(weather.seaState)
      json.key("windKnots")
      json.number(weather.windKnots, decimals: 1)
      json.key("visibilityMetres")
      json.number(weather.visibilityMetres, decimals: 0)
      json.key("windFromDegrees")
      json.number(windFromDegrees, decimals: 0)
      json.key("waterCelsius")
      json.number(waterCelsius, decimals: 1)
      json.member("since", since.iso8601)
      json.member("by", by)
      json.member("agency", agency)
      json.key("old")
      json.boolean(isOld(at: now))
    }
  }
}

extension Alert {
  /// The event by which streams learn of it.
  var event: [UInt8] {
    var json = JSONText()
    write(to: &json)
    return ServerSentEvent.encode("alert", data: json.bytes)
  }

  func write(to json: inout JSONText) {
    json.object { json in
      json.member("id", id)
      json.member("kind", kind)
      json.member("severity", severity.rawValue)
      json.key("tracks")
      json.array { json in for track in tracks { json.string(track) } }
      json.key("lat")
      json.number(position?.latitudeDegrees, decimals: 6)
      json.key("lon")
      json.number(position?.longitudeDegrees, decimals: 6)
      json.member("began", began.iso8601)
      json.key("ended")
      json.string(ended?.iso8601)
      json.key("evidence")
      json.array { json in
        for one in evidence {
          json.object { json in
            json.member("name", one.name)
            json.key("value")
            json.number(one.value, decimals: 3)
            json.member("unit", one.unit)
          }
        }
      }
      json.key("words")
      json.string(words)
      json.key("rule")
      if let rule {
        json.object { json in
          json.member("id", rule.id)
          json.member("en", rule.en)
          json.member("fr", rule.fr)
        }
      } else {
        json.null()
      }
      json.member("stage", stage.rawValue)
      json.key("by")
      json.string(by)
      json.key("agency")
      json.string(agency)
      json.key("handedTo")
      json.string(handedTo)
      json.key("note")
      json.string(note)
      json.key("exercise")
      json.boolean(exercise)
      json.member("raised", raised.iso8601)
      json.key("sequence")
      json.integer(sequence)
    }
  }
}
