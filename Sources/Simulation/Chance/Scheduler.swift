import Geodesy
import Ledger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Everything that runs in the simulation runs here, one piece after the other on one thread, in an order that a seed
/// decides: the tasks of the desk, the work that would wait for a disk, and what waits for a time.
///
/// Every task and every lane is on the thread that made the scheduler, and `enqueue` stops the process when it is called
/// from another, so the state needs no lock.
final class Scheduler: TaskExecutor, @unchecked Sendable {
  private enum Piece {
    case job(UnownedJob)
    case work(@Sendable () -> Void)
    case lane(Int)
  }

  private struct Timer {
    var due: Int64
    var id: Int64
    var reply: CheckedContinuation<Void, any Error>
  }

  /// Milliseconds since the beginning, which no jump of a clock changes.
  private(set) var elapsed: Int64 = 0
  private let trace: Trace
  private let thread = pthread_self()
  private var chance: Chance
  private var ready: [Piece] = []
  private var lanes: [[@Sendable () -> Void]] = []
  private var timers: [Timer] = []
  private var nextTimer: Int64 = 0

  init(chance: Chance, trace: Trace) {
    self.chance = chance
    self.trace = trace
  }

  var isQuiet: Bool { ready.isEmpty }

  func enqueue(_ job: consuming ExecutorJob) { enqueue(UnownedJob(job)) }

  func enqueue(_ job: UnownedJob) {
    checkThread()
    ready.append(.job(job))
  }

  /// Runs one piece that is ready, or moves the time to the next that waits.
  ///
  /// - Returns: whether there was either.
  @discardableResult
  func step() -> Bool {
    if ready.isEmpty { return moveTime() }
    // On a slow machine time goes on although there is work.
    if chance.oneIn(64), !timers.isEmpty { return moveTime() }
    runOne()
    return true
  }

  /// Runs what is ready until nothing is, without letting the time go on.
  func settle() {
    while !ready.isEmpty { runOne() }
  }

  /// Waits until so much time has gone by, or throws when the task is cancelled meanwhile.
  func sleep(milliseconds: Int64) async throws {
    try Task.checkCancellation()
    nextTimer += 1
    let id = nextTimer
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { reply in
        let timer = Timer(due: elapsed + max(0, milliseconds), id: id, reply: reply)
        let place = timers.firstIndex { ($0.due, $0.id) > (timer.due, timer.id) } ?? timers.count
        timers.insert(timer, at: place)
      }
    } onCancel: {
      cancelTimer(id)
    }
  }

  /// A line for work that would wait for a disk.
  func lane(_ order: WorkLane.Order) -> WorkLane {
    guard order == .serial else {
      return WorkLane(submit: { work in self.ready.append(.work(work)) }, drain: {})
    }
    let number = lanes.count
    lanes.append([])
    return WorkLane(
      submit: { work in
        self.checkThread()
        self.lanes[number].append(work)
        if self.lanes[number].count == 1 { self.ready.append(.lane(number)) }
      },
      drain: { while !self.lanes[number].isEmpty { self.lanes[number].removeFirst()() } })
  }

  /// Stops the process when something runs beside the simulation.
  func checkThread() {
    precondition(pthread_equal(thread, pthread_self()) != 0, "something ran on a thread beside the simulation")
  }

  private func moveTime() -> Bool {
    guard !timers.isEmpty else { return false }
    let timer = timers.removeFirst()
    elapsed = max(elapsed, timer.due)
    trace.note(UInt64(bitPattern: elapsed))
    timer.reply.resume()
    return true
  }

  private func runOne() {
    let place = chance.below(ready.count)
    let piece = ready[place]
    ready.remove(at: place)
    trace.note(place)
    switch piece {
    case .job(let job): job.runSynchronously(on: asUnownedTaskExecutor())
    case .work(let work): work()
    case .lane(let number):
      // Draining may have taken it.
      guard !lanes[number].isEmpty else { return }
      let work = lanes[number][0]
      work()
      if !lanes[number].isEmpty { lanes[number].removeFirst() }
      if !lanes[number].isEmpty { ready.append(.lane(number)) }
    }
  }

  private func cancelTimer(_ id: Int64) {
    guard let place = timers.firstIndex(where: { $0.id == id }) else { return }
    timers.remove(at: place).reply.resume(throwing: CancellationError())
  }
}
