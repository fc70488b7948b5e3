import Archive
import Geodesy
import Ledger
import Logging
import Operations
import Receivers
import ServiceLifecycle
import Tracking

/// Tells everyone who watches of new entries in the watch log, and of how alerts stand.
struct LogFollower: Service {
  static let secondsUntilTriedAgain = 1
  let desk: Desk

  func run() async throws {
    let commits = desk.centre.ledger.commits()
    // Notices are dropped when too many wait, so what counts is what has been told, not where a notice begins.
    var told = desk.centre.ledger.head.size
    for await range in commits.cancelOnGracefulShutdown() {
      while told < range.lastSequence, !Task.isCancelled {
        do {
          try await tell(from: told + 1, to: range.lastSequence)
          told = range.lastSequence
        } catch {
          // A disk that cannot be read for a moment must not end the desk.
          desk.logger.error("new entries of the log could not be read", metadata: ["error": "\(LogWords.of(error))"])
          try? await desk.centre.surroundings.sleep(.seconds(Self.secondsUntilTriedAgain))
        }
      }
    }
  }

  private func tell(from first: Int64, to last: Int64) async throws {
    let entries = try await desk.centre.logEntries(from: first, to: last)
    let alerts = try await desk.centre.alerts(from: first, to: last)
    if try await desk.centre.concernsRescue(from: first, to: last) { try await desk.refreshRescue() }
    guard !entries.isEmpty || !alerts.isEmpty else { return }
    desk.hub.publish(rows: [], gone: [], announcements: alerts.map(\.event), entries: entries)
  }
}

/// Cuts the streams of sessions and tokens whose access has ended, at once.
struct AccessFollower: Service {
  let desk: Desk

  func run() async throws {
    for await revocation in desk.centre.revocations().cancelOnGracefulShutdown() {
      desk.hub.cut(session: Visitor.accessKey(revocation.means), reason: revocation.reason.rawValue)
    }
  }
}

/// Keeps the archive durable, sealed, thinned and anchored.
struct ArchiveKeeper: Service {
  static let secondsBetweenThinning = 600
  let centre: Centre
  let archive: Archive
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var second = 0
      while !Task.isCancelled {
        do {
          try archive.flush()
          try archive.flushDescriptions()
          if second.isMultiple(of: Self.secondsBetweenThinning) { _ = try archive.thin() }
          // Hashes of blocks can wait for room on the disk as the blocks do.
          if !archive.isHeld { try await centre.anchor(archive) }
        } catch {
          logger.error("the archive could not be kept", metadata: ["error": "\(LogWords.of(error))"])
        }
        second &+= 1
        try? await centre.surroundings.sleep(.seconds(1))
      }
    }
  }
}

/// Receives the feeds.
struct FeedReception: Service {
  let board: FeedBoard

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      do {
        try await board.run()
      } catch is CancellationError {
        // Told to stop.
      }
    }
  }
}

/// Records when a feed begins, falls silent, fails or ends.
struct FeedWatch: Service {
  static let secondsBetweenLooks = 2
  /// A state counts once it has held for so many looks, so that a feed that flutters does not fill the ledger.
  static let looksToBelieve = 3
  let desk: Desk

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var recorded: [String: String] = [:]
      var seen: [String: (state: String, looks: Int)] = [:]
      while !Task.isCancelled {
        for line in desk.feeds.lines(now: desk.now()) {
          let state = line.isStale ? "stale" : line.state == "quiet" ? "live" : line.state
          guard ["live", "stale", "failed", "ended"].contains(state) else { continue }
          let looks = seen[line.name]?.state == state ? (seen[line.name]?.looks ?? 0) + 1 : 1
          seen[line.name] = (state, looks)
          guard looks >= Self.looksToBelieve, recorded[line.name] != state else { continue }
          do {
            try await desk.centre.note(feed: line.name, state: state, reason: line.failure)
            recorded[line.name] = state
          } catch {
            desk.logger.error("a feed's state could not be recorded", metadata: ["error": "\(LogWords.of(error))"])
          }
        }
        try? await desk.centre.surroundings.sleep(.seconds(Self.secondsBetweenLooks))
      }
    }
  }
}
