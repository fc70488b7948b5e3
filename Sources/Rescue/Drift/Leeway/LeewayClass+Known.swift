extension LeewayClass {
  /// Every class that there is: the 85 of the Coast Guard in their order, then our own estimates.
  public static let known: [LeewayClass] =
    LeewayTable.rows.split(separator: "\n").compactMap(LeewayClass.init(row:))
    + [loadedInflatable]

  /// The class of a key, whatever its case: `PIW-1` is a person in the water of unknown state; nil when there is none.
  public static func of(key: String) -> LeewayClass? {
    let wanted = key.uppercased()
    return known.first { $0.key.uppercased() == wanted }
  }

  /// A large inflatable boat without power that carries far more people than it is made for. An estimate.
  ///
  /// Its downwind slope lies between two measured craft that bracket it: a 5.8 m skiff with the load of 13 persons, 4.40 %
  /// of the wind (Brushett et al. 2014, "Determining the leeway drift characteristics of tropical Pacific island craft",
  /// Applied Ocean Research 44, 92–101: 7.71 % with one person, so load slows), and a swamped skiff, 1.65 % (SKIFF-3). The
  /// slope is the middle of the two, 3.025 %, and the deviation that of an even distribution between them: 2.75 % / √12 of
  /// 10 m/s, 7.9 cm/s. Across the wind it has the mean ratio of slopes of SKIFF-1 (0.41) and SKIFF-3 (0.24), 0.98 %, with
  /// the same deviation.
  public static let loadedInflatable = LeewayClass(
    key: "INFLATABLE-LOADED", title: "Inflatable boat, overloaded, without power (estimate)",
    downwind: Line(slopePercent: 3.025, offsetCentimetresPerSecond: 0, deviationCentimetresPerSecond: 7.9),
    right: Line(slopePercent: 0.98, offsetCentimetresPerSecond: 0, deviationCentimetresPerSecond: 7.9),
    left: Line(slopePercent: -0.98, offsetCentimetresPerSecond: 0, deviationCentimetresPerSecond: 7.9),
    evidenceOfEstimate: """
      No field trial of an overloaded inflatable is known. Between a skiff loaded with 13 persons (4.40 % of the wind, \
      Brushett et al. 2014) and a swamped skiff (1.65 %, SKIFF-3); the deviation covers both.
      """)

  /// A class from a row of the table, or nil when the row is none.
  init?(row: some StringProtocol) {
    let fields = row.split(separator: ";", omittingEmptySubsequences: false)
    let numbers = fields.dropFirst().dropLast().compactMap { Double($0) }
    guard fields.count == 11, numbers.count == 9 else { return nil }
    let lines = [0, 3, 6].map { first in
      Line(
        slopePercent: numbers[first], offsetCentimetresPerSecond: numbers[first + 1],
        deviationCentimetresPerSecond: numbers[first + 2])
    }
    self.init(
      key: String(fields[0]), title: String(fields[10]), downwind: lines[0], right: lines[1], left: lines[2])
  }
}
