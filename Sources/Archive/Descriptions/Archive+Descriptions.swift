public import Geodesy
import Synchronization

extension Archive {
  /// Keeps what a track says of itself from this moment on; durable after the next `flushDescriptions`.
  ///
  /// - Parameter body: bytes that the archive does not interpret.
  public func describe(trackID: String, received: Instant, body: [UInt8]) throws {
    guard (1...ArchiveLimits.trackIDBytesMost).contains(trackID.utf8.count) else { return }
    let row = DescriptionStore.Row(trackID: trackID, received: received.millisecondsSince1970, body: body)
    let isFull = waitingDescriptions.withLock { waiting in
      waiting.append(row)
      return waiting.count >= DescriptionStore.waitingMost
    }
    knownDescriptions.withLock { $0.add(row) }
    if isFull { try flushDescriptions() }
  }

  /// Writes out what waits.
  public func flushDescriptions() throws {
    if isHeld { return }
    let rows = waitingDescriptions.withLock { $0 }
    guard !rows.isEmpty else { return }
    try writing { try DescriptionStore.write(rows, in: $0) }
    // Only what was written goes, so that a failed write is tried again.
    waitingDescriptions.withLock { $0.removeFirst(min(rows.count, $0.count)) }
  }

  /// What tracks had last said of themselves by a moment, by the track's name.
  public func descriptions(of trackIDs: [String], knownBy moment: Instant) throws -> [String: [UInt8]] {
    let milliseconds = moment.millisecondsSince1970
    var bodies: [String: [UInt8]] = [:]
    var unknown: [String] = []
    var older: [String] = []
    bodies.reserveCapacity(trackIDs.count)
    knownDescriptions.withLock { memory in
      for trackID in trackIDs {
        guard let known = memory[trackID] else {
          unknown.append(trackID)
          continue
        }
        if let row = known.row(knownBy: milliseconds) {
          bodies[trackID] = row.body
        } else if known.isCut {
          older.append(trackID)
        }
      }
    }
    for (trackID, known) in try learn(unknown) {
      if let row = known.row(knownBy: milliseconds) {
        bodies[trackID] = row.body
      } else if known.isCut {
        older.append(trackID)
      }
    }
    guard !older.isEmpty else { return bodies }
    let found = try reading { db in
      try older.compactMap { try DescriptionStore.newest(1, of: $0, knownBy: milliseconds, in: db).first }
    }
    for row in found { bodies[row.trackID] = row.body }
    return bodies
  }

  /// Reads the newest descriptions of tracks, those that wait to be written too, and remembers them.
  private func learn(_ trackIDs: [String]) throws -> [(trackID: String, known: DescriptionMemory.Known)] {
    guard !trackIDs.isEmpty else { return [] }
    // What waits is taken first: it may be written, and wait no longer, before the file is asked.
    let waiting = Dictionary(grouping: waitingDescriptions.withLock { $0 }, by: \.trackID)
    let learnt = try reading { db in
      try trackIDs.map { trackID in
        let stored = try DescriptionStore.newest(DescriptionMemory.rowsMost, of: trackID, knownBy: .max, in: db)
        let new = (waiting[trackID] ?? []).filter { row in !stored.contains { $0.received == row.received } }
        let rows = (stored + new).sorted { $0.received < $1.received }.suffix(DescriptionMemory.rowsMost)
        let isCut = stored.count + new.count >= DescriptionMemory.rowsMost
        return (trackID: trackID, known: DescriptionMemory.Known(rows: Array(rows), isCut: isCut))
      }
    }
    let seen = waitingDescriptions.withLock { $0 }
    knownDescriptions.withLock { memory in
      for (trackID, known) in learnt { memory.remember(known, of: trackID) }
      // What came while the file was asked is not in what was learnt.
      for row in seen { memory.add(row) }
    }
    return learnt
  }
}
