import Tracking
import Archive
import Foundation
import Geodesy
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import Marking
import Operations
import Receivers
import ServiceLifecycle
import Synchronization
import Testing

@testable import Desk

/// A whole desk in a folder of its own, with a clock that stands until it is moved.
final class House: Sendable {
  let folder: TestFolder
  let clock: TestClock
  let archive: Archive
  let desk: Desk

  var centre: Centre { desk.centre }

  static let password = "correct horse battery staple"

  private init(folder: TestFolder, clock: TestClock, archive: Archive, desk: Desk) {
    self.folder = folder
    self.clock = clock
    self.archive = archive
    self.desk = desk
  }

  /// Opens a desk whose first person is `adam`, who administers it.
  ///
  /// - Parameter opensEveryDoor: it also shows the tree of its ledger, witnesses one, and lets people come in through a provider
  ///   of identities.
  static func open(
    exercise: Bool = false, hub: LiveHub.Limits = LiveHub.Limits(), connections: ConnectionLimits = ConnectionLimits(),
    opensEveryDoor: Bool = false
  ) async throws -> House {
    let folder = try TestFolder()
    let clock = TestClock()
    var limits = OperationsLimits()
    limits.passwordCost = PasswordCost(rounds: 16, blockSize: 8, parallelism: 1)
    var surroundings = Surroundings.live
    surroundings.now = { clock.now }
    surroundings.steady = { clock.now }
    let store = StoreLocation(path: folder.url.path + "/")
    let centre = try await Centre.open(store, surroundings: surroundings, limits: limits)
    let archive = try Archive(path: store.archivePath, now: { clock.now })
    let picture = Picture(archive: archive)
    var desk = Desk(
      centre: centre, picture: picture, hub: LiveHub(mark: "run", limits: hub),
      feeds: FeedBoard(picture: picture, receivers: []), files: StaticFiles(folder: Repository.share),
      now: { clock.now }, clock: DeskClock(surroundings, comparesLedger: true), pace: 1, gaps: [], secureCookies: false,
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
      connections: ConnectionBook(limits: connections))
    // Few members: a debug build computes them.
    desk.drifts = DriftShelf(particles: 400)
    if opensEveryDoor {
      desk.provider = IdentityProvider(
        try provider, transport: providerThatOnlyDescribesItself, surroundings: surroundings)
      desk.transparency.publishesTiles = true
      desk.transparency.logs = [try #require(NoteVerifier(text: centre.ledger.reader.verifierKey))]
    }
    let house = House(folder: folder, clock: clock, archive: archive, desk: desk)
    let secret = try await centre.setUp(
      SetUp(
        settings: CentreSettings(name: "Dover", agency: "coastguard", exercise: exercise),
        agency: Agency(code: "coastguard", name: "Coastguard", nation: "GB"), person: try name("adam"),
        roles: [.administrator]))
    _ = try await house.enter("adam", secret: secret.text)
    if opensEveryDoor { _ = try await centre.ledger.checkpoint() }
    return house
  }

  /// Sends requests through every middleware and route of the desk.
  func visit<Value>(
    services: [any Service] = [], _ setup: TestingSetup = .router,
    _ body: @Sendable (any TestClientProtocol) async throws -> Value
  ) async throws -> Value {
    let application = Application(
      router: desk.router(), server: .http1(configuration: desk.connections.channelConfiguration),
      configuration: .init(address: .hostname("127.0.0.1", port: 0), serverName: nil),
      services: services, logger: desk.logger)
    return try await application.test(setup, body)
  }

  /// Adds a person of one role and sets a password.
  func add(
    _ person: String, _ role: Role, agency: String = "coastguard", displayName: String? = nil
  ) async throws {
    let command = AddPerson(
      name: try Self.name(person), displayName: displayName, agency: agency, roles: [role], addsAgency: true)
    let secret = try await centre.add(command, as: centre.console)
    _ = try await enter(person, secret: secret.text)
  }

  /// A new session of a person.
  func session(_ person: String) async throws -> IssuedSession {
    try await signIn(person, Self.password)
  }

  /// A bearer token of a person.
  func token(_ person: String, _ scopes: String...) async throws -> IssuedToken {
    let command = IssueToken(
      person: try Self.name(person), label: "program", scopes: scopes.compactMap { TokenScope(rawValue: $0) })
    return try await centre.issue(command, as: centre.console)
  }

  /// Hands lines of a feed to the picture, and what it changes to everyone who watches.
  func hear(_ lines: [UInt8], feed: String = "shore", exercise: Bool = false) throws {
    try desk.picture.open(feed: feed, exercise: exercise)
    desk.picture.ingest(feed: feed, bytes: lines, arrived: clock.now)
    let changes = desk.picture.takeChanges()
    desk.hub.publish(rows: changes.tracks.map { TrackRow($0).live }, gone: changes.ended.map(\.text))
  }

  private static var provider: ProviderSettings {
    get throws {
      try ProviderSettings(
        issuer: "https://people.example", client: "desk", secretFile: nil, redirectBase: "https://desk.example")
    }
  }

  private static let providerThatOnlyDescribesItself = ProviderTransport { address, _, _ in
    guard address.hasSuffix("/.well-known/openid-configuration") else { throw IdentityRefusal(.unreachable) }
    return Array(
      """
      {"issuer":"https://people.example","authorization_endpoint":"https://people.example/begin",
      "token_endpoint":"https://people.example/token","jwks_uri":"https://people.example/keys",
      "end_session_endpoint":"https://people.example/end"}
      """.utf8)
  }

  private func enter(_ person: String, secret: String) async throws -> IssuedSession {
    let first = try await signIn(person, secret)
    return try await centre.setPassword(current: nil, new: Self.password, session: first.token)
  }

  private func signIn(_ person: String, _ password: String) async throws -> IssuedSession {
    let attempt = SignIn(name: person, password: password, address: "192.0.2.7")
    guard case .signedIn(let issued) = try await centre.signIn(attempt) else { throw Unexpected("not signed in") }
    return issued
  }

  private static func name(_ text: String) throws -> PersonName {
    guard let name = PersonName(text) else { throw Unexpected("no name") }
    return name
  }
}

/// What a helper did not expect.
struct Unexpected: Error {
  let text: String
  init(_ text: String) { self.text = text }
}

/// A folder that goes when nobody holds it any more.
final class TestFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// A clock that a test moves; it begins on 24 November 2021 at 01:48 UTC.
final class TestClock: Sendable {
  private let milliseconds = Mutex<Int64>(1_637_718_480_000)

  var now: Instant { Instant(millisecondsSince1970: milliseconds.withLock { $0 }) }

  func advance(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1000 } }
}

/// Random numbers that a seed repeats (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Waits until something holds; gives up, and says so, when it does not for a long time.
func until(_ condition: () async throws -> Bool) async throws {
  for _ in 0..<2_000 {
    if try await condition() { return }
    try await Task.sleep(for: .milliseconds(5))
  }
  throw Unexpected("it never came to be")
}
