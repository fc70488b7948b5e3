import Testing

@testable import Receivers

struct PartsTests {
  @Test func waitsDoubleUpToTheirLimitAndAreShortenedByChance() {
    var limits = ReceiverLimits()
    (limits.firstRetryMilliseconds, limits.longestRetryMilliseconds) = (500, 30_000)
    var backoff = Backoff(limits: limits)
    #expect(
      (0..<8).map { _ in backoff.nextMilliseconds(jitter: 0) } == [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
    #expect(backoff.nextMilliseconds(jitter: 1) == 15_000)
    backoff.reset()
    #expect(backoff.nextMilliseconds(jitter: 0.5) == 375)
  }

  @Test func theWaitsOfAReceiverGrow() async throws {
    let clock = SleepingClock()
    let receiver = Receiver(
      name: "s", address: .serial(path: "/dev/no-such-line", baud: 4800), environment: clock.environment)
    let task = Task { try await receiver.run { _ in } }
    try await wait { clock.slept.count >= 8 }
    try await endWithinASecond(task)
    #expect(Array(clock.slept.prefix(8)) == [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  }

  @Test func linesAreHeldTogetherAndLongOnesCut() {
    var framer = LineFramer(lineBytesMost: 10)
    func add(_ text: String) -> String { String(decoding: framer.add(Array(text.utf8)), as: UTF8.self) }
    #expect(add("abc") == "")
    #expect(add("def\ngh") == "abcdef\n")
    #expect(add("\n\ni") == "gh\n\n")
    #expect(add("") == "")
    #expect(framer.linesCut == 0)
    #expect(add("0123456789") == "i0123456789\n" && framer.linesCut == 1)
    #expect(add("rest") == "")
    #expect(String(decoding: framer.finish(), as: UTF8.self) == "rest\n")
    #expect(framer.finish().isEmpty)
  }

  @Test func aQueueKeepsItsBoundAndItsOrder() async {
    let queue = ChunkQueue(bytesMost: 10)
    #expect(queue.offer([1, 1, 1, 1]) == 0)
    #expect(queue.offer([2, 2, 2, 2]) == 0)
    #expect(queue.offer([3, 3, 3, 3]) == 1)
    #expect(await queue.next(upTo: 4) == [2, 2, 2, 2])
    #expect(queue.offer([UInt8](repeating: 4, count: 50)) == 1)
    #expect(await queue.next(upTo: 4) == [UInt8](repeating: 4, count: 50))
    async let late = queue.next(upTo: 100)
    async let pushed: [Bool] = [queue.push([5, 5]), queue.push([UInt8](repeating: 6, count: 20))]
    var taken = await late ?? []
    while taken.count < 22 { taken += await queue.next(upTo: 100) ?? [] }
    #expect(taken == [5, 5] + [UInt8](repeating: 6, count: 20))
    #expect(await pushed == [true, true])
    _ = queue.offer([7])
    queue.close()
    #expect(await queue.push([8]) == false)
    #expect(await queue.next(upTo: 100) == [7])
    #expect(await queue.next(upTo: 100) == nil)
  }
}
