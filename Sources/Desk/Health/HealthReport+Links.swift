import Exchange
import Geodesy
import Operations

extension HealthReport {
  /// How the links to other centres fare: of several troubles the one that is most in need of a person.
  static func links(_ desk: Desk, _ now: Instant) -> HealthLine {
    guard let board = desk.links else { return HealthLine(part: .links, state: .works, condition: "alone") }
    let states = board.statuses.map { ($0.code, $0.now) }
    let troubled = states.filter { $0.1.trouble != nil }
    let clocks = states.compactMap(\.1.clockSeconds).map(abs)
    var line = HealthLine(part: .links, state: .works, condition: "joined")
    line.figures = [
      "all": "\(states.count)", "troubled": "\(troubled.count)",
      "behind": "\(states.reduce(0) { $0 + $1.1.behind })", "seconds": "\(Int(min(clocks.max() ?? 0, 1e9)))",
      "until": board.stand.now.identity.validUntil.plainText,
    ]
    line.details = states.map { details($0.0, $0.1) } + turnedAway(board)
    // Certificates are judged by the clock on the wall, also in an exercise that runs faster.
    let certificate = board.stand.now.identity
    let time = Surroundings.live.now()
    let worst = troubled.first { $0.1.trouble?.isBreach == true } ?? troubled.first
    if let worst, let trouble = worst.1.trouble {
      line.state = .broken
      line.condition = trouble.reason.rawValue
      line.since = worst.1.since
    } else if time >= certificate.validUntil || time < certificate.validFrom {
      (line.state, line.condition) = (.broken, "expired")
    } else if clocks.contains(where: { $0 > board.limits.clockSeconds }) {
      (line.state, line.condition) = (.attention, "clock")
    } else if certificate.trouble(at: time) != nil {
      (line.state, line.condition) = (.attention, "soon")
    }
    return line
  }

  /// A partner in figures that need no language: whether it is heard, when it was heard and asked last, and how much is to come.
  private static func details(_ code: String, _ state: LinkStatus.State) -> String {
    let sign = state.trouble == nil ? (state.lastHeard == nil ? "…" : "●") : "✕ \(state.trouble?.reason.rawValue ?? "")"
    let heard = state.lastHeard?.plainText ?? "–"
    let asked = state.lastAsked?.plainText ?? "–"
    return "\(code): \(sign) · ← \(heard) (\(state.behind)) · → \(asked)"
  }

  private static func turnedAway(_ board: LinkBoard) -> [String] {
    let counts = board.turnedAway
    return PinnedCertificates.Refusal.allCases.compactMap { refusal in
      counts[refusal].map { "TLS: \(refusal.rawValue) × \($0)" }
    }
  }
}
