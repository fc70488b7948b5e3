/// Every limit of a centre's operations, by name.
package struct OperationsLimits: Sendable {
  /// The longest text of a log entry, in UTF-8 bytes.
  package var logTextBytes = 8_000
  /// The longest marking of a log entry, in UTF-8 bytes.
  package var markingBytes = 500
  /// The most rows that one page of a list holds.
  package var pageRows = 200
  /// How far ahead of the clock the time that a log entry is about may lie.
  package var logAheadMilliseconds: Int64 = 24 * hour
  /// The longest display name, agency name or label, in UTF-8 bytes.
  package var nameBytes = 200
  /// The longest search text, in UTF-8 bytes.
  package var searchBytes = 200

  /// The most forks of one ledger that a witness records; what a proof of two histories needs is one.
  package var forksKept = 1_000

  /// How long a session lives without use.
  package var sessionIdleMilliseconds: Int64 = 2 * hour
  /// How long a session lives at most: one watch.
  package var sessionLifeMilliseconds: Int64 = 12 * hour
  /// How often the use of a session is recorded, so that a restart does not revive an idle one.
  package var sessionSeenMilliseconds: Int64 = 30 * minute
  /// The most sessions that one person has at once; the oldest ends when another begins.
  package var sessionsPerPerson = 10

  /// How long a one-time secret can be used.
  package var secretLifeMilliseconds: Int64 = 72 * hour
  /// How often the use of a bearer token is recorded.
  package var tokenSeenMilliseconds: Int64 = 24 * hour
  /// The most bearer tokens that one person holds.
  package var tokensPerPerson = 20
  /// How long a second factor that was offered waits for its first code.
  package var factorOfferMilliseconds: Int64 = 10 * minute
  /// The most second factors that are on offer at once.
  package var factorOffers = 1_000

  /// How failed sign-ins slow down the next one under the same name.
  package var personLockOut = LockOutRule(
    freeFailures: 4, firstDelayMilliseconds: 5_000, longestDelayMilliseconds: 15 * minute,
    forgottenAfterMilliseconds: 24 * hour, keys: 10_000)
  /// How failed sign-ins slow down the next one from the same address, behind which a whole centre may sit.
  package var addressLockOut = LockOutRule(
    freeFailures: 20, firstDelayMilliseconds: 5_000, longestDelayMilliseconds: 15 * minute,
    forgottenAfterMilliseconds: hour, keys: 10_000)
  /// The most failed sign-ins recorded one by one in a minute; those beyond are counted in the next record.
  package var failuresRecordedPerMinute = 60
  /// The most passwords that wait to be checked.
  package var passwordQueue = 32
  /// What a password costs to check.
  package var passwordCost = PasswordCost.standard

  /// The most refused acts of one person recorded one by one in an hour; those beyond are counted in the next record.
  package var refusalsRecordedPerHour = 60
  /// The most different things that one session consults in an hour.
  package var consultationsPerHour = 2_000
  /// The most consultations that wait in memory for room on the disk.
  package var lateConsultations = 10_000
  /// The most subjects that one consultation names.
  package var consultationSubjects = 500
  /// The most ended sessions and revoked tokens that wait for one listener.
  package var revocationsWaiting = 1_000

  package init() {}

  private static let minute: Int64 = 60_000
  private static let hour: Int64 = 3_600_000
}
