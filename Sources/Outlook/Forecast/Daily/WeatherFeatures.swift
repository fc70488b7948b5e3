import Foundation

/// Weather beside the days of a series, on a common scale; a day without weather has zeros, the mean.
struct WeatherFeatures: Sendable {
  /// How many numbers each day has.
  let width: Int
  /// The numbers of each day, day after day.
  let values: [Double]

  /// Lays weather beside `count` days from the first; the scale is learned from the days before `learnBefore` alone.
  init(_ weather: DayWeather, first: CalendarDay, count: Int, learnBefore: Int) {
    let directions = weather.names.indices.filter { weather.names[$0].lowercased().contains("dir") }
    let plain = weather.names.indices.filter { !directions.contains($0) }
    width = plain.count + 2 * directions.count
    var raw: [[Double?]] = []
    for day in 0..<count {
      let found = weather.values(first.advanced(byDays: day))
      var row: [Double?] = plain.map { column in found.flatMap { $0[column] } }
      for column in directions {
        // A direction counts by the strength of the wind, which is the first of the other columns.
        let angle = found.flatMap { $0[column] }.map { $0 * .pi / 180 }
        let speed = plain.first.map { column in found.flatMap { $0[column] } } ?? 1
        row.append(angle.flatMap { angle in speed.map { -$0 * sin(angle) } })
        row.append(angle.flatMap { angle in speed.map { -$0 * cos(angle) } })
      }
      raw.append(row)
    }
    var values = [Double](repeating: 0, count: count * width)
    for column in 0..<width {
      let known = raw[..<min(learnBefore, count)].compactMap { $0[column] }
      let mean = known.reduce(0, +) / Double(max(known.count, 1))
      let variance = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(known.count, 1))
      let deviation = variance > 0 ? variance.squareRoot() : 1
      for day in 0..<count { values[day * width + column] = raw[day][column].map { ($0 - mean) / deviation } ?? 0 }
    }
    self.values = values
  }
}
