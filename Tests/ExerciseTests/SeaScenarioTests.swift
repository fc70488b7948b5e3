import Testing
import Tracking

@testable import Exercise

@Suite struct SeaScenarioTests {
  private func frames(_ parameters: SeaScenario.Parameters) -> [SeaScenario.Frame] {
    var scenario = SeaScenario(parameters)
    var frames: [SeaScenario.Frame] = []
    while let frame = scenario.next() { frames.append(frame) }
    return frames
  }

  @Test func aSeedGivesTheSameSea() {
    var parameters = SeaScenario.Parameters()
    parameters.scans = 20
    let (first, second) = (frames(parameters), frames(parameters))
    parameters.seed = 2
    let other = frames(parameters)
    func all(_ frames: [SeaScenario.Frame]) -> [Double] { frames.flatMap { $0.detections.map(\.first) } }
    #expect(first.count == 40 && all(first) == all(second) && all(first) != all(other))
  }

  @Test func detectionsAreAsOftenAndAsFarOffAsSaid() {
    var parameters = SeaScenario.Parameters()
    (parameters.scans, parameters.detectionProbability, parameters.clutter) = (200, 0.7, 40)
    var (due, seen, clutter, squares) = (0, 0, 0, 0.0)
    let radarFrames = frames(parameters).filter(\.isRadar)
    for frame in radarFrames {
      for craft in frame.truth {
        let range = (craft.x * craft.x + craft.y * craft.y).squareRoot()
        guard range > 1000, range < 24_000 else { continue }
        due += 1
        guard let plot = frame.detections.first(where: { $0.target == craft.target }) else { continue }
        seen += 1
        squares += (plot.first - range) * (plot.first - range)
      }
      clutter += frame.detections.count { $0.target < 0 }
    }
    let share = Double(seen) / Double(due)
    #expect((0.68...0.72).contains(share), "\(share)")
    let deviation = (squares / Double(seen)).squareRoot()
    #expect((29...31).contains(deviation), "\(deviation)")
    #expect((38...42).contains(Double(clutter) / Double(radarFrames.count)))
  }

  @Test func theTrackerComesNearTheOracle() {
    var parameters = SeaScenario.Parameters()
    (parameters.scans, parameters.seed) = (80, 3)
    var scenario = SeaScenario(parameters)
    var settings = CraftTrackerSettings()
    settings.modes = [MotionMode(accelerationIntensity: parameters.intensity, dwellSeconds: 3600)]
    var (tracker, oracle) = (CraftTracker(settings: settings), OracleTracker(settings: settings))
    var (ours, bar) = (TrackingScore(), TrackingScore())
    let radar = SensorModel(
      field: .ring(fromMetres: parameters.leastRange, toMetres: parameters.greatestRange), detectionProbability: 0.9,
      falsePlotsPerScan: parameters.clutter)
    let receiver = SensorModel(
      number: 1, field: .everywhere(areaSquareMetres: 4 * parameters.greatestRange * parameters.greatestRange),
      detectionProbability: 0.9, falsePlotsPerScan: parameters.falseReports, isCooperative: true)
    while let frame = scenario.next() {
      let plots = frame.detections.map { one in
        frame.isRadar
          ? Plot(
            rangeMetres: one.first, bearingRadians: .pi / 2 - one.second, rangeDeviationMetres: 30,
            bearingDeviationRadians: 0.2 * .pi / 180)
          : Plot(eastMetres: one.first, northMetres: one.second, deviationMetres: 10)
      }
      let scan = Scan(seconds: frame.seconds, sensor: frame.isRadar ? radar : receiver, plots: plots)
      tracker.take(scan)
      oracle.take(scan, targets: frame.detections.map(\.target), present: Set(frame.truth.map(\.target)))
      guard frame.isRadar else { continue }
      let truth = frame.truth.map {
        TrackingScore.Item(id: $0.target, place: .init(east: $0.x, north: $0.y), isSmallBoat: $0.isSmallBoat)
      }
      let tracks = tracker.tracks.map {
        TrackingScore.Item(id: $0.number, place: .init(east: $0.eastMetres, north: $0.northMetres))
      }
      ours.add(craft: truth, tracks: tracks, isCounted: frame.number >= 40)
      bar.add(craft: truth, tracks: oracle.places(at: frame.seconds), isCounted: frame.number >= 40)
    }
    #expect(ours.meanGeneralised < 1.12 * bar.meanGeneralised, "\(ours.meanGeneralised) beside \(bar.meanGeneralised)")
    #expect(ours.smallBoatsHeldShare > 0.97 && ours.falsePerScan < 0.3)
    #expect(bar.meanGeneralised > 50)
  }
}
