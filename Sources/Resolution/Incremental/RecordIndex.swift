/// Finds the matches of one new record at a time among very many, with the answer that the whole set would give.
///
/// What was learned stays as it is: the model, the rules and how common values are. For the records of the table that the index was
/// made of, `matches` gives exactly the candidate pairs of `Resolver.resolve` with the same learning.
public struct RecordIndex: Sendable {
  /// A record that may be the same entity.
  public struct Match: Hashable, Sendable {
    /// The record, by its place.
    public let record: Int
    /// The evidence in bits.
    public let bits: Float
    /// How likely both are one entity, by themselves.
    public var probability: Double { LinkageModel.probability(bits: Double(bits)) }
  }

  /// How many records are in the index.
  public var count: Int { table.count }

  /// The records, those put in later behind the others; their values are as common as when the model was learned.
  public var records: CleanTable { table }

  private var table: CleanTable
  private let learned: LearnedLinkage
  private let limits: ResolutionLimits
  private let names: (any NameComparing)?
  private let comparisons: [ValueComparison]
  private var keys: [KeyIndex]

  /// An index of the records of a table.
  public init(
    _ table: CleanTable, learned: LearnedLinkage, limits: ResolutionLimits = ResolutionLimits(),
    names: (any NameComparing)? = nil
  ) {
    self.table = table
    self.learned = learned
    self.limits = limits
    self.names = names
    comparisons = table.fields.map { ValueComparison($0, names: names) }
    let hashes = learned.plan.hashes(of: table, names: names)
    keys = learned.plan.chosen.map { chosen in
      KeyIndex(records: table.count) { record in chosen.rule.key { hashes[$0]?[record] ?? 0 } }
    }
  }

  /// The records that may be the same entity as a new one, the likeliest first.
  ///
  /// - Parameters:
  ///   - values: the values of the new record by heading, as written; headings that are not compared are passed over.
  ///   - itself: a record of the index that is left out, since it is the one that is asked about.
  public func matches(_ values: [String: String], except itself: Int? = nil) -> [Match] {
    let probe = Probe(values, table)
    let least = Resolver.bits(probability: limits.leastProbability)
    var matches = [Match]()
    probe.withRow { probeRow in
      table.cells.withUnsafeBufferPointer { cells in
        for record in candidates(of: probe, except: itself) {
          let row = RecordRow(cells, Int(record), width: table.fields.count)
          let vector = vector(probe, row)
          let bits = learned.evidence.bits(vector, probeRow, row)
          if bits >= least { matches.append(Match(record: Int(record), bits: bits)) }
        }
      }
    }
    return matches.sorted { ($1.bits, $0.record) < ($0.bits, $1.record) }
  }

  /// Puts a new record into the index and returns its place.
  ///
  /// - Throws: `ResolutionFault` when the index is full.
  public mutating func insert(_ values: [String: String]) throws(ResolutionFault) -> Int {
    guard table.count < limits.records else {
      throw ResolutionFault(.tooMany, "The index holds \(limits.records) records and is full.")
    }
    let probe = Probe(values, table)
    let place = table.count
    for (rule, key) in probe.keys(learned.plan, table, names).enumerated() { keys[rule].add(UInt32(place), key: key) }
    for field in table.fields.indices {
      let number = probe.bytes[field].withUnsafeBufferPointer { table.pools[table.fields[field].pool].intern($0) }
      guard let number else { throw ResolutionFault(.tooMany, "A column holds more than 4 GB of values.") }
      table.cells.append(number)
    }
    table.count += 1
    return place
  }

  /// The evidence of two records of the index, field by field.
  func evidence(_ left: Int, _ right: Int) -> FieldEvidence {
    var comparison = RecordComparison(table, names: names, isRemembering: false)
    let vector = comparison.vector(left, right)
    return table.cells.withUnsafeBufferPointer { cells in
      let width = table.fields.count
      return learned.evidence.byField(
        vector, RecordRow(cells, left, width: width), RecordRow(cells, right, width: width))
    }
  }

  private func candidates(of probe: Probe, except itself: Int?) -> Set<UInt32> {
    if learned.plan.isExhaustive {
      var all = Set((0..<UInt32(table.count)))
      if let itself { all.remove(UInt32(itself)) }
      return all
    }
    var found = Set<UInt32>()
    for (rule, key) in probe.keys(learned.plan, table, names).enumerated() {
      let records = keys[rule].records(of: key, most: limits.recordsPerBlock + 1).filter {
        $0 != itself.map(UInt32.init)
      }
      // With the new record the block has one more.
      if records.count < limits.recordsPerBlock { found.formUnion(records) }
    }
    return found
  }

  private func vector(_ probe: Probe, _ row: RecordRow) -> ComparisonVector {
    var vector = ComparisonVector()
    for field in table.fields.indices { vector[field] = level(probe, field, row[field], by: field) }
    guard let parts = table.nameParts, vector[parts.given] > 4, vector[parts.family] > 4 else { return vector }
    let crossed = level(probe, parts.given, row[parts.family], by: parts.given)
    let back = level(probe, parts.family, row[parts.given], by: parts.given)
    guard LevelTable.isExchange(crossed, back) else { return vector }
    vector[parts.given] = LevelTable.exchanged
    vector[parts.family] = 0
    return vector
  }

  /// The degree of a value of the new record and one of the index, compared as values of a field.
  private func level(_ probe: Probe, _ probeField: Int, _ number: UInt32, by field: Int) -> UInt8 {
    guard number != 0, !probe.bytes[probeField].isEmpty else { return 0 }
    if probe.numbers[probeField] == number { return LevelTable.same }
    return probe.bytes[probeField].withUnsafeBufferPointer { one in
      table.pools[table.fields[field].pool].withValue(number) { comparisons[field].level(one, $0) }
    }
  }
}
