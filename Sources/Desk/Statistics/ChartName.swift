/// The charts that the desk can draw of series, by their names in addresses.
enum ChartName: String, CaseIterable, Sendable {
  /// Every figure as its newest release has it.
  case published
}
