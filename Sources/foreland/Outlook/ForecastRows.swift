import Foundation
import Outlook

/// The rows that `foreland forecast` writes.
struct ForecastRows {
  private(set) var text = Self.heading
  private(set) var totalText = Self.heading

  private static let levels = [25, 50] + stride(from: 100, through: 900, by: 50) + [950, 975]
  private static let heading =
    "origin,date,h,mean," + levels.map { "q" + String(format: "%03d", $0) }.joined(separator: ",") + "\n"

  mutating func add(
    _ origin: CalendarDay, _ date: CalendarDay, _ ahead: Int, mean: Double, _ quantile: (Double) -> Double
  ) {
    text += Self.row(origin, date, ahead, mean, quantile)
  }

  /// Adds the total of an origin's periods: dated by the last of them, `h` their number.
  mutating func addTotal(
    _ origin: CalendarDay, _ date: CalendarDay, _ ahead: Int, mean: Double, _ quantile: (Double) -> Double
  ) {
    totalText += Self.row(origin, date, ahead, mean, quantile)
  }

  private static func row(
    _ origin: CalendarDay, _ date: CalendarDay, _ ahead: Int, _ mean: Double, _ quantile: (Double) -> Double
  ) -> String {
    let numbers = [mean] + levels.map { quantile(Double($0) / 1000) }
    return "\(origin),\(date),\(ahead)," + numbers.map { String(format: "%.2f", $0) }.joined(separator: ",") + "\n"
  }
}
