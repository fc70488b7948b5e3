import Tables

/// A record that is not in the table, cleaned as the table was.
struct Probe {
  /// The clean values, field by field; empty when missing.
  let bytes: [[UInt8]]
  /// Their numbers in the pools of the table; the greatest number for a value that is new there.
  let numbers: [UInt32]

  init(_ values: [String: String], _ table: CleanTable) {
    bytes = table.fields.map { field in
      let value = Array((values[field.heading] ?? "").utf8)
      return value.withUnsafeBufferPointer { field.cleaning.clean($0.trimmed) } ?? []
    }
    numbers = zip(table.fields, bytes).map { field, value in
      value.withUnsafeBufferPointer { table.pools[field.pool].find($0) } ?? .max
    }
  }

  /// Hands on the numbers as a row.
  func withRow(_ body: (RecordRow) -> Void) {
    numbers.withUnsafeBufferPointer { body(RecordRow($0, 0, width: numbers.count)) }
  }

  /// The key of each rule of a plan.
  func keys(_ plan: BlockingPlan, _ table: CleanTable, _ names: (any NameComparing)?) -> [UInt32] {
    plan.chosen.map { chosen in
      chosen.rule.key { part in
        let part = plan.parts[part]
        let hashes = part.fields.map { field in
          bytes[field].withUnsafeBufferPointer { part.hash($0, names: names) }
        }
        return hashes.count == 1 ? hashes[0] : KeyPart.either(hashes[0], hashes[1])
      }
    }
  }
}
