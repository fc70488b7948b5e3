import Crypto
import Foundation
import Ledger
import Operations

/// What the simulation itself knows: what was asked, answered and shown. After each answer it compares this with the
/// ledger, and says which promise did not hold.
final class Book: @unchecked Sendable {
  // Only the scheduler's one thread touches it.

  let run: Run
  /// Every entry that was ever durable, by its place.
  private(set) var entries: [Entry] = []
  private(set) var leaves: [[UInt8]] = []
  private(set) var frontier = Frontier()
  private(set) var readers: [StreamReader] = []
  private(set) var answers = 0
  private(set) var checks = 0
  var rights = Rights()
  /// Commands as they were first sent, by actor and key.
  private var commands: [String: Officer.Command] = [:]
  /// Which entry answered a command, by actor and key.
  private var acknowledged: [String: Int64] = [:]
  /// Commands that were refused for what they say.
  private var refused: Set<String> = []
  /// The size of the ledger when the desk answered that a person has no access any more.
  private var cutAt: [String: (size: Int64, step: Int)] = [:]
  var consulted: Set<String> = []
  /// Readings that the present process showed on a full disk and still has to record, and what each was.
  var owed: [String: String] = [:]

  init(_ run: Run) { self.run = run }

  static func object(_ bytes: [UInt8]) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]
  }

  static func sessionName(of cookie: String) -> String {
    String(
      SHA256.hash(data: Data(cookie.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined().prefix(16))
  }

  func fail(_ promise: String, _ detail: String) { run.fail(Failure(promise: promise, detail: detail)) }

  func watch(_ reader: StreamReader) { readers.append(reader) }

  func sent(_ command: Officer.Command, by person: String) {
    let name = "\(person)\u{0}\(command.key)"
    if commands[name] == nil { commands[name] = command }
  }

  func command(_ actor: String, _ key: String) -> Officer.Command? { commands["\(actor)\u{0}\(key)"] }

  /// Reads what has come to the ledger, and checks it against itself.
  func follow(_ house: House) {
    run.disk.calmly {
      do { try readOn(house) } catch { fail("what was written can be read", "\(error)") }
    }
  }

  private func readOn(_ house: House) throws {
    let head = house.centre.ledger.head
    guard head.size >= entries.count else {
      return fail("the ledger never shrinks", "it has \(head.size) entries after \(entries.count)")
    }
    guard head.size > entries.count else { return }
    for entry in try house.centre.ledger.entries(from: Int64(entries.count + 1), limit: 10_000) {
      if entry.sequence > head.size { break }
      try take(entry, house)
    }
    checks += 1
    guard head.size == entries.count else {
      return fail("sequences are dense", "the head says \(head.size), and there are \(entries.count)")
    }
    guard frontier.root == head.rootHash else {
      return fail("the root is the tree's", "at size \(head.size) the recomputed root is another")
    }
  }

  private func take(_ entry: Entry, _ house: House) throws {
    guard entry.sequence == entries.count + 1 else {
      return fail("sequences are dense", "entry \(entry.sequence) follows entry \(entries.count)")
    }
    let leaf = Frontier.leaf(try house.centre.ledger.reader.sealedBytes(entry.sequence) ?? [])
    if entry.parts.contains(where: { $0.bytes == nil }) {
      fail("what is sealed can be opened", "entry \(entry.sequence) has lost its keys")
    }
    let stepped = entry.recordedMilliseconds < entries.last?.recordedMilliseconds ?? .min
    if stepped != entry.clockStepped {
      fail("a clock that is set back is told", "entry \(entry.sequence) says \(entry.clockStepped)")
    }
    if let key = entry.idempotencyKey, entries.contains(where: { $0.idempotencyKey == key && $0.actor == entry.actor })
    {
      fail("a repeated command is one command", "\(entry.actor)'s \(key) stands twice, at \(entry.sequence) too")
    }
    entries.append(entry)
    leaves.append(leaf)
    frontier.append(leaf)
    note(entry)
  }

  /// What an entry means for what may be asked and shown.
  private func note(_ entry: Entry) {
    guard let bytes = entry.part("fact"), let fact = Self.object(bytes) else { return }
    switch entry.kind {
    case "consulted":
      consulted.formUnion(Self.readings(fact, aboutMilliseconds: entry.aboutMilliseconds))
    case "access.ended": rights.noteEnd(of: fact["session"] as? String ?? "")
    case "log.written", "log.corrected": checkWritten(entry)
    default:
      guard let person = fact["person"] as? String else { return }
      rights.note(entry.kind, person: person, roles: fact["roles"] as? [String], step: run.steps)
    }
  }

  private func checkWritten(_ entry: Entry) {
    let text = entry.part("text").map { String(decoding: $0, as: UTF8.self) }
    guard let key = entry.idempotencyKey else {
      return fail("what is written was sent", "entry \(entry.sequence) has no key")
    }
    guard let command = command(entry.actor, key), command.text == text else {
      return fail("what is written was sent", "entry \(entry.sequence) says what \(entry.actor) did not send as \(key)")
    }
    if refused.contains("\(entry.actor)\u{0}\(key)") {
      fail("nothing refused is there", "entry \(entry.sequence) is \(entry.actor)'s \(key), which was refused")
    }
  }

  /// An entry that a stream has shown.
  func streamed(_ sequence: Int64, text: String?, to reader: StreamReader) {
    guard let house = run.house else { return }
    follow(house)
    guard sequence >= 1, sequence <= entries.count else {
      return fail("only what is durable is shown", "a stream shows entry \(sequence) of \(entries.count)")
    }
    if entries[Int(sequence) - 1].part("text").map({ String(decoding: $0, as: UTF8.self) }) != text {
      fail("a stream tells what was written", "entry \(sequence) says something else in the stream")
    }
    if let cut = cutAt[reader.person], sequence > cut.size, reader.openedStep < cut.step {
      fail("who has lost access is shown nothing", "\(reader.person) is shown entry \(sequence) after \(cut.size)")
    }
  }

  func noteAnswer() { answers += 1 }

  func acknowledge(_ actor: String, _ key: String, _ sequence: Int64) {
    let name = "\(actor)\u{0}\(key)"
    if let first = acknowledged[name], first != sequence {
      fail("one key has one answer", "\(actor)'s \(key) was answered with entries \(first) and \(sequence)")
    }
    acknowledged[name] = sequence
  }

  func refuse(_ actor: String, _ key: String) {
    // A repetition can be refused after the first was done, when access has ended meanwhile.
    let name = "\(actor)\u{0}\(key)"
    if acknowledged[name] == nil, !entries.contains(where: { $0.actor == actor && $0.idempotencyKey == key }) {
      refused.insert(name)
    }
  }

  func rightsTookEffect(of person: String, by house: House) {
    follow(house)
    rights.tookEffect(for: person, at: run.steps)
  }

  /// The desk has answered that a person's access is taken away. The answer can come after somebody has given it back, and
  /// after a new stream was opened with it.
  func cut(_ person: String) {
    if !rights.isActive(person) { cutAt[person] = (Int64(entries.count), run.steps) }
  }

  /// After a process has ended and another has come up: everything that was durable is there, and opens.
  func afterRestart(_ house: House) {
    run.disk.calmly {
      do {
        let size = house.centre.ledger.head.size
        for (place, leaf) in leaves.enumerated() {
          guard let bytes = try house.centre.ledger.reader.sealedBytes(Int64(place + 1)) else {
            return fail(
              "what was acknowledged stays", "entry \(place + 1) of \(leaves.count) is gone; \(size) are left")
          }
          guard Frontier.leaf(bytes) == leaf else {
            return fail("what was acknowledged stays", "entry \(place + 1) is another after the restart")
          }
        }
        for entry in try house.centre.ledger.entries(from: 1, limit: 10_000)
        where entry.parts.contains(where: { $0.bytes == nil }) {
          return fail("what is sealed can be opened", "entry \(entry.sequence) has lost its keys with the power")
        }
        checks += 1
      } catch {
        fail("what was written can be read", "\(error)")
      }
    }
    follow(house)
    rights.tookEffectForAll(at: run.steps)
  }
}
