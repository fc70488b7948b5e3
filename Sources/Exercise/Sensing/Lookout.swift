import Tracking

/// Finds the craft near a place without asking for those that cannot have come near yet.
struct Lookout: Sendable {
  /// Faster than any craft on the water of a night, and than the drone that looks for them, in metres a second.
  private static let greatestMetresPerSecond = 60.0

  private struct Watched: Sendable {
    let actor: ExerciseActor
    /// Before this moment it cannot be near.
    var notBefore: Int64
  }

  private var watched: [Watched]

  /// Watches what floats: aircraft, shore stations and the transmitter under test show on no radar of the sea.
  init(_ night: Night) {
    watched = night.actors.filter { ![.aircraft, .base, .distress].contains($0.trackClass) }.map { actor in
      Watched(actor: actor, notBefore: actor.conduct.remains ? .min : actor.itinerary.first)
    }
  }

  /// Calls for each craft within so many metres of a place, with where it is and its velocity in metres a second.
  mutating func forEach(
    near place: Place, metres: Double, at milliseconds: Int64,
    _ body: (ExerciseActor, _ motion: (place: Place, north: Double, east: Double)) -> Void
  ) {
    for index in watched.indices where watched[index].notBefore <= milliseconds {
      let actor = watched[index].actor
      guard actor.isPresent(at: milliseconds) else {
        watched[index].notBefore = .max
        continue
      }
      let motion = actor.itinerary.motion(at: milliseconds)
      let distance = motion.place.metres(to: place)
      if distance <= metres {
        body(actor, motion)
      } else {
        watched[index].notBefore =
          milliseconds + Int64((distance - metres) / Self.greatestMetresPerSecond * 1000)
      }
    }
  }
}
