import Geodesy

/// How failures slow down the next attempt.
package struct LockOutRule: Sendable {
  /// The failures that cost nothing.
  package var freeFailures: Int
  /// The delay after the first failure that costs something; each further one doubles it.
  package var firstDelayMilliseconds: Int64
  /// The delay that no number of failures exceeds.
  package var longestDelayMilliseconds: Int64
  /// How long after the last failure all of them are forgotten.
  package var forgottenAfterMilliseconds: Int64
  /// The most names or addresses that are remembered.
  package var keys: Int

  /// How long the next attempt must wait after so many failures.
  func delayMilliseconds(afterFailures failures: Int) -> Int64 {
    guard failures > freeFailures else { return 0 }
    let doublings = failures - freeFailures - 1
    guard doublings < 40 else { return longestDelayMilliseconds }
    return min(firstDelayMilliseconds << Int64(doublings), longestDelayMilliseconds)
  }
}

/// The failures under each name, or from each address.
///
/// An attempt counts as a failure from the moment it is admitted until it has succeeded, so that many attempts at once
/// gain nothing. Unknown names are counted like known ones.
struct LockOut: Sendable {
  let rule: LockOutRule
  private var failuresByKey: [String: Failures] = [:]

  struct Failures: Sendable {
    var count: Int
    var last: Instant
  }

  init(rule: LockOutRule) { self.rule = rule }

  /// Admits an attempt and counts it, or says when the next one will be admitted.
  mutating func admit(_ key: String, at now: Instant) -> Instant? {
    var failures = remembered(key, at: now) ?? Failures(count: 0, last: now)
    let openAt = failures.last.adding(milliseconds: rule.delayMilliseconds(afterFailures: failures.count))
    if now < openAt { return openAt }
    failures.count += 1
    failures.last = now
    makeRoom(for: key, at: now)
    failuresByKey[key] = failures
    return nil
  }

  /// Takes back one counted attempt, which was not a failure.
  mutating func takeBack(_ key: String) {
    guard var failures = failuresByKey[key] else { return }
    failures.count -= 1
    failuresByKey[key] = failures.count > 0 ? failures : nil
  }

  /// Forgets every failure of the key.
  mutating func forget(_ key: String) { failuresByKey[key] = nil }

  /// Restores what was recorded before a restart.
  mutating func restore(_ key: String, count: Int, last: Instant) {
    makeRoom(for: key, at: last)
    failuresByKey[key] = Failures(count: count, last: last)
  }

  /// How many failures stand against the key.
  func count(_ key: String, at now: Instant) -> Int { remembered(key, at: now)?.count ?? 0 }

  private func remembered(_ key: String, at now: Instant) -> Failures? {
    guard let failures = failuresByKey[key] else { return nil }
    return failures.last.adding(milliseconds: rule.forgottenAfterMilliseconds) < now ? nil : failures
  }

  private mutating func makeRoom(for key: String, at now: Instant) {
    guard failuresByKey[key] == nil, failuresByKey.count >= rule.keys else { return }
    let keep = now.adding(milliseconds: -rule.forgottenAfterMilliseconds)
    failuresByKey = failuresByKey.filter { $0.value.last >= keep }
    guard failuresByKey.count >= rule.keys else { return }
    // The fewest failures go first, so that a flood of invented names does not free the name under attack.
    let fewest = failuresByKey.sorted { ($0.value.count, $0.value.last) < ($1.value.count, $1.value.last) }
    for (key, _) in fewest.prefix(max(1, rule.keys / 10)) { failuresByKey[key] = nil }
  }
}
