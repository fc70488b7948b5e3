import ArgumentParser
import Foundation
import Outlook

/// `foreland warn`: when a change in a series is news.
struct WarnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warn", abstract: "Say when a series rises above what ordinary times bring.",
    discussion: """
      Writes a row for each period: date,expected,upper,value,alarm. Nothing after a period is used to judge it. Rows \
      before enough \
      is known have no expected. Alarms are told on standard error: since when, how unusual, which other methods \
      agree, and what \
      other columns of the table moved.
      """)

  @Argument(help: "The series: a table with commas, semicolons or tabs, or an ODS workbook; - for standard input.")
  var file: String
  @Option(help: "The column of dates.")
  var date: String
  @Option(help: "The column of counts.")
  var value: String
  @Option(help: "How many alarms a year ordinary times may bring.")
  var falseAlarmsPerYear: Double
  @Option(help: "Other columns of counts that are looked at when there is an alarm.", transform: { $0 })
  var beside: [String] = []
  @Option(help: "Where to write; - is standard output.")
  var out = "-"

  func validate() throws {
    guard falseAlarmsPerYear > 0, falseAlarmsPerYear.isFinite else {
      throw ValidationError("--false-alarms-per-year is a number above 0.")
    }
  }

  func run() throws {
    let table = try OutlookFiles.table(file, columns: [date, value])
    let reading = try SeriesReading(table, dateColumn: date, valueColumn: value, latest: OutlookFiles.today)
    reading.remarks.forEach(OutlookFiles.say)
    let watch = try SurgeWatch(reading.series, falseAlarmsPerYear: falseAlarmsPerYear)
    watch.remarks.map(OutlookWords.of).forEach { OutlookFiles.say("\(reading.series.name): \($0)") }
    let others = try beside.map {
      try SeriesReading(table, dateColumn: date, valueColumn: $0, latest: OutlookFiles.today).series
    }
    var text = "date,expected,upper,value,alarm\n"
    for (index, period) in watch.periods.enumerated() {
      let numbers = [period.expected, period.upper, period.observed].map { $0.map(Self.number) ?? "" }
      text += "\(period.day),\(numbers.joined(separator: ",")),\(period.alarm == nil ? 0 : 1)\n"
      guard let alarm = period.alarm else { continue }
      let moved = HierarchyAnomaly.find(others, at: index, threshold: 2)
      OutlookFiles.say(Self.words(period, alarm, moved))
    }
    try OutlookFiles.write(text, out)
    let breaks = ChangePoints.find(reading.series.values, shortest: reading.series.period == .day ? 28 : 8)
    if !breaks.isEmpty {
      OutlookFiles.say("Levels change at " + breaks.map { "\(reading.series.day($0))" }.joined(separator: ", "))
    }
  }

  private static func words(_ period: WatchedPeriod, _ alarm: Alarm, _ moved: [HierarchyAnomaly]) -> String {
    var words =
      "\(period.day): \(number(period.observed ?? 0)) came, \(number(period.expected ?? 0)) expected; "
      + "since \(alarm.since) "
      + "\(number(alarm.observedSince)) against \(number(alarm.expectedSince)); "
      + "a chance of \(String(format: "%.2g", alarm.chance)) in one period"
    if !alarm.witnesses.isEmpty { words += "; so say \(alarm.witnesses.map(OutlookWords.of).joined(separator: ", "))" }
    if !moved.isEmpty {
      words +=
        "; moved too: "
        + moved.map { "\($0.name) \(number($0.observed)) against \(number($0.expected))" }.joined(separator: ", ")
    }
    return words
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? String(format: "%.0f", value) : String(format: "%.1f", value)
  }
}
