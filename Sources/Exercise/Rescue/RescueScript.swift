public import Geodesy

/// What comes to two centres in a night of an exercise: calls, sightings, recoveries, landings, notes; and the weather.
///
/// It is about the same boats that radar, drone and satellite of the night show. The same night gives the same script
/// on every machine. Nothing of it happened: every free text begins with `EXERCISE`.
public struct RescueScript: Sequence, Sendable {
  /// The night that it is about.
  public let night: Night
  /// What comes to the centres, in the order of time.
  public let events: [ScriptEvent]
  /// What can be sent.
  public let assets: [ScriptAsset]
  /// The weather every half an hour.
  public let weather: [NightWeather]
  /// What is true, to be shown when the exercise is over.
  public let truth: RescueTruth

  /// The script of a night.
  public init(night: Night) {
    self.night = night
    let cast = StoryCast(night)
    let fleet = ScriptFleet(night)
    var book = ScriptBook(night)
    fleet.declare(into: &book)
    for (index, story) in cast.stories.enumerated() {
      let actor = story.boat.actor
      let reference = "EX-\(padded(index + 1, digits: 3))"
      let isAlike = actor == cast.alike?.recovered || actor == cast.alike?.lost
      var reports = ReportWriter(story, seed: night.seed, reference: reference, alike: cast.alike)
      var recoveries = RecoveryWriter(story, seed: night.seed, fleet: fleet, reference: reference)
      recoveries.write(into: &book, isAlike: isAlike)
      reports.write(into: &book)
    }
    NoteWriter.write(cast, into: &book)
    (events, truth) = book.finished(cast)
    assets = fleet.assets
    weather = NightWeather.values(of: night)
  }

  /// Begins at the first event.
  public func makeIterator() -> Array<ScriptEvent>.Iterator { events.makeIterator() }

  /// Whether a phone answers when it is called back at a moment.
  public enum Answer: String, Hashable, Sendable, CaseIterable {
    case answered, noAnswer, switchedOff
  }

  /// What happens when a number is called back at a moment.
  ///
  /// A phone aboard answers two times in three while its boat is at sea and upright, and is off once everyone is in the
  /// water; a relative's answers; a number that is none of the night's does not.
  public func answer(of phone: String, at moment: Instant) -> Answer {
    guard let boat = truth.boats.first(where: { $0.phones.contains(phone) }) else {
      return truth.boats.contains { StoryCast.phone($0.actor, 3) == phone } ? .answered : .noAnswer
    }
    if let capsizedAt = boat.capsizedAt, capsizedAt <= moment { return .switchedOff }
    let minute = UInt64(bitPattern: moment.millisecondsSince1970 / 60_000)
    var chance = SeededGenerator(seed: night.seed ^ minute, stream: 34_000_000 + UInt64(boat.actor))
    return chance.unit() < 2.0 / 3 ? .answered : .noAnswer
  }
}

extension Night {
  /// The script of the night's rescue, made anew each time that it is asked for.
  public var rescue: RescueScript { RescueScript(night: self) }
}
