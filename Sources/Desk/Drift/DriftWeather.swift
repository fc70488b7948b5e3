import Foundation
import Geodesy
import Operations
import Tracking

/// Which wind and water a drift is computed with, and from whom they are.
struct DriftWeather: Sendable {
  /// One of the things that wind and water may do.
  struct Assumption: Sendable {
    var wind: any FlowField
    var current: any FlowField
  }

  /// Where a field comes from.
  enum Basis: Sendable, Hashable {
    case file(name: String, written: Instant?, until: Instant)
    /// Somebody on watch said it; it is taken to stay as it is.
    case said(by: String, agency: String, since: Instant, knots: Double, fromDegrees: Double?, isOld: Bool)
    /// Nothing is known, and a spread stands in.
    case assumed
  }

  let assumptions: [Assumption]
  let wind: Basis
  let current: Basis
  /// How many hours of the drift the files cover.
  let hours: Int

  /// The speeds of wind that stand in when nobody said any, in metres a second.
  static let assumedSpeeds = [3.0, 9]
  /// Directions of a wind of which nobody knows whence it blows.
  static let sides = 8
  private static let metresPerSecondPerKnot = 1852.0 / 3600

  /// The best that is known for a drift.
  ///
  /// - Parameters:
  ///   - lead: seconds before the start that the drift needs too, since its time is not known exactly.
  ///   - least: the fewest hours that a file must cover to be used: until now, as a rule.
  init(
    _ stock: WeatherStock, said: WatchWeather?, from start: Instant, at position: Position, hours: Int, least: Int,
    leadSeconds: Double, isBackward: Bool, now: Instant
  ) {
    func reach(_ source: WeatherStock.Source) -> Int? {
      let sign: Double = isBackward ? -1 : 1
      let first = start.adding(milliseconds: Int64(-sign * leadSeconds * 1000))
      guard source.covers(position, first), source.covers(position, start) else { return nil }
      let edge = isBackward ? source.field.times.moments.first ?? start : source.until
      let covered = min(hours, Int(sign * edge.seconds(since: start) / 3600))
      return covered >= least ? covered : nil
    }
    func best(_ sources: [WeatherStock.Source]) -> (source: WeatherStock.Source, hours: Int)? {
      sources.lazy.compactMap { source in reach(source).map { (source, $0) } }.first
    }
    var hours = hours
    var winds: [any FlowField]
    if let found = best(stock.winds) {
      (winds, wind, hours) = ([found.source.field], found.source.basis, min(hours, found.hours))
    } else if let said {
      winds = Self.winds(said)
      wind = .said(
        by: said.by, agency: said.agency, since: said.since, knots: said.weather.windKnots,
        fromDegrees: said.windFromDegrees, isOld: said.isOld(at: now))
    } else {
      winds = Self.assumedSpeeds.flatMap { Self.fromAllSides(metresPerSecond: $0) }
      wind = .assumed
    }
    var currents: [any FlowField]
    if let found = best(stock.currents) {
      (currents, current, hours) = ([found.source.field], found.source.basis, min(hours, found.hours))
    } else {
      (currents, current) = (AssumedTide.all, .assumed)
    }
    self.hours = hours
    // Stepping by five through sixteen pairs every wind with another stream.
    assumptions = (0..<max(winds.count, currents.count)).map { index in
      Assumption(wind: winds[index % winds.count], current: currents[index * 5 % currents.count])
    }
  }

  private static func winds(_ said: WatchWeather) -> [any FlowField] {
    let speed = said.weather.windKnots * metresPerSecondPerKnot
    guard let from = said.windFromDegrees else { return fromAllSides(metresPerSecond: speed) }
    return [blowing(from: from, metresPerSecond: speed)]
  }

  private static func fromAllSides(metresPerSecond: Double) -> [any FlowField] {
    (0..<sides).map { blowing(from: Double($0) * 360 / Double(sides), metresPerSecond: metresPerSecond) }
  }

  private static func blowing(from degrees: Double, metresPerSecond: Double) -> any FlowField {
    ConstantFlow(
      name: "wind", eastMetresPerSecond: -metresPerSecond * sin(degrees * .pi / 180),
      northMetresPerSecond: -metresPerSecond * cos(degrees * .pi / 180)) ?? ConstantFlow.calm(name: "wind")
  }
}

extension WeatherStock.Source {
  fileprivate var basis: DriftWeather.Basis { .file(name: name, written: written, until: until) }
}

extension DriftWeather.Basis {
  /// What tells it from another in a cache.
  var key: String {
    switch self {
    case .file(let name, let written, let until): "file \(name) \(written?.iso8601 ?? "") \(until.iso8601)"
    case .said(_, _, let since, let knots, let from, _): "said \(since.iso8601) \(knots) \(from ?? -1)"
    case .assumed: "assumed"
    }
  }
}
