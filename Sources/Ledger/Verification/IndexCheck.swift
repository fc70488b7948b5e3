import Foundation

/// The check of one index against the rows that it leads to.
struct IndexCheck {
  let index: EntryIndex
  let size: Int64
  let secret: RowTally.Secret

  private var tally = RowTally()
  private var outOfOrder: Int64?
  private var complaint: String?

  init(index: EntryIndex, size: Int64, secret: RowTally.Secret) {
    self.index = index
    self.size = size
    self.secret = secret
  }

  /// Reads the index. What cannot be read is a fault, not an error.
  mutating func run(_ store: any EntryStore) {
    do {
      try store.read { session in
        var before = IndexKey()
        try session.scanIndex(index) { row in
          // What was appended since the verification began belongs to the next one.
          guard row.sequence <= size else { return }
          if before.isFollowed(by: row) == false { outOfOrder = outOfOrder ?? row.sequence }
          tally.add(row, secret)
        }
      }
    } catch {
      complaint = "could not be read: \((error as? LedgerError)?.message ?? "\(error)")"
    }
  }

  /// What is wrong with the index, given what the rows say.
  func faults(_ ranges: [RangeVerification], _ store: any EntryStore) throws -> [VerifyReport.Fault] {
    if let complaint { return [fault(complaint)] }
    if let outOfOrder { return [fault("has entry \(outOfOrder) in the wrong place", outOfOrder)] }
    guard let place = EntryIndex.allCases.firstIndex(of: index) else { return [] }
    var expected = RowTally()
    for range in ranges { expected.add(range.tallies[place]) }
    guard tally != expected else { return [] }
    if let missing = try store.read({ try $0.firstMissing(in: index) }) {
      return [fault("does not lead to entry \(missing)", missing)]
    }
    return [fault("has \(tally.count) rows where the entries give \(expected.count), or other ones")]
  }

  private func fault(_ complaint: String, _ sequence: Int64? = nil) -> VerifyReport.Fault {
    VerifyReport.Fault(
      place: .index(index.rawValue),
      message: "The index by \(index.rawValue) \(complaint). Entries may not be found; restore from a backup.",
      sequence: sequence)
  }
}

/// The key of a row of an index, kept beyond the row.
private struct IndexKey {
  private var first: [UInt8] = []
  private var second: [UInt8] = []
  private var number = Int64.min
  private var sequence = Int64.min
  private var isAny = false

  /// Whether a row may follow; the row is the key from then on.
  mutating func isFollowed(by row: IndexRow) -> Bool {
    let firstOrder = Self.order(first, row.first)
    let secondOrder = Self.order(second, row.second)
    let follows: Bool
    if firstOrder != 0 || !isAny {
      follows = firstOrder < 0 || !isAny
    } else if secondOrder != 0 {
      follows = secondOrder < 0
    } else {
      follows = (number, sequence) < (row.number, row.sequence)
    }
    if firstOrder != 0 { Self.keep(row.first, in: &first) }
    if secondOrder != 0 { Self.keep(row.second, in: &second) }
    number = row.number
    sequence = row.sequence
    isAny = true
    return follows
  }

  private static func keep(_ bytes: UnsafeRawBufferPointer?, in key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    if let bytes { key.append(contentsOf: bytes) }
  }

  /// Below zero when the left comes first, as SQLite's binary collation has it.
  private static func order(_ left: [UInt8], _ right: UnsafeRawBufferPointer?) -> Int {
    guard let right else { return left.isEmpty ? 0 : 1 }
    let common = min(left.count, right.count)
    if common > 0, let start = right.baseAddress {
      let order = left.withUnsafeBytes { memcmp($0.baseAddress ?? start, start, common) }
      if order != 0 { return Int(order) }
    }
    return left.count - right.count
  }
}
