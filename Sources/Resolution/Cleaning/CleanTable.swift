import Tables

/// Records ready to be compared: for each compared column the clean values and how often each occurs.
public struct CleanTable: Sendable {
  /// A compared column.
  struct Field: Sendable {
    let heading: String
    let kind: FieldKind
    /// How values are brought to the form in which they are compared.
    let cleaning: ValueCleaning
    /// Which pool holds its values; given and family names share one, so that they can be told crosswise.
    let pool: Int
    /// How many records have each value, by its number.
    let counts: [UInt32]
    /// How many records have a value.
    let known: Int

    /// The share of the known records that have a value.
    @inline(__always)
    func frequency(_ number: UInt32) -> Double {
      Int(number) < counts.count ? Double(counts[Int(number)]) / Double(max(1, known)) : 0
    }

    /// How likely two known values are the same, whoever they belong to.
    var coincidence: Double {
      guard known > 1 else { return 1 }
      var pairs = 0.0
      for count in counts.dropFirst() { pairs += Double(count) * Double(count) - Double(count) }
      return pairs / (Double(known) * Double(known - 1))
    }
  }

  /// How many records there are.
  public internal(set) var count: Int
  /// How many came from the first of two files; nil for one.
  public let firstSourceCount: Int?
  /// What was odd and what was made of it.
  public let notices: [TableNotice]
  let fields: [Field]
  var pools: [ValuePool]
  /// The numbers of the values, record by record.
  var cells: [UInt32]

  /// The headings of the compared columns.
  public var comparedHeadings: [String] { fields.map(\.heading) }

  /// The number of pairs that could be the same.
  var possiblePairs: Double {
    if let first = firstSourceCount { return Double(first) * Double(count - first) }
    return Double(count) * Double(count - 1) / 2
  }

  /// The clean value of a record, or nil.
  func text(_ record: Int, _ field: Int) -> String? {
    let number = cells[record * fields.count + field]
    return number == 0 ? nil : pools[fields[field].pool].text(number).replacing("\u{1F}", with: " | ")
  }

  /// Cleans a table.
  ///
  /// - Parameter guesses: what each column is, in the order of the headings.
  /// - Throws: `ResolutionFault` when nothing is left to compare.
  public init(
    _ table: consuming RecordTable, as guesses: [ColumnGuess], limits: ResolutionLimits = ResolutionLimits()
  ) throws(ResolutionFault) {
    var builder = CleanBuilder(records: table.count)
    var columns = guesses.indices.filter { guesses[$0].kind.isCompared }
    let most = min(limits.comparedColumns, ResolutionLimits.mostComparedColumns)
    let left = columns.dropFirst(most)
    columns = Array(columns.prefix(most))
    for column in left {
      builder.notices.append(
        TableNotice(
          what: "the column \(guesses[column].heading) is left out: at most \(most) are compared",
          firstRow: nil, count: 1))
    }
    guard !columns.isEmpty else {
      throw ResolutionFault(.columnMissing, "No column can be compared; name them with --columns heading=kind,….")
    }
    let width = columns.count
    var cells = [UInt32](repeating: 0, count: table.count * width)
    for (field, column) in columns.enumerated() {
      try builder.add(table, column, guesses[column]) { record, number in cells[record * width + field] = number }
    }
    count = table.count
    firstSourceCount = table.firstSourceCount
    notices = table.notices + builder.notices
    fields = builder.paddedFields
    pools = builder.pools
    self.cells = cells
  }
}

/// Collects the clean columns of a table.
private struct CleanBuilder {
  let records: Int
  var fields: [CleanTable.Field] = []
  var pools: [ValuePool] = []
  var notices: [TableNotice] = []
  private var namePool: Int?

  init(records: Int) { self.records = records }

  mutating func add(
    _ table: borrowing RecordTable, _ column: Int, _ guess: ColumnGuess, _ place: (Int, UInt32) -> Void
  ) throws(ResolutionFault) {
    let raw = table.pools[column]
    var order = DateCleaning.Order.dayFirst
    if guess.kind == .date { order = dateOrder(raw, guess.heading) }
    let cleaning = ValueCleaning(kind: guess.kind, order: order, identifiers: IdentifierColumn(guess.kind, raw))
    let poolNumber = poolNumber(for: guess.kind)
    var renumbered = [UInt32](repeating: 0, count: raw.count)
    var (unreadable, otherEncoding) = (Tally(), Tally())
    for number in renumbered.indices.dropFirst() {
      let clean = raw.withValue(UInt32(number)) { value in
        if !UTF8Text.isValid(value) { otherEncoding.count(nil) }
        return cleaning.clean(value)
      }
      guard let clean else {
        unreadable.count(nil)
        continue
      }
      guard let ours = clean.withUnsafeBufferPointer({ pools[poolNumber].intern($0) }) else {
        throw ResolutionFault(.tooMany, "The column \(guess.heading) holds more than 4 GB of values.")
      }
      renumbered[number] = ours
    }
    let say = "in the column \(guess.heading) a value"
    notices += [
      unreadable.notice("\(say) cannot be read as \(guess.kind.rawValue) and is taken as missing"),
      otherEncoding.notice("\(say) is no UTF-8 and is read as Windows-1252"),
    ].compactMap(\.self)
    var counts = [UInt32](repeating: 0, count: pools[poolNumber].count)
    var known = 0
    let numbers = table.cells[column]
    for record in 0..<records {
      let number = renumbered[Int(numbers[record])]
      place(record, number)
      counts[Int(number)] += 1
      known += number == 0 ? 0 : 1
    }
    fields.append(
      CleanTable.Field(
        heading: guess.heading, kind: guess.kind, cleaning: cleaning, pool: poolNumber, counts: counts, known: known))
  }

  /// The fields, with a count of 0 for values of their pool that only another field has.
  var paddedFields: [CleanTable.Field] {
    fields.map { field in
      let lacking = pools[field.pool].count - field.counts.count
      return CleanTable.Field(
        heading: field.heading, kind: field.kind, cleaning: field.cleaning, pool: field.pool,
        counts: field.counts + [UInt32](repeating: 0, count: lacking), known: field.known)
    }
  }

  private mutating func poolNumber(for kind: FieldKind) -> Int {
    let isPart = kind == .givenName || kind == .familyName
    if isPart, let namePool { return namePool }
    pools.append(ValuePool())
    if isPart { namePool = pools.count - 1 }
    return pools.count - 1
  }

  private mutating func dateOrder(_ raw: ValuePool, _ heading: String) -> DateCleaning.Order {
    let (order, isCertain) = DateCleaning.order(in: raw)
    if !isCertain {
      let first = order == .dayFirst ? "day" : "month"
      notices.append(
        TableNotice(
          what: "the column \(heading) writes some dates with the day first and some with the month first; "
            + "where both are possible the \(first) is taken as first",
          firstRow: nil, count: 1))
    }
    return order
  }
}
