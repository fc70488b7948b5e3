/// Records of one category put together as a block, by the same tables of items by which they are read.
///
/// Source: EUROCONTROL-SPEC-0149, part 1, edition 2.2: a block is its category, its length in two octets, and records
/// that each begin with a field specification. Items of a fixed length and extended ones can be written; a field of
/// another kind of item is left out.
package struct AsterixBlock: Sendable {
  /// One value of a record, in the unit of its field.
  package typealias Value = (field: AsterixField, value: Double)

  /// The category of the records.
  package let category: Int
  private let layout: AsterixLayout
  private var records: [UInt8] = []

  /// A block without records; nil for a category that has no table.
  package init?(category: Int) {
    guard 0...255 ~= category, let layout = AsterixTables.layouts[category] else { return nil }
    self.category = category
    self.layout = layout
  }

  /// The octets of the block with its head.
  package var bytes: [UInt8] {
    let length = records.count + AsterixDecoder.blockHeadBytes
    return [UInt8(category), UInt8(length >> 8 & 255), UInt8(length & 255)] + records
  }

  /// Adds a record.
  ///
  /// - Parameter values: in any order. A number beyond its field is held at the end of what the field can say.
  package mutating func add(_ values: [Value]) {
    let values = values.filter { isWritten($0.field) }.sorted { $0.field.item < $1.field.item }
    guard let last = values.last else { return }
    var specification = [UInt8](repeating: 1, count: last.field.item / 7 + 1)
    specification[specification.count - 1] = 0
    for value in values { specification[value.field.item / 7] |= 0x80 >> UInt8(value.field.item % 7) }
    records += specification
    var index = 0
    while index < values.count {
      let item = values[index].field.item
      let end = values[index...].firstIndex { $0.field.item != item } ?? values.count
      add(item: item, values[index..<end])
      index = end
    }
  }

  private func isWritten(_ field: AsterixField) -> Bool {
    guard field.subfield == nil, field.item < layout.profile.count, layout.profile[field.item].node >= 0 else {
      return false
    }
    let kind = layout.nodes[layout.profile[field.item].node].kind
    return kind == .fields || kind == .extended
  }

  private mutating func add(item: Int, _ values: ArraySlice<Value>) {
    let node = layout.nodes[layout.profile[item].node]
    let start = records.count
    if node.kind == .fields {
      records += [UInt8](repeating: 0, count: node.octets)
    } else {
      let runs = values.reduce(1) { max($0, $1.field.runsBefore.count + 1) }
      for run in 0..<runs {
        records += [UInt8](repeating: 0, count: layout.nodes[node.first + run].octets)
        if run + 1 < runs { records[records.count - 1] |= 1 }
      }
    }
    for value in values {
      put(value, from: start + value.field.runsBefore.reduce(0, +))
    }
  }

  /// Puts the bits of a value where the table says that they stand.
  private mutating func put(_ value: Value, from start: Int) {
    let field = value.field.field
    let word = field.code(of: value.value) &<< field.shift
    for octet in 0..<8 where start + field.octet + octet < records.count {
      records[start + field.octet + octet] |= UInt8(truncatingIfNeeded: word &>> UInt64(56 - 8 * octet))
    }
  }
}

extension AsterixPlan.Field {
  /// The bits that say a number as nearly as they can; what is no number says zero.
  fileprivate func code(of value: Double) -> UInt64 {
    let isSigned = kind == .signed || kind == .signedQuantity
    let isQuantity = kind == .quantity || kind == .signedQuantity
    let steps = (value / (isQuantity ? scale.step : 1)).rounded()
    let mask = UInt64.max &>> UInt64(64 - bits)
    guard steps.isFinite else { return 0 }
    let most = Double(isSigned ? mask >> 1 : mask)
    let held = min(max(steps, isSigned ? -most - 1 : 0), most)
    return UInt64(bitPattern: Int64(held)) & mask
  }
}
