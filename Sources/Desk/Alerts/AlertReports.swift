import Hummingbird
import Operations

/// Contact reports out of alerts: a device's call becomes one by itself, any other when somebody on watch asks for it.
extension Desk {
  /// What is sent to make a report of an alert.
  struct AlertReport: Decodable, Sendable {
    /// A name that the sender gives the step, so that sending it twice takes it once.
    var key: String?
  }

  @Sendable func reportAlertFromPage(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let contact = try await report(try alertID(context), as: try context.signedIn().acting, key: form["key"])
    return .see(contact.map { "/contacts/\($0)" } ?? "/incidents")
  }

  @Sendable func reportAlertFromProgram(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let sent = try await request.decode(as: AlertReport.self, context: context)
    let contact = try await report(try alertID(context), as: acting, key: sent.key)
    var json = JSONText()
    json.object { json in
      json.key("contact")
      json.string(contact)
    }
    return .json(json)
  }

  /// Makes the one report of an alert, and notes that its maker has it.
  /// - Returns: the name of the report.
  private func report(_ alert: String, as acting: Acting, key: String?) async throws -> String? {
    try await centre.rescue(ReportAlert(alert), as: acting, key: key)
    try await hearReport(of: alert, as: acting)
    try await refreshRescue()
    return try await centre.rescueBook().contact(ofAlert: alert)
  }

  /// Whoever has an alert has the report that was made of it.
  func hearReport(of alert: String, as acting: Acting) async throws {
    guard let contact = try await centre.rescueBook().contact(ofAlert: alert) else { return }
    try await centre.rescue(HearAlarms([RescueAlarm.key(ofReport: contact)]), as: acting)
  }
}

extension RescueBook {
  /// The report that was made of an alert.
  fileprivate func contact(ofAlert alert: String) -> String? { bySource[ReportAlert.sourcePrefix + alert] }
}
