import Geodesy

/// The boat of a night from which a call of distress comes: the first whose engine fails, with a handheld radio and a
/// beacon.
struct DistressStory: Sendable {
  let boat: ExerciseActor
  let people: Int
  /// When the call is made, in milliseconds since the start of the night.
  let callMilliseconds: Int64
  /// When the message of the beacon arrives.
  let beaconMilliseconds: Int64

  private static let callDelay: Int64 = 180_000
  private static let beaconDelay: Int64 = 480_000

  /// The story of a night; nil when no engine fails in it.
  init?(_ night: Night) {
    guard let event = night.events.first(where: { $0.kind == .driftBegins }) else { return nil }
    boat = night.actors[event.actor]
    people = night.darkBoats.first { $0.actor == event.actor }?.people ?? 0
    let began = event.at.millisecondsSince1970 - night.start.millisecondsSince1970
    callMilliseconds = began + Self.callDelay
    beaconMilliseconds = began + Self.beaconDelay
  }
}

/// A call by digital selective calling and what extends it, as a radio on the shore hands it on.
struct DistressSource: FeedSource {
  private let night: Night
  private let story: DistressStory?
  private var isDone = false

  init(_ night: Night) {
    self.night = night
    story = DistressStory(night)
  }

  mutating func next() -> (milliseconds: Int64, bytes: [UInt8])? {
    guard let story, !isDone, story.callMilliseconds < night.durationMilliseconds else { return nil }
    isDone = true
    let at = night.start.adding(milliseconds: story.callMilliseconds)
    let place = story.boat.itinerary.motion(at: story.callMilliseconds).place
    return (story.callMilliseconds, DistressSentences.call(from: place, people: story.people, at: at))
  }
}

/// The message of a 406 MHz beacon, coded as a test.
struct BeaconSource: FeedSource {
  private let night: Night
  private let story: DistressStory?
  private var isDone = false

  init(_ night: Night) {
    self.night = night
    story = DistressStory(night)
  }

  mutating func next() -> (milliseconds: Int64, bytes: [UInt8])? {
    guard let story, !isDone, story.beaconMilliseconds < night.durationMilliseconds else { return nil }
    isDone = true
    let place = story.boat.itinerary.motion(at: story.beaconMilliseconds).place
    return (story.beaconMilliseconds, BeaconWords.testLine(at: place))
  }
}
