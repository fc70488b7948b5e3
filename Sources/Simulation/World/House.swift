import Archive
import Desk
import Geodesy
import Ledger
import Logging
import Marking
import Operations
import ServiceLifecycle

/// The desk as one process holds it, from its start to the end of the process, however that comes.
final class House: @unchecked Sendable {
  // Only the scheduler's one thread touches it.

  static let store = StoreLocation(path: SimulatedDisk.folder + "/foreland.sqlite")
  static let feeds = ["shore", "partner"]

  let centre: Centre
  let archive: Archive
  let picture: Picture
  let desk: DeskInProcess
  /// Whether the process has ended: what it still answers reaches nobody.
  private(set) var hasEnded = false
  /// Why a service ended of itself, which ends the process.
  private(set) var fault: String?
  private var tasks: [Int: Task<Void, Never>] = [:]
  private var nextTask = 0
  private let scheduler: Scheduler

  /// Opens the store and the desk, and starts its services.
  static func open(_ surroundings: Surroundings, scheduler: Scheduler, planted: PlantedFault?) async throws -> House {
    var limits = OperationsLimits()
    limits.passwordCost = PasswordCost(rounds: 2, blockSize: 1, parallelism: 1)
    let views: [any LedgerView] = [CountingView(skips: planted == .foldThatSkips)]
    let centre = try await Centre.open(
      store, surroundings: surroundings, limits: limits, additionalViews: views)
    let archive = try Archive(path: store.archivePath, now: surroundings.now)
    let picture = Picture(archive: archive)
    try picture.resume(at: surroundings.now())
    return try House(centre: centre, archive: archive, picture: picture, scheduler: scheduler)
  }

  private init(centre: Centre, archive: Archive, picture: Picture, scheduler: Scheduler) throws {
    self.centre = centre
    self.archive = archive
    self.picture = picture
    self.scheduler = scheduler
    let logger = Logger(label: "simulation", factory: { _ in SwiftLogNoOpLogHandler() })
    desk = DeskInProcess(centre: centre, archive: archive, picture: picture, feeds: Self.feeds, logger: logger)
    for feed in Self.feeds { try picture.open(feed: feed, exercise: true) }
  }

  func startServices() {
    for service in desk.services {
      run { house in
        do {
          try await service.run()
          if !house.hasEnded { house.fault = "\(type(of: service)) ended" }
        } catch {
          if !house.hasEnded { house.fault = "\(type(of: service)) threw \(error)" }
        }
      }
    }
  }

  /// Runs something that ends with the process.
  @discardableResult
  func run(_ body: @escaping @Sendable (House) async -> Void) -> Task<Void, Never> {
    nextTask += 1
    let number = nextTask
    let task = Task(executorPreference: scheduler) {
      await body(self)
      self.tasks[number] = nil
    }
    tasks[number] = task
    return task
  }

  /// Ends the process: everything that it was doing breaks off.
  func end() {
    hasEnded = true
    for number in tasks.keys.sorted() { tasks[number]?.cancel() }
    scheduler.settle()
    tasks = [:]
  }
}
