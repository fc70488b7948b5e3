import GRDB
public import Geodesy
import Synchronization

/// Where positions go: compressed blocks of ten minutes of receiving in one SQLite file, thinned with age.
///
/// Positions are in memory at once and can be asked for; `flush`, called every second, journals them, so that a
/// process that is killed loses at most what came since. A block is sealed when its ten minutes are over: its bytes
/// are hashed, stored durably and never change, and the hash waits to be anchored in the ledger.
///
/// All calls may block for as long as the disk takes, and may come from several threads.
public final class Archive: Sendable {
  /// The file.
  public let path: String
  /// How the past is thinned.
  public let thinning: ThinningRule
  /// The bounds it keeps.
  public let limits: ArchiveLimits

  let pool: DatabasePool
  let now: @Sendable () -> Instant
  let memory: Mutex<OpenBlocks>
  /// Held by whoever changes blocks, so that one change ends before the next begins.
  let changing = Mutex(())
  let waitingDescriptions = Mutex<[DescriptionStore.Row]>([])
  let knownDescriptions = Mutex(DescriptionMemory())
  let room = Mutex(ArchiveRoom())
  let keptFaults = Mutex<(recent: [ArchiveFault], count: Int)>(([], 0))

  /// Opens an archive, or creates it, and takes back what the journal holds.
  ///
  /// - Throws: `ArchiveError` when the file cannot be opened, is no archive or is of a later version.
  public init(
    path: String, thinning: ThinningRule = .usual, limits: ArchiveLimits = ArchiveLimits(),
    now: @escaping @Sendable () -> Instant
  ) throws {
    self.path = path
    self.thinning = thinning
    self.limits = limits
    self.now = now
    pool = try Schema.open(path)
    do {
      let (blocks, faults) = try pool.write { try Journal.restore(from: $0, now: now().millisecondsSince1970) }
      memory = Mutex(blocks)
      for fault in faults { keep(fault) }
    } catch {
      throw ArchiveError(store: error, act: .cannotOpen, place: path)
    }
  }

  /// Positions that are taken between two looks whether a block is full: at most this, and a sixteenth of a full block.
  private static let positionsPerLook = 256

  /// Takes positions; they can be asked for at once, and are durable after the next `flush`.
  ///
  /// Seals blocks first, which writes, when the positions span more time than is held in memory at once.
  ///
  /// - Returns: how many were taken, and how many refused for which reason.
  /// - Throws: `ArchiveError` when blocks had to be sealed and that failed; what was not taken by then is not.
  @discardableResult
  public func append(_ positions: [ArchivedPosition]) throws -> AppendOutcome {
    var outcome = AppendOutcome()
    let now = now().millisecondsSince1970
    let stretch = max(1, min(Self.positionsPerLook, limits.openRowsMost / 16))
    var next = 0
    while next < positions.count {
      let mustSeal = memory.withLock { memory in
        while next < positions.count {
          guard !memory.isOverfull(limits) else { return true }
          // Whether there is too much is only asked again after a stretch of positions; the limit is no finer than that.
          for position in positions[next..<min(next + stretch, positions.count)] {
            next += 1
            if let reason = AppendOutcome.reasonToRefuse(position) {
              outcome.refused[reason, default: 0] += 1
            } else {
              memory.append(position, now: now)
              outcome.taken += 1
            }
            if memory.hasTooManyBlocks(limits) { break }
          }
        }
        return false
      }
      if mustSeal { try makeRoom(for: positions[next...]) }
      if mustSeal, isHeld { break }
    }
    return outcome
  }

  /// Seals what can be sealed, so that the positions can be taken; those for which that fails are noted as missing.
  private func makeRoom(for positions: ArraySlice<ArchivedPosition>) throws {
    if isHeld { return miss(positions) }
    do {
      try flush()
    } catch {
      miss(positions)
      throw error
    }
  }

  /// Blocks that could not be read since the start: the latest, and how many in all.
  public var faults: (recent: [ArchiveFault], count: Int) { keptFaults.withLock { $0 } }

  func keep(_ fault: ArchiveFault) {
    keptFaults.withLock { faults in
      faults.count += 1
      if faults.recent.count >= max(1, limits.faultsKept) { faults.recent.removeFirst() }
      faults.recent.append(fault)
    }
  }
}

extension AppendOutcome {
  private static let momentsKnown: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

  /// Why a position cannot be archived; nil when it can.
  static func reasonToRefuse(_ position: ArchivedPosition) -> RefusalReason? {
    guard isName(position.trackID) else { return .trackID }
    let at = position.at.millisecondsSince1970
    let received = position.received.millisecondsSince1970
    guard momentsKnown.contains(at), momentsKnown.contains(received), received - at <= ArchiveLimits.latenessMost,
      at - received <= ArchiveLimits.earlinessMost
    else { return .moment }
    let areStorable =
      isStorable(position.speedKnots) && isStorable(position.courseDegrees) && isStorable(position.headingDegrees)
    return areStorable ? nil : .number
  }

  private static func isStorable(_ number: Double?) -> Bool {
    number.map { $0.magnitude <= Quantity.magnitudeMost } ?? true
  }

  private static func isName(_ trackID: String) -> Bool {
    var trackID = trackID
    return trackID.withUTF8 { name in
      (1...ArchiveLimits.trackIDBytesMost).contains(name.count) && name.allSatisfy { $0 >= 0x21 && $0 <= 0x7E }
    }
  }
}
