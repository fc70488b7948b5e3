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
  /// The parts of the time at sea before a known recovery, and those of the time between a report and it.
  private static let lives = 84
  private static let lifeSeconds = 600.0
  private static let lagSeconds = 300.0
  private static let lags = lives * 2
  /// A report about so short a time after the recovery may still be about the time before it: clocks differ.
  private static let graceSeconds = 120.0

  /// The chance of each time at sea that no recovery ended, repeated for every departure.
  private let otherwise: [Float]
  /// The chance of each time at sea that a recovery ended.
  private let recovered: [Float]
  /// The density of a report's moment, by the lag between it and the recovery, for each time at sea.
  private let lagTables: [Float]
  private let logAfter: Double
  private let gapSeconds: Double
  /// For each item the number of its own half hour.
  private var bins: [Int] = []
  /// For each item a table: row by departure counted backwards from its own half hour, column by time at sea. The numbers
  /// are densities a step.
  private var tables: [Float] = []
  private var product = [Float](repeating: 0, count: cells)

  /// The logarithm of the chance of evidence that no one time at sea explains.
  private static let logImpossible = -60.0

  init(table: EvidenceTable) {
    let parameters = table.parameters
    let unlifted = Self.ends.indices.map { column in
      let start = column == 0 ? 0 : Self.ends[column - 1]
      return Float(
        Self.chance(parameters.hoursOtherwise, start / 2, Self.ends[column] / 2, 1 - parameters.recoveredShare))
    }
    otherwise = (0..<Self.rows).flatMap { _ in unlifted }
    recovered = (0..<Self.lives).map {
      let start = Double($0) * Self.lifeSeconds / 3_600
      return Float(
        Self.chance(parameters.hoursUntilRecovery, start, start + Self.lifeSeconds / 3_600, parameters.recoveredShare))
    }
    gapSeconds = parameters.recoveryGapSeconds
    logAfter = logarithm(Self.density(2, 1, parameters))
    lagTables = (0..<Self.lags).flatMap { lag in
      (0..<Self.lives).map { life in
        let (elapsed, whole) = ((Double(lag) + 0.5) * Self.lagSeconds, (Double(life) + 0.5) * Self.lifeSeconds)
        return Float(Self.density((whole - elapsed) / Self.stepSeconds, whole / Self.stepSeconds, parameters))
      }
    }
    tables.reserveCapacity(table.items.count * Self.cells)
    for item in table.items { append(item, parameters) }
  }

  /// The chance of a time between two numbers of hours, from chances by the hour.
  private static func chance(_ hours: [Double], _ start: Double, _ end: Double, _ share: Double) -> Double {
    var sum = 0.0
    for (hour, chance) in hours.enumerated() {
      sum += chance * max(0, min(end, Double(hour + 1)) - max(start, Double(hour)))
    }
    return sum * share
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
        tables.append(Float(Self.density(elapsed, (start + end) / 2, parameters)))
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
    var first = Double.infinity
    var timed = 0
    for member in members where table.items[Int(member)].role != .track {
      timed += 1
      if table.items[Int(member)].role == .recovery { first = min(first, table.items[Int(member)].seconds) }
    }
    guard timed > 0 else { return 0 }
    let steps = logarithm(Self.stepSeconds)
    return first < .infinity
      ? untilRecovery(at: first, members, table, steps) : otherwise(members, table) - Double(timed) * steps
  }

  /// The same when it is known when the first people were taken off.
  private mutating func untilRecovery(
    at first: Double, _ members: [Int32], _ table: EvidenceTable, _ logStep: Double
  ) -> Double {
    var log = -logStep
    var isFirst = true
    return product.withUnsafeMutableBufferPointer { product in
      lagTables.withUnsafeBufferPointer { lagTables in
        for life in 0..<Self.lives { product[life] = recovered[life] }
        for member in members {
          let (role, seconds) = (table.items[Int(member)].role, table.items[Int(member)].seconds)
          if role == .track { continue }
          let lag = first - seconds
          if role == .recovery {
            // The first one is what the times at sea are about.
            if lag == 0, isFirst { isFirst = false } else { log -= logarithm(gapSeconds) - lag / gapSeconds }
          } else if lag < -Self.graceSeconds {
            log += logAfter - logStep
          } else {
            log -= logStep
            let row = min(Self.lags - 1, max(0, Int(lag / Self.lagSeconds))) * Self.lives
            for life in 0..<Self.lives { product[life] *= lagTables[row + life] }
          }
        }
        var sum: Float = 0
        for life in 0..<Self.lives { sum += product[life] }
        return log + (sum > 0 ? max(Self.logImpossible, logarithm(Double(sum))) : Self.logImpossible)
      }
    }
  }

  /// The logarithm of the density a step when nobody was taken off.
  private mutating func otherwise(_ members: [Int32], _ table: EvidenceTable) -> Double {
    var (earliest, latest) = (Int.max, Int.min)
    for member in members where table.items[Int(member)].role != .track {
      (earliest, latest) = (min(earliest, bins[Int(member)]), max(latest, bins[Int(member)]))
    }
    guard latest - earliest < Self.rows else { return Self.logImpossible }
    let start = (latest - earliest) * Self.columns
    let sum = product.withUnsafeMutableBufferPointer { product in
      tables.withUnsafeBufferPointer { tables in
        for cell in start..<Self.cells { product[cell] = otherwise[cell] }
        for member in members where table.items[Int(member)].role != .track {
          let shift = Int(member) * Self.cells - (latest - bins[Int(member)]) * Self.columns
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
