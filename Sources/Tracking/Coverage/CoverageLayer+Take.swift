public import Geodesy

extension CoverageLayer {
  /// Takes in that a sensor looked: where, when; what it showed is the tracker's.
  public mutating func take(_ look: SensorLook) {
    guard look.exercise == exercise else {
      refused.otherWorld += 1
      return
    }
    guard let index = byName[look.sensor] else {
      refused.unknown += 1
      return
    }
    let seconds = Self.seconds(look.at)
    guard seconds <= Self.seconds(look.received) + Self.clockToleranceSeconds,
      seconds >= Self.seconds(began) - Self.greatestAgeSeconds
    else {
      refused.untimely += 1
      return
    }
    if look.footprint == nil, look.position == nil, watching[index].isFixed {
      watching[index].noteLook(seconds)
      return
    }
    guard let cells = covered(by: look, sensor: index) else {
      refused.unusable += 1
      return
    }
    let isNewest = seconds >= watching[index].lastLook ?? -.infinity
    watching[index].noteLook(seconds)
    if isNewest { watching[index].newestCells = cells }
    mark(cells, sensor: index, seconds: seconds)
  }

  private static let clockToleranceSeconds = 60.0
  private static let greatestAgeSeconds = 86_400.0

  /// Notes whether a look showed a craft that its transponder puts into the sensor's field.
  ///
  /// - Parameters:
  ///   - range: metres from the sensor to the craft.
  ///   - isSmall: whether it is a small boat; larger craft only bound what is known of small ones.
  public mutating func note(
    sensor: String, rangeMetres range: Double, isSmall: Bool, wasSeen: Bool, at moment: Instant
  ) {
    guard let index = byName[sensor], range.isFinite, range >= 0 else { return }
    watching[index].measured.note(
      rangeMetres: range, isSmall: isSmall, wasSeen: wasSeen, seconds: Self.seconds(moment))
  }

  /// The cells that a look of a moving sensor covers; nil when that cannot be told.
  private func covered(by look: SensorLook, sensor: Int) -> [Int32]? {
    if let corners = look.footprint {
      guard corners.count <= Self.greatestCorners, let polygon = Polygon(ring: corners) else { return nil }
      let area = CompiledRule.BoundedArea(BehaviourRule.Area(name: "", polygon: polygon))
      return cells(south: corners.map(\.latitudeDegrees).min(), north: corners.map(\.latitudeDegrees).max()) {
        area.contains($0)
      }
    }
    guard let position = look.position ?? watching[sensor].sensor.position else { return nil }
    let plane = TangentPlane(origin: position)
    let reach = watching[sensor].sensor.greatestRangeMetres / 110_000
    return cells(south: position.latitudeDegrees - reach, north: position.latitudeDegrees + reach) { centre in
      let place = plane.local(centre)
      return watching[sensor].sees(eastMetres: place.eastMetres, northMetres: place.northMetres)
    }
  }

  private func cells(south: Double?, north: Double?, where isIn: (Position) -> Bool) -> [Int32] {
    guard let south, let north, south.isFinite || south == -.infinity, !north.isNaN else { return [] }
    let height = (grid.box.northDegrees - grid.box.southDegrees) / Double(grid.rows)
    func row(_ latitude: Double) -> Int {
      Int(min(max((latitude - grid.box.southDegrees) / height, 0), Double(grid.rows - 1)))
    }
    guard north >= grid.box.southDegrees, south <= grid.box.northDegrees else { return [] }
    let first = row(south) * grid.columns
    let last = (row(north) + 1) * grid.columns
    return (first..<last).filter { isIn(grid.centre($0)) }.map { Int32($0) }
  }

  /// Keeps that a moving sensor looked at cells.
  private mutating func mark(_ cells: [Int32], sensor: Int, seconds: Double) {
    let probability = used(sensor, ring: 0)
    guard probability >= Self.leastProbability else { return }
    let minute = Int64(seconds / 60)
    let slot = Int(((minute % Int64(Self.lateMinutes)) + Int64(Self.lateMinutes)) % Int64(Self.lateMinutes))
    if missMinutes[slot] < minute {
      missMinutes[slot] = minute
      for cell in 0..<grid.count { misses[slot * grid.count + cell] = 0 }
    }
    let miss = Float(logarithmOfMiss(probability))
    for cell in cells {
      lastLooked[Int(cell)] = max(lastLooked[Int(cell)], seconds)
      guard missMinutes[slot] == minute else { continue }
      let place = slot * grid.count + Int(cell)
      misses[place] = min(misses[place], miss)
    }
  }
}
