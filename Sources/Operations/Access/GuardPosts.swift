import Geodesy

/// Where sign-ins are slowed down: by name and by address.
struct GuardPosts: Sendable {
  var names: LockOut
  var addresses: LockOut
  private let recordedPerMinute: Int
  private var minute: Int64 = 0
  private var recorded = 0
  private var unrecorded = 0

  init(_ limits: OperationsLimits) {
    names = LockOut(rule: limits.personLockOut)
    addresses = LockOut(rule: limits.addressLockOut)
    recordedPerMinute = limits.failuresRecordedPerMinute
  }

  /// Admits an attempt and counts it against name and address, or says when to come back.
  mutating func admit(name: String, address: String, at now: Instant) -> Instant? {
    if let openAt = names.admit(name, at: now) { return openAt }
    guard let openAt = addresses.admit(address, at: now) else { return nil }
    names.takeBack(name)
    return openAt
  }

  /// Forgives a name after a success. The address keeps its other failures: whoever has one account could otherwise
  /// try on others without end.
  mutating func succeed(name: String, address: String) {
    names.forget(name)
    addresses.takeBack(address)
  }

  /// Takes back an attempt that was neither a success nor a failure.
  mutating func takeBack(name: String, address: String) {
    names.takeBack(name)
    addresses.takeBack(address)
  }

  /// Whether a failure is to be recorded now.
  ///
  /// - Returns: how many went unrecorded before it; nil when this one goes unrecorded too.
  mutating func admitRecord(at now: Instant) -> Int? {
    let present = now.millisecondsSince1970 / 60_000
    if present != minute {
      minute = present
      recorded = 0
    }
    guard recorded < recordedPerMinute else {
      unrecorded += 1
      return nil
    }
    recorded += 1
    defer { unrecorded = 0 }
    return unrecorded
  }
}
