import Geodesy
import Ledger
import Marking
import Synchronization

/// Says that someone tried what they may not.
struct Refused: Fact {
  static let kind = "access.refused"
  var act: String
  var object: String
  var reasons: [String]
  /// How many further refusals went unrecorded, since there were too many.
  var unrecorded: Int
  var item: String?
  var aggregate: String { "access" }
  var subjects: [String] { item.map { [$0] } ?? [] }
}

/// How many refusals of each person were recorded in this hour, so that someone who tries in a loop cannot fill the
/// ledger; what is not recorded one by one is counted.
struct RefusalBook: Sendable {
  private struct Count: Sendable {
    var recorded = 0
    var unrecorded = 0
  }

  private let perHour: Int
  private var hour: Int64 = 0
  private var counts: [String: Count] = [:]

  init(perHour: Int) { self.perHour = perHour }

  /// Whether a refusal is to be recorded now.
  ///
  /// - Returns: how many went unrecorded before it; nil when this one goes unrecorded too.
  mutating func admit(_ actor: String, at now: Instant) -> Int? {
    let present = now.millisecondsSince1970 / 3_600_000
    if present != hour {
      hour = present
      counts = counts.compactMapValues { $0.unrecorded > 0 ? Count(unrecorded: $0.unrecorded) : nil }
    }
    var count = counts[actor] ?? Count()
    defer { counts[actor] = count }
    guard count.recorded < perHour else {
      count.unrecorded += 1
      return nil
    }
    count.recorded += 1
    defer { count.unrecorded = 0 }
    return count.unrecorded
  }
}

extension Centre {
  func recordRefusal(
    _ error: OperationsError, act: Act, kind: ObjectKind, item: String?, as acting: Acting
  ) async throws {
    let now = surroundings.now()
    guard let unrecorded = refusals.withLock({ $0.admit(acting.viewer.name, at: now) }) else { return }
    let fact = Refused(
      act: act.rawValue, object: kind.rawValue, reasons: error.reasons, unrecorded: unrecorded, item: item)
    _ = try await append(as: acting) { ground in
      [try EntryDraft(fact, about: now, marking: ground.marking(.official))]
    }
  }
}
