/// Finds a value of a breakdown that is the sum of the others, which would be counted twice.
enum TotalsAmongParts {
  struct Found: Equatable {
    let breakdown: Int
    let value: String
  }

  private static let fewestSums = 3

  static func find(_ cells: [FlowTable.Cell], breakdowns: [String]) -> [Found] {
    breakdowns.indices.flatMap { breakdown in find(cells, breakdown) }
  }

  private static func find(_ cells: [FlowTable.Cell], _ breakdown: Int) -> [Found] {
    var groups: [String: [(value: String, number: Double)]] = [:]
    var values: Set<String> = []
    for cell in cells {
      guard let number = cell.figure.number else { continue }
      var others = cell.keys
      values.insert(others.remove(at: breakdown))
      groups[(others + ["\(cell.day)"]).joined(separator: "\u{1F}"), default: []].append((cell.keys[breakdown], number))
    }
    guard values.count >= 3 else { return [] }
    return values.sorted().compactMap { value in
      var (sums, compared) = (0, 0)
      for group in groups.values {
        guard let own = group.first(where: { $0.value == value })?.number, group.count >= 3, own > 0 else { continue }
        compared += 1
        let rest = group.reduce(0) { $0 + ($1.value == value ? 0 : $1.number) }
        if abs(rest - own) <= 0.5 { sums += 1 }
      }
      return compared >= fewestSums && sums * 20 >= compared * 19 ? Found(breakdown: breakdown, value: value) : nil
    }
  }
}
