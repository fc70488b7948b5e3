/// What a sensor has shown of craft that are known to be there, by distance: better than what was declared, once it is
/// enough.
///
/// Small craft tell directly how likely one is seen: a beta distribution that begins with the declared probability,
/// worth as much as so many trials. Larger craft only bound it from above: what misses ships does not see boats. Trials
/// count half after a while, so that a radar that went blind this evening is known as blind this evening.
public struct MeasuredDetection: Hashable, Sendable {
  private struct Trials: Hashable, Sendable {
    var seen = 0.0
    var tried = 0.0
  }

  private var small: [Trials]
  private var large: [Trials]
  private var at: Double?
  private let ringMetres: Double

  /// Rings of one sensor, equally wide from its position to its greatest range.
  public static let rings = 10
  /// How many trials the declared probability is worth.
  public static let declaredTrials = 8.0
  /// After so many seconds a trial counts half.
  public static let halfLifeSeconds = 1800.0

  init(greatestRangeMetres: Double) {
    let range = greatestRangeMetres.isFinite ? max(greatestRangeMetres, 1) : 1
    ringMetres = range / Double(Self.rings)
    small = [Trials](repeating: Trials(), count: Self.rings)
    large = small
  }

  /// The ring of a distance in metres; what lies further out counts to the last one.
  func ring(_ metres: Double) -> Int {
    metres.isFinite ? Int(min(max(metres / ringMetres, 0), Double(Self.rings - 1))) : Self.rings - 1
  }

  /// Notes whether a look showed a craft that was known to be in the field.
  mutating func note(rangeMetres: Double, isSmall: Bool, wasSeen: Bool, seconds: Double) {
    let before = at ?? seconds
    if seconds > before {
      let kept = powerOfHalf((seconds - before) / Self.halfLifeSeconds)
      for index in small.indices {
        small[index].seen *= kept
        small[index].tried *= kept
        large[index].seen *= kept
        large[index].tried *= kept
      }
    }
    at = max(before, seconds)
    let ring = ring(rangeMetres)
    if isSmall {
      small[ring].tried += 1
      small[ring].seen += wasSeen ? 1 : 0
    } else {
      large[ring].tried += 1
      large[ring].seen += wasSeen ? 1 : 0
    }
  }

  /// How likely one look shows a small craft in a ring, when `declared` is what was declared for the weather; 0 to 1.
  public func probability(ring: Int, declared: Double) -> Double {
    guard small.indices.contains(ring) else { return 0 }
    let own = (small[ring].seen + declared * Self.declaredTrials) / (small[ring].tried + Self.declaredTrials)
    let bound = (large[ring].seen + Self.declaredTrials) / (large[ring].tried + Self.declaredTrials)
    return min(own, bound)
  }
}
