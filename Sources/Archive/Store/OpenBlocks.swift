import Geodesy

/// The blocks in memory: those that still take rows, and those that are being sealed but can still be asked.
struct OpenBlocks {
  var open: [OpenBlock] = []
  var sealing: [OpenBlock] = []
  var nextGeneration: Int64
  var newestReceived = Int64.min

  init(nextGeneration: Int64) {
    self.nextGeneration = nextGeneration
  }

  /// All blocks that a query must look at.
  var all: [OpenBlock] { sealing + open }

  /// Takes a position into the block of its window, which is begun if need be.
  mutating func append(_ position: ArchivedPosition, now: Int64) {
    let received = position.received.millisecondsSince1970
    let window = OpenBlock.window(of: received)
    let index = index(ofWindow: window)
    open[index].append(position)
    open[index].lastAppendedMilliseconds = now
    newestReceived = max(newestReceived, received)
  }

  private mutating func index(ofWindow window: Int64) -> Int {
    if let last = open.last, last.window == window { return open.count - 1 }
    if let index = open.lastIndex(where: { $0.window == window }) { return index }
    open.append(OpenBlock(generation: nextGeneration, window: window))
    nextGeneration += 1
    return open.count - 1
  }

  /// Whether there is more in memory than the limits allow, so that something must be sealed first.
  func isOverfull(_ limits: ArchiveLimits) -> Bool {
    hasTooManyBlocks(limits) || open.contains { $0.count >= limits.openRowsMost }
  }

  /// Whether there are more blocks in memory than the limits allow.
  func hasTooManyBlocks(_ limits: ArchiveLimits) -> Bool { open.count + sealing.count > limits.openBlocksMost }

  /// Moves blocks whose time is over, or for which there is no room, to those being sealed.
  mutating func beginSealing(now: Int64, limits: ArchiveLimits, everything: Bool) {
    let newest = newestReceived
    func isDue(_ block: OpenBlock) -> Bool {
      let end = block.window + ArchiveLimits.windowMilliseconds + limits.graceMilliseconds
      let isLeftAlone = now >= end && now - block.lastAppendedMilliseconds >= limits.graceMilliseconds
      return everything || newest >= end || isLeftAlone || block.count >= limits.openRowsMost
    }
    sealing += open.filter(isDue)
    open.removeAll(where: isDue)
    while open.count > max(1, limits.openBlocksMost),
      let oldest = open.indices.min(by: { open[$0].window < open[$1].window })
    {
      sealing.append(open.remove(at: oldest))
    }
  }
}
