import GRDB

/// How a centre is set up.
package struct CentreSettings: Sendable, Hashable {
  /// The centre's name, as it stands on every screen.
  package var name: String
  /// The agency that runs it, by its code.
  package var agency: String
  /// Whether it is in exercise: what is written then is marked EXERCISE and never mistaken for real.
  package var exercise: Bool

  package init(name: String, agency: String, exercise: Bool) {
    self.name = name
    self.agency = agency
    self.exercise = exercise
  }

  /// A centre that nobody has set up yet.
  package static let unset = CentreSettings(name: "Foreland", agency: "centre", exercise: false)

  /// The settings as they were known.
  static func read(_ asKnown: AsKnown = .now, in db: Database) throws -> CentreSettings {
    let query = "SELECT name, agency, exercise FROM centre WHERE \(asKnown.condition())"
    // The past is asked about in many words and seldom, the present in the same ones by every command.
    let row = try Row.fetchOne(
      try asKnown == .now ? db.cachedStatement(sql: query) : db.makeStatement(sql: query))
    guard let row else { return .unset }
    return CentreSettings(name: row["name"], agency: row["agency"], exercise: row["exercise"])
  }
}
