/// Ties what was found at landings to where it was bought, stored and carried.
public struct SupplyBook: Sendable {
  /// How a recovery and a consignment belong together, strongest first.
  public enum Ground: Int, CaseIterable, Hashable, Sendable, Comparable {
    /// The same serial number.
    case serial
    /// A serial number within the consignment's range.
    case serialInRange
    /// The same but for letters and digits that are mistaken for each other.
    case serialMisread
    /// The same batch, which others may have bought from too.
    case batch

    /// The stronger ground comes first.
    public static func < (first: Ground, second: Ground) -> Bool { first.rawValue < second.rawValue }

    /// The ground in words.
    public var words: String {
      switch self {
      case .serial: "the same serial number"
      case .serialInRange: "a serial number within the range of the consignment"
      case .serialMisread: "the same serial number, if letters were mistaken for digits"
      case .batch: "the same batch, from which others may have bought"
      }
    }
  }

  /// A recovery tied to a purchase.
  public struct Tie: Hashable, Sendable {
    /// The recovery, by its place in the list.
    public let recovery: Int
    /// The consignments from the purchase onward, by their place in the list, in the order of time and place.
    public let way: [Int]
    /// The weakest ground on the way.
    public let ground: Ground
  }

  /// A supplier behind several landings.
  public struct SharedSupplier: Hashable, Sendable {
    /// Who sold.
    public let supplier: String
    /// The landings, in the order of their names.
    public let landings: [String]
    /// The weakest ground among the strongest of each landing.
    public let ground: Ground
  }

  private let consignments: [Consignment]
  private let recoveries: [Recovery]

  /// A book of consignments and recoveries.
  public init(consignments: [Consignment], recoveries: [Recovery]) {
    (self.consignments, self.recoveries) = (consignments, recoveries)
  }

  /// Each recovery with each purchase that it can be tied to: by the recovery, strongest ground first.
  public var ties: [Tie] {
    recoveries.indices.flatMap { recovery -> [Tie] in
      let fitting = consignments.indices.compactMap { place in
        ground(recoveries[recovery], consignments[place]).map { (place: place, ground: $0) }
      }
      let purchases = fitting.filter { consignments[$0.place].stage == .purchase }
      return purchases.map { purchase in
        let way = self.way(from: purchase.place, among: fitting.map(\.place))
        let grounds = fitting.filter { way.contains($0.place) }.map(\.ground)
        return Tie(recovery: recovery, way: way, ground: grounds.max() ?? purchase.ground)
      }.sorted { ($0.ground, $0.way[0]) < ($1.ground, $1.way[0]) }
    }
  }

  /// Suppliers behind at least so many landings, those behind most first.
  public func sharedSuppliers(leastLandings: Int = 2) -> [SharedSupplier] {
    var grounds: [String: [String: Ground]] = [:]
    for tie in ties {
      let supplier = consignments[tie.way[0]].from
      let landing = recoveries[tie.recovery].landing
      let known = grounds[supplier]?[landing] ?? .batch
      grounds[supplier, default: [:]][landing] = min(known, tie.ground)
    }
    return grounds.filter { $0.value.count >= leastLandings }.map { supplier, landings in
      SharedSupplier(supplier: supplier, landings: landings.keys.sorted(), ground: landings.values.max() ?? .batch)
    }.sorted { ($1.landings.count, $0.supplier) < ($0.landings.count, $1.supplier) }
  }

  private func ground(_ recovery: Recovery, _ consignment: Consignment) -> Ground? {
    guard recovery.product.lowercased() == consignment.product.lowercased() else { return nil }
    // What was bought or carried after it was found is another item.
    if let found = recovery.time, let moved = consignment.time, moved > found { return nil }
    if let serial = recovery.serial, let range = consignment.serials {
      if range.first == serial && range.last == serial { return .serial }
      if serial.lies(between: range.first, and: range.last) { return .serialInRange }
      if range.first == range.last, range.first.asMisread == serial.asMisread { return .serialMisread }
      return nil
    }
    return !recovery.batch.isEmpty && recovery.batch.uppercased() == consignment.batch.uppercased() ? .batch : nil
  }

  /// From a purchase on: each next consignment leaves from where the last arrived, and not before it.
  private func way(from purchase: Int, among fitting: [Int]) -> [Int] {
    var way = [purchase]
    while let last = way.last {
      let here = consignments[last]
      let next = fitting.filter { place in
        let other = consignments[place]
        guard other.stage != .purchase, other.from == here.to, !way.contains(place) else { return false }
        guard let before = here.time, let after = other.time else { return true }
        return after >= before
      }.min { (consignments[$0].time ?? .max, $0) < (consignments[$1].time ?? .max, $1) }
      guard let next else { return way }
      way.append(next)
    }
    return way
  }
}
