/// Links as they were reported, in columns: from whom to whom, how strong, of which kind, and when.
///
/// A link costs 8 bytes; weights add 4, kinds 2 and times 8, each only when some link has one.
public struct LinkTable: Sendable {
  /// A kind of link is a place in a list of names; 0 is a link without a kind.
  public typealias Kind = UInt16

  /// The node each link leaves from.
  public private(set) var sources = [UInt32]()
  /// The node each leads to.
  public private(set) var targets = [UInt32]()
  /// The weights; empty when each is 1.
  public private(set) var weights = [Float]()
  /// The kinds; empty when no link has one.
  public private(set) var kinds = [Kind]()
  /// When each was, in seconds since 1970; `unknownTime` when it was not said; empty when none was.
  public private(set) var times = [Int64]()

  /// The time of a link whose time nobody said.
  public static let unknownTime = Int64.min

  /// An empty table.
  public init() {}

  /// How many links there are.
  public var count: Int { sources.count }

  /// The bytes that the columns hold in memory.
  public var byteCount: Int { 8 * count + 4 * weights.count + 2 * kinds.count + 8 * times.count }

  /// Makes room for so many links.
  public mutating func reserve(_ count: Int) {
    sources.reserveCapacity(count)
    targets.reserveCapacity(count)
  }

  /// Adds a link.
  @inline(__always)
  public mutating func append(
    source: UInt32, target: UInt32, weight: Float = 1, kind: Kind = 0, time: Int64 = LinkTable.unknownTime
  ) {
    if !weights.isEmpty || weight != 1 { add(weight: weight) }
    if !kinds.isEmpty || kind != 0 { add(kind: kind) }
    if !times.isEmpty || time != Self.unknownTime { add(time: time) }
    sources.append(source)
    targets.append(target)
  }

  @inline(never)
  private mutating func add(weight: Float) {
    if weights.isEmpty { weights = [Float](repeating: 1, count: count) }
    weights.append(weight)
  }

  @inline(never)
  private mutating func add(kind: Kind) {
    if kinds.isEmpty { kinds = [Kind](repeating: 0, count: count) }
    kinds.append(kind)
  }

  @inline(never)
  private mutating func add(time: Int64) {
    if times.isEmpty { times = [Int64](repeating: Self.unknownTime, count: count) }
    times.append(time)
  }

  /// When a link was, or nil.
  public func time(of link: Int) -> Int64? {
    times.isEmpty || times[link] == Self.unknownTime ? nil : times[link]
  }

  /// How strong a link is.
  public func weight(of link: Int) -> Double { weights.isEmpty ? 1 : Double(weights[link]) }

  /// Gives nodes other numbers.
  mutating func renumber(_ numbers: [UInt32]) {
    for link in sources.indices {
      sources[link] = numbers[Int(sources[link])]
      targets[link] = numbers[Int(targets[link])]
    }
  }
}
