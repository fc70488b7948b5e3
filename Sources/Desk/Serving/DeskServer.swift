import Feeds
import Archive
import Exercise
import Foundation
import Geodesy
import Hummingbird
import Ledger
public import Logging
import Marking
import NIOCore
import Operations
import Receivers
import ServiceLifecycle
import UnixSignals

/// A desk on the network: its store opened, its feeds received, its pages served, until it is told to stop.
public struct DeskServer: Sendable {
  let options: ServeOptions
  let centre: Centre
  let archive: Archive
  let desk: Desk
  let board: FeedBoard
  let logger: Logger

  /// Opens the store and makes everything ready.
  ///
  /// - Parameters:
  ///   - options: what to serve.
  ///   - announce: takes what a person at the terminal must see, such as the first sign-in; it is not logged.
  /// - Throws: `ServeFailure`, in words, when the desk cannot come up.
  public init(_ options: ServeOptions, logger: Logger, announce: @Sendable (String) -> Void) async throws {
    self.options = options
    self.logger = logger
    let transparency = try Transparency(options)
    let tls = try options.tls.map { try TLSStand($0) }
    let pace = options.exercise?.pace ?? 1
    let surroundings = Surroundings.live(pace: pace)
    (centre, archive) = try await Self.open(options.store, surroundings, reserve: options.reserve)
    if let upgrade = centre.ledger.upgrade { announce("\(upgrade)") }
    let picture = Picture(archive: archive)
    try picture.resume(at: surroundings.now())
    var reception = ReceiverEnvironment.system
    // A feed beside an exercise that runs faster arrives by the same clock.
    reception.now = surroundings.now
    board = FeedBoard(
      picture: picture,
      receivers: options.feeds.map { [reception] in
        Receiver(name: $0.name, address: $0.address, isLines: $0.format.isLines, environment: reception)
      }, started: surroundings.now())
    for sensor in options.sensors { picture.declare(sensor) }
    for feed in options.feeds {
      try picture.open(feed: feed.name, format: feed.format, exercise: options.exercise != nil)
    }
    if let plan = options.exercise {
      // Its feeds and sensors are those of any night: which one is played is decided when it begins.
      try ExercisePlayer.open(Night(seed: plan.seed, start: surroundings.now(), hours: plan.hours).feeds, in: picture)
    }
    // What people on watch have said wins over what a file or an exercise declares.
    picture.obey(try await centre.statedSensors())
    let share = ShareFolder.find(named: options.share, environment: ProcessInfo.processInfo.environment)
    let gaps = ShareFolder.gaps(in: share)
    for gap in gaps { announce(gap) }
    var limits = ConnectionLimits()
    limits.connections = OpenFiles.makeRoom(forConnections: limits.connections)
    var desk = Desk(
      centre: centre, picture: picture, hub: LiveHub(mark: String(surroundings.identifier().prefix(8))), feeds: board,
      files: share.map { StaticFiles(folder: $0) }, now: surroundings.now,
      clock: DeskClock(surroundings, comparesLedger: pace == 1), pace: pace, gaps: gaps,
      secureCookies: options.isSecure, tls: tls,
      provider: options.provider.map { IdentityProvider($0, surroundings: .live) }, logger: logger,
      connections: ConnectionBook(limits: limits), transparency: transparency)
    desk.paperGround = PaperGround(share: share)
    desk.ground = WatchGround(share: share)
    desk.drifts = DriftShelf(land: DriftLand.read(share: share), particles: options.driftMembers)
    try desk.takeWeather(options.weather)
    if options.paperMinutes > 0 {
      desk.paper = PaperRecord(everyMinutes: options.paperMinutes, started: surroundings.now())
    }
    desk.links = try options.link.board(centre)
    self.desk = desk
    // Before anything is recorded by a clock that may stand behind the ledger.
    desk.clock.note(lastRecorded: try centre.lastRecorded())
    if let trouble = tls?.now.identity.trouble(at: Surroundings.live.now()) { announce(trouble) }
    try await FirstRun.prepare(centre, exercise: options.exercise != nil, announce: announce)
    try await options.link.name(centre, isLinked: desk.links != nil)
    if let plan = options.exercise {
      try await ExerciseSeries.fill(centre, seed: plan.seed, now: surroundings.now())
    }
  }

  /// Serves until the process is asked to stop.
  /// - Parameter ready: called with the port once the desk answers.
  public func run(ready: @escaping @Sendable (Int) -> Void) async throws {
    let manager = ServiceManager(environment: ProcessInfo.processInfo.environment)
    let app = Application(
      router: desk.router(), server: desk.door(desk.connections.channelConfiguration),
      configuration: .init(address: .hostname(options.host, port: options.port), serverName: nil),
      onServerRunning: { channel in
        ready(channel.localAddress?.port ?? 0)
        manager?.say("READY=1")
      },
      logger: logger.withoutChatter)
    var services =
      desk.keepers(of: archive) + [FeedReception(board: board), WitnessKeeper(desk: desk), RescueAdvisor(desk: desk)]
    services.append(DriftKeeper(desk: desk))
    if let reader = options.weather { services.append(WeatherKeeper(desk: desk, reader: reader)) }
    services += options.cursorTo.map { CursorSender(address: $0, desk: desk) }
    if let tls = desk.tls { services.append(TLSKeeper(stand: tls, logger: logger)) }
    if let plan = options.exercise {
      services += [ExercisePlayer(plan: plan, desk: desk), RescuePlayer(plan: plan, desk: desk)] as [any Service]
    }
    if let manager { services.append(ServiceManagerWatch(manager: manager, desk: desk)) }
    if let record = desk.paper {
      services.append(PaperKeeper(desk: desk, plan: paperPlan, record: record))
    }
    if let links = desk.links {
      services += desk.linkServices(links, listen: options.link.listen) { [logger] port in
        logger.notice("partners are answered", metadata: ["port": "\(port)"])
      }
    }
    services.append(app)
    let group = ServiceGroup(
      configuration: .init(
        services: services.map { .init(service: $0, successTerminationBehavior: .ignore) },
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    do {
      try await group.run()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw ServeFailure(
        "Port \(options.port) of \(options.host) is in use: stop what listens there, or choose another with --listen.")
    }
    try await close()
  }

  /// Writes out what waits and closes the files. What a full disk does not take is said, and keeps nothing from closing.
  private func close() async throws {
    archive.holdWriting(false)
    do {
      try archive.flush()
      try archive.flushDescriptions()
      try await centre.recordLateConsultations()
      _ = try await centre.ledger.checkpoint()
    } catch {
      logger.error("not everything could be written at the end", metadata: ["error": "\(LogWords.of(error))"])
    }
    try await centre.close()
  }

  private var paperPlan: PaperKeeper.Plan {
    PaperKeeper.Plan(
      folder: options.paperFolder ?? options.store.ledgerPath + ".paper", everyMinutes: options.paperMinutes,
      kept: options.paperKept, language: Language(rawValue: options.paperLanguage) ?? .english, ground: desk.paperGround
    )
  }

  static func open(
    _ store: StoreLocation, _ surroundings: Surroundings, reserve: ReservePlan? = nil
  ) async throws -> (Centre, Archive) {
    do {
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: store.ledgerPath).deletingLastPathComponent(), withIntermediateDirectories: true)
      let centre = try await Centre.open(store, surroundings: surroundings, reserve: reserve)
      return (centre, try Archive(path: store.archivePath, now: surroundings.now))
    } catch let error as LedgerError {
      throw ServeFailure(error.description)
    } catch let error as ArchiveError {
      throw ServeFailure("The archive cannot be opened: \(error.message) [\(error.place)]")
    } catch let error as CocoaError {
      throw ServeFailure("The folder of the store cannot be made: \(error.localizedDescription)")
    }
  }
}
