import Foundation
import Geodesy
import HTTPTypes
import Operations
import Tracking

/// Somebody at the desk, in front of a browser: signs in, reads, writes, repeats what got no answer, goes.
final class Officer: @unchecked Sendable {
  // Only the scheduler's one thread touches it.

  static let password = "correct horse battery staple"

  let name: String
  let run: Run
  var chance: Chance
  var cookie: String?
  var pageToken: String?
  var reader: StreamReader?
  /// Commands whose answer did not come, or that are sent again for no reason.
  var sent: [Command] = []
  /// Entries of the log that this officer has seen.
  var seen: [Int64] = []
  private var writtenCount = 0

  /// Something to be written in the log, under the name that the browser gave it.
  struct Command {
    var key: String
    var text: String
    var correcting: Int64?
    var subject: String?
  }

  init(_ name: String, _ run: Run, chance: Chance) {
    self.name = name
    self.run = run
    self.chance = chance
  }

  func work() async {
    while !run.isOver {
      do { try await run.scheduler.sleep(milliseconds: chance.within(10...900)) } catch { return }
      if run.isOver { return }
      await act()
      run.acts += 1
    }
  }

  private func act() async {
    guard cookie != nil, pageToken != nil else { return await signIn() }
    switch chance.below(24) {
    case 0...6: await write(newCommand())
    case 7, 8: await write(sent.isEmpty ? newCommand() : chance.pick(sent))
    case 9: await write(newCommand(correcting: seen.isEmpty ? 1 : chance.pick(seen)))
    case 10, 11: await read("/api/log" + (chance.oneIn(2) ? "?q=\(chance.pick(["rib", "engine", "calais"]))" : ""))
    case 12: await read("/api/picture" + (chance.oneIn(3) ? "?at=\(pastMoment)" : ""))
    case 13: await read("/api/tracks/\(track)")
    case 14: await read("/api/search?q=\(chance.pick(["a", "exercise", "2350"]))")
    case 15: await read("/api/record?limit=20")
    case 16: await read("/people")
    case 17, 18: await openStream()
    case 19: await lookElsewhere()
    case 20: await signOut()
    case 21: closeBrowser()
    case 22: await changeRights()
    default: await read(chance.pick(["/log", "/picture", "/account", "/record", "/api/status", "/healthz"]))
    }
  }

  private var track: String {
    let tracks = run.house?.picture.tracks.map(\.id.text).sorted() ?? []
    return tracks.isEmpty ? "235000001" : chance.pick(tracks)
  }

  private var pastMoment: String { run.clock.now.adding(milliseconds: -chance.within(0...600_000)).iso8601 }

  private func newCommand(correcting: Int64? = nil) -> Command {
    writtenCount += 1
    let words = "\(name) \(writtenCount) \(chance.pick(["rib", "engine stopped", "calais", "lights", "é è 船"]))"
    // Some of what is typed cannot stand in a log.
    let text = chance.oneIn(12) ? chance.pick([" ", "\u{7}\(words)", String(repeating: words, count: 600)]) : words
    let subject = chance.oneIn(3) ? track : nil
    return Command(
      key: "\(name)-\(writtenCount)", text: text, correcting: correcting, subject: correcting == nil ? subject : nil)
  }

  private func write(_ command: Command) async {
    if !sent.contains(where: { $0.key == command.key }) { sent.append(command) }
    if sent.count > 8 { sent.removeFirst() }
    var fields: [String: Any] = ["text": command.text, "key": command.key]
    if let correcting = command.correcting { fields["correctionOf"] = correcting }
    if let subject = command.subject { fields["subject"] = subject }
    let json = (try? JSONSerialization.data(withJSONObject: fields, options: .sortedKeys)) ?? Data()
    run.book.sent(command, by: name)
    let answer = await ask(
      .post, "/api/log", body: String(decoding: json, as: UTF8.self),
      headers: [.contentType: "application/json", HTTPField.Name("X-Foreland-Token")!: pageToken ?? ""])
    guard let answer, answer.status == 201, let written = Book.object(answer.body) else { return }
    if let sequence = (written["sequence"] as? NSNumber)?.int64Value { seen.append(sequence) }
  }

  func read(_ path: String) async {
    guard let answer = await ask(.get, path) else { return }
    guard path.hasPrefix("/api/log"), let page = Book.object(answer.body) else { return }
    let entries = page["entries"] as? [[String: Any]] ?? []
    seen = Array((seen + entries.compactMap { ($0["sequence"] as? NSNumber)?.int64Value }).suffix(20))
  }

  /// Asks with the cookie, and forgets it when the desk does not know it any more.
  func ask(
    _ method: HTTPRequest.Method, _ path: String, body: String = "", headers: HTTPFields = [:]
  ) async -> Answer? {
    let used = cookie
    let answer = await run.network.ask(
      Asked(method: method, path: path, headers: headers, body: body, person: name, cookie: used))
    if answer?.status == 401, cookie == used { forget() }
    return answer
  }

  func forget() {
    cookie = nil
    pageToken = nil
  }
}
