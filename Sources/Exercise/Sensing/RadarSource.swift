import Feeds
import Geodesy

/// A shore radar: turn after turn of plots, true ones and false, as datagrams of ASTERIX.
///
/// A datagram holds the plots of one sector and then the message of the sector that follows; the north marker, with
/// the place of the radar, therefore comes when all plots of a turn have come.
struct RadarSource: FeedSource {
  /// Sectors of a turn, as category 034 counts them.
  static let sectors = 32
  /// A place a little further off than the greatest range is still looked at, since places and ranges differ slightly.
  private static let marginMetres = 2000.0

  private let performance: RadarPerformance
  private let view: RadarView
  private let messages: RadarMessages
  private let endMilliseconds: Int64
  private var lookout: Lookout
  private var chance: SeededGenerator
  private var turn: Int64 = 0
  private var sector = 0
  private var plots: [RadarPlot] = []
  private var nextPlot = 0
  private var hasBegun = false
  private var waiting: [(milliseconds: Int64, bytes: [UInt8])] = []

  init(_ night: Night, _ site: RadarSite) {
    performance = RadarPerformance(site, night.conditions)
    view = RadarView(from: site.place, heightMetres: site.heightMetres)
    messages = RadarMessages(site, start: night.start)
    endMilliseconds = night.durationMilliseconds
    lookout = Lookout(night)
    chance = SeededGenerator(seed: night.seed, stream: 20_000_000 + UInt64(site.number))
  }

  private var site: RadarSite { performance.site }

  mutating func next() -> (milliseconds: Int64, bytes: [UInt8])? {
    if !hasBegun {
      hasBegun = true
      guard endMilliseconds > 0 else { return nil }
      return (0, messages.datagrams([], thenSector: 0, at: 0)[0])
    }
    while waiting.isEmpty {
      if sector == 0 { (plots, nextPlot) = (plots(ofTurn: turn), 0) }
      let end = turn * site.turnMilliseconds + Int64(sector + 1) * site.turnMilliseconds / Int64(Self.sectors)
      guard end < endMilliseconds else { return nil }
      var seen: [RadarPlot] = []
      let last = Double(sector + 1) * 360 / Double(Self.sectors)
      while nextPlot < plots.count, plots[nextPlot].bearingDegrees < last || sector == Self.sectors - 1 {
        seen.append(plots[nextPlot])
        nextPlot += 1
      }
      sector = (sector + 1) % Self.sectors
      if sector == 0 { turn += 1 }
      waiting = messages.datagrams(seen, thenSector: sector, at: end).reversed().map { (end, $0) }
    }
    return waiting.removeLast()
  }

  /// What a turn shows with its truth, in the order of bearings; turns are to be asked for one after the other.
  mutating func plots(ofTurn turn: Int64) -> [RadarPlot] {
    let begin = turn * site.turnMilliseconds
    var echoes: [Echo] = []
    let (performance, view, site) = (performance, view, site)
    var chance = chance
    lookout.forEach(
      near: site.place, metres: RadarSite.ranges.upperBound + Self.marginMetres, at: begin
    ) { actor, motion in
      var sight = view.sight(of: motion.place)
      // The beam comes by when the antenna points there, and the craft has moved on until then.
      let seconds = sight.bearingDegrees / 360 * Double(site.turnMilliseconds) / 1000
      sight = view.sight(of: motion.place.moved(north: motion.north * seconds, east: motion.east * seconds))
      guard site.seesSea(sight.bearingDegrees) else { return }
      let probability = performance.detectionProbability(
        rangeMetres: sight.rangeMetres, lengthMetres: Double(actor.particulars.lengthMetres))
      guard probability > 0, chance.unit() < probability else { return }
      echoes.append(
        Echo(rangeMetres: sight.rangeMetres, bearingDegrees: sight.bearingDegrees, actors: [actor.number]))
    }
    self.chance = chance
    var seen = Self.resolved(echoes).map { measured($0) }
    addClutter(to: &seen)
    return seen.sorted { $0.bearingDegrees < $1.bearingDegrees }
  }

  /// What comes back to the antenna, before it is measured.
  private struct Echo {
    var rangeMetres: Double
    var bearingDegrees: Double
    var actors: [Int]
  }

  /// Echoes that lie within the resolution of each other come back as one, in the middle of them.
  private static func resolved(_ echoes: [Echo]) -> [Echo] {
    var whole: [Echo] = []
    for echo in echoes.sorted(by: { $0.rangeMetres < $1.rangeMetres }) {
      let near = whole.lastIndex { other in
        echo.rangeMetres - other.rangeMetres < RadarSite.resolution.rangeMetres
          && (echo.bearingDegrees - other.bearingDegrees).remainder(dividingBy: 360).magnitude
            < RadarSite.resolution.bearingDegrees
      }
      guard let near else {
        whole.append(echo)
        continue
      }
      let part = 1 / Double(whole[near].actors.count + 1)
      let turn = (echo.bearingDegrees - whole[near].bearingDegrees).remainder(dividingBy: 360)
      whole[near].rangeMetres += (echo.rangeMetres - whole[near].rangeMetres) * part
      whole[near].bearingDegrees = wrapped(whole[near].bearingDegrees + turn * part)
      whole[near].actors += echo.actors
    }
    return whole
  }

  private mutating func measured(_ echo: Echo) -> RadarPlot {
    RadarPlot(
      rangeMetres: max(0, echo.rangeMetres + RadarSite.rangeDeviationMetres * chance.bell()),
      bearingDegrees: wrapped(echo.bearingDegrees + site.bearingDeviationDegrees * chance.bell()),
      actors: echo.actors)
  }

  private mutating func addClutter(to seen: inout [RadarPlot]) {
    let (least, most) = (RadarSite.ranges.lowerBound, RadarSite.ranges.upperBound)
    for _ in 0..<chance.poisson(mean: performance.evenFalsePlots) {
      seen.append(falsePlot(rangeMetres: chance.number(in: least...most)))
    }
    for _ in 0..<chance.poisson(mean: performance.seaFalsePlots) {
      let near = chance.unit()
      seen.append(falsePlot(rangeMetres: least + (RadarPerformance.seaClutterMetres - least) * near * near))
    }
  }

  private mutating func falsePlot(rangeMetres: Double) -> RadarPlot {
    RadarPlot(
      rangeMetres: rangeMetres,
      bearingDegrees: wrapped(site.seaSectorDegrees[0] + site.seaDegrees * chance.unit()), actors: [])
  }
}

/// What a radar shows once, with the numbers of the actors that it truly is: none for what is false, several where the
/// radar cannot tell them apart.
struct RadarPlot: Hashable, Sendable {
  let rangeMetres: Double
  let bearingDegrees: Double
  let actors: [Int]
}

/// An angle in degrees from 0 up to 360.
func wrapped(_ degrees: Double) -> Double {
  let rest = degrees.truncatingRemainder(dividingBy: 360)
  return rest < 0 ? rest + 360 : rest
}
