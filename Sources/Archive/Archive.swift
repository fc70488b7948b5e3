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
    var next = 0
    while next < positions.count {
      let mustSeal = memory.withLock { memory in
        while next < positions.count {
          guard !memory.isOverfull(limits) else { return true }
          if let reason = AppendOutcome.reasonToRefuse(positions[next]) {
            outcome.refused[reason, default: 0] += 1
          } else {
            memory.append(positions[next], now: now)
            outcome.taken += 1
          }
          next += 1
        }
        return false
      }
      if mustSeal { try flush() }
    }
    return outcome
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
    let name = position.trackID.utf8
    guard (1...ArchiveLimits.trackIDBytesMost).contains(name.count), name.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return .trackID }
    let at = position.at.millisecondsSince1970
    let received = position.received.millisecondsSince1970
    guard momentsKnown.contains(at), momentsKnown.contains(received), received - at <= ArchiveLimits.latenessMost,
      at - received <= ArchiveLimits.earlinessMost
    else { return .moment }
    let numbers = [position.speedKnots, position.courseDegrees, position.headingDegrees]
    let areStorable = numbers.allSatisfy { $0.map { $0.magnitude <= Quantity.magnitudeMost } ?? true }
    return areStorable ? nil : .number
  }
}
