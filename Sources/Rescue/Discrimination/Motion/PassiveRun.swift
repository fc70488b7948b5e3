import Geodesy

/// How far water and wind have run since the start of the night: the integral of a series, so that the run between any
/// two moments is one subtraction.
struct PassiveRun: Sendable {
  /// The run of the current and of the wind at one moment, in metres, and their rates, in metres a second.
  struct Reading {
    var current: SIMD2<Double> = .zero
    var wind: SIMD2<Double> = .zero
    var currentRate: SIMD2<Double> = .zero
    var windRate: SIMD2<Double> = .zero
  }

  private var seconds: [Double] = []
  private var readings: [Reading] = []

  /// The run of a series, with times counted from a reference. An empty series is still water without wind.
  init(_ series: SeaSeries, reference: Instant) {
    var last: (time: Double, reading: Reading)?
    for sample in series.samples {
      let time = sample.time.seconds(since: reference)
      var reading = Reading(
        currentRate: SIMD2(sample.currentEast, sample.currentNorth), windRate: SIMD2(sample.windEast, sample.windNorth))
      if let last {
        guard time > last.time else { continue }
        let half = (time - last.time) / 2
        reading.current = last.reading.current + half * (last.reading.currentRate + reading.currentRate)
        reading.wind = last.reading.wind + half * (last.reading.windRate + reading.windRate)
      }
      seconds.append(time)
      readings.append(reading)
      last = (time, reading)
    }
  }

  /// The run at a moment; before the first sample and after the last one their rates go on.
  func reading(at time: Double) -> Reading {
    guard let first = readings.first else { return Reading() }
    guard readings.count > 1 else { return Self.onward(first, time - seconds[0]) }
    var (low, high) = (0, seconds.count)
    while low < high {
      let middle = (low + high) / 2
      if seconds[middle] <= time { low = middle + 1 } else { high = middle }
    }
    if low == 0 { return Self.onward(first, time - seconds[0]) }
    let before = readings[low - 1]
    let elapsed = time - seconds[low - 1]
    guard low < seconds.count else { return Self.onward(before, elapsed) }
    let share = elapsed / (seconds[low] - seconds[low - 1])
    let after = readings[low]
    var reading = Reading(
      currentRate: before.currentRate + share * (after.currentRate - before.currentRate),
      windRate: before.windRate + share * (after.windRate - before.windRate))
    reading.current = before.current + elapsed / 2 * (before.currentRate + reading.currentRate)
    reading.wind = before.wind + elapsed / 2 * (before.windRate + reading.windRate)
    return reading
  }

  private static func onward(_ reading: Reading, _ elapsed: Double) -> Reading {
    var moved = reading
    moved.current += elapsed * reading.currentRate
    moved.wind += elapsed * reading.windRate
    return moved
  }
}
