/// Compares records of a clean table field by field.
struct RecordComparison {
  private let table: CleanTable
  private let comparisons: [ValueComparison]
  private var memos: [PairMemo]
  private let width: Int
  /// The fields of the given and the family name, when there is one of each.
  let nameParts: (given: Int, family: Int)?

  init(_ table: CleanTable, names: (any NameComparing)?) {
    self.table = table
    width = table.fields.count
    comparisons = table.fields.map { ValueComparison(kind: $0.kind, names: names) }
    memos = table.fields.map { _ in PairMemo() }
    nameParts = table.nameParts
  }

  /// The degrees of agreement of two records.
  mutating func vector(_ left: Int, _ right: Int) -> ComparisonVector {
    var vector = ComparisonVector()
    let (leftBase, rightBase) = (left * width, right * width)
    for field in 0..<width {
      let (one, other) = (table.cells[leftBase + field], table.cells[rightBase + field])
      vector[field] = level(field, one, other)
    }
    if let nameParts { exchange(nameParts, leftBase, rightBase, &vector) }
    return vector
  }

  /// The degree of two values of a field.
  @inline(__always)
  private mutating func level(_ field: Int, _ left: UInt32, _ right: UInt32) -> UInt8 {
    if left == 0 || right == 0 { return 0 }
    if left == right { return LevelTable.same }
    let pool = table.fields[field].pool
    return memos[field].level(left, right) { [table, comparisons] in
      table.pools[pool].withValue(left) { one in
        table.pools[pool].withValue(right) { comparisons[field].level(one, $0) }
      }
    }
  }

  /// Looks whether given and family name stand in each other's columns when they do not agree as they stand.
  private mutating func exchange(
    _ parts: (given: Int, family: Int), _ leftBase: Int, _ rightBase: Int, _ vector: inout ComparisonVector
  ) {
    guard vector[parts.given] > 4, vector[parts.family] > 4 else { return }
    let cells = table.cells
    let crossed = level(parts.given, cells[leftBase + parts.given], cells[rightBase + parts.family])
    let back = level(parts.given, cells[leftBase + parts.family], cells[rightBase + parts.given])
    guard (1...5).contains(crossed), (1...5).contains(back), min(crossed, back) <= 3 else { return }
    vector[parts.given] = LevelTable.exchanged
    vector[parts.family] = 0
  }
}

extension CleanTable {
  /// The fields of the given and the family name, when there is exactly one of each.
  var nameParts: (given: Int, family: Int)? {
    let given = fields.indices.filter { fields[$0].kind == .givenName }
    let family = fields.indices.filter { fields[$0].kind == .familyName }
    return given.count == 1 && family.count == 1 ? (given[0], family[0]) : nil
  }
}
