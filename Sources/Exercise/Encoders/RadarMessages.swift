import Feeds
import Geodesy

/// The datagrams of a shore radar: plots of category 048, and the service messages of category 034.
///
/// Every target report is marked as simulated and as a test target (I048/020, SIM and TST).
/// Source: EUROCONTROL-SPEC-0149, parts 4 (category 048) and 2b (category 034).
struct RadarMessages: Sendable {
  /// Message types of I034/000.
  private static let northMarker = 1.0
  private static let sectorCrossing = 2.0
  /// A single detection by primary radar, I048/020 TYP.
  private static let primaryDetection = 1.0
  private static let metresPerNauticalMile = 1852.0
  private static let ticksPerDay: Int64 = 86_400 * 128
  /// Octets of a plot: the specification, source, time, descriptor and position.
  private static let plotOctets = 1 + 2 + 3 + 2 + 4
  /// Octets that are left for the heads of the blocks and for a service message.
  private static let otherOctets = 64
  /// The most plots in one datagram.
  static let plotsMost = (NightEmission.greatestDatagram - otherOctets) / plotOctets

  private let site: RadarSite
  private let start: Instant
  private let plotFields: PlotFields
  private let serviceFields: ServiceFields

  init(_ site: RadarSite, start: Instant) {
    self.site = site
    self.start = start
    plotFields = PlotFields()
    serviceFields = ServiceFields()
  }

  /// The plots of a sector, and behind them the message that the antenna enters another; the first begins in the north.
  func datagrams(_ plots: [RadarPlot], thenSector sector: Int, at milliseconds: Int64) -> [[UInt8]] {
    var datagrams: [[UInt8]] = []
    var rest = plots[...]
    repeat {
      let part = rest.prefix(Self.plotsMost)
      rest = rest.dropFirst(part.count)
      var bytes = part.isEmpty ? [] : block(of: part, endOfSector: milliseconds)
      if rest.isEmpty { bytes += block(ofSector: sector, at: milliseconds) }
      datagrams.append(bytes)
    } while !rest.isEmpty
    return datagrams
  }

  private func block(of plots: ArraySlice<RadarPlot>, endOfSector: Int64) -> [UInt8] {
    guard var block = AsterixBlock(category: 48) else { return [] }
    let fields = plotFields
    // The turn that the sector ends in began so long before.
    let turnBegan = (endOfSector - 1) / site.turnMilliseconds * site.turnMilliseconds
    for plot in plots {
      let into = Int64(plot.bearingDegrees / 360 * Double(site.turnMilliseconds))
      block.add(
        fields.values([
          Double(RadarSite.systemArea), Double(site.number), timeOfDay(turnBegan + into), Self.primaryDetection, 1, 1,
          plot.rangeMetres / Self.metresPerNauticalMile, plot.bearingDegrees,
        ]))
    }
    return block.bytes
  }

  private func block(ofSector sector: Int, at milliseconds: Int64) -> [UInt8] {
    guard var block = AsterixBlock(category: 34) else { return [] }
    let isNorth = sector == 0
    block.add(
      serviceFields.values(
        [Double(RadarSite.systemArea), Double(site.number), isNorth ? Self.northMarker : Self.sectorCrossing],
        time: timeOfDay(milliseconds),
        sectorDegrees: isNorth ? nil : Double(sector) * 360 / Double(RadarSource.sectors),
        north: isNorth
          ? [
            Double(site.turnMilliseconds) / 1000, site.heightMetres, site.place.latitude, site.place.longitude,
          ] : []))
    return block.bytes
  }

  /// Seconds since midnight UTC in whole steps of the field, so that none is rounded past the end of the day.
  private func timeOfDay(_ milliseconds: Int64) -> Double {
    let day: Int64 = 86_400_000
    let since = start.adding(milliseconds: milliseconds).millisecondsSince1970 % day
    let ticks = (since < 0 ? since + day : since) * 128 / 1000
    return Double(ticks % Self.ticksPerDay) / 128
  }
}

extension RadarMessages {
  /// The fields of a plot, looked up once.
  struct PlotFields: Sendable {
    private let fields = ["010/SAC", "010/SIC", "140", "020/TYP", "020/SIM", "020/TST", "040/RHO", "040/THETA"]
      .compactMap { AsterixField.named($0, of: 48) }

    func values(_ values: [Double]) -> [AsterixBlock.Value] {
      zip(fields, values).map { (field: $0, value: $1) }
    }
  }

  /// The fields of a service message, looked up once.
  struct ServiceFields: Sendable {
    private let head = ["010/SAC", "010/SIC", "000"].compactMap { AsterixField.named($0, of: 34) }
    private let time = AsterixField.named("030", of: 34)
    private let sector = AsterixField.named("020", of: 34)
    private let north = ["041", "120/HGT", "120/LAT", "120/LON"].compactMap { AsterixField.named($0, of: 34) }

    func values(
      _ head: [Double], time: Double, sectorDegrees: Double?, north: [Double]
    ) -> [AsterixBlock.Value] {
      var values: [AsterixBlock.Value] = zip(self.head, head).map { (field: $0, value: $1) }
      if let field = self.time { values.append((field: field, value: time)) }
      if let field = sector, let sectorDegrees { values.append((field: field, value: sectorDegrees)) }
      values += zip(self.north, north).map { (field: $0, value: $1) }
      return values
    }
  }
}
