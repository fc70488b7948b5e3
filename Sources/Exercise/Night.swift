public import Geodesy

/// A night of traffic in the Dover Strait that never happened, with all that is true of it.
///
/// A night is a set of actors, whose truth is a function of time, and of emitters, which tell parts of it as sensors would. The same
/// seed, start and length give the same bytes on every machine. Everything in it is marked `EXERCISE`: names, call signs,
/// destinations, and the source in the tag block of every line.
public struct Night: Sendable {
  /// How much traffic a night has.
  public enum Scale: Hashable, Sendable {
    /// About 120 craft and stations at a time, in the strait.
    case strait
    /// Those, and so many ships more that never stop, on the North Sea and the Channel.
    case openSea(vessels: Int)
  }

  /// The longest night, in hours.
  public static let greatestHours = 72.0

  /// The seed that everything follows from.
  public let seed: UInt64
  /// When it begins.
  public let start: Instant
  /// How long it lasts, in milliseconds.
  public let durationMilliseconds: Int64
  /// Everyone and everything in it, in the order of their numbers.
  public let actors: [ExerciseActor]
  /// The weather.
  public let conditions: SeaConditions
  /// The boats without transponders, in the order of their actors.
  public let darkBoats: [DarkBoat]
  /// What truly happens to them, in the order of time.
  public let events: [NightEvent]
  /// The numbers of the actors that look from above; nil when the weather does not let them fly.
  let flights: SearchFlights

  /// A night.
  ///
  /// - Parameters:
  ///   - seed: any number; the same one gives the same night.
  ///   - start: when it begins, rounded down to the whole second.
  ///   - hours: how long it lasts, at most `greatestHours`.
  ///   - scale: how much traffic it has.
  public init(seed: UInt64, start: Instant, hours: Double = 8, scale: Scale = .strait) {
    self.seed = seed
    let intoSecond = (start.millisecondsSince1970 % 1000 + 1000) % 1000
    let start = start.adding(milliseconds: -intoSecond)
    self.start = start
    let held = hours > 0 ? min(hours, Self.greatestHours) : 0
    let duration = Int64((held * 3_600_000).rounded())
    durationMilliseconds = duration
    var cast = Cast(start: start)
    Ferries.join(&cast, endMilliseconds: duration)
    ServiceCraft.join(&cast, seed: seed, endMilliseconds: duration)
    SmallCraft.join(&cast, seed: seed, endMilliseconds: duration)
    Stations.join(&cast, seed: seed, endMilliseconds: duration)
    LaneTraffic.join(&cast, seed: seed, endMilliseconds: duration)
    if case .openSea(let vessels) = scale {
      OpenSea.join(&cast, seed: seed, vessels: vessels, endMilliseconds: duration)
    }
    // Whoever has no transponder comes last, so that the numbers of those who speak stay as they are.
    conditions = SeaConditions(seed: seed)
    let flotillas = Flotillas(into: &cast, seed: seed, conditions: conditions, endMilliseconds: duration)
    (darkBoats, events) = (flotillas.boats, flotillas.events)
    flights = SearchFlights(into: &cast, seed: seed, conditions: conditions, endMilliseconds: duration)
    actors = cast.actors
  }

  /// When it ends.
  public var end: Instant { start.adding(milliseconds: durationMilliseconds) }

  /// Where everyone who is there truly is at a moment, in the order of their numbers.
  public func truth(at moment: Instant) -> [ActorTruth] {
    actors.compactMap { $0.truth(at: moment) }
  }

  /// All AIS sentences of the night in the order of time, made one after the other as they are asked for.
  public func sentences() -> NightSentences {
    NightSentences(self)
  }

  /// The transponders of the night, ready to speak for the first time.
  func emitters() -> [any Emitter] {
    actors.compactMap { actor in
      switch actor.transponder {
      case .silent: nil
      case .rescueTransmitterUnderTest: RescueTransmitterEmitter(actor, endMilliseconds: durationMilliseconds)
      default: AISEmitter(actor, seed: seed, endMilliseconds: durationMilliseconds)
      }
    }
  }
}
