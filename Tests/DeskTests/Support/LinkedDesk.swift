import Archive
import Exchange
import Foundation
import GRDB
import Geodesy
import Hummingbird
import Ledger
import Logging
import Marking
import NIOCore
import NIOSSL
import ServiceLifecycle
import Synchronization
import Testing

@testable import Desk
@testable import Operations

/// What a test says of a boat: a fact of rescue like any other.
struct BoatCalled: Fact {
  static let kind = "rescue.test"
  var boat: String
  var aggregate: String { "boat:\(boat)" }
}

/// The facts of rescue that a centre holds, its own and others', by their origin.
struct CalledView: LedgerView {
  let name = "called"
  let version = 1

  func create(_ db: Database) throws {
    try db.execute(sql: "CREATE TABLE called (origin TEXT PRIMARY KEY, recorded INTEGER, line TEXT)")
  }

  func drop(_ db: Database) throws { try db.execute(sql: "DROP TABLE IF EXISTS called") }

  func fold(_ entry: Entry, into db: Database) throws {
    guard let fact = try FoldedFact(entry, in: db), let said = try fact.said(BoatCalled.self) else { return }
    try db.execute(
      sql: "INSERT INTO called VALUES (?, ?, ?)",
      arguments: [fact.origin.text, fact.recorded.millisecondsSince1970, "\(fact.centre) \(fact.actor) \(said.boat)"])
  }

  func purge(subject: String, from db: Database) throws {}
}

/// A desk of one of two centres, with a real clock, whose door for partners can be opened, shut and opened again.
final class LinkedDesk: Sendable {
  let code: String
  let folder: TestFolder
  let desk: Desk
  let certificates: Certificates
  /// How far this centre's clock stands before the true one, in milliseconds.
  let ahead: Int64

  var centre: Centre { desk.centre }

  init(_ code: String, ahead: Int64 = 0) async throws {
    self.code = code
    self.ahead = ahead
    folder = try TestFolder()
    certificates = try Certificates(code.lowercased(), in: folder.url)
    var surroundings = Surroundings.live
    surroundings.now = { Surroundings.live.now().adding(milliseconds: ahead) }
    var limits = OperationsLimits()
    limits.passwordCost = PasswordCost(rounds: 16, blockSize: 8, parallelism: 1)
    let store = StoreLocation(path: folder.url.path + "/")
    let centre = try await Centre.open(
      store, name: code.lowercased(), surroundings: surroundings, limits: limits, additionalViews: [CalledView()])
    let picture = Picture(archive: try Archive(path: store.archivePath, now: surroundings.now))
    desk = Desk(
      centre: centre, picture: picture, hub: LiveHub(mark: "run", limits: LiveHub.Limits()),
      feeds: FeedBoard(picture: picture, receivers: []), files: nil, now: surroundings.now,
      clock: DeskClock(surroundings, comparesLedger: true), pace: 1, gaps: [], secureCookies: false,
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    _ = try await centre.setUp(
      SetUp(
        settings: CentreSettings(name: code, agency: "coastguard", exercise: false),
        agency: Agency(code: "coastguard", name: "Coastguard", nation: "GB"), person: try #require(PersonName("adam"))))
    try await centre.name(code: code)
  }

  /// How this desk is declared to a partner.
  func declared(port: Int?, certificate: NIOSSLCertificate? = nil) throws -> DeclaredPartner {
    DeclaredPartner(
      partner: Partner(
        code: code, key: try #require(NoteVerifier(text: centre.ledger.reader.verifierKey)), agency: "coastguard",
        nation: "GB"),
      name: code, address: port.map { DeclaredPartner.Address(host: "127.0.0.1", port: $0) },
      certificates: [certificate ?? certificates.certificate])
  }

  func board(_ partners: [DeclaredPartner], limits: LinkLimits = LinkLimits()) throws -> LinkBoard {
    LinkBoard(partners, stand: try TLSStand(certificates.files), centre: centre, limits: limits)
  }

  func call(_ boats: String...) async throws { try await call(boats) }

  func call(_ boats: [String]) async throws {
    _ = try await centre.append(as: centre.itself, priority: .distress) { ground in
      try boats.map { try EntryDraft(BoatCalled(boat: $0), about: ground.now, marking: ground.marking(.official)) }
    }
  }

  func boats() throws -> [String] {
    try centre.ledger.read { db in try String.fetchAll(db, sql: "SELECT line FROM called ORDER BY recorded, origin") }
  }
}

/// Services that run until they are stopped.
final class Running: Sendable {
  private let group: ServiceGroup
  private let task: Task<Void, any Error>

  init(_ services: [any Service]) {
    let group = ServiceGroup(
      configuration: .init(
        services: services.map { .init(service: $0, successTerminationBehavior: .ignore) },
        logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })))
    self.group = group
    task = Task { try await group.run() }
  }

  func stop() async {
    task.cancel()
    _ = await task.result
  }

  /// Opens a desk's door for partners.
  static func door(_ linked: LinkedDesk, _ board: LinkBoard, port: Int = 0) async throws -> (Running, Int) {
    let opened = AsyncStream.makeStream(of: Int.self)
    let services = linked.desk.linkServices(board, listen: ("127.0.0.1", port)) { opened.continuation.yield($0) }
    // The door alone: whom this desk asks is run apart.
    let running = Running(services.filter { !($0 is LinkKeeper) && !($0 is TLSKeeper) })
    var ports = opened.stream.makeAsyncIterator()
    return (running, try #require(await ports.next()))
  }
}

/// Waits until something is so.
///
/// - Returns: how long it took, in seconds.
@discardableResult
func until(
  _ what: String, within seconds: Double = 30, _ holds: () throws -> Bool
) async throws -> Double {
  let clock = ContinuousClock()
  let began = clock.now
  while try !holds() {
    guard clock.now - began < .seconds(seconds) else { throw Unexpected("\(what) was not so in \(seconds) s") }
    try await Task.sleep(for: .milliseconds(5))
  }
  return (clock.now - began) / .seconds(1)
}
