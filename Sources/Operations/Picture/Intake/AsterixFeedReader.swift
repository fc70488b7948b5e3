import Feeds
import Geodesy
import Tracking

/// Reads ASTERIX: the plots of a radar, gathered into the turns of its antenna, and the tracks of other centres.
struct AsterixFeedReader: FeedReader {
  private var decoder = AsterixDecoder()
  private var turn = RadarTurn()
  private var place: Position?

  var counts: ReaderCounts {
    let diagnostics = decoder.diagnostics
    return ReaderCounts(
      bytes: diagnostics.bytes, sentences: diagnostics.blocks, messages: diagnostics.records,
      refusals: diagnostics.refusals.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value })
  }

  mutating func take(_ bytes: UnsafeRawBufferPointer, _ context: FeedContext, _ hear: (Heard) -> Void) {
    var (turn, place) = (turn, place)
    decoder.consume(bytes) { record in
      switch record.category {
      case 34: Self.serve(record, &turn, &place, context, hear)
      case 10, 48: Self.plot(record, &turn, context, hear)
      case 62: Self.track(record, context, hear)
      default: break
      }
    }
    (self.turn, self.place) = (turn, place)
  }

  /// What the radar says of itself: where it stands, and that its antenna passes north.
  private static func serve(
    _ record: AsterixRecord, _ turn: inout RadarTurn, _ place: inout Position?, _ context: FeedContext,
    _ hear: (Heard) -> Void
  ) {
    if let latitude = record.value(ASTERIX.radarLatitude), let longitude = record.value(ASTERIX.radarLongitude),
      let position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude), position != place
    {
      place = position
      hear(.place(sensor: context.sensor, position))
    }
    guard record.value(ASTERIX.serviceType) == ASTERIX.northMarker else { return }
    let at = record.value(ASTERIX.serviceTime).map(context.moment(ofDaySeconds:)) ?? context.arrived
    if let look = turn.end(at: at, context) { hear(.look(look)) }
  }

  private static func plot(
    _ record: AsterixRecord, _ turn: inout RadarTurn, _ context: FeedContext, _ hear: (Heard) -> Void
  ) {
    let fields = record.category == 48 ? ASTERIX.monoradar : ASTERIX.surface
    let at = record.value(fields.time).map(context.moment(ofDaySeconds:)) ?? context.arrived
    if record.category == 10, record.value(ASTERIX.surfaceMessage) == ASTERIX.startOfTurn {
      if let look = turn.end(at: at, context) { hear(.look(look)) }
      return
    }
    guard let range = record.value(fields.range), let bearing = record.value(fields.bearing) else { return }
    let reference = record.value(fields.track).map { "\(record.category)/\(Int($0))" }
    let plot = SensorPlot(
      .rangeAndBearing(rangeMetres: range * fields.metres, bearingDegrees: bearing), at: at, reference: reference,
      lengthMetres: fields.length.flatMap { record.value($0) })
    let isInvented = fields.simulated.contains { record.value($0) == 1 }
    if let look = turn.add(plot, bearing: bearing, at: at, isInvented: isInvented, context) { hear(.look(look)) }
  }

  /// A track of another centre is one place; what that centre does not see, it does not say.
  private static func track(_ record: AsterixRecord, _ context: FeedContext, _ hear: (Heard) -> Void) {
    guard let latitude = record.value(ASTERIX.trackLatitude), let longitude = record.value(ASTERIX.trackLongitude),
      let position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
    else { return }
    let at = record.value(ASTERIX.trackTime).map(context.moment(ofDaySeconds:)) ?? context.arrived
    let reference = record.value(ASTERIX.trackNumber).map { "62/\(Int($0))" }
    let plot = SensorPlot(.position(position), at: at, reference: reference)
    hear(
      .look(
        SensorLook(
          sensor: context.sensor, at: at, received: context.arrived, plots: [plot], isWhole: false,
          exercise: context.exercise)))
  }
}

extension AsterixRecord {
  /// The value of a field, where the category has it and the record too.
  fileprivate func value(_ field: AsterixField?) -> Double? { field.flatMap { self[$0] } }
}

/// The fields that are read here, looked up once.
private enum ASTERIX {
  struct Plots: Sendable {
    let time, range, bearing, track, length: AsterixField?
    /// Bits that say that nothing of it is real.
    let simulated: [AsterixField]
    /// Metres in the unit of the range.
    let metres: Double
  }

  static let monoradar = Plots(
    time: .named("140", of: 48), range: .named("040/RHO", of: 48), bearing: .named("040/THETA", of: 48),
    track: .named("161/TRN", of: 48), length: nil,
    simulated: ["020/SIM", "020/TST"].compactMap { .named($0, of: 48) }, metres: Units.metresPerNauticalMile)
  static let surface = Plots(
    time: .named("140", of: 10), range: .named("040/RHO", of: 10), bearing: .named("040/TH", of: 10),
    track: .named("161/TRK", of: 10), length: .named("270/LENGTH", of: 10),
    simulated: ["020/SIM", "020/TST"].compactMap { .named($0, of: 10) }, metres: 1)
  static let serviceType = AsterixField.named("000", of: 34)
  static let serviceTime = AsterixField.named("030", of: 34)
  static let radarLatitude = AsterixField.named("120/LAT", of: 34)
  static let radarLongitude = AsterixField.named("120/LON", of: 34)
  static let surfaceMessage = AsterixField.named("000", of: 10)
  static let trackLatitude = AsterixField.named("105/LAT", of: 62)
  static let trackLongitude = AsterixField.named("105/LON", of: 62)
  static let trackTime = AsterixField.named("070", of: 62)
  static let trackNumber = AsterixField.named("040", of: 62)
  /// Item I034/000: 1 is the north marker.
  static let northMarker = 1.0
  /// Item I010/000: 2 is the start of an update cycle.
  static let startOfTurn = 2.0
}

/// Gathers the plots of a radar into turns of its antenna: what one turn does not show, the radar did not see.
struct RadarTurn: Sendable {
  /// A turn ends after this long if nothing else ends it: slower antennas do not turn.
  static let longestMilliseconds: Int64 = 20_000
  /// Plots of one turn beyond which a turn is handed on as it is.
  static let mostPlots = 100_000

  private var plots: [SensorPlot] = []
  private var began: Instant?
  private var lastBearing = 0.0
  private var isInvented = false

  /// Takes a plot.
  /// - Returns: the turn before it, when the plot begins a new one.
  mutating func add(
    _ plot: SensorPlot, bearing: Double, at: Instant, isInvented: Bool, _ context: FeedContext
  ) -> SensorLook? {
    let isNew =
      (lastBearing > 270 && bearing < 90) || plots.count >= Self.mostPlots
      || began.map { at.seconds(since: $0) * 1000 > Double(Self.longestMilliseconds) } ?? false
    let look = isNew ? end(at: at, context) : nil
    if began == nil { began = at }
    lastBearing = bearing
    self.isInvented = self.isInvented || isInvented
    plots.append(plot)
    return look
  }

  /// Ends the turn; nil when the antenna has just begun one.
  mutating func end(at: Instant, _ context: FeedContext) -> SensorLook? {
    guard began != nil || !plots.isEmpty else {
      began = at
      return nil
    }
    defer {
      plots.removeAll(keepingCapacity: true)
      (began, lastBearing, isInvented) = (at, 0, false)
    }
    return SensorLook(
      sensor: context.sensor, at: plots.compactMap(\.at).max() ?? at, received: context.arrived, plots: plots,
      exercise: context.exercise || isInvented)
  }
}
