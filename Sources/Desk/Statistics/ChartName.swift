/// The charts that the desk can draw of series, by their names in addresses.
enum ChartName: String, CaseIterable, Sendable {
  /// Every figure as its newest release has it.
  case published
  /// Each year's running total, on one calendar.
  case cumulative
  /// The sum of each day and the six before it.
  case sevenDays = "seven-days"
  /// People a craft, by the month.
  case peopleACraft = "people-a-craft"
  /// The share of those prevented among all who set out, by the month.
  case prevention
  /// One part of a series that has several.
  case part
  /// The newest periods as each release had them.
  case revisions
  /// The days or periods ahead, with their spread.
  case forecast
  /// What came against what such weather and such a season usually bring.
  case weather = "weather-normalised"
  /// Chances that were given, and how often something came.
  case reliability
  /// Each way to forecast, by how far it was off.
  case scoreboard
  /// What was expected, what came, and what would be news.
  case warnings
  /// Cases in progress, and how long they would take to clear under assumptions.
  case backlog

  /// Those that the page of a series shows, in this order; the outlook shows the others.
  static let ofSeries: [ChartName] = [.published, .cumulative, .sevenDays, .peopleACraft, .prevention, .revisions]
}
