import Foundation

/// Turns degrees of agreement into evidence in bits; agreement in a rare value is worth more than in a common one.
struct PairEvidence: Sendable {
  private let fields: [CleanTable.Field]
  private let nameParts: (given: Int, family: Int)?
  /// The evidence of each degree, `LevelTable.most` places a field.
  private let levelBits: [Float]
  /// The evidence of agreement in each value, one field behind the other.
  private let sameBits: [Float]
  /// Where the values of each field begin in `sameBits`, and where the last ends.
  private let sameStarts: [Int]
  /// The most that a field can say when its two values differ.
  let mostOfDifferent: [Float]
  private let exchangedMatch: Double
  /// The evidence before anything is known.
  let priorBits: Float

  init(_ table: CleanTable, model: LinkageModel) {
    fields = table.fields
    nameParts = table.nameParts
    priorBits = Float(model.priorBits)
    var bits = [Float](repeating: 0, count: table.fields.count * LevelTable.most)
    for field in table.fields.indices {
      for level in 1...LevelTable.levels(of: table.fields[field].kind).count {
        bits[field * LevelTable.most + level] = Float(model.bits(field, UInt8(level)))
      }
    }
    levelBits = bits
    mostOfDifferent = table.fields.indices.map { field in
      bits[(field * LevelTable.most + 2)..<((field + 1) * LevelTable.most)].max() ?? 0
    }
    exchangedMatch = nameParts.map { model.fields[$0.given].match[Int(LevelTable.exchanged)] } ?? 0
    var (same, starts) = ([Float](), [0])
    for (field, column) in table.fields.enumerated() {
      let match = log2(model.fields[field].match[Int(LevelTable.same)])
      let share = model.fields[field].chanceShare / Double(max(1, column.known))
      same += column.counts.map { Float(match - log2(share * Double(max(2, $0)))) }
      Self.weighChecks(of: column, table.pools[column.pool], &same, from: starts[field])
      starts.append(same.count)
    }
    (sameBits, sameStarts) = (same, starts)
  }

  /// Lets agreement in an identifier count for more when its check digit holds, and for half when it fails in both.
  private static func weighChecks(of field: CleanTable.Field, _ pool: ValuePool, _ same: inout [Float], from start: Int)
  {
    let identifiers = field.cleaning.identifiers
    guard identifiers.checkBits > 0 else { return }
    for number in 1..<max(1, field.counts.count) where field.counts[number] > 0 {
      switch pool.withValue(UInt32(number), identifiers.check) {
      case .holds: same[start + number] += Float(identifiers.checkBits)
      case .fails: same[start + number] = min(same[start + number], same[start + number] / 2)
      case .none: break
      }
    }
  }

  /// The evidence of one field of two records, in bits.
  @inline(__always)
  func bits(_ field: Int, _ level: UInt8, _ left: RecordRow, _ right: RecordRow) -> Float {
    if level == LevelTable.same { return max(same(field, left[field]), same(field, right[field])) }
    if level == LevelTable.exchanged, let nameParts, field == nameParts.given {
      return exchanged(left, right, nameParts)
    }
    return levelBits[field * LevelTable.most + Int(level)]
  }

  /// The evidence of agreement in a value; one that was not there when the model was learned is as rare as any.
  @inline(__always)
  private func same(_ field: Int, _ number: UInt32) -> Float {
    let place = sameStarts[field] + Int(number)
    return sameBits[place < sameStarts[field + 1] ? place : sameStarts[field]]
  }

  /// The evidence of two names that stand in each other's columns, by how common each is in the other column.
  private func exchanged(_ left: RecordRow, _ right: RecordRow, _ parts: (given: Int, family: Int)) -> Float {
    let chance = max(chance(left, parts), chance(right, parts))
    return Float(log2(exchangedMatch / chance))
  }

  /// How often a record by chance has the two names of another in each other's columns.
  private func chance(_ row: RecordRow, _ parts: (given: Int, family: Int)) -> Double {
    let (given, family) = (fields[parts.given], fields[parts.family])
    let least = 1 / Double(max(1, given.known))
    return max(least, given.frequency(row[parts.family])) * max(least, family.frequency(row[parts.given]))
  }

  /// The evidence of a pair, that before anything is known with it, in bits.
  @inline(__always)
  func bits(_ vector: ComparisonVector, _ left: RecordRow, _ right: RecordRow) -> Float {
    var sum = priorBits
    for field in 0..<fields.count { sum += bits(field, vector[field], left, right) }
    return sum
  }

  /// The evidence of a pair field by field.
  func byField(_ vector: ComparisonVector, _ left: RecordRow, _ right: RecordRow) -> FieldEvidence {
    var evidence = FieldEvidence()
    for field in 0..<fields.count { evidence[field] = bits(field, vector[field], left, right) }
    evidence[15] = priorBits
    return evidence
  }

  /// The evidence of given and family name, when there is one of each, in bits.
  @inline(__always)
  func nameBits(_ vector: ComparisonVector, _ left: RecordRow, _ right: RecordRow) -> Float {
    guard let nameParts else { return 0 }
    return bits(nameParts.given, vector[nameParts.given], left, right)
      + bits(nameParts.family, vector[nameParts.family], left, right)
  }
}
