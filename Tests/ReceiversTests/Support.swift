import Foundation
import Geodesy
import Synchronization

@testable import Receivers

/// What a receiver delivered, and a way to wait for it.
final class Basket: Sendable {
  private let state = Mutex<[FeedChunk]>([])

  var chunks: [FeedChunk] { state.withLock { $0 } }
  var text: String { String(decoding: chunks.flatMap(\.bytes), as: UTF8.self) }
  var bytes: [UInt8] { chunks.flatMap(\.bytes) }

  var put: @Sendable (FeedChunk) async -> Void {
    { [self] chunk in state.withLock { $0.append(chunk) } }
  }
}

struct TookTooLong: Error {}

/// Waits until a condition holds, for at most ten seconds of a machine that has time for us.
///
/// Turns are counted and not seconds, since on a busy machine all that is waited for is slower too.
func wait(until condition: @Sendable () throws -> Bool) async throws {
  for _ in 0..<2000 {
    if try condition() { return }
    try await Task.sleep(for: .milliseconds(5))
  }
  throw TookTooLong()
}

/// Runs a receiver while the body runs, then cancels it and waits for its end, which must come within a second.
func running<Value: Sendable>(
  _ receiver: Receiver, into basket: Basket, _ body: () async throws -> Value
) async throws -> Value {
  let task = Task { try await receiver.run(basket.put) }
  do {
    let value = try await body()
    try await endWithinASecond(task)
    return value
  } catch {
    task.cancel()
    throw error
  }
}

func endWithinASecond(_ task: Task<Void, any Error>) async throws {
  let hasEnded = SleepingClock()
  task.cancel()
  let ending = Task {
    _ = await task.result
    try await hasEnded.environment.sleep(1)
  }
  for _ in 0..<100 where hasEnded.slept.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
  guard !hasEnded.slept.isEmpty else { throw TookTooLong() }
  try await ending.value
}

/// Limits under which a test does not wait long.
var hastyLimits: ReceiverLimits {
  var limits = ReceiverLimits()
  limits.firstRetryMilliseconds = 10
  limits.longestRetryMilliseconds = 40
  return limits
}

/// A clock that only moves when someone sleeps.
final class SleepingClock: Sendable {
  private let state: Mutex<(now: Int64, slept: [Int64])>

  init(_ now: Int64 = 1_000_000) {
    state = Mutex((now, []))
  }

  var slept: [Int64] { state.withLock { $0.slept } }

  func note(_ milliseconds: Int64) {
    state.withLock { $0.slept.append(milliseconds) }
  }

  func forget() {
    state.withLock { $0.slept = [] }
  }

  var environment: ReceiverEnvironment {
    ReceiverEnvironment(
      now: { [self] in Instant(millisecondsSince1970: state.withLock { $0.now }) },
      sleep: { [self] milliseconds in
        try Task.checkCancellation()
        state.withLock {
          $0.now += milliseconds
          $0.slept.append(milliseconds)
        }
      },
      jitter: { 0 })
  }
}

/// A folder that goes when the test is over.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "receivers-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}

/// The folder of public samples, when it is there.
let samples = ProcessInfo.processInfo.environment["FORELAND_DATA"] ?? "../shared/data"

func hasSample(_ name: String) -> Bool {
  FileManager.default.fileExists(atPath: samples + "/" + name)
}
