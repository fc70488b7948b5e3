import Foundation
import Geodesy
import Ledger
import Marking
import Synchronization

@testable import Operations

/// A centre in a folder of its own, with a clock that stands until it is moved and randomness from a seed.
final class TestDesk: Sendable {
  let centre: Centre
  let location: StoreLocation
  let folder: TestFolder
  let clock: TestClock
  let random: SeededBytes
  let limits: OperationsLimits

  /// Scrypt at a cost that a test can afford; one test uses the real one.
  static let quickCost = PasswordCost(rounds: 16, blockSize: 8, parallelism: 1)
  static let password = "correct horse battery staple"

  private init(
    centre: Centre, location: StoreLocation, folder: TestFolder, clock: TestClock, random: SeededBytes,
    limits: OperationsLimits
  ) {
    self.centre = centre
    self.location = location
    self.folder = folder
    self.clock = clock
    self.random = random
    self.limits = limits
  }

  static func open(
    seed: UInt64 = 1, adjusting: (inout OperationsLimits) -> Void = { _ in }
  ) async throws -> TestDesk {
    let folder = try TestFolder()
    var limits = OperationsLimits()
    limits.passwordCost = quickCost
    adjusting(&limits)
    let clock = TestClock()
    let random = SeededBytes(seed: seed)
    let location = StoreLocation(path: folder.url.path + "/")
    let centre = try await Centre.open(location, surroundings: surroundings(clock, random), limits: limits)
    return TestDesk(
      centre: centre, location: location, folder: folder, clock: clock, random: random, limits: limits)
  }

  /// Closes the centre and opens it again, as after a restart.
  func reopened() async throws -> TestDesk {
    try await centre.close()
    let again = try await Centre.open(
      location, surroundings: Self.surroundings(clock, random), limits: limits)
    return TestDesk(
      centre: again, location: location, folder: folder, clock: clock, random: random, limits: limits)
  }

  private static func surroundings(_ clock: TestClock, _ random: SeededBytes) -> Surroundings {
    Surroundings(now: { clock.now }, randomBytes: { random.bytes($0) })
  }
}

extension TestDesk {
  /// Sets up the centre with Mara, who administers it and keeps watch.
  @discardableResult
  func setUp(exercise: Bool = false) async throws -> IssuedSecret {
    let settings = CentreSettings(name: "Dover", agency: "coastguard", exercise: exercise)
    let agency = Agency(code: "coastguard", name: "Coastguard", nation: "GB")
    return try await centre.setUp(
      SetUp(settings: settings, agency: agency, person: .mara, displayName: "Mara Quill"))
  }

  /// Sets up the centre and signs Mara in with a password.
  func setUpSignedIn(exercise: Bool = false) async throws -> IssuedSession {
    let secret = try await setUp(exercise: exercise)
    return try await firstSignIn(.mara, secret: secret.text)
  }

  /// Adds a person and signs them in with a password.
  func add(_ name: PersonName, roles: Set<Role>, agency: String = "coastguard") async throws -> IssuedSession {
    let command = AddPerson(
      name: name, agency: agency, roles: roles, clearance: Clearance(classification: .official), addsAgency: true)
    let secret = try await centre.add(command, as: centre.console)
    return try await firstSignIn(name, secret: secret.text)
  }

  /// Signs in with a one-time secret and sets the password.
  func firstSignIn(_ name: PersonName, secret: String) async throws -> IssuedSession {
    let issued = try await signIn(name, secret)
    return try await centre.setPassword(current: nil, new: Self.password, session: issued.token)
  }

  /// Signs in; anything but a session is an error.
  @discardableResult
  func signIn(
    _ name: PersonName, _ password: String = password, code: String? = nil, address: String = "192.0.2.7",
    replacing: String? = nil
  ) async throws -> IssuedSession {
    let attempt = SignIn(
      name: name.text, password: password, code: code, address: address, replacing: replacing)
    guard case .signedIn(let issued) = try await centre.signIn(attempt) else { throw NotSignedIn() }
    return issued
  }

  /// Every kind in the ledger, in order.
  func kinds() throws -> [String] {
    try centre.ledger.entries(from: 1, limit: 10_000).map(\.kind)
  }

  /// The rows of a table as text, for comparisons.
  func rows(_ sql: String) throws -> [String] {
    try centre.ledger.read { db in try rowTexts(db, sql) }
  }
}

struct NotSignedIn: Error {}

/// A folder that goes when nobody holds it any more.
final class TestFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "operations-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

extension PersonName {
  static let mara = PersonName("mara")!
  static let tom = PersonName("tom")!
}

final class TestClock: Sendable {
  private let milliseconds = Mutex<Int64>(1_637_718_480_000)

  var now: Instant { Instant(millisecondsSince1970: milliseconds.withLock { $0 }) }

  func advance(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1000 } }
}

/// SplitMix64 as bytes: the same seed gives the same secrets.
final class SeededBytes: Sendable {
  private let state: Mutex<UInt64>

  init(seed: UInt64) { state = Mutex(seed) }

  func bytes(_ count: Int) -> [UInt8] {
    state.withLock { state in
      (0..<count).map { _ in
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
      }
    }
  }
}
