/// What a sensor has shown of craft that were there, by distance: better than what was declared, once it is enough.
///
/// Small craft tell directly how likely one is seen: a beta distribution that begins with the declared probability,
/// worth as much as so many trials. Larger craft only bound it from above: what misses ships does not see boats. Trials
/// count half after a while, so that a radar that went blind this evening is known as blind this evening.
public struct MeasuredDetection: Hashable, Sendable {
  struct Trials: Hashable, Sendable {
    var seen = 0.0
    var tried = 0.0

    /// The mean of a beta distribution that begins with a probability worth so many trials.
    func mean(from declared: Double, worth trials: Double) -> Double {
      (seen + declared * trials) / (tried + trials)
    }
  }

  /// On what a probability rests.
  public enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
    /// On the declaration: too little has been seen.
    case declared
    /// On small craft that were there, which outweigh the declaration.
    case measured
    /// On larger craft that were there and not seen.
    case boundByLargerCraft
  }

  private(set) var small: [Trials]
  private(set) var large: [Trials]
  private var at: Double?
  let ringMetres: Double

  /// Rings of one sensor, equally wide from its position to its greatest range. Of a sensor that moves only the first is used.
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
    forget(until: seconds)
    note(ring: ring(rangeMetres), isSmall: isSmall, seen: wasSeen ? 1 : 0, missed: wasSeen ? 0 : 1)
  }

  /// Notes looks at a craft in one ring.
  mutating func note(ring: Int, isSmall: Bool, seen: Double, missed: Double) {
    guard small.indices.contains(ring) else { return }
    if isSmall {
      small[ring].tried += seen + missed
      small[ring].seen += seen
    } else {
      large[ring].tried += seen + missed
      large[ring].seen += seen
    }
  }

  /// Lets what was noted count for less as time goes on.
  mutating func forget(until seconds: Double) {
    let before = at ?? seconds
    at = max(before, seconds)
    guard seconds > before else { return }
    let kept = powerOfHalf((seconds - before) / Self.halfLifeSeconds)
    for index in small.indices {
      small[index].seen *= kept
      small[index].tried *= kept
      large[index].seen *= kept
      large[index].tried *= kept
    }
  }

  /// How likely one look shows a small craft in a ring, when `declared` is what was declared for the weather; 0 to 1.
  public func probability(ring: Int, declared: Double) -> Double {
    guard small.indices.contains(ring) else { return 0 }
    return min(
      small[ring].mean(from: declared, worth: Self.declaredTrials),
      large[ring].mean(from: 1, worth: Self.declaredTrials))
  }

  /// How likely one look shows a craft with a transponder, most of which are large.
  func probabilityOfLarger(ring: Int, declared: Double) -> Double {
    guard large.indices.contains(ring) else { return 0 }
    return large[ring].mean(from: declared, worth: Self.declaredTrials)
  }

  /// On what the probability for small craft in a ring rests.
  public func basis(ring: Int, declared: Double) -> Basis {
    guard small.indices.contains(ring) else { return .declared }
    let own = small[ring].mean(from: declared, worth: Self.declaredTrials)
    if large[ring].mean(from: 1, worth: Self.declaredTrials) < own { return .boundByLargerCraft }
    return small[ring].tried >= Self.declaredTrials ? .measured : .declared
  }

  /// What was seen of small craft, ring by ring from the sensor outwards.
  public var ofSmallCraft: [MeasuredRing] { measured(small) }
  /// What was seen of larger craft and of those with a transponder, ring by ring from the sensor outwards.
  public var ofLargerCraft: [MeasuredRing] { measured(large) }

  private func measured(_ trials: [Trials]) -> [MeasuredRing] {
    trials.enumerated().map { index, trials in
      MeasuredRing(
        fromMetres: Double(index) * ringMetres, toMetres: Double(index + 1) * ringMetres, looks: trials.tried,
        hits: trials.seen)
    }
  }
}
