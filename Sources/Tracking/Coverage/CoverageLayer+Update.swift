public import Geodesy

extension CoverageLayer {
  /// Brings every cell up to a moment and says what sight was lost or came back.
  ///
  /// The work is one addition for each cell and sensor: 10,000 cells and 20 sensors take a few milliseconds.
  public mutating func advance(to moment: Instant) -> [CoverageAlert] {
    updated = max(updated, moment)
    let seconds = Self.seconds(updated)
    var soon = [Double](repeating: 0, count: grid.count)
    var lately = soon
    var looking = [UInt64](repeating: 0, count: grid.count)
    for index in watching.indices {
      if watching[index].isFixed {
        add(fixed: index, seconds, &soon, &lately, &looking)
      } else {
        add(moving: index, seconds, &soon, &looking)
      }
    }
    addFootprints(seconds, &lately)
    for cell in cells.indices {
      let since = seconds - lastLooked[cell]
      cells[cell] = CoverageCell(
        seenSoon: probabilitySeen(soon[cell]), seenLately: probabilitySeen(lately[cell]), sensors: looking[cell],
        secondsSinceLook: since.isFinite ? max(since, 0) : nil)
    }
    return alerts.judge(summary, layer: self)
  }

  private mutating func add(
    fixed index: Int, _ seconds: Double, _ soon: inout [Double], _ lately: inout [Double], _ looking: inout [UInt64]
  ) {
    let sensor = watching[index]
    let reach = min(weather.reachMetres(sensor.sensor.kind), sensor.sensor.greatestRangeMetres)
    let ringMetres = sensor.measured.ringMetres
    let probabilities = (0..<MeasuredDetection.rings).map { ring in
      Double(ring) * ringMetres < reach ? used(index, ring: ring) : 0
    }
    let misses = probabilities.map(logarithmOfMiss)
    let isUsed = probabilities.map { $0 >= Self.leastProbability }
    let looksSoon = sensor.isSilent(at: seconds, began: Self.seconds(began)) ? 0 : sensor.looksSoon(at: seconds)
    let looksLately = Double(sensor.minutesLooked(at: seconds))
    let last = sensor.lastLook ?? -.infinity
    let bit = UInt64(1) << UInt64(index)
    for cell in 0..<grid.count {
      let ring = sensor.fieldRings[cell]
      guard ring != WatchingSensor.outside, isUsed[Int(ring)] else { continue }
      lately[cell] += looksLately * misses[Int(ring)]
      if last > lastLooked[cell] { lastLooked[cell] = last }
      guard looksSoon > 0 else { continue }
      soon[cell] += looksSoon * misses[Int(ring)]
      looking[cell] |= bit
    }
  }

  private func add(moving index: Int, _ seconds: Double, _ soon: inout [Double], _ looking: inout [UInt64]) {
    let probability = used(index, ring: 0)
    guard probability >= Self.leastProbability, watching[index].looksSoon(at: seconds) > 0 else { return }
    let miss = logarithmOfMiss(probability)
    for cell in watching[index].newestCells {
      soon[Int(cell)] += miss
      looking[Int(cell)] |= UInt64(1) << UInt64(index)
    }
  }

  private func addFootprints(_ seconds: Double, _ lately: inout [Double]) {
    let minute = Int64(seconds / 60)
    for slot in 0..<Self.lateMinutes
    where missMinutes[slot] > minute - Int64(Self.lateMinutes) && missMinutes[slot] <= minute {
      for cell in 0..<grid.count { lately[cell] += Double(misses[slot * grid.count + cell]) }
    }
  }

  /// What to tell of the coverage as a whole, as of the newest update.
  public var summary: CoverageSummary {
    let seen = cells.count { $0.seenSoon >= Self.seenProbability }
    let dark = unwatchedCells(for: Self.unwatchedSeconds).count
    let seconds = Self.seconds(updated)
    let outages = watching.indices.compactMap { index -> CoverageSummary.Outage? in
      let sensor = watching[index]
      let isWeather = weather.factor(sensor.sensor.kind) < Self.leastWeatherFactor
      guard isWeather || sensor.isSilent(at: seconds, began: Self.seconds(began)) else { return nil }
      let last = sensor.lastLook.map { Instant(millisecondsSince1970: Int64(min(max($0, -9e12), 9e12) * 1000)) }
      return CoverageSummary.Outage(
        sensor: sensor.sensor.name, kind: sensor.sensor.kind, since: last ?? began, isWeather: isWeather)
    }
    let count = Double(max(cells.count, 1))
    return CoverageSummary(
      shareSeen: Double(seen) / count, shareUnwatched: Double(dark) / count,
      outages: outages.sorted { $0.sensor < $1.sensor })
  }

  /// A cell where a boat is at least this likely to be seen soon counts as seen.
  public static let seenProbability = 0.5
  /// What nobody has looked at for so long is unwatched, in seconds.
  public static let unwatchedSeconds = 3600.0
  /// A sensor that keeps less of its probability than this is out by the weather.
  static let leastWeatherFactor = 0.1

  /// The cells that nobody has looked at for so many seconds, as of the newest update.
  public func unwatchedCells(for seconds: Double) -> [Int] {
    // Before the layer began nothing is known; what was never looked at counts from there.
    let age = updated.seconds(since: began)
    return cells.indices.filter { (cells[$0].secondsSinceLook ?? age) >= seconds }
  }

  /// The same as few boxes, to be drawn.
  public func unwatched(for seconds: Double) -> [BoundingBox] { grid.boxes(of: unwatchedCells(for: seconds)) }
}
