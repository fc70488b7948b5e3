import Geodesy
import Operations
import ServiceLifecycle
import Tracking

/// Moves the live picture on: ten times a second what has changed, every two seconds how the desk fares.
///
/// When a thousand browsers watch, sending a change to all of them may take longer than a tick. Then the next one waits until
/// they have the last, but no longer than a moment: what it would tell is collected meanwhile, so fewer and fuller changes
/// keep everyone up to date instead of many small ones making everyone late.
///
/// Time is counted in the pauses that were asked for, so that a simulation decides how it passes.
struct LiveTicker: Service {
  static let intervalMilliseconds: Int64 = 100
  /// The longest that a change waits, beyond the interval, for streams that have yet to take the last one.
  static let longestWaitMilliseconds: Int64 = 100
  /// How often it is looked whether they have.
  static let lookMilliseconds: Int64 = 10
  static let statusMilliseconds: Int64 = 2_000
  static let advanceMilliseconds: Int64 = 1_000
  let desk: Desk

  func run() async throws {
    desk.hub.publish(rows: desk.picture.tracks.map { TrackRow($0).live }, gone: [])
    await cancelWhenGracefulShutdown {
      var (nextStatus, nextAdvance): (Int64, Int64) = (0, 0)
      while !Task.isCancelled {
        let elapsed = desk.hub.elapsedMilliseconds
        if elapsed >= nextAdvance {
          nextAdvance = elapsed + Self.advanceMilliseconds
          desk.picture.advance(to: desk.now())
        }
        publish(withStatus: elapsed >= nextStatus)
        if elapsed >= nextStatus {
          nextStatus = elapsed + Self.statusMilliseconds
          desk.hub.dropStuck(nowMilliseconds: elapsed)
        }
        await pause(Self.intervalMilliseconds)
        var waited: Int64 = 0
        while waited < Self.longestWaitMilliseconds, desk.hub.isBusy, !Task.isCancelled {
          await pause(Self.lookMilliseconds)
          waited += Self.lookMilliseconds
        }
      }
    }
  }

  private func publish(withStatus: Bool) {
    let changes = desk.picture.takeChanges { TrackRow($0).live }
    let status = withStatus ? ServerSentEvent.encode("status", data: desk.status().json.bytes) : nil
    desk.hub.publish(rows: changes.tracks, gone: changes.ended.map(\.text), status: status)
  }

  private func pause(_ milliseconds: Int64) async {
    try? await desk.centre.surroundings.sleep(.milliseconds(milliseconds))
    desk.hub.pass(milliseconds: milliseconds)
  }
}
