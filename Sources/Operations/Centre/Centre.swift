import Geodesy
package import Ledger
import Synchronization

/// A centre's operations: its people, its watch log, its record, over its ledger.
///
/// Commands are values, their rules are pure functions of command and view, and entries are the result; whoever calls
/// says who acts (`Acting`), which a session or a bearer token gives.
package final class Centre: Sendable {
  /// The ledger beneath, for rooms beside this one.
  package let ledger: Ledger
  package let surroundings: Surroundings
  package let limits: OperationsLimits

  let access = Mutex(AccessBook())
  let offers = Mutex(SecondFactorOffers())
  let guardPosts: Mutex<GuardPosts>
  let refusals: Mutex<RefusalBook>
  let consultations: ConsultationBook
  let passwords: PasswordWorker
  /// Where the archive is asked, beside the threads that answer everything else.
  package let archiveLane: WorkLane
  /// What could be written when it was last looked at.
  let storageLevel = Mutex(StorageState.Level.ample)
  let lateConsultations: Mutex<LateConsultations>
  let revocationBus: RevocationBus
  let shelf = RescueShelf()
  let settingsNow = Mutex(CentreSettings.unset)
  /// What a password is compared with under a name that nobody bears.
  let hashOfNobody: PasswordHash

  /// Opens the centre at a place, or makes a new one there.
  ///
  /// - Parameters:
  ///   - name: the centre's name, from which a new ledger's origin is made.
  ///   - additionalViews: views of rooms beside this one.
  ///   - reserve: how much room to hold back on the disk; nil for none.
  /// - Throws: `LedgerError`, as `Ledger.open` does.
  package static func open(
    _ location: StoreLocation, name: String = "foreland", surroundings: Surroundings = .live,
    limits: OperationsLimits = OperationsLimits(), additionalViews: [any LedgerView] = [], reserve: ReservePlan? = nil
  ) async throws -> Centre {
    let environment = LedgerEnvironment(
      clock: { surroundings.now().millisecondsSince1970 }, randomBytes: surroundings.randomBytes,
      files: surroundings.files, makeLane: surroundings.makeLane)
    let ledger = try Ledger.open(
      location, views: allViews() + additionalViews, centre: name, environment: environment, reserve: reserve)
    let centre = Centre(ledger: ledger, surroundings: surroundings, limits: limits)
    try await centre.remember()
    return centre
  }

  private init(ledger: Ledger, surroundings: Surroundings, limits: OperationsLimits) {
    self.ledger = ledger
    self.surroundings = surroundings
    self.limits = limits
    guardPosts = Mutex(GuardPosts(limits))
    refusals = Mutex(RefusalBook(perHour: limits.refusalsRecordedPerHour))
    consultations = ConsultationBook(perHour: limits.consultationsPerHour, executor: surroundings.executor)
    archiveLane = surroundings.makeLane("foreland.archive", .concurrent)
    passwords = PasswordWorker(lane: surroundings.makeLane("foreland.passwords", .serial), limit: limits.passwordQueue)
    revocationBus = RevocationBus(limit: limits.revocationsWaiting)
    lateConsultations = Mutex(LateConsultations(limit: limits.lateConsultations))
    hashOfNobody = .ofNobody(cost: limits.passwordCost, surroundings)
  }

  /// Every view of the operations, for whoever opens the ledger without a centre.
  package static func allViews() -> [any LedgerView] {
    [
      SettingsView(), LinkView(), AgencyView(), PeopleView(), CredentialView(), OneTimeSecretView(), FailureView(),
      SessionView(), TokenView(), JoinedIdentities(), LogView(), RecordView(), WitnessView(), AlertView(), RulesView(),
      RescueView(), WallView(), PlaceView(), WeatherView(), SensorView(),
      StatisticsView(),
    ]
  }

  /// The settings as they are now, from memory.
  package var settings: CentreSettings { settingsNow.withLock { $0 } }

  /// Ends the streams of revocations, waits for what has been accepted and closes the ledger.
  package func close() async throws {
    revocationBus.close()
    try ledger.close()
  }

  /// Fills the memory from the views: settings, failures, sessions and tokens.
  private func remember() async throws {
    let (settings, ofPeople, ofAddresses, names) = try await ledger.read { [limits] db in
      (
        try CentreSettings.read(in: db), try RecordedFailures.ofPeople(limit: limits.personLockOut.keys, in: db),
        try RecordedFailures.ofAddresses(limit: limits.addressLockOut.keys, in: db),
        try Set(StoredSession.people(in: db) + BearerToken.all(of: nil, in: db).map(\.person))
      )
    }
    settingsNow.withLock { $0 = settings }
    guardPosts.withLock { posts in
      // A time by a clock that has been set back since must not delay anyone for longer.
      let latest = surroundings.steady()
      for failure in ofPeople {
        posts.names.restore(failure.key, count: failure.count, last: min(failure.last, latest))
      }
      for failure in ofAddresses {
        posts.addresses.restore(failure.key, count: failure.count, last: min(failure.last, latest))
      }
    }
    for name in names { try await refreshAccess(of: name) }
  }
}
