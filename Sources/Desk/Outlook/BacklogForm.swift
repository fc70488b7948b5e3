import Hummingbird
import Outlook

/// What a backlog scenario takes for granted, as far as the series know it, and as it was asked.
struct BacklogForm: Sendable {
  var open: Double
  var claims: Double?
  var decisions: Double?
  var caseworkers: Double?
  var gained = 0.0
  var returning = 10.0

  /// The names of its fields, in the order of the form.
  static let names = ["open", "claims", "caseworkers", "gained", "decisions", "returning"]

  /// Its numbers by the names of the fields; decisions are those of one caseworker a week.
  var values: [String: Double] {
    let workers = caseworkers ?? 2_500
    return [
      "open": open, "claims": claims ?? 1_500, "caseworkers": workers, "gained": gained,
      "decisions": decisions.map { $0 / max(workers, 1) } ?? 0.8, "returning": returning,
    ]
  }

  /// The scenario with what the query says otherwise.
  func asked(_ request: Request) throws -> (values: [String: Double], scenario: BacklogScenario) {
    var values = values
    for name in Self.names {
      guard let text = request.query(name) else { continue }
      guard let number = Double(text) else { throw DeskError(.invalid, "\(name) is not a number") }
      values[name] = number
    }
    func value(_ name: String) -> Double { values[name] ?? 0 }
    do {
      let scenario = try BacklogScenario(
        open: value("open"), newCasesAWeek: value("claims"), caseworkers: value("caseworkers"),
        caseworkersGainedAWeek: value("gained"), decisionsACaseworkerAWeek: value("decisions"),
        returningShare: value("returning") / 100)
      return (values, scenario)
    } catch {
      throw DeskError(.invalid, error.description)
    }
  }
}
