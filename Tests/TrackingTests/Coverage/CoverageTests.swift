import Foundation
import Geodesy
import Testing

@testable import Tracking

@Suite struct CoverageTests {
  private let grid: CoverageGrid = {
    guard let box = BoundingBox(south: 50.8, west: 1.2, north: 51.2, east: 1.8),
      let grid = CoverageGrid(box: box, cellMetres: 1000)
    else { preconditionFailure("A box of the strait has a grid.") }
    return grid
  }()

  private var radar: Sensor {
    var sensor = Sensor(name: "radar", kind: .radar, position: place(51, 1.5))
    sensor.greatestRangeMetres = 15_000
    sensor.detectionProbability = 0.3
    return sensor
  }

  private func look(_ sensor: String, _ seconds: Double, footprint: [Position]? = nil) -> SensorLook {
    SensorLook(sensor: sensor, at: after(seconds), received: after(seconds), footprint: footprint, plots: [])
  }

  private func cell(_ layer: CoverageLayer, _ position: Position) throws -> CoverageCell {
    layer.cells[try #require(layer.grid.cell(position))]
  }

  @Test func aGridIsBoundedAndFindsItsCells() throws {
    let world = try #require(BoundingBox(south: -90, west: -180, north: 90, east: 180))
    #expect(CoverageGrid(box: world, cellMetres: 1000) == nil)
    #expect(CoverageGrid(box: world, cellMetres: .nan) == nil)
    #expect(CoverageGrid(box: grid.box, cellMetres: 0) == nil)
    for cell in 0..<grid.count { #expect(grid.cell(grid.centre(cell)) == cell) }
    let around = try #require(BoundingBox(south: -10, west: 175, north: 10, east: -175))
    let far = try #require(CoverageGrid(box: around, cellMetres: 50_000))
    for cell in 0..<far.count { #expect(far.cell(far.centre(cell)) == cell) }
  }

  @Test func cellsAreMergedIntoBoxesThatHoldThemAndNothingElse() {
    var noise = SeededNoise(seed: 4)
    let cells = (0..<grid.count).filter { _ in noise.uniform() < 0.4 }
    let boxes = grid.boxes(of: cells)
    #expect(boxes.count < cells.count)
    for cell in 0..<grid.count {
      #expect(boxes.count { $0.contains(grid.centre(cell)) } == (cells.contains(cell) ? 1 : 0))
    }
    #expect(grid.boxes(of: Array(0..<grid.count)).count == 1)
  }

  @Test func aRadarSeesItsFieldAndItsSilenceIsTold() throws {
    var layer = CoverageLayer(grid: grid, sensors: [radar], began: noon)
    var alerts: [CoverageAlert] = []
    for second in stride(from: 0.0, to: 1200, by: 5) {
      layer.take(look("radar", second))
      if second.truncatingRemainder(dividingBy: 10) == 0 { alerts += layer.advance(to: after(second)) }
    }
    #expect(alerts.isEmpty)
    let near = try cell(layer, place(51.05, 1.5))
    // Ten looks that do not depend on each other, each with 0.3.
    #expect(abs(near.seenSoon - 0.9718) < 0.001)
    #expect(abs(near.seenLately - 0.9718) < 0.001)
    #expect(layer.sensorNames(near) == ["radar"])
    let far = try cell(layer, place(51.19, 1.79))
    #expect(far.seenSoon == 0 && far.secondsSinceLook == nil && far.sensors == 0)
    // The last look was at 1195 s; three turns and its latency later it is out.
    alerts = layer.advance(to: after(1200 + 20))
    #expect(alerts.map(\.kind) == [.sensorOut])
    #expect(alerts.first?.since == after(1195))
    #expect(try cell(layer, place(51.05, 1.5)).seenSoon == 0)
    #expect(layer.summary.outages.map(\.sensor) == ["radar"])
    layer.take(look("radar", 1225))
    #expect(layer.advance(to: after(1226)).map(\.isBegin) == [false])
  }

  @Test func whatNobodyLooksAtForAnHourIsTold() throws {
    var layer = CoverageLayer(grid: grid, sensors: [radar, Sensor(name: "plane", kind: .aircraft)], began: noon)
    let corners = [place(50.79, 1.19), place(50.79, 1.81), place(51.21, 1.81), place(51.21, 1.19)]
    for second in stride(from: 0.0, to: 7000, by: 5) {
      layer.take(look("radar", second))
      if second < 600 { layer.take(look("plane", second, footprint: corners)) }
    }
    _ = layer.advance(to: after(4000))
    #expect(layer.unwatchedCells(for: 3600).isEmpty)
    let alerts = layer.advance(to: after(4200))
    #expect(alerts.map(\.kind) == [.unwatched])
    let unwatched = layer.unwatchedCells(for: 3600)
    for index in 0..<grid.count {
      let isInField = Sphere.distanceMetres(from: place(51, 1.5), to: grid.centre(index)) < 15_000
      if (Sphere.distanceMetres(from: place(51, 1.5), to: grid.centre(index)) - 15_000).magnitude > 50 {
        #expect(unwatched.contains(index) == !isInField)
      }
    }
    #expect(abs(layer.summary.shareUnwatched - Double(unwatched.count) / Double(grid.count)) < 1e-12)
    #expect(!layer.unwatched(for: 3600).isEmpty)
  }

  /// The night on which aircraft could not fly.
  @Test func aStormIsToldAndTakesTheSightAway() throws {
    var plane = Sensor(name: "plane", kind: .aircraft)
    plane.lookSeconds = 60
    var layer = CoverageLayer(grid: grid, sensors: [radar, plane], began: noon)
    for second in stride(from: 0.0, to: 100, by: 5) { layer.take(look("radar", second)) }
    layer.take(look("plane", 95, footprint: [place(50.9, 1.3), place(50.9, 1.4), place(51, 1.4), place(51, 1.3)]))
    _ = layer.advance(to: after(100))
    #expect(try cell(layer, place(50.95, 1.35)).sensors == 3)
    layer.weather = DetectionWeather(seaState: 6, windKnots: 48)
    let alerts = layer.advance(to: after(101))
    #expect(alerts.map(\.sensor) == ["plane"])
    #expect(alerts.first?.isWeather == true)
    #expect(layer.summary.shareSeen == 0)
    #expect(try cell(layer, place(51.05, 1.5)).seenSoon < 0.3)
    layer.weather = .calm
    #expect(layer.advance(to: after(102)).map(\.isBegin) == [false])
  }

  /// A radar that declares 0.8 and shows every fifth boat is believed for what it shows; one that misses ships is no
  /// better.
  @Test func whatIsMeasuredIsBelieved() throws {
    for isSmall in [true, false] {
      var declared = radar
      declared.detectionProbability = 0.8
      var layer = CoverageLayer(grid: grid, sensors: [declared], began: noon)
      var noise = SeededNoise(seed: 8)
      for second in stride(from: 0.0, to: 1200, by: 5) {
        layer.take(look("radar", second))
        layer.note(
          sensor: "radar", rangeMetres: 5200, isSmall: isSmall, wasSeen: noise.uniform() < 0.2, at: after(second))
      }
      _ = layer.advance(to: after(1200))
      let measured = try #require(layer.measured("radar"))
      #expect(abs(measured.probability(ring: 3, declared: 0.8) - 0.2) < 0.12)
      #expect(measured.probability(ring: 7, declared: 0.8) == 0.8)
    }
  }

  /// What is declared to fall with the distance, and what the tracker has measured.
  @Test func aFallIsDeclaredAndWhatWasMeasuredWins() throws {
    var declared = radar
    declared.detectionProbability = 0.8
    declared.fullDetectionRangeMetres = 7500
    var layer = CoverageLayer(grid: grid, sensors: [declared], began: noon)
    var rings = layer.rings(of: "radar")
    #expect(rings.count == 10 && rings.allSatisfy { $0.basis == .declared && $0.used == $0.declared })
    #expect(abs(rings[3].declared - 0.8) < 1e-12 && abs(rings[7].declared - 0.4) < 1e-12)
    var measured = MeasuredDetection(greatestRangeMetres: 15_000)
    measured.note(ring: 7, isSmall: true, seen: 10, missed: 90)
    measured.note(ring: 2, isSmall: false, seen: 2, missed: 98)
    measured.note(ring: 4, isSmall: true, seen: 1, missed: 1)
    let isTaken = layer.take(SensorPerformance(sensor: "radar", detection: measured))
    #expect(isTaken)
    rings = layer.rings(of: "radar")
    #expect(rings[7].basis == .measured && (rings[7].used - 0.122).magnitude < 0.001)
    #expect(rings[2].basis == .boundByLargerCraft && rings[2].used < 0.1)
    #expect(rings[4].basis == .declared && rings[4].used < 0.8)
    #expect(rings[7].measured.looks == 100 && rings[7].measured.hits == 10)
    for second in stride(from: 0.0, to: 600, by: 5) { layer.take(look("radar", second)) }
    _ = layer.advance(to: after(600))
    // Ten looks that do not depend on each other, each as measured in the ring from 10.5 to 12 km.
    let seen = try cell(layer, place(51.1, 1.5)).seenSoon
    #expect((seen - (1 - pow(1 - rings[7].used, 10))).magnitude < 1e-9, "\(seen)")
    let shorter = MeasuredDetection(greatestRangeMetres: 9000)
    let refused = [
      layer.take(SensorPerformance(sensor: "nobody", detection: measured)),
      layer.take(SensorPerformance(sensor: "radar", detection: shorter)),
    ]
    #expect(refused == [false, false] && layer.rings(of: "nobody").isEmpty)
  }

  @Test func badLooksAreCountedAndNothingTraps() {
    var layer = CoverageLayer(grid: grid, sensors: [radar, Sensor(name: "plane", kind: .aircraft)], began: noon)
    layer.take(look("nobody", 0))
    layer.take(look("plane", 0))
    layer.take(look("plane", 0, footprint: [place(0, 0)]))
    layer.take(SensorLook(sensor: "radar", at: after(1e6), received: noon, plots: []))
    layer.take(SensorLook(sensor: "radar", at: noon, received: noon, plots: [], exercise: true))
    #expect(layer.refused.unknown == 1)
    #expect(layer.refused.unusable == 2)
    #expect(layer.refused.untimely == 1)
    #expect(layer.refused.otherWorld == 1)
    for moment in [Instant(millisecondsSince1970: .min), Instant(millisecondsSince1970: .max)] {
      layer.take(SensorLook(sensor: "radar", at: moment, received: moment, plots: []))
      layer.note(sensor: "radar", rangeMetres: .infinity, isSmall: true, wasSeen: true, at: moment)
      layer.note(sensor: "radar", rangeMetres: 1e300, isSmall: true, wasSeen: true, at: moment)
      _ = layer.advance(to: moment)
    }
    var broken = radar
    broken.greatestRangeMetres = .infinity
    broken.detectionProbability = .nan
    broken.lookSeconds = .nan
    broken.sectorDegrees = [.nan, 1]
    var other = CoverageLayer(grid: grid, sensors: [broken], began: noon)
    other.take(look("radar", 1))
    _ = other.advance(to: after(2))
    #expect(other.summary.shareSeen == 0)
  }

  @Test func weatherOnlyTakesAway() {
    for kind in Sensor.Kind.allCases {
      let factors = (0...9).map { DetectionWeather(seaState: $0, windKnots: 10).factor(kind) }
      #expect(factors == factors.sorted(by: >) && factors.allSatisfy { (0...1).contains($0) })
    }
    #expect(DetectionWeather(seaState: 3, windKnots: 30).factor(.drone) == 0)
    #expect(DetectionWeather(seaState: 99, windKnots: .nan).seaState == 9)
  }
}
