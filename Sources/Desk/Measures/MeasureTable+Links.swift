import Exchange
import Geodesy
import Operations

extension MeasureTable {
  static let links: [Measure] = [
    .gauge(
      "link_up", "1 or 0", by: ["partner"],
      "1 while a partner answers and what it says is good. 0 means that what the other centre writes is not known here: telephone."
    ) { ground in
      let asked = ground.desk.links?.partners.filter { $0.address != nil }.map(\.partner.code) ?? []
      return ground.links.filter { asked.contains($0.code) }.map { code, state in
        Measure.Reading(state.lastHeard != nil && state.trouble == nil, code)
      }
    },
    .gauge(
      "link_silence_seconds", "seconds", by: ["partner"],
      "How long ago a partner last answered with something good; absent while it has not. A link that stands has less than two."
    ) { ground in
      ground.links.compactMap { code, state in
        state.lastHeard.map { Measure.Reading(ground.now.seconds(since: $0), code) }
      }
    },
    .gauge(
      "link_behind_entries", "entries", by: ["partner"],
      "Entries that a partner said are still to come. When it stays above 0, this desk or its disk is too slow."
    ) { ground in ground.eachLink { Double($0.behind) } },
    .counter("link_taken_total", "entries", by: ["partner"], "Entries of a partner that were taken.") { ground in
      ground.eachLink { Double($0.taken) }
    },
    .counter("link_given_total", "entries", by: ["partner"], "Entries that a partner was given.") { ground in
      ground.eachLink { Double($0.given) }
    },
    .counter(
      "link_breaches_total", "batches", by: ["partner"],
      "Batches of a partner that were refused because they broke what it promised. More than 0 means: look at the record."
    ) { ground in ground.eachLink { Double($0.breaches) } },
    .gauge(
      "link_clock_seconds", "seconds", by: ["partner"],
      "How far a partner's clock stands before this one; absent before it has answered."
    ) { ground in
      ground.links.compactMap { code, state in state.clockSeconds.map { Measure.Reading($0, code) } }
    },
    .counter(
      "link_turned_away_total", "connections", by: ["reason"],
      "Connections to the door for partners with a certificate that is nobody's (unknown), not valid yet (early) or no longer (expired)."
    ) { ground in
      guard let board = ground.desk.links else { return [] }
      let counts = board.turnedAway
      return PinnedCertificates.Refusal.allCases.map { .init(counts[$0] ?? 0, $0.rawValue) }
    },
  ]
}

extension MeasureGround {
  /// Each partner with how its link fares.
  var links: [(code: String, state: LinkStatus.State)] { desk.links?.statuses.map { ($0.code, $0.now) } ?? [] }

  /// A reading for each link, under the partner's code.
  func eachLink(_ value: (LinkStatus.State) -> Double) -> [Measure.Reading] {
    links.map { Measure.Reading(value($0.state), $0.code) }
  }
}
