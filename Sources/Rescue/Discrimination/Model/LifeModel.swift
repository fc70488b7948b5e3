/// When a boat may have departed and when its time at sea ended, from the moments that its reports are about.
///
/// Departures are told apart by half hours, times at sea by half hours and later by hours. Each report makes a table over
/// the two; a boat's chance is the sum over the product of the tables of its evidence.
struct LifeModel: Sendable {
  /// The half hours over which a departure is sought before a report.
  private static let rows = 28
  private static let stepSeconds = 1_800.0
  /// The times at sea that are told apart, by their ends in steps.
  private static let ends: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20, 23, 28]
  private static let columns = ends.count
  private static let cells = rows * columns

  /// The chance of each time at sea, repeated for every departure.
  private let recovered: [Float]
  private let otherwise: [Float]
  private let gapSeconds: Double
  /// For each item the number of its own half hour.
  private var bins: [Int] = []
  /// For each item a table: row by departure counted backwards from its own half hour, column by time at sea. The numbers
  /// are densities a step.
  private var tables: [Float] = []
  private var product = [Float](repeating: 0, count: cells)
  private var used: [Int32] = []

  /// The logarithm of the chance of evidence that no one time at sea explains.
  private static let logImpossible = -60.0

  init(table: EvidenceTable) {
    let parameters = table.parameters
    let (lifted, unlifted) = (
      Self.chances(parameters.hoursUntilRecovery, parameters.recoveredShare),
      Self.chances(parameters.hoursOtherwise, 1 - parameters.recoveredShare)
    )
    recovered = (0..<Self.rows).flatMap { _ in lifted }
    otherwise = (0..<Self.rows).flatMap { _ in unlifted }
    gapSeconds = parameters.recoveryGapSeconds
    tables.reserveCapacity(table.items.count * Self.cells)
    for item in table.items { append(item, parameters) }
  }

  /// The chance of each column, from chances by the hour.
  private static func chances(_ hours: [Double], _ share: Double) -> [Float] {
    ends.indices.map { column in
      let start = column == 0 ? 0 : ends[column - 1]
      var sum = 0.0
      for half in Int(start)..<Int(ends[column]) { sum += (half / 2 < hours.count ? hours[half / 2] : 0) / 2 }
      return Float(sum * share)
    }
  }

  private mutating func append(_ item: EvidenceTable.Item, _ parameters: DiscriminationParameters) {
    let bin = Int((item.seconds / Self.stepSeconds).rounded(.down))
    bins.append(bin)
    let within = item.seconds / Self.stepSeconds - Double(bin)
    for back in 0..<Self.rows {
      // A boat departs in the middle of its step.
      let elapsed = Double(back) + within - 0.5
      for column in Self.ends.indices {
        let (start, end) = (column == 0 ? 0 : Self.ends[column - 1], Self.ends[column])
        if item.role == .recovery {
          let isWithin = elapsed > start - (column == 0 ? 1 : 0) && elapsed <= end
          tables.append(isWithin ? Float(1 / (end - start)) : 0)
        } else {
          tables.append(Float(Self.density(elapsed, (start + end) / 2, parameters)))
        }
      }
    }
  }

  /// The density a step of a report about a moment so many steps after the departure of a boat that is at sea so long.
  private static func density(_ elapsed: Double, _ life: Double, _ parameters: DiscriminationParameters) -> Double {
    let after = parameters.reportAfterRecovery * stepSeconds / (4 * 3_600)
    let share = elapsed / life
    guard share >= -0.2 / life, share < 1 + 0.2 / life else { return after }
    let moments = parameters.reportMoment
    let moment = moments[min(moments.count - 1, max(0, Int(share * Double(moments.count))))]
    return after + moment * Double(moments.count) / life
  }

  /// The logarithm of the density of the moments of one boat's evidence.
  mutating func logLikelihood(_ members: [Int32], _ table: EvidenceTable) -> Double {
    used.removeAll(keepingCapacity: true)
    var first: (item: Int32, seconds: Double)?
    var (earliest, latest) = (Int.max, Int.min)
    for member in members {
      let role = table.items[Int(member)].role
      if role == .track { continue }
      if role == .recovery {
        let seconds = table.items[Int(member)].seconds
        if first == nil || seconds < first?.seconds ?? 0 { first = (member, seconds) }
        continue
      }
      used.append(member)
      (earliest, latest) = (min(earliest, bins[Int(member)]), max(latest, bins[Int(member)]))
    }
    var log = 0.0
    if let first {
      used.append(first.item)
      (earliest, latest) = (min(earliest, bins[Int(first.item)]), max(latest, bins[Int(first.item)]))
      for member in members where member != first.item && table.items[Int(member)].role == .recovery {
        log -= logarithm(gapSeconds) + (table.items[Int(member)].seconds - first.seconds) / gapSeconds
      }
    }
    guard !used.isEmpty else { return 0 }
    guard latest - earliest < Self.rows else { return log + Self.logImpossible }
    let steps = Double(used.count) * logarithm(Self.stepSeconds)
    return log + integral(latest, latest - earliest, isRecovered: first != nil) - steps
  }

  private mutating func integral(_ latest: Int, _ span: Int, isRecovered: Bool) -> Double {
    let start = span * Self.columns
    let lengths = isRecovered ? recovered : otherwise
    let sum = product.withUnsafeMutableBufferPointer { product in
      tables.withUnsafeBufferPointer { tables in
        lengths.withUnsafeBufferPointer { lengths in
          for cell in start..<Self.cells { product[cell] = lengths[cell] }
        }
        for item in used {
          let shift = Int(item) * Self.cells - (latest - bins[Int(item)]) * Self.columns
          for cell in start..<Self.cells { product[cell] *= tables[cell + shift] }
        }
        var sum: Float = 0
        for cell in start..<Self.cells { sum += product[cell] }
        return sum
      }
    }
    return sum > 0 ? max(Self.logImpossible, logarithm(Double(sum))) : Self.logImpossible
  }
}
