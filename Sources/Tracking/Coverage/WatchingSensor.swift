import Geodesy

/// What a coverage layer keeps of one sensor.
struct WatchingSensor: Sendable {
  let sensor: Sensor
  var measured: MeasuredDetection
  /// For each cell the ring in which it lies, or `outside`; empty for a sensor that moves.
  private(set) var fieldRings: [UInt8] = []
  /// The cells of its newest look, for a sensor that moves.
  var newestCells: [Int32] = []
  /// When it last looked, in seconds since 1970.
  var lastLook: Double?
  /// Which of the last minutes had a look, by minute modulo their number.
  private var lookedInMinute = [Int64](repeating: -1, count: CoverageLayer.lateMinutes)

  static let outside = UInt8.max

  init(_ sensor: Sensor, grid: CoverageGrid) {
    self.sensor = sensor
    measured = MeasuredDetection(greatestRangeMetres: sensor.greatestRangeMetres)
    guard let position = sensor.position else { return }
    let plane = TangentPlane(origin: position)
    fieldRings = (0..<grid.count).map { cell in
      let place = plane.local(grid.centre(cell))
      guard sees(eastMetres: place.eastMetres, northMetres: place.northMetres) else { return Self.outside }
      return UInt8(
        measured.ring((place.eastMetres * place.eastMetres + place.northMetres * place.northMetres).squareRoot()))
    }
  }

  var isFixed: Bool { !fieldRings.isEmpty }

  /// Whether a place so far from the sensor lies in its field.
  func sees(eastMetres: Double, northMetres: Double) -> Bool {
    let metres = (eastMetres * eastMetres + northMetres * northMetres).squareRoot()
    guard metres >= sensor.leastRangeMetres, metres <= sensor.greatestRangeMetres else { return false }
    guard let sector = sensor.sectorDegrees, sector.count == 2, sector.allSatisfy(\.isFinite) else { return true }
    let width = Units.bearing(degrees: sector[1] - sector[0])
    return Units.bearing(degrees: bearingDegrees(east: eastMetres, north: northMetres) - sector[0]) <= width
  }

  mutating func noteLook(_ seconds: Double) {
    lastLook = max(lastLook ?? seconds, seconds)
    let minute = Int64(seconds / 60)
    let place = Int(minute % Int64(lookedInMinute.count))
    if lookedInMinute.indices.contains(place) { lookedInMinute[place] = max(lookedInMinute[place], minute) }
  }

  /// In how many of the last minutes it looked.
  func minutesLooked(at seconds: Double) -> Int {
    let minute = Int64(seconds / 60)
    return lookedInMinute.count { $0 > minute - Int64(lookedInMinute.count) && $0 <= minute }
  }

  /// How long it may be silent before it counts as out, in seconds; nil for one that looks when it can.
  var patienceSeconds: Double? {
    guard sensor.lookSeconds > 0, sensor.lookSeconds.isFinite else { return nil }
    let latency = sensor.latencySeconds.isFinite ? max(sensor.latencySeconds, 0) : 0
    return max(3 * sensor.lookSeconds + latency, Self.leastPatienceSeconds)
  }

  private static let leastPatienceSeconds = 15.0

  /// Whether a look of it is due and has not come.
  func isSilent(at seconds: Double, began: Double) -> Bool {
    guard let patience = patienceSeconds else { return false }
    return seconds - (lastLook ?? began) > patience
  }

  /// How many looks that do not depend on each other it has in the next ten minutes, as it looks now.
  func looksSoon(at seconds: Double) -> Double {
    guard let lastLook, seconds - lastLook <= max(patienceSeconds ?? 0, CoverageLayer.independentSeconds) else {
      return 0
    }
    guard isFixed else { return 1 }
    let period = max(sensor.lookSeconds, CoverageLayer.independentSeconds)
    return max(1, (Double(CoverageLayer.lateMinutes) * 60 / period).rounded(.down))
  }
}
