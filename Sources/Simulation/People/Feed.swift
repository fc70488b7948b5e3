import Exercise
import Geodesy
import Operations

/// A receiver somewhere on the coast: it hands lines to the desk in pieces that the network cuts, loses, doubles and
/// brings in the wrong order.
final class Feed: @unchecked Sendable {
  // Only the scheduler's one thread touches it.

  /// The lines of a few minutes that never happened.
  private static let lines: [[UInt8]] = {
    let night = Night(seed: 1, start: Instant(millisecondsSince1970: Clock.beginning), hours: 0.05)
    return night.sentences().prefix(600).map(\.line)
  }()

  private static let greatestPieces = 6

  private let name: String
  private let run: Run
  private var chance: Chance

  init(_ name: String, _ run: Run, chance: Chance) {
    self.name = name
    self.run = run
    self.chance = chance
  }

  func send() async {
    while !run.isOver {
      do { try await run.scheduler.sleep(milliseconds: chance.within(50...1500)) } catch { return }
      guard let house = run.house, !house.hasEnded else { continue }
      for piece in pieces() { house.picture.ingest(feed: name, bytes: piece, arrived: run.clock.now) }
    }
  }

  private func pieces() -> [[UInt8]] {
    let start = chance.below(Self.lines.count)
    let bytes = Self.lines[start...].prefix(1 + chance.below(8)).flatMap { $0 }
    var cuts = (0..<chance.below(Self.greatestPieces)).map { _ in chance.below(bytes.count) }
    cuts = ([0] + cuts + [bytes.count]).sorted()
    var pieces = zip(cuts, cuts.dropFirst()).map { Array(bytes[$0..<$1]) }.filter { !$0.isEmpty }
    if chance.oneIn(8), pieces.count > 1 { pieces.swapAt(0, 1 + chance.below(pieces.count - 1)) }
    if chance.oneIn(8) { pieces.append(chance.pick(pieces)) }
    if chance.oneIn(8) { pieces.remove(at: chance.below(pieces.count)) }
    return pieces
  }
}
