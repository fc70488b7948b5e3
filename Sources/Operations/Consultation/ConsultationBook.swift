import Geodesy
import Synchronization

/// What each session has consulted in this hour.
///
/// The first to look at something waits for its entry to be durable, and so does whoever looks at the same meanwhile.
final class ConsultationBook: Sendable {
  struct Key: Hashable, Sendable {
    let means: Acting.Means
    let scope: Consultation.Scope
    let subjects: [String]
    let question: String?
    /// The past moment, by its ten minutes: someone who drags the slider looks at one time, not at hundreds.
    let tenMinutes: Int64?
  }

  private struct State: Sendable {
    var hour: Int64 = 0
    var recorded: [Key: Task<Void, any Error>] = [:]
    var counts: [Acting.Means: Int] = [:]
  }

  private let state = Mutex(State())
  private let perHour: Int
  private let executor: (any TaskExecutor)?

  /// - Parameter executor: where recording runs, which goes on when whoever asked first has gone.
  init(perHour: Int, executor: (any TaskExecutor)? = nil) {
    self.perHour = perHour
    self.executor = executor
  }

  /// Records through `record` unless the same is recorded in this hour.
  ///
  /// - Throws: `OperationsError` with code `limit` when the session has consulted too much; what `record` throws.
  func once(_ key: Key, at now: Instant, record: @escaping @Sendable () async throws -> Void) async throws {
    let task = try state.withLock { state in
      let hour = now.millisecondsSince1970 / 3_600_000
      if hour != state.hour { state = State(hour: hour) }
      if let task = state.recorded[key] { return task }
      guard state.counts[key.means, default: 0] < perHour else {
        throw OperationsError(.limit, "This session has looked at more in an hour than a watch needs; wait.")
      }
      state.counts[key.means, default: 0] += 1
      let task = Task(executorPreference: executor) { try await record() }
      state.recorded[key] = task
      return task
    }
    do {
      try await task.value
    } catch {
      state.withLock { $0.recorded[key] = nil }
      throw error
    }
  }
}
