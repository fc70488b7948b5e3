import Geodesy
import Ledger
import Operations
import Rescue
import Synchronization

/// Computes the drifts of boats on a thread of its own, one after the other, and keeps them while their inputs hold.
final class DriftShelf: Sendable {
  private struct State {
    /// The members by the key of their inputs, with when they were asked for last.
    var members: [String: (value: DriftMembers, asked: Int)] = [:]
    /// What was told last of each boat, by boat and direction.
    var told: [String: (key: String, value: BoatDrift)] = [:]
    var asked = 0
  }

  /// The most drifts that are kept, the latest asked for.
  static let mostKept = 48
  /// What was told holds for so long, in milliseconds.
  static let toldMilliseconds: Int64 = 60_000

  let land: LandMask?
  let particles: Int
  private let lane: WorkLane
  private let state = Mutex(State())

  init(
    land: LandMask? = nil, particles: Int = DriftInputs.usualParticles,
    lane: WorkLane = WorkLane.system("foreland.drift", .serial)
  ) {
    self.land = land
    self.particles = particles
    self.lane = lane
  }

  /// The drift of a boat as it is told at a moment, from what is kept or computed.
  ///
  /// - Parameter isPast: whether it is told as known at an earlier moment, which is kept apart from what is told now.
  /// - Throws: `DriftFault`, in words, when it cannot be computed.
  func drift(
    _ inputs: DriftInputs, made: [IncidentSearch.Made], now: Instant, isPast: Bool = false
  ) async throws -> BoatDrift {
    let minute = Instant(
      millisecondsSince1970: now.millisecondsSince1970 - now.millisecondsSince1970 % Self.toldMilliseconds)
    let told = "\(inputs.key)|\(minute.iso8601)|\(made.hashValue)"
    let name = Self.name(inputs.boat, isBackward: inputs.isBackward, isPast: isPast)
    if let kept = kept(name, told) { return kept }
    return try await lane.run { [self] in
      // Whoever asked before may have had it computed meanwhile.
      if let kept = kept(name, told) { return kept }
      let members = try members(inputs)
      let drift = BoatDrift(inputs, members, made: made, now: minute)
      state.withLock { $0.told[name] = (told, drift) }
      return drift
    }
  }

  /// Does other work about searches on the same thread.
  func work<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await lane.run(work)
  }

  /// What was told last of a boat's way ahead, however long ago; nil before the first time.
  func known(_ boat: String) -> BoatDrift? {
    state.withLock { $0.told[Self.name(boat, isBackward: false, isPast: false)]?.value }
  }

  /// Forgets what was told of boats that are no longer open.
  func keep(only boats: Set<String>) {
    state.withLock { state in
      state.told = state.told.filter { boats.contains($0.value.value.inputs.boat) }
    }
  }

  private func kept(_ name: String, _ told: String) -> BoatDrift? {
    state.withLock { state in
      guard let known = state.told[name], known.key == told else { return nil }
      return known.value
    }
  }

  private func members(_ inputs: DriftInputs) throws -> DriftMembers {
    let key = inputs.key
    let known = state.withLock { state -> DriftMembers? in
      guard let known = state.members[key] else { return nil }
      state.asked += 1
      state.members[key] = (known.value, state.asked)
      return known.value
    }
    if let known { return known }
    let members = try BoatDrift.members(inputs, land: land)
    state.withLock { state in
      state.asked += 1
      state.members[key] = (members, state.asked)
      guard state.members.count > Self.mostKept,
        let oldest = state.members.min(by: { $0.value.asked < $1.value.asked })?.key
      else { return }
      state.members[oldest] = nil
    }
    return members
  }

  private static func name(_ boat: String, isBackward: Bool, isPast: Bool) -> String {
    [boat, isBackward ? "back" : "", isPast ? "past" : ""].joined(separator: " ")
  }
}
