import Exercise
import Feeds
import Geodesy
import Operations
import ServiceLifecycle

/// Plays a synthetic night into the desk as feeds like any others, at the pace of the desk's own clock.
struct ExercisePlayer: Service {
  /// What the feed of the transponders is called.
  static let feedName = "EXERCISE"
  let plan: ServeOptions.ExercisePlan
  let desk: Desk

  /// Makes the feeds of a night known to a picture, and the sensors behind them.
  static func open(_ feeds: [NightFeed], in picture: Picture) throws {
    for feed in feeds {
      try picture.open(feed: name(of: feed), format: feed.format, exercise: true)
      if let sensor = feed.sensor { picture.declare(sensor) }
    }
  }

  /// What a feed of a night is called on the desk: all that speaks NMEA comes through one receiver.
  static func name(of feed: NightFeed) -> String { feed.format == .nmea ? feedName : feed.name }

  func run() async throws {
    let night = Night(seed: plan.seed, start: plan.start ?? desk.now(), hours: plan.hours, scale: plan.scale)
    var player = SensorPlayer(night, began: night.start)
    if plan.start != nil { player.skip(to: desk.now()) }
    let names = night.feeds.map(Self.name)
    for name in names { desk.feeds.startMaking(name, address: "exercise:\(plan.seed)") }
    defer { for name in names { desk.feeds.stopMaking(name) } }
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
            for run in batch.runsOfOneFeed {
              picture.ingest(feed: names[run.feed], bytes: run.bytes, arrived: now())
            }
          })
      } catch is CancellationError {
        // Told to stop.
      }
    }
  }
}

extension Sequence<NightEmission> {
  /// What follows one another from one feed, put together, so that a busy feed is taken in a few pieces.
  var runsOfOneFeed: [(feed: Int, bytes: [UInt8])] {
    var runs: [(feed: Int, bytes: [UInt8])] = []
    for emission in self {
      if runs.last?.feed == emission.feed {
        runs[runs.count - 1].bytes += emission.bytes
      } else {
        runs.append((emission.feed, emission.bytes))
      }
    }
    return runs
  }
}
