public import Geodesy
import Synchronization

extension Archive {
  /// Keeps what a track says of itself from this moment on; durable after the next `flushDescriptions`.
  ///
  /// - Parameter body: bytes that the archive does not interpret.
  public func describe(trackID: String, received: Instant, body: [UInt8]) throws {
    guard (1...ArchiveLimits.trackIDBytesMost).contains(trackID.utf8.count) else { return }
    let isFull = waitingDescriptions.withLock { waiting in
      waiting.append(
        DescriptionStore.Row(trackID: trackID, received: received.millisecondsSince1970, body: body))
      return waiting.count >= DescriptionStore.waitingMost
    }
    if isFull { try flushDescriptions() }
  }

  /// Writes out what waits.
  public func flushDescriptions() throws {
    let rows = waitingDescriptions.withLock { $0 }
    guard !rows.isEmpty else { return }
    try writing { try DescriptionStore.write(rows, in: $0) }
    // Only what was written goes, so that a failed write is tried again.
    waitingDescriptions.withLock { $0.removeFirst(min(rows.count, $0.count)) }
  }

  /// What each track had last said of itself by a moment, by the track's name.
  public func descriptions(knownBy moment: Instant) throws -> [String: [UInt8]] {
    let waiting = waitingDescriptions.withLock { $0 }
    var bodies = try reading { try DescriptionStore.bodies(knownBy: moment.millisecondsSince1970, in: $0) }
    for row in waiting where row.received <= moment.millisecondsSince1970 {
      if let known = bodies[row.trackID], known.received > row.received { continue }
      bodies[row.trackID] = (row.received, row.body)
    }
    return bodies.mapValues(\.body)
  }
}
