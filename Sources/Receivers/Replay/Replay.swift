import Geodesy

/// Plays the lines of a recording at the times found in them.
///
/// A line without a time goes with the line before it. Lines whose time lies before that of an earlier line are due at
/// once. A gap longer than the limit, forwards or backwards, is taken as a cut in the recording and not waited for.
struct Replay {
  private let speed: Double
  private let limits: ReceiverLimits
  private let environment: ReceiverEnvironment
  private var lineTime = LineTime()
  private var framer: LineFramer
  /// The moment in the recording and the moment here that belong together.
  private var anchor: (recorded: Instant, played: Instant)?
  private var lastRecorded: Instant?
  private var due: [UInt8] = []

  init(speed: Double, limits: ReceiverLimits, environment: ReceiverEnvironment) {
    self.speed = speed
    self.limits = limits
    self.environment = environment
    framer = LineFramer(lineBytesMost: limits.lineBytes)
  }

  /// Plays all whole lines in the bytes, after waiting for each as long as it takes.
  mutating func play(_ bytes: [UInt8], into outlet: Outlet) async throws {
    let cutBefore = framer.linesCut
    let lines = framer.add(bytes)
    if framer.linesCut > cutBefore { outlet.record.change { $0.linesCut += 1 } }
    try await play(lines: lines, into: outlet)
  }

  /// Plays a last line without an end.
  mutating func finish(into outlet: Outlet) async throws {
    try await play(lines: framer.finish(), into: outlet)
  }

  private mutating func play(lines: [UInt8], into outlet: Outlet) async throws {
    var rest = lines[...]
    while let end = rest.firstIndex(of: 0x0A) {
      let line = rest[...end]
      rest = rest[(end + 1)...]
      if let recorded = lineTime.read(line) {
        let wait = millisecondsUntilDue(recorded)
        if wait > 0 {
          await flush(into: outlet)
          try await environment.sleep(wait)
        }
      }
      due += line
      if due.count >= limits.chunkBytes { await flush(into: outlet) }
    }
    await flush(into: outlet)
  }

  private mutating func flush(into outlet: Outlet) async {
    guard !due.isEmpty else { return }
    await outlet.put(due)
    due.removeAll(keepingCapacity: true)
  }

  private mutating func millisecondsUntilDue(_ recorded: Instant) -> Int64 {
    let now = environment.now()
    defer { lastRecorded = max(recorded, lastRecorded ?? recorded) }
    guard let anchor, let last = lastRecorded,
      recorded.seconds(since: last).magnitude * 1000 <= Double(limits.longestGapMilliseconds)
    else {
      lastRecorded = nil
      self.anchor = (recorded, now)
      return 0
    }
    let playMilliseconds = recorded.seconds(since: anchor.recorded) * 1000 / speed
    let wait = playMilliseconds - now.seconds(since: anchor.played) * 1000
    return wait >= 1 ? Int64(min(wait, Double(Int64.max / 2))) : 0
  }
}
