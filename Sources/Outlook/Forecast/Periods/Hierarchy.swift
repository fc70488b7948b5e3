/// Series of which some are the sums of others: a total, its routes, the nationalities of each route.
public struct Hierarchy: Equatable, Sendable {
  /// The names of all series.
  public let names: [String]
  /// For each series the places of its parts; empty for one that has none.
  public let parts: [[Int]]

  /// Makes a hierarchy.
  /// - Throws: `OutlookError` when a part does not exist or a series is, in the end, part of itself.
  public init(names: [String], parts: [[Int]]) throws(OutlookError) {
    guard names.count == parts.count, parts.joined().allSatisfy(names.indices.contains) else {
      throw OutlookError(place: "hierarchy", reason: "a part names a series that is not there")
    }
    self.names = names
    self.parts = parts
    var leaves: [[Int]?] = Array(repeating: nil, count: names.count)
    for index in names.indices { _ = try Self.leaves(of: index, parts, names, &leaves, depth: 0) }
    bottoms = leaves.map { $0 ?? [] }
  }

  /// For each series the places of the lowest series that it sums.
  let bottoms: [[Int]]

  /// The series without parts.
  var lowest: [Int] { parts.indices.filter { parts[$0].isEmpty } }

  private static func leaves(
    of index: Int, _ parts: [[Int]], _ names: [String], _ known: inout [[Int]?], depth: Int
  ) throws(OutlookError) -> [Int] {
    if let found = known[index] { return found }
    guard depth <= parts.count else { throw OutlookError(place: names[index], reason: "it is part of itself") }
    var found: [Int] = parts[index].isEmpty ? [index] : []
    for part in parts[index] { found += try leaves(of: part, parts, names, &known, depth: depth + 1) }
    known[index] = found
    return found
  }

  /// Where the published figures of a series differ from the sum of its parts by more than a count of one a part.
  /// - Parameter figures: one figure a series, nil when unknown.
  /// - Returns: places of the series that do not add up, with the sum of their parts.
  public func mismatches(_ figures: [Double?]) -> [(series: Int, sum: Double)] {
    parts.indices.compactMap { index in
      guard !parts[index].isEmpty, let whole = figures[index] else { return nil }
      let known = parts[index].compactMap { figures[$0] }
      guard known.count == parts[index].count else { return nil }
      let sum = known.reduce(0, +)
      return abs(sum - whole) > Double(known.count) ? (index, sum) : nil
    }
  }
}
