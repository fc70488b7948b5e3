import Exchange
import Geodesy

/// One thing that a desk needs, how it stands, and since when.
struct HealthLine: Sendable {
  enum Part: String, CaseIterable, Sendable {
    case store, room, archive, clock, feeds, paper, certificate, witnesses, links, files
  }

  enum State: String, CaseIterable, Sendable {
    /// It does what it should.
    case works
    /// It works, and someone should look at it before it no longer does.
    case attention
    /// It does not work.
    case broken
  }

  var part: Part
  var state: State
  /// How it stands, as a word that the strings know: they say what is so, and what to do when it should be otherwise.
  var condition: String
  /// Figures in the sentence; never a name of anything that the desk is about.
  var figures: [String: String] = [:]
  /// Since when it is so; nil when nobody looked before.
  var since: Instant?
  /// What only those who have signed in are told, such as which feed is silent.
  var details: [String] = []

  /// Every condition of every part, each of which has its sentences.
  static let conditions: [Part: [State: [String]]] = [
    .store: [.works: ["readable"], .broken: ["unreadable"]],
    .room: [.works: ["ample", "unwatched"], .attention: ["full"], .broken: ["distressOnly", "exhausted"]],
    .archive: [.works: ["whole"], .attention: ["gap"]],
    .clock: [.works: ["steady"], .attention: ["moved", "behind"]],
    .feeds: [.works: ["heard", "none"], .attention: ["some"], .broken: ["silent"]],
    .paper: [.works: ["fresh", "off"], .broken: ["late"]],
    .certificate: [.works: ["valid", "absent"], .attention: ["soon", "notRenewed"], .broken: ["expired", "early"]],
    .witnesses: [.works: ["agree", "unasked"], .broken: ["forked", "unknown"]],
    .links: [
      .works: ["alone", "joined"], .attention: ["clock", "soon"],
      .broken: ["expired"] + LinkFault.Reason.allCases.map(\.rawValue),
    ],
    .files: [.works: ["complete"], .attention: ["missing"]],
  ]
}
