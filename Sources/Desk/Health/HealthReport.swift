import Archive
import Geodesy
import Ledger
import Operations

/// How everything that a desk needs stands at this moment.
struct HealthReport: Sendable {
  let lines: [HealthLine]

  /// The worst of all.
  var state: HealthLine.State {
    let states = Set(lines.map(\.state))
    return states.contains(.broken) ? .broken : states.contains(.attention) ? .attention : .works
  }

  /// Looks at everything.
  init(_ desk: Desk) async {
    let now = desk.now()
    let found = [
      await Self.store(desk), Self.room(desk), Self.archive(desk), Self.clock(desk), Self.feeds(desk, now),
      Self.paper(desk, now), Self.certificate(desk), Self.witnesses(desk),
      Self.links(desk, now),
      HealthLine(
        part: .files, state: desk.gaps.isEmpty ? .works : .attention,
        condition: desk.gaps.isEmpty ? "complete" : "missing", details: desk.gaps),
    ]
    lines = desk.health.note(found, at: now)
  }

  private static func store(_ desk: Desk) async -> HealthLine {
    do {
      _ = try await desk.centre.sequence(knownAt: desk.now())
      return HealthLine(part: .store, state: .works, condition: "readable")
    } catch {
      return HealthLine(part: .store, state: .broken, condition: "unreadable")
    }
  }

  private static func room(_ desk: Desk) -> HealthLine {
    guard let storage = desk.centre.storage else {
      return HealthLine(part: .room, state: .works, condition: "unwatched")
    }
    let state: HealthLine.State =
      switch storage.level {
      case .ample: .works
      case .full: .attention
      case .distressOnly, .exhausted: .broken
      }
    return HealthLine(
      part: .room, state: state, condition: storage.level.rawValue,
      figures: ["minutes": "\(storage.reserveSeconds / 60)"])
  }

  private static func archive(_ desk: Desk) -> HealthLine {
    let isWhole = desk.picture.archive.gap == nil
    return HealthLine(part: .archive, state: isWhole ? .works : .attention, condition: isWhole ? "whole" : "gap")
  }

  private static func clock(_ desk: Desk) -> HealthLine {
    let report = desk.clock.report
    if let moved = report.movedSeconds {
      return HealthLine(
        part: .clock, state: .attention, condition: "moved", figures: ["seconds": "\(Int64(moved.rounded()))"])
    }
    guard let behind = report.behindSeconds else { return HealthLine(part: .clock, state: .works, condition: "steady") }
    return HealthLine(
      part: .clock, state: .attention, condition: "behind", figures: ["seconds": "\(Int64(behind.rounded()))"])
  }

  private static func feeds(_ desk: Desk, _ now: Instant) -> HealthLine {
    let all = desk.feeds.lines(now: now)
    let troubled = all.filter { $0.isStale || $0.state == "failed" }
    let figures = ["troubled": "\(troubled.count)", "all": "\(all.count)"]
    // The last word of the last one to speak is when the silence of all began.
    let heard = troubled.count == all.count ? all.compactMap(\.lastArrived).max() : nil
    let details = troubled.map { "\($0.name): \($0.failure ?? $0.lastArrived?.plainText ?? "–")" }
    switch (troubled.count, all.count) {
    case (_, 0): return HealthLine(part: .feeds, state: .works, condition: "none", figures: figures)
    case (0, _): return HealthLine(part: .feeds, state: .works, condition: "heard", figures: figures)
    case (all.count, _):
      return HealthLine(
        part: .feeds, state: .broken, condition: "silent", figures: figures, since: heard, details: details)
    default: return HealthLine(part: .feeds, state: .attention, condition: "some", figures: figures, details: details)
    }
  }

  private static func paper(_ desk: Desk, _ now: Instant) -> HealthLine {
    guard let paper = desk.paper else { return HealthLine(part: .paper, state: .works, condition: "off") }
    let figures = ["minutes": "\(Int(paper.ageSeconds(at: now) / 60))"]
    guard let trouble = paper.trouble(at: now) else {
      return HealthLine(part: .paper, state: .works, condition: "fresh", figures: figures)
    }
    return HealthLine(part: .paper, state: .broken, condition: "late", figures: figures, details: [trouble])
  }

  private static func certificate(_ desk: Desk) -> HealthLine {
    guard let tls = desk.tls?.now else { return HealthLine(part: .certificate, state: .works, condition: "absent") }
    // Browsers judge by the clock on the wall, also in an exercise that runs faster.
    let now = Surroundings.live.now()
    let figures = ["until": tls.identity.validUntil.plainText]
    func line(_ state: HealthLine.State, _ condition: String) -> HealthLine {
      HealthLine(part: .certificate, state: state, condition: condition, figures: figures)
    }
    if now < tls.identity.validFrom { return line(.broken, "early") }
    if now >= tls.identity.validUntil { return line(.broken, "expired") }
    if tls.identity.trouble(at: now) != nil { return line(.attention, "soon") }
    return tls.trouble == nil ? line(.works, "valid") : line(.attention, "notRenewed")
  }

  private static func witnesses(_ desk: Desk) -> HealthLine {
    guard let book = try? desk.centre.ledger.read({ db in try WitnessBook.read(in: db) }) else {
      return HealthLine(part: .witnesses, state: .broken, condition: "unknown")
    }
    if !book.forks.isEmpty || !book.disagreements.isEmpty {
      return HealthLine(part: .witnesses, state: .broken, condition: "forked")
    }
    let isAsked = !desk.transparency.witnesses.isEmpty || !desk.transparency.logs.isEmpty
    return HealthLine(part: .witnesses, state: .works, condition: isAsked ? "agree" : "unasked")
  }
}
