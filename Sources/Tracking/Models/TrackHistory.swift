/// What a track was, so that what arrives much later finds its place in it.
///
/// The latest corrections are kept with the motions before them, and can be gone through again with one more among them: the
/// exact answer. Of what lies further back only the motions are kept, one a minute, by which a late plot is told to be the track's;
/// it would hardly move a track that has been seen so often since.
struct TrackHistory: Sendable {
  /// A place that corrected the motions.
  struct Correction: Hashable, Sendable {
    let seconds: Double
    let east: Double
    let north: Double
    let noise: Symmetric2
  }

  /// The motions at a moment, after what was known until then.
  private struct Checkpoint: Sendable {
    let seconds: Double
    let mixture: ModeMixture
  }

  /// How a craft moves between corrections.
  struct Way: Sendable {
    let modes: [MotionMode]
    /// The one intensity by which it is carried forward; nil where it goes by its modes.
    let carryIntensity: Double?
  }

  /// The oldest first; at most two.
  private var checkpoints: [Checkpoint] = []
  /// Those after the first checkpoint, in the order of their moments.
  private var corrections: [Correction] = []
  /// One a minute, the oldest first.
  private var past: [(seconds: Double, motion: Motion)] = []

  /// So many corrections lie between two checkpoints.
  private static let correctionsBetween = 8
  /// Seconds between two motions that are kept, and how many are kept: an hour and a little.
  private static let secondsBetween = 60.0
  private static let mostPast = 64
  /// A craft that was first seen later than a plot may have been there already for so long, in seconds.
  private static let greatestWayBack = 600.0

  /// Keeps a motion of the past, if it is time to.
  mutating func keep(_ motion: Motion, seconds: Double) {
    if let last = past.last, seconds - last.seconds < Self.secondsBetween { return }
    past.append((seconds, motion))
    if past.count > Self.mostPast { past.removeFirst() }
  }

  /// Notes a correction, with the motions that it made.
  mutating func note(_ correction: Correction, _ mixture: ModeMixture) {
    guard !checkpoints.isEmpty else { return restart(mixture, seconds: correction.seconds) }
    corrections.append(correction)
    if checkpoints.count == 1, corrections.count == Self.correctionsBetween {
      checkpoints.append(Checkpoint(seconds: correction.seconds, mixture: mixture))
    } else if corrections.count >= 2 * Self.correctionsBetween {
      guard checkpoints.count == 2 else { return restart(mixture, seconds: correction.seconds) }
      checkpoints.removeFirst()
      corrections.removeFirst(Self.correctionsBetween)
      checkpoints.append(Checkpoint(seconds: correction.seconds, mixture: mixture))
    }
  }

  /// Something other than a place has moved the track: nothing before it can be gone through again.
  mutating func restart(_ mixture: ModeMixture, seconds: Double) {
    checkpoints = [Checkpoint(seconds: seconds, mixture: mixture)]
    corrections.removeAll(keepingCapacity: true)
  }

  /// What was kept of another track of the same craft goes on with this one where it reaches further back.
  mutating func join(_ other: TrackHistory) {
    guard let first = past.first?.seconds ?? checkpoints.first?.seconds else { return }
    past = (other.past.filter { $0.seconds < first } + past).suffix(Self.mostPast)
  }

  /// Whether everything since a moment can be gone through again.
  func reaches(_ seconds: Double) -> Bool { checkpoints.first.map { $0.seconds <= seconds } ?? false }

  /// The motion at a moment that lies back; nil when it is not known.
  func motion(at moment: Double, _ way: Way) -> Motion? {
    if reaches(moment) { return replayed(until: moment, to: moment, way)?.combined }
    let intensity = way.carryIntensity ?? way.modes.likelyIntensity
    if let first = past.first, moment < first.seconds {
      guard first.seconds - moment <= Self.greatestWayBack else { return nil }
      return predict(first.motion, seconds: moment - first.seconds, intensity: intensity)
    }
    let after = past.partitioningIndex { $0.seconds > moment }
    guard after > 0 else { return nil }
    var nearest = past[after - 1]
    if after < past.count, past[after].seconds - moment < moment - nearest.seconds { nearest = past[after] }
    return predict(nearest.motion, seconds: moment - nearest.seconds, intensity: intensity)
  }

  /// Puts a correction in its place among the others and goes through all of them again.
  ///
  /// - Returns: the motions at a later moment; nil when the past does not reach so far.
  mutating func insert(_ correction: Correction, to moment: Double, _ way: Way) -> ModeMixture? {
    guard reaches(correction.seconds), let first = checkpoints.first else { return nil }
    let place = corrections.partitioningIndex { $0.seconds > correction.seconds }
    corrections.insert(correction, at: place)
    checkpoints = [first]
    guard let mixture = replayed(until: .infinity, to: moment, way) else { return nil }
    if corrections.count >= 2 * Self.correctionsBetween { restart(mixture, seconds: moment) }
    return mixture
  }

  private func replayed(until last: Double, to moment: Double, _ way: Way) -> ModeMixture? {
    guard let start = checkpoints.last(where: { $0.seconds <= last && $0.seconds <= moment }) else { return nil }
    var (mixture, seconds) = (start.mixture, start.seconds)
    for correction in corrections where correction.seconds > start.seconds && correction.seconds <= last {
      mixture.go(correction.seconds - seconds, way)
      mixture.correct(east: correction.east, north: correction.north, noise: correction.noise)
      seconds = correction.seconds
    }
    mixture.go(moment - seconds, way)
    return mixture
  }
}

extension ModeMixture {
  /// Goes on for some seconds, by the modes or by one intensity for all of them.
  mutating func go(_ seconds: Double, _ way: TrackHistory.Way) {
    guard seconds > 0 else { return }
    if let intensity = way.carryIntensity {
      carry(seconds: seconds, intensity: intensity)
    } else {
      predict(seconds: seconds, modes: way.modes)
    }
  }

  /// Goes on without a change of mode, each motion by the same intensity.
  mutating func carry(seconds: Double, intensity: Double) {
    for mode in 0..<count { motions[mode] = Tracking.predict(motions[mode], seconds: seconds, intensity: intensity) }
    combined = count == 1 ? motions[0] : mixed(weights)
  }
}

extension [MotionMode] {
  /// The intensity of the mode in the middle, by which a craft goes of whose mode nothing is known, in m²/s³.
  var likelyIntensity: Double { isEmpty ? 0.01 : map(\.accelerationIntensity).sorted()[count / 2] }
}
