import Geodesy

/// How wide a strip a lookout sweeps: as many objects are seen beyond it as are missed within.
///
/// Source: IAMSAR Manual, volume II, 4.6 and appendix N: the width of the table times the factors of weather, speed and
/// fatigue.
public struct SweepWidth: Hashable, Sendable {
  /// The width of the table, in metres.
  public let uncorrectedMetres: Double
  /// 1 up to 15 knots of wind and 1 m of sea; above 0.5 for small objects, and above 25 knots or 1.5 m 0.25; 0.9 for
  /// others.
  public let weatherFactor: Double
  /// For the speed of aircraft; 1 for all else.
  public let speedFactor: Double
  /// 0.9 for a tired crew.
  public let fatigueFactor: Double
  /// What the reader should know of the figure.
  public let remarks: Set<Remark>

  /// What the reader should know of a sweep width.
  public enum Remark: String, CaseIterable, Codable, Sendable {
    /// No table has the object; it was judged from others.
    case objectEstimated
    /// The tables hold by day.
    case notForNight
    /// Declared by whoever works the sensor, not taken from a table.
    case declared
    /// Beyond the last column or height of the table, whose value was kept.
    case beyondTable
  }

  /// The corrected width, in metres.
  public var metres: Double { uncorrectedMetres * weatherFactor * speedFactor * fatigueFactor }

  /// The sweep width of a lookout for an object, or nil when a number cannot be.
  ///
  /// A power boat of 20 ft from a vessel at 10 miles of visibility in a calm: 4.3 miles; in 20 knots of wind, by a
  /// tired crew, 4.3 × 0.5 × 0.9 = 1.935 miles.
  public init?(
    for object: SearchObject, by lookout: SearchLookout, in conditions: SearchConditions, speedMetresPerSecond: Double
  ) {
    guard conditions.visibilityMetres >= 0, conditions.visibilityMetres.isFinite,
      conditions.windMetresPerSecond >= 0, conditions.windMetresPerSecond.isFinite,
      conditions.waveHeightMetres >= 0, conditions.waveHeightMetres.isFinite, speedMetresPerSecond >= 0,
      speedMetresPerSecond.isFinite
    else { return nil }
    fatigueFactor = conditions.crewIsTired ? 0.9 : 1
    if case .declared(_, let width) = lookout {
      guard width >= 0, width <= Self.widestMetres else { return nil }
      (uncorrectedMetres, weatherFactor, speedFactor, remarks) = (width, 1, 1, [.declared])
      return
    }
    let visibility = Units.nauticalMiles(metres: conditions.visibilityMetres)
    guard let found = Self.tabled(object, lookout, visibility) else { return nil }
    var remarks = found.remarks
    if object == .loadedInflatable { remarks.insert(.objectEstimated) }
    if !conditions.isDay { remarks.insert(.notForNight) }
    uncorrectedMetres = Units.metres(nauticalMiles: found.miles)
    weatherFactor = Self.weatherFactor(object, conditions)
    speedFactor = SweepSpeedFactor.factor(object, lookout, knots: Units.knots(metresPerSecond: speedMetresPerSecond))
    self.remarks = remarks
  }

  /// No sensor sweeps a wider strip at sea than satellites, in metres.
  public static let widestMetres = 1_000_000.0
  private static let metresPerFoot = 0.3048

  private static func weatherFactor(_ object: SearchObject, _ conditions: SearchConditions) -> Double {
    let knots = Units.knots(metresPerSecond: conditions.windMetresPerSecond)
    if knots > 25 || conditions.waveHeightMetres > 1.5 { return object.isSmall ? 0.25 : 0.9 }
    if knots > 15 || conditions.waveHeightMetres > 1 { return object.isSmall ? 0.5 : 0.9 }
    return 1
  }

  private static let smallVessel = SweepWidthTable.read(SweepWidthTable.smallVessel)
  private static let vessel = SweepWidthTable.read(SweepWidthTable.vessel)
  private static let helicopter = [
    (300.0, SweepWidthTable.helicopter300), (500, SweepWidthTable.helicopter500),
    (1000, SweepWidthTable.helicopter1000), (2000, SweepWidthTable.helicopter2000),
  ].map { (feet: $0.0, widths: SweepWidthTable.read($0.1)) }
  private static let aeroplane = [
    (500.0, SweepWidthTable.aeroplane500), (1000, SweepWidthTable.aeroplane1000),
    (2000, SweepWidthTable.aeroplane2000),
  ].map { (feet: $0.0, widths: SweepWidthTable.read($0.1)) }

  private static func tabled(
    _ object: SearchObject, _ lookout: SearchLookout, _ visibility: Double
  ) -> (miles: Double, remarks: Set<Remark>)? {
    var remarks = Set<Remark>()
    if visibility > SweepWidthTable.visibilities[SweepWidthTable.visibilities.count - 1] {
      remarks.insert(.beyondTable)
    }
    func miles(_ widths: [SearchObject: [Double]]) -> Double? {
      if object == .loadedInflatable {
        guard let raft = widths[.raft25], let boat = widths[.powerBoat33] else { return nil }
        return min(at(visibility, raft), at(visibility, boat))
      }
      return widths[object].map { at(visibility, $0) }
    }
    let tables: [(feet: Double, widths: [SearchObject: [Double]])]
    let height: Double
    switch lookout {
    case .smallVessel: return miles(smallVessel).map { ($0, remarks) }
    case .vessel: return miles(vessel).map { ($0, remarks) }
    case .helicopter(let metres): (tables, height) = (helicopter, metres / metresPerFoot)
    case .aeroplane(let metres): (tables, height) = (aeroplane, metres / metresPerFoot)
    case .declared: return nil
    }
    guard height > 0, height.isFinite, let lowest = tables.first, let highest = tables.last else { return nil }
    if height < lowest.feet || height > highest.feet { remarks.insert(.beyondTable) }
    guard let above = tables.firstIndex(where: { $0.feet >= height }), above > 0 else {
      return miles((height <= lowest.feet ? lowest : highest).widths).map { ($0, remarks) }
    }
    let (low, high) = (tables[above - 1], tables[above])
    guard let lower = miles(low.widths), let upper = miles(high.widths) else { return nil }
    return (lower + (upper - lower) * (height - low.feet) / (high.feet - low.feet), remarks)
  }

  /// The width at a visibility, in a straight line between the columns, and from nothing to the first.
  private static func at(_ visibility: Double, _ row: [Double]) -> Double {
    let columns = SweepWidthTable.visibilities
    guard row.count == columns.count else { return 0 }
    guard let above = columns.firstIndex(where: { $0 >= visibility }) else { return row[row.count - 1] }
    let low =
      above == 0 ? (visibility: 0.0, width: 0.0) : (visibility: columns[above - 1], width: row[above - 1])
    let share = (visibility - low.visibility) / (columns[above] - low.visibility)
    return low.width + (row[above] - low.width) * share
  }
}
