import Desk
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import NIOEmbedded

/// A request as a browser sends it.
struct Asked: Sendable {
  var method: HTTPRequest.Method
  var path: String
  var headers: HTTPFields = [:]
  var body: String = ""
  /// Who sends it, by sign-in name.
  var person: String
  /// The session's token, when there is one.
  var cookie: String?
}

/// An answer as it left the desk.
struct Answer: Sendable {
  var status: Int
  var headers: HTTPFields
  var body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }
}

/// The network between browsers and desk: it delays, loses and doubles what it carries.
final class Network: @unchecked Sendable {
  // Only the scheduler's one thread touches it.

  private let run: Run
  private var chance: Chance
  /// Planted: the last page of each address, handed to whoever asks next.
  private var kept: [String: Answer] = [:]

  init(_ run: Run, chance: Chance) {
    self.run = run
    self.chance = chance
  }

  /// Sends a request.
  ///
  /// - Returns: nil when no answer came: whether the desk did what was asked nobody knows.
  func ask(_ asked: Asked) async -> Answer? {
    await pause(chance.within(0...40))
    if chance.oneIn(40) { return await lose() }
    if chance.oneIn(40) { sendAgain(asked) }
    guard let answer = await deliver(asked) else { return await lose() }
    if chance.oneIn(40) { return await lose() }
    await pause(chance.within(0...40))
    return answer
  }

  /// The same request once more, later: its answer finds nobody.
  private func sendAgain(_ asked: Asked) {
    let delay = chance.within(0...400)
    var asked = asked
    if run.plan.planted == .keyThatVanishes { asked.body = asked.body.replacing("\"key\"", with: "\"kee\"") }
    let repeated = asked
    run.house?.run { _ in
      await self.pause(delay)
      _ = await self.deliver(repeated)
    }
  }

  private func lose() async -> Answer? {
    await pause(300)
    return nil
  }

  private func pause(_ milliseconds: Int64) async {
    try? await run.scheduler.sleep(milliseconds: milliseconds)
  }

  private func deliver(_ asked: Asked) async -> Answer? {
    guard let house = run.house, !house.hasEnded else { return nil }
    if run.plan.planted == .sharedAnswer, let answer = kept[asked.path], asked.method == .get, chance.oneIn(4) {
      run.book.answered(asked, answer, since: run.steps, by: house)
      return answer
    }
    let handling = Handling()
    await house.run { house in
      handling.answer = await self.handle(asked, house)
    }.value
    guard !house.hasEnded else { return nil }
    if let answer = handling.answer, asked.method == .get, answer.status == 200 { kept[asked.path] = answer }
    return handling.answer
  }

  private func handle(_ asked: Asked, _ house: House) async -> Answer? {
    let begun = run.steps
    do {
      let response = try await house.desk.respond(to: request(asked), over: EmbeddedChannel())
      let collector = Collector()
      try await response.body.write(collector)
      guard !house.hasEnded else { return nil }
      let answer = Answer(status: response.status.code, headers: response.headers, body: collector.bytes)
      run.trace.note(answer.status)
      run.trace.note(answer.body)
      run.book.answered(asked, answer, since: begun, by: house)
      return answer
    } catch {
      return nil
    }
  }

  /// The request as the router takes it, its body in pieces.
  func request(_ asked: Asked) -> Request {
    var headers = asked.headers
    if let cookie = asked.cookie { headers[.cookie] = "foreland=\(cookie)" }
    if !asked.body.isEmpty { headers[.contentLength] = String(asked.body.utf8.count) }
    return Request(
      head: HTTPRequest(
        method: asked.method, scheme: "http", authority: "desk.example", path: asked.path, headerFields: headers),
      body: RequestBody(buffer: ByteBuffer(string: asked.body)))
  }
}

/// What a task of a process has brought back.
private final class Handling: @unchecked Sendable {
  // Only the scheduler's one thread touches it.
  var answer: Answer?
}

/// Gathers the body of an answer.
private final class Collector: ResponseBodyWriter, @unchecked Sendable {
  // Only the scheduler's one thread touches it.
  var bytes: [UInt8] = []

  func write(_ buffer: ByteBuffer) async throws { bytes += buffer.readableBytesView }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
