import ArgumentParser
import Outlook

/// `FIRST:STEP:COUNT`: origins at even steps.
struct OriginRange {
  let first: CalendarDay
  let step: Int
  let count: Int

  init(_ text: String) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let first = CalendarDay(text: parts[0]), let step = Int(parts[1]),
      let count = Int(parts[2]),
      (1...3660).contains(step), (1...OutlookLimits.origins).contains(count)
    else { throw ValidationError("--backtest is FIRST:STEP:COUNT, such as 2023-06-02:28:29.") }
    self.first = first
    self.step = step
    self.count = count
  }
}
