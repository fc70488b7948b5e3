#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Leads tasks that ask for no executor of their own, as those of libraries do, to the scheduler.
///
/// The runtime of Swift has a variable for this, which it looks at before it gives a task to a thread.
enum TaskHook {
  /// The scheduler of the simulation that runs; there is one at a time in a process.
  nonisolated(unsafe) static var scheduler: Scheduler?

  private typealias Original = @convention(thin) (UnownedJob) -> Void
  private typealias Hook = @convention(thin) (UnownedJob, Original) -> Void

  /// Whether the runtime lets itself be led.
  static let isInstalled: Bool = {
    guard let symbol = dlsym(dlopen(nil, RTLD_LAZY), "swift_task_enqueueGlobal_hook") else { return false }
    symbol.assumingMemoryBound(to: Hook?.self).pointee = { job, original in
      guard let scheduler = TaskHook.scheduler else { return original(job) }
      scheduler.enqueue(job)
    }
    return true
  }()
}
