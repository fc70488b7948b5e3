import Geodesy
package import Ledger

/// A centre's operations: its people, its watch log, its record, over its ledger.
///
/// Commands are values, their rules are pure functions of command and view, and entries are the result; whoever calls
/// says who acts (`Acting`), which a session or a bearer token gives.
package final class Centre: Sendable {
  /// The ledger beneath, for rooms beside this one.
  package let ledger: Ledger
  package let surroundings: Surroundings
  package let limits: OperationsLimits

  /// Opens the centre at a place, or makes a new one there.
  ///
  /// - Parameter additionalViews: views of rooms beside this one.
  /// - Throws: `LedgerError`, as `Ledger.open` does.
  package static func open(
    _ location: StoreLocation, surroundings: Surroundings = .live, limits: OperationsLimits = OperationsLimits(),
    additionalViews: [any LedgerView] = []
  ) async throws -> Centre {
    let environment = LedgerEnvironment(
      clock: { surroundings.now().millisecondsSince1970 }, randomBytes: surroundings.randomBytes)
    let ledger = try Ledger.open(location, views: allViews() + additionalViews, environment: environment)
    return Centre(ledger: ledger, surroundings: surroundings, limits: limits)
  }

  private init(ledger: Ledger, surroundings: Surroundings, limits: OperationsLimits) {
    self.ledger = ledger
    self.surroundings = surroundings
    self.limits = limits
  }

  /// Every view of the operations, for whoever opens the ledger without a centre.
  package static func allViews() -> [any LedgerView] { [SettingsView()] }

  /// Writes out what waits and closes the ledger.
  package func close() async throws { try ledger.close() }
}
