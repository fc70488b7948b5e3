import Foundation

/// Exponential smoothing in its state-space form, with the form chosen by the corrected information criterion.
///
/// Source: Hyndman, Koehler, Ord and Snyder 2008, chapters 2, 5 and 7.
public struct ExponentialSmoothing: Sendable {
  /// The form, such as `ETS(M,N,M)`.
  public var form: String { shape.description }
  /// The corrected Akaike criterion of the fit; smaller is better.
  public let criterion: Double

  private let shape: SmoothingForm
  private let parameters: [Double]
  private let state: State
  private let deviation: Double
  private let period: Int
  /// Where in the year the first forecast lies.
  private let phase: Int

  private struct State {
    var level: Double
    var trend: Double
    var season: [Double]
  }

  /// Fits all forms that suit the series and keeps the best.
  /// - Parameters:
  ///   - values: the counts, nil where none is known.
  ///   - period: periods in a year: 12 for months; 1 for none.
  /// - Returns: nil when fewer than four values are known.
  public init?(_ values: [Double?], period: Int) {
    let known = values.compactMap { $0 }
    guard known.count >= 4 else { return nil }
    let seasonal = period > 1 && period <= 53 && values.count >= 2 * period + 1
    let forms = SmoothingForm.candidates(allPositive: known.allSatisfy { $0 > 0 }, seasonal: seasonal)
    let fits = forms.compactMap { Self.fit(values, $0, period: seasonal ? period : 1, known: known.count) }
    guard let best = fits.min(by: { $0.criterion < $1.criterion }) else { return nil }
    self = best
  }

  private init(
    shape: SmoothingForm, parameters: [Double], state: State, deviation: Double, period: Int, phase: Int,
    criterion: Double
  ) {
    self.shape = shape
    self.parameters = parameters
    self.state = state
    self.deviation = deviation
    self.period = period
    self.phase = phase
    self.criterion = criterion
  }

  private static func fit(_ values: [Double?], _ form: SmoothingForm, period: Int, known: Int) -> ExponentialSmoothing?
  {
    let start = SmoothingStart(values, period: period, season: form.season)
    let first = State(level: start.level, trend: form.trend == .none ? 0 : start.trend, season: start.season)
    let begin =
      form.trend == .none ? State(level: levelOf(values, start, form, period), trend: 0, season: first.season) : first
    let search = SimplexSearch(dimensions: form.parameters, evaluations: 45 + 35 * form.parameters)
    let found = search.minimum(from: guess(form)) { point in
      var state = begin
      return run(values, form, point, &state, period).deviance
    }
    var state = begin
    let (deviance, squares) = run(values, form, found, &state, period)
    let estimated = Double(form.estimated(period: period))
    let spare = Double(known) - estimated - 1
    guard deviance.isFinite, spare > 0 else { return nil }
    return ExponentialSmoothing(
      shape: form, parameters: found, state: state,
      deviation: (squares / max(Double(known) - estimated, 1)).squareRoot(),
      period: period, phase: values.count % period,
      criterion: deviance + 2 * estimated + 2 * estimated * (estimated + 1) / spare)
  }

  /// Without a trend the level begins at the mean of the first periods.
  private static func levelOf(_ values: [Double?], _ start: SmoothingStart, _ form: SmoothingForm, _ period: Int)
    -> Double
  {
    let head = values.prefix(max(period, 8)).enumerated().compactMap { index, value in
      value.map {
        form.season == .multiplicative
          ? $0 / start.season[index % period]
          : $0 - (start.season.isEmpty ? 0 : start.season[index % period])
      }
    }
    return head.isEmpty ? start.level : head.reduce(0, +) / Double(head.count)
  }

  private static func guess(_ form: SmoothingForm) -> [Double] {
    var point = [-0.8]
    if form.trend != .none { point.append(-2.5) }
    if form.trend == .damped { point.append(1.5) }
    if form.season != .none { point.append(-2.5) }
    return point
  }

  @inline(__always)
  private static func share(_ free: Double) -> Double { 1 / (1 + exp(-free)) }

  /// Runs through the values from a state; unknown values pass without an error.
  /// - Returns: minus twice the log likelihood but for constants, and the sum of squared (relative) errors.
  private static func run(
    _ values: [Double?], _ form: SmoothingForm, _ point: [Double], _ state: inout State, _ period: Int
  ) -> (deviance: Double, squares: Double) {
    let weights = Weights(form, point)
    var (squares, logarithms, known) = (0.0, 0.0, 0.0)
    let isRelative = form.error == .multiplicative
    for index in values.indices {
      let place = index % period
      let plain = state.level + weights.damping * state.trend
      let season = state.season.isEmpty ? 0 : state.season[place]
      let expected = form.season == .multiplicative ? plain * season : plain + season
      if isRelative, expected <= 1e-9 { return (.infinity, .infinity) }
      let error = values[index].map { $0 - expected } ?? 0
      if values[index] != nil {
        known += 1
        let own = isRelative ? error / expected : error
        squares += own * own
        if isRelative { logarithms += log(expected) }
      }
      advance(&state, form, weights, plain, season, error, place)
    }
    return (known * log(max(squares / known, 1e-12)) + 2 * logarithms, squares)
  }

  private struct Weights {
    let level: Double
    let trend: Double
    let season: Double
    let damping: Double

    init(_ form: SmoothingForm, _ point: [Double]) {
      level = 1e-4 + 0.9998 * ExponentialSmoothing.share(point[0])
      trend = form.trend == .none ? 0 : level * ExponentialSmoothing.share(point[1])
      damping = form.trend == .none ? 0 : form.trend == .damped ? 0.8 + 0.18 * ExponentialSmoothing.share(point[2]) : 1
      season = form.season == .none ? 0 : (1 - level) * ExponentialSmoothing.share(point[form.parameters - 1])
    }
  }

  @inline(__always)
  private static func advance(
    _ state: inout State, _ form: SmoothingForm, _ weights: Weights, _ plain: Double, _ season: Double, _ error: Double,
    _ place: Int
  ) {
    let own = form.season == .multiplicative ? error / max(season, 1e-9) : error
    state.level = plain + weights.level * own
    if form.trend != .none { state.trend = weights.damping * state.trend + weights.trend * own }
    if form.season == .additive {
      state.season[place] = season + weights.season * error
    } else if form.season == .multiplicative {
      state.season[place] = max(season + weights.season * error / max(plain, 1e-9), 1e-3)
    }
  }

  /// The expected counts of the periods to come, none under zero.
  public func means(horizon: Int) -> [Double] {
    let weights = Weights(shape, parameters)
    var state = state
    return (0..<horizon).map { ahead in
      let place = (phase + ahead) % period
      let plain = state.level + weights.damping * state.trend
      let season = state.season.isEmpty ? 0 : state.season[place]
      Self.advance(&state, shape, weights, plain, season, 0, place)
      return max(shape.season == .multiplicative ? plain * season : plain + season, 0)
    }
  }

  /// Draws of the periods to come with the errors that the fit left, none under zero.
  /// - Returns: `count` paths of `horizon` counts.
  public func paths(horizon: Int, count: Int, using generator: inout SeededGenerator) -> [[Double]] {
    let weights = Weights(shape, parameters)
    return (0..<count).map { _ in
      var state = state
      return (0..<horizon).map { ahead in
        let place = (phase + ahead) % period
        let plain = state.level + weights.damping * state.trend
        let season = state.season.isEmpty ? 0 : state.season[place]
        let expected = shape.season == .multiplicative ? plain * season : plain + season
        let draw = deviation * generator.normal()
        // A relative error under minus one would turn the count's sign.
        let error = shape.error == .multiplicative ? max(draw, -0.99) * expected : draw
        Self.advance(&state, shape, weights, plain, season, error, place)
        return max(expected + error, 0)
      }
    }
  }
}
