import Desk
import Geodesy
import Ledger
import Marking
import Operations

/// One run of the simulation: a desk, its disk, its clock, its network and its people, all out of one seed.
final class Run: @unchecked Sendable {
  // Everything runs on the thread that calls `play`.

  static let administrator = "adam"
  static let agency = "coastguard"
  static let roles: [Role] = [.watchOfficer, .dataProtectionOfficer, .statistician, .referralOfficer, .analyst]
  /// Pieces of work after which a run is taken to be stuck.
  private static let mostStepsPerAct = 20_000

  let plan: Plan
  let trace = Trace()
  let scheduler: Scheduler
  let disk: SimulatedDisk
  let clock: Clock
  private(set) var officers: [Officer] = []
  private(set) var steps = 0
  private(set) var crashes = 0
  private(set) var failure: Failure?
  private(set) var isOver = false
  var house: House?
  var acts = 0
  var weather: Weather
  private(set) lazy var book = Book(self)
  private(set) lazy var network = Network(self, chance: chance.fork())
  private var chance: Chance
  private var keys: Chance
  private var hours: [(step: Int, hour: Int64)] = []

  init(_ plan: Plan) {
    self.plan = plan
    var chance = Chance(seed: plan.seed)
    if plan.planted == .chanceFromOutside {
      var outside = SystemRandomNumberGenerator()
      chance = Chance(seed: outside.next())
    }
    let scheduler = Scheduler(chance: chance.fork(), trace: trace)
    self.scheduler = scheduler
    disk = SimulatedDisk(chance: chance.fork(), trace: trace, checkThread: { scheduler.checkThread() })
    disk.liesAboutSyncs = plan.planted == .syncThatLies
    disk.losesLog = plan.planted == .answerBeforeDurable
    clock = Clock(scheduler)
    keys = chance.fork()
    weather = Weather(chance: chance.fork())
    self.chance = chance
  }

  func fail(_ failure: Failure) {
    guard self.failure == nil else { return }
    var failure = failure
    failure.step = steps
    self.failure = failure
  }

  /// The hours that the clock has shown since a step.
  func hours(since step: Int) -> [Int64] {
    let first = hours.lastIndex { $0.step <= step } ?? 0
    return hours.dropFirst(first).map(\.hour)
  }

  /// Plays the run to its end, or to the first promise that does not hold.
  func play() -> Outcome {
    precondition(TaskHook.isInstalled, "this runtime of Swift does not let tasks be led to the simulation")
    TaskHook.scheduler = scheduler
    defer { TaskHook.scheduler = nil }
    DiskSystem.use(disk)
    setUp()
    let people = officers.map { officer in
      Task(executorPreference: scheduler) { await officer.work() }
    }
    let feeds = House.feeds.map { Feed($0, self, chance: chance.fork()) }
      .map { feed in Task(executorPreference: scheduler) { await feed.send() } }
    while failure == nil, acts < plan.acts {
      guard advance() else { break }
    }
    isOver = true
    for task in people + feeds { task.cancel() }
    if failure == nil { finish() }
    house?.end()
    house = nil
    return Outcome(
      seed: plan.seed, root: book.frontier.root.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(),
      entries: Int64(book.entries.count), trace: trace.hash, steps: steps, answers: book.answers, crashes: crashes,
      checks: book.checks, failure: failure)
  }

  /// One step, and what the disk, the power and the clock do after it.
  ///
  /// - Returns: false when the run must end.
  private func advance() -> Bool {
    guard scheduler.step(), steps < plan.acts * Self.mostStepsPerAct else {
      fail(Failure(promise: "the desk goes on", detail: "nothing moves any more after \(acts) acts"))
      return false
    }
    steps += 1
    noteHour()
    if let house, let fault = house.fault { fail(Failure(promise: "services go on", detail: fault)) }
    switch weather.next(at: scheduler.elapsed) {
    case .calm: break
    case .trouble(let trouble): disk.trouble = trouble
    case .jump(var chance): clock.jump(&chance)
    case .crash(let losingPower): crash(losingPower: losingPower)
    }
    return failure == nil
  }

  private func noteHour() {
    let hour = clock.now.millisecondsSince1970 / 3_600_000
    if hours.last?.hour != hour { hours.append((steps, hour)) }
  }

  /// Ends the process, with the power or without, and starts it again.
  func crash(losingPower: Bool) {
    crashes += 1
    trace.note(losingPower ? "power" : "kill")
    disk.end(losingPower: losingPower)
    house?.end()
    house = nil
    book.forgetOwed()
    if plan.planted == .bitThatFlips { _ = disk.flipBit(in: House.store.ledgerPath + "-wal") }
    // A disk in trouble can keep the desk from coming up; it comes up when the disk is well.
    disk.trouble = .none
    open()
    if let house { book.afterRestart(house) }
  }

  private func open() {
    guard failure == nil else { return }
    let opened = complete("the store opens") { [self] in
      try await House.open(surroundings, scheduler: scheduler, planted: plan.planted)
    }
    house = opened
    opened?.startServices()
  }

  /// What the desk is given for its clock, its randomness, its disk and its threads.
  private var surroundings: Surroundings {
    Surroundings(
      now: { [clock] in clock.now }, randomBytes: { count in self.keys.bytes(count) },
      sleep: { [scheduler] duration in
        let (seconds, fraction) = duration.components
        try await scheduler.sleep(milliseconds: seconds * 1000 + fraction / 1_000_000_000_000_000)
      }, files: disk.storeFiles, makeLane: { [scheduler] _, order in scheduler.lane(order) }, executor: scheduler)
  }

  /// Runs something to its end, with everything else that goes on meanwhile.
  func complete<Value: Sendable>(_ promise: String, _ body: @escaping @Sendable () async throws -> Value) -> Value? {
    let result = Returned<Value>()
    Task(executorPreference: scheduler) {
      do { result.value = .success(try await body()) } catch { result.value = .failure(error) }
    }
    while result.value == nil {
      guard scheduler.step() else {
        fail(Failure(promise: promise, detail: "it never ends"))
        return nil
      }
      steps += 1
      noteHour()
    }
    switch result.value {
    case .success(let value): return value
    case .failure(let error): fail(Failure(promise: promise, detail: "\(error)"))
    case nil: break
    }
    return nil
  }

  private func setUp() {
    noteHour()
    open()
    guard let house else { return }
    _ = complete("a new centre is set up") {
      try await Self.people(of: house.centre)
    }
    let names = [Self.administrator] + Self.roles.indices.map { "officer\($0)" }
    officers = names.map { Officer($0, self, chance: chance.fork()) }
    book.follow(house)
    book.rights.tookEffectForAll(at: steps)
  }

  private static func people(of centre: Centre) async throws {
    guard let first = PersonName(administrator) else { return }
    let secret = try await centre.setUp(
      SetUp(
        settings: CentreSettings(name: "Simulated", agency: agency, exercise: true),
        agency: Agency(code: agency, name: "Coastguard", nation: "GB"), person: first, roles: [.administrator]))
    try await enter(centre, administrator, secret.text)
    for (index, role) in roles.enumerated() {
      guard let name = PersonName("officer\(index)") else { continue }
      let issued = try await centre.add(AddPerson(name: name, agency: agency, roles: [role]), as: centre.console)
      try await enter(centre, name.text, issued.text)
    }
  }

  private static func enter(_ centre: Centre, _ name: String, _ secret: String) async throws {
    let attempt = SignIn(name: name, password: secret, address: "192.0.2.7")
    guard case .signedIn(let issued) = try await centre.signIn(attempt) else { return }
    _ = try await centre.setPassword(current: nil, new: Officer.password, session: issued.token)
  }
}

/// What a task has brought back.
private final class Returned<Value>: @unchecked Sendable {
  // Only the scheduler's one thread touches it.
  var value: Result<Value, any Error>?
}
