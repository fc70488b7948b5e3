import ArgumentParser
import Exercise
import Foundation
import Tracking

/// `foreland track load`: what many craft seen by four radars cost.
struct TrackLoad: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Measure the tracker with many craft that four radars see.",
    discussion: """
      Prints one line of JSON: craft, seconds of the scenario and CPU seconds of the tracker for them, the same for a second, \
      tracks at the end, and the share of craft that have one within 200 m. The craft \
      lie as dense for each number of them. All of it is made up.
      """)

  @Option(help: "How many craft.")
  var craft = 1000
  @Option(help: "Turns of each radar, five seconds each.")
  var scans = 24
  @Option(help: "The seed.")
  var seed: UInt64 = 1

  private static let mostCraft = 40_000
  private static let radars = 4
  private static let turnSeconds = 5.0
  /// Ships on a square kilometre.
  private static let density = 2.5

  func validate() throws {
    guard (1...Self.mostCraft).contains(craft), (1...10_000).contains(scans) else {
      throw ValidationError("Craft are 1 to \(Self.mostCraft), scans 1 to 10000.")
    }
  }

  func run() throws {
    var parameters = SeaScenario.Parameters()
    (parameters.seed, parameters.ships, parameters.flotillas) = (seed, craft, 0)
    parameters.greatestRange = (Double(craft) / (.pi * Self.density)).squareRoot() * 1000 / 0.8
    (parameters.scans, parameters.secondsBetweenScans) = (
      scans * Self.radars / 2, 2 * Self.turnSeconds / Double(Self.radars)
    )
    // The craft come from the scenario; what the four radars see of them is made here.
    (parameters.clutter, parameters.falseReports, parameters.detectionProbability) = (0, 0, 0)
    var scenario = SeaScenario(parameters)
    var chance = RadarChance(random: SeededGenerator(seed: seed &+ 1))
    var settings = CraftTrackerSettings()
    settings.modes = [MotionMode(accelerationIntensity: parameters.intensity, dwellSeconds: 3600)]
    var tracker = CraftTracker(settings: settings)
    var (spent, last, seconds): (Double, [SeaScenario.Craft], Double) = (0, [], 0)
    let sensors = (0..<Self.radars).map { radar($0, parameters.greatestRange) }
    while let frame = scenario.next() {
      let sensor = sensors[frame.number % Self.radars]
      let plots = chance.plots(of: frame.truth, from: sensor)
      let before = processorSeconds()
      tracker.take(Scan(seconds: frame.seconds, sensor: sensor, plots: plots))
      spent += processorSeconds() - before
      (last, seconds) = (frame.truth, frame.seconds + Self.turnSeconds / Double(Self.radars))
    }
    tell(tracker.tracks, last, seconds: seconds, spent: spent)
  }

  /// A radar a third of the way out, so that each place is seen by all four.
  private func radar(_ number: Int, _ range: Double) -> SensorModel {
    let (east, north) = (number % 2 == 0 ? -range / 3 : range / 3, number < 2 ? -range / 3 : range / 3)
    return SensorModel(
      number: number, eastMetres: east, northMetres: north, field: .ring(fromMetres: 100, toMetres: 2 * range),
      detectionProbability: RadarChance.detectionProbability, falsePlotsPerScan: RadarChance.falsePlots)
  }

  private func tell(_ tracks: [CraftEstimate], _ craft: [SeaScenario.Craft], seconds: Double, spent: Double) {
    let held = craft.count { one in
      tracks.contains { track in
        let (east, north) = (track.eastMetres - one.x, track.northMetres - one.y)
        return east * east + north * north < 40_000
      }
    }
    var output = TrackOutput(heading: "")
    output.add(
      """
      {"craft":\(self.craft),"present":\(craft.count),"seconds":\(seconds),"cpuSeconds":\(spent),\
      "cpuSecondsPerSecond":\(spent / max(seconds, 1e-9)),"tracks":\(tracks.count),\
      "held":\(Double(held) / Double(max(craft.count, 1)))}

      """)
    output.flush()
  }

  private func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
