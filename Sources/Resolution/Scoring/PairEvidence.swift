import Foundation

/// Turns degrees of agreement into evidence in bits; agreement in a rare value is worth more than in a common one.
struct PairEvidence: Sendable {
  private let table: CleanTable
  private let nameParts: (given: Int, family: Int)?
  private let width: Int
  /// The evidence of each degree, `LevelTable.most` places a field.
  private let levelBits: [Float]
  /// The evidence of agreement in each value, field by field.
  private let sameBits: [[Float]]
  /// The most that a field can say when its two values differ.
  private let mostOfDifferent: [Float]
  private let exchangedMatch: Double
  /// The evidence before anything is known.
  let priorBits: Double

  init(_ table: CleanTable, model: LinkageModel) {
    self.table = table
    width = table.fields.count
    nameParts = table.nameParts
    priorBits = model.priorBits
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
    sameBits = table.fields.indices.map { field in
      let column = table.fields[field]
      let match = log2(model.fields[field].match[Int(LevelTable.same)])
      let share = model.fields[field].chanceShare / Double(max(1, column.known))
      return column.counts.map { Float(match - log2(share * Double(max(2, $0)))) }
    }
  }

  /// The evidence of one field, in bits.
  @inline(__always)
  func bits(_ field: Int, _ level: UInt8, _ left: Int, _ right: Int) -> Float {
    if level == LevelTable.same {
      let (one, other) = (table.cells[left * width + field], table.cells[right * width + field])
      if one == other { return sameBits[field][Int(one)] }
      return max(levelBits[field * LevelTable.most + 1], max(sameBits[field][Int(one)], sameBits[field][Int(other)]))
    }
    if level == LevelTable.exchanged, let nameParts, field == nameParts.given { return exchangedBits(left) }
    return levelBits[field * LevelTable.most + Int(level)]
  }

  /// The evidence of two names that stand in each other's columns, by how common each is in the other column.
  private func exchangedBits(_ record: Int) -> Float {
    guard let nameParts else { return 0 }
    let (given, family) = (table.cells[record * width + nameParts.given], table.cells[record * width + nameParts.family])
    let (givenField, familyField) = (table.fields[nameParts.given], table.fields[nameParts.family])
    let least = 1 / Double(max(1, givenField.known))
    let chance = max(least, givenField.frequency(family)) * max(least, familyField.frequency(given))
    return Float(log2(exchangedMatch / chance))
  }

  /// The evidence of a pair, that before anything is known with it, in bits.
  @inline(__always)
  func bits(_ vector: ComparisonVector, _ left: Int, _ right: Int) -> Float {
    var sum = Float(priorBits)
    for field in 0..<width { sum += bits(field, vector[field], left, right) }
    return sum
  }

  /// The most evidence that a pair can have, seen from which values are the same, without comparing letters.
  @inline(__always)
  func bound(_ left: Int, _ right: Int) -> Float {
    var sum = Float(priorBits)
    var exchanges: Float = 0
    for field in 0..<width {
      let (one, other) = (table.cells[left * width + field], table.cells[right * width + field])
      if one == 0 || other == 0 { continue }
      if one == other { sum += sameBits[field][Int(one)] } else { sum += mostOfDifferent[field] }
    }
    if let nameParts {
      let (given, family) = (left * width + nameParts.given, right * width + nameParts.family)
      if table.cells[given] != 0, table.cells[given] == table.cells[family] { exchanges = exchangedBits(left) }
    }
    return sum + max(0, exchanges)
  }
}
