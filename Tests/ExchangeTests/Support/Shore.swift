import Exchange
import Foundation
import GRDB
import Geodesy
import Ledger
import Marking
import Synchronization
import Testing

@testable import Operations

/// What a test says of a boat: a fact of rescue like any other.
struct BoatSeen: Fact {
  static let kind = "rescue.test"
  var boat: String
  var aggregate: String { "boat:\(boat)" }
  var subjects: [String] { [aggregate, "caller:\(boat)", "person:mara"] }
}

/// A view of rescue that keeps every fact that it is given, with all that it could be asked about.
struct BoatsView: LedgerView {
  let name = "boats"
  let version = 1

  func create(_ db: Database) throws {
    try db.execute(sql: "CREATE TABLE boats (origin TEXT PRIMARY KEY, recorded INTEGER, line TEXT NOT NULL)")
  }

  func drop(_ db: Database) throws { try db.execute(sql: "DROP TABLE IF EXISTS boats") }

  func fold(_ entry: Entry, into db: Database) throws {
    guard let fact = try FoldedFact(entry, in: db) else { return }
    let boat = try fact.said(BoatSeen.self)?.boat ?? "erased"
    let line = [
      fact.origin.text, fact.centre, "\(fact.recorded.millisecondsSince1970)", "\(fact.about.millisecondsSince1970)",
      fact.actor, fact.agency, fact.purpose, fact.kind, fact.aggregate, fact.marking, boat, fact.text("words") ?? "–",
    ].joined(separator: "|")
    try db.execute(
      sql: "INSERT INTO boats VALUES (?, ?, ?)",
      arguments: [fact.origin.text, fact.recorded.millisecondsSince1970, line])
  }

  func purge(subject: String, from db: Database) throws {}
}

/// A centre on one of the shores, in a folder of its own, whose clock moves by a millisecond each time it is read.
final class Shore: Sendable {
  let code: String
  let folder: URL
  let centre: Centre
  private let owned: Bool

  private init(code: String, folder: URL, owned: Bool, clock start: Int64, exercise: Bool) async throws {
    self.code = code
    self.folder = folder
    self.owned = owned
    let box = ClockBox(start)
    var surroundings = Surroundings.live
    surroundings.now = { Instant(millisecondsSince1970: box.next()) }
    // Waiting takes no time here, and the even time runs so fast that nobody asks too often.
    surroundings.steady = { Instant(millisecondsSince1970: box.leap()) }
    surroundings.sleep = { _ in try Task.checkCancellation() }
    var limits = OperationsLimits()
    limits.passwordCost = PasswordCost(rounds: 16, blockSize: 8, parallelism: 1)
    centre = try await Centre.open(
      StoreLocation(path: folder.path + "/"), name: code.lowercased(), surroundings: surroundings, limits: limits,
      additionalViews: [BoatsView()])
    if try await centre.needsSetUp() {
      _ = try await centre.setUp(
        SetUp(
          settings: CentreSettings(name: code, agency: "coastguard", exercise: exercise),
          agency: Agency(code: "coastguard", name: "Coastguard", nation: "GB"),
          person: try #require(PersonName("mara")),
          displayName: "Mara Quill of \(code)"))
    }
    try await centre.name(code: code)
  }

  deinit { if owned { try? FileManager.default.removeItem(at: folder) } }

  static func open(_ code: String, clock: Int64 = 1_637_718_480_000, exercise: Bool = false) async throws -> Shore {
    let folder = FileManager.default.temporaryDirectory.appending(path: "shore-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try await Shore(code: code, folder: folder, owned: true, clock: clock, exercise: exercise)
  }

  /// The same ledger out of a copy of its files, which from then on goes its own way.
  func copied() async throws -> Shore {
    let copy = FileManager.default.temporaryDirectory.appending(path: "shore-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: folder, to: copy)
    for name in try FileManager.default.contentsOfDirectory(atPath: copy.path) where name.hasSuffix("lock") {
      try FileManager.default.removeItem(at: copy.appending(path: name))
    }
    return try await Shore(code: code, folder: copy, owned: true, clock: 1_637_718_999_000, exercise: false)
  }

  /// How this centre is declared to another.
  func asPartner(agency: String = "coastguard", nation: String = "GB") throws -> Partner {
    let key = try #require(NoteVerifier(text: centre.ledger.reader.verifierKey))
    return Partner(code: code, key: key, agency: agency, nation: nation)
  }

  /// An officer writes of a boat.
  @discardableResult
  func write(_ boat: String, marking: Marking = .official, by actor: String = "mara") async throws -> Int64 {
    let viewer = Viewer(
      name: actor, agency: "coastguard", nation: "GB", roles: [.watchOfficer],
      clearance: Clearance(classification: .official))
    let acting = Acting(viewer: viewer, purpose: .searchAndRescue, means: .console)
    let words = PayloadPart(name: "words", subjects: ["caller:\(boat)"], bytes: [UInt8]("words of \(boat)".utf8))
    return try await centre.append(as: acting, priority: .distress) { ground in
      [try EntryDraft(BoatSeen(boat: boat), about: ground.now, marking: ground.marking(marking), sealed: [words])]
    }.lastSequence
  }

  /// What the view holds, in the order in which views work facts out.
  func boats() throws -> [String] {
    try centre.ledger.read { db in try String.fetchAll(db, sql: "SELECT line FROM boats ORDER BY recorded, origin") }
  }

  func kinds() throws -> [String] { try centre.ledger.entries(from: 1, limit: 10_000).map(\.kind) }
}

/// A clock that is never the same twice.
private final class ClockBox: Sendable {
  private let milliseconds: Mutex<Int64>
  private let steady = Mutex<Int64>(0)

  init(_ start: Int64) { milliseconds = Mutex(start) }

  func next() -> Int64 {
    milliseconds.withLock {
      $0 += 1
      return $0
    }
  }

  func leap() -> Int64 {
    steady.withLock {
      $0 += 1_000
      return $0
    }
  }
}

/// One end of a link without a wire: a taker, and the giver that it asks.
struct Wire {
  let taker: LinkTaker
  let giver: LinkGiver
  /// How the taker's centre is declared to the giver's.
  let asker: Partner

  /// `to` takes what `from` gives.
  init(from: Shore, to: Shore, agency: String = "coastguard", nation: String = "GB") throws {
    taker = LinkTaker(try from.asPartner(), centre: to.centre, status: LinkStatus(code: from.code))
    giver = LinkGiver(centre: from.centre)
    asker = try to.asPartner(agency: agency, nation: nation)
  }

  func answer(_ question: LinkGiver.Question) async throws -> [UInt8] {
    var question = question
    question.waitMilliseconds = 0
    do {
      return try await giver.answer(question, of: asker).encoded()
    } catch LinkGiver.Refusal.rolledBack {
      throw LinkFault(.rolledBack)
    }
  }

  @discardableResult
  func turn() async throws -> LinkTaker.Turn { try await taker.turn { try await answer($0) } }

  /// Takes everything that there is.
  func drain() async throws {
    repeat {} while try await turn().taken > 0
  }
}

/// What a turn was refused for; nil when it was not.
func fault(_ body: () async throws -> Void) async throws -> LinkFault? {
  do {
    try await body()
    return nil
  } catch let fault as LinkFault {
    return fault
  }
}
