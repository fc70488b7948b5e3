import Foundation

/// What was learned of a set of records: how often values agree in records of one entity and by chance.
///
/// The model of Fellegi and Sunter (1969, doi:10.1080/01621459.1969.10501049), with frequencies of values for agreement (Winkler 2000).
public struct LinkageModel: Codable, Hashable, Sendable {
  /// The degrees of agreement of one field, by their numbers; the first place, "missing", is not used.
  public struct Field: Codable, Hashable, Sendable {
    /// The heading of the column.
    public var heading: String
    /// What it is about.
    public var kind: FieldKind
    /// How often records of one entity agree to each degree.
    public var match: [Double]
    /// How often records of different entities do.
    public var chance: [Double]
    /// The share of agreements, over all pairs of records, that is chance and not one entity.
    public var chanceShare: Double
  }

  /// The fields, in the order of the compared columns.
  public var fields: [Field]
  /// How likely a pair is one entity before anything of it is known.
  public var prior: Double

  /// The logarithm to base two of the odds before anything is known.
  public var priorBits: Double { log2(prior / (1 - prior)) }

  /// A model before anything was learned: degrees by the house's experience, chance from random pairs.
  init(_ table: CleanTable, chances: [[Double]]) {
    fields = table.fields.indices.map { field in
      let kind = table.fields[field].kind
      let match = [0] + LevelTable.levels(of: kind).map(\.prior)
      return Field(
        heading: table.fields[field].heading, kind: kind, match: match, chance: chances[field], chanceShare: 1)
    }
    prior = min(0.1, Double(table.count) / 4 / max(1, table.possiblePairs))
  }

  /// The evidence of a degree in bits, frequencies of values aside.
  func bits(_ field: Int, _ level: UInt8) -> Double {
    level == 0 ? 0 : log2(fields[field].match[Int(level)] / fields[field].chance[Int(level)])
  }

  /// The evidence of every degree, field by field.
  var bitsByField: [[Double]] {
    fields.indices.map { field in fields[field].match.indices.map { bits(field, UInt8($0)) } }
  }

  /// The probability that evidence in bits stands for.
  public static func probability(bits: Double) -> Double { 1 / (1 + exp2(-bits)) }
}
