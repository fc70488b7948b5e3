import Exercise
import Geodesy
import Operations
import ServiceLifecycle

/// Plays a synthetic night into the desk as a feed like any other, at the pace of the desk's own clock.
struct ExercisePlayer: Service {
  /// What the feed is called.
  static let feedName = "EXERCISE"
  let plan: ServeOptions.ExercisePlan
  let desk: Desk

  func run() async throws {
    let begin = desk.now()
    let night = Night(seed: plan.seed, start: begin, hours: plan.hours, scale: plan.scale)
    let player = NightPlayer(night, began: night.start)
    desk.feeds.startMaking(Self.feedName, address: "exercise:\(plan.seed)")
    defer { desk.feeds.stopMaking(Self.feedName) }
    let picture = desk.picture
    let now = desk.now
    let pace = plan.pace
    try await cancelWhenGracefulShutdown { [player] in
      var player = player
      do {
        try await player.run(
          now: now,
          sleep: { moment in
            let wait = Double(moment.millisecondsSince1970 - now().millisecondsSince1970) / pace
            try await Task.sleep(for: .milliseconds(Int64(wait.rounded(.up))))
          },
          deliver: { batch in
            // A night that is always behind its pace never sleeps, and would not hear that the desk is to end.
            try Task.checkCancellation()
            picture.ingest(feed: Self.feedName, bytes: batch.flatMap(\.line), arrived: now())
          })
      } catch is CancellationError {
        // Told to stop.
      }
    }
  }
}
