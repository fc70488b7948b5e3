/// Which assets together could take everyone, and by when. It proposes; a person decides.
public struct RescueCapacity: Hashable, Sendable {
  /// A set of assets that together can take a number of people.
  public struct Combination: Hashable, Sendable {
    /// The assets, the first there first.
    public var interceptions: [Interception]
    /// How many people they can take.
    public var capacity: Int
    /// Seconds from now until the last of them is there.
    public var seconds: Double { interceptions.map(\.seconds).max() ?? 0 }
  }

  /// How many people all that reach the target can take, as far as their capacity is known.
  public let known: Int
  /// The assets that reach the target and whose capacity nobody knows.
  public let unknown: [Interception]
  /// The combination for the fewest people that may be aboard, or nil when all together cannot take them.
  public let forLeast: Combination?
  /// The combination for the most people that may be aboard, or nil when all together cannot take them.
  public let forMost: Combination?
  /// How many of the most people would be left without a place; 0 when there is a combination for all.
  public let withoutPlace: Int

  /// Nobody counts more people than this aboard one craft.
  public static let mostPeople = 100_000

  /// The combinations for between `least` and `most` people, out of ranked answers.
  ///
  /// Everyone is taken as early as possible, and among the combinations that are all there by then by the fewest
  /// assets. Assets for 5, 20, 30 and 40 people after 10, 20, 30 and 40 minutes take 45 people by 30 minutes with two
  /// assets: 20 and 30.
  public init(least: Int, most: Int, answers: [InterceptAnswer]) {
    let fewest = min(max(0, least), Self.mostPeople)
    let greatest = min(max(fewest, most), Self.mostPeople)
    let reaching = answers.compactMap(\.interception)
    let able = reaching.filter { ($0.asset.capacity ?? 0) > 0 }
    known = able.reduce(0) { $0 + Self.places($1) }
    unknown = reaching.filter { $0.asset.capacity == nil }
    forLeast = Self.combination(able, people: fewest)
    forMost = Self.combination(able, people: greatest)
    withoutPlace = max(0, greatest - known)
  }

  private static func places(_ interception: Interception) -> Int {
    min(mostPeople, max(0, interception.asset.capacity ?? 0))
  }

  private static func earlier(_ first: Interception, _ second: Interception) -> Bool {
    first.seconds != second.seconds ? first.seconds < second.seconds : first.asset.id < second.asset.id
  }

  private static func combination(_ able: [Interception], people: Int) -> Combination? {
    let inOrder = able.sorted(by: earlier)
    var there = [Interception]()
    var sum = 0
    for interception in inOrder where sum < people {
      there.append(interception)
      sum += places(interception)
    }
    guard sum >= people else { return nil }
    // All of these are there in time; the largest first make the fewest.
    let largest = there.sorted { first, second in
      places(first) != places(second) ? places(first) > places(second) : earlier(first, second)
    }
    var chosen = [Interception]()
    var capacity = 0
    for interception in largest where capacity < people {
      chosen.append(interception)
      capacity += places(interception)
    }
    return Combination(interceptions: chosen.sorted(by: earlier), capacity: capacity)
  }
}
