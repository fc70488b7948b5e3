/// Compares records of a clean table field by field.
struct RecordComparison {
  private let table: CleanTable
  private let comparisons: [ValueComparison]
  private var memos: [PairMemo]
  private let width: Int
  /// The fields of the given and the family name, when there is one of each.
  let nameParts: (given: Int, family: Int)?

  /// - Parameter isRemembering: whether degrees are remembered, which pays for many pairs.
  init(_ table: CleanTable, names: (any NameComparing)?, isRemembering: Bool = true) {
    self.table = table
    width = table.fields.count
    comparisons = table.fields.map { ValueComparison($0, names: names) }
    memos = table.fields.map { PairMemo(isRemembering: isRemembering && $0.kind.isWords) }
    nameParts = table.nameParts
  }

  /// The degrees of agreement of two records of the table.
  mutating func vector(_ left: Int, _ right: Int) -> ComparisonVector {
    let (cells, width) = (table.cells, width)
    return cells.withUnsafeBufferPointer { cells in
      vector(RecordRow(cells, left, width: width), RecordRow(cells, right, width: width))
    }
  }

  /// The degrees of agreement of two records.
  @inline(__always)
  mutating func vector(_ left: RecordRow, _ right: RecordRow) -> ComparisonVector {
    var vector = ComparisonVector()
    for field in 0..<width { vector[field] = level(field, left[field], right[field]) }
    if let nameParts { exchange(nameParts, left, right, &vector) }
    return vector
  }

  /// Fills in the degrees of given and family name, when there is one of each.
  @inline(__always)
  mutating func compareNames(_ left: RecordRow, _ right: RecordRow, _ vector: inout ComparisonVector) {
    guard let nameParts else { return }
    let (given, family) = nameParts
    vector[given] = level(given, left[given], right[given])
    vector[family] = level(family, left[family], right[family])
    exchange(nameParts, left, right, &vector)
  }

  /// The degree of two values of a field.
  @inline(__always)
  mutating func level(_ field: Int, _ left: UInt32, _ right: UInt32) -> UInt8 {
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
  @inline(__always)
  private mutating func exchange(
    _ parts: (given: Int, family: Int), _ left: RecordRow, _ right: RecordRow, _ vector: inout ComparisonVector
  ) {
    guard vector[parts.given] > 4, vector[parts.family] > 4 else { return }
    let crossed = level(parts.given, left[parts.given], right[parts.family])
    let back = level(parts.given, left[parts.family], right[parts.given])
    guard LevelTable.isExchange(crossed, back) else { return }
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
