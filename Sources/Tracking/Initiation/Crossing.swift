#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A craft that may stand where directions from two places cross, or a ghost of two craft.
struct Crossing: Sendable {
  /// A bearing that it took for its own.
  struct Sight: Hashable, Sendable {
    let sensor: Int
    let ray: Int
    let seconds: Double
    let reference: Int
  }

  var mixture: ModeMixture
  var seconds: Double
  let begunSeconds: Double
  /// How much more likely it is that there is such a craft than that all of its bearings are of nothing, as a logarithm.
  var score: Double
  /// The two sensors whose rays crossed.
  let sensors: (Int, Int)
  /// The latest bearing of each sensor, in the order of their first.
  private(set) var latest: [Sight] = []
  /// The latest bearings that it took, the oldest first, and how many of each of the two sensors.
  private(set) var sights: [Sight] = []
  private(set) var taken = (0, 0)

  /// So many of its bearings are kept as reasons, and the latest of so many sensors.
  private static let mostSights = 32
  private static let mostSensors = 8
  /// What fits worse than this is of another craft: the 99.7 % point of χ² with one degree.
  private static let gate = 9.0

  init(_ motion: Motion, _ older: Ray, _ newer: Ray, score: Double, modes: Int) {
    mixture = ModeMixture(motion, count: modes)
    (seconds, begunSeconds, self.score) = (newer.seconds, newer.seconds, score)
    sensors = (min(older.sensor, newer.sensor), max(older.sensor, newer.sensor))
    note(older)
    note(newer)
  }

  func ray(of sensor: Int) -> Int? { latest.first { $0.sensor == sensor }?.ray }

  /// Whether it takes a direction for its own that another does, and differs from it in another.
  func isRival(of other: Crossing) -> Bool {
    let mine = Set(latest.map(\.ray))
    return latest.count != other.latest.count || other.latest.contains { !mine.contains($0.ray) }
      ? other.latest.contains { mine.contains($0.ray) } : false
  }

  mutating func note(_ ray: Ray) {
    let sight = Sight(sensor: ray.sensor, ray: ray.id, seconds: ray.seconds, reference: ray.reference)
    if let place = latest.firstIndex(where: { $0.sensor == ray.sensor }) {
      latest[place] = sight
    } else if latest.count < Self.mostSensors {
      latest.append(sight)
    }
    sights.append(sight)
    if sights.count > Self.mostSights { sights.removeFirst() }
    if ray.sensor == sensors.0 { taken.0 += 1 } else if ray.sensor == sensors.1 { taken.1 += 1 }
  }

  /// Goes on to a look and takes the ray of it that fits best, if any does; weighs that against clutter.
  mutating func take(_ rays: [Ray], _ look: Crossings.Look, modes: [MotionMode]) {
    if look.seconds > seconds {
      mixture.predict(seconds: look.seconds - seconds, modes: modes)
      seconds = look.seconds
    }
    guard let view = BearingView(of: mixture.combined, fromEast: look.east, north: look.north) else { return }
    let spread = view.variance(of: mixture.combined, noise: 0)
    var best: (ray: Ray, weight: Double)?
    for ray in rays {
      let (off, variance) = (view.off(ray.bearing), spread + ray.variance)
      guard off * off <= Self.gate * variance else { continue }
      let weight = -0.5 * (off * off / variance + log(2 * .pi * variance))
      if weight > best?.weight ?? -.infinity { best = (ray, weight) }
    }
    guard let best else {
      if look.isWhole { score += log(1 - look.detection) }
      return
    }
    score += log(look.detection) + best.weight - log(look.background)
    mixture.correctBearing(
      best.ray.bearing, variance: best.ray.variance, fromEast: look.east, north: look.north, secondsAgo: 0, modes: modes
    )
    note(best.ray)
  }
}
