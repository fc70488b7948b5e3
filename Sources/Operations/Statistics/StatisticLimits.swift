/// The bounds of what is kept of series; past each of them input is refused by name.
package enum StatisticLimits {
  /// The most series of a centre.
  package static let series = 2_000
  /// The most vintages of a series.
  package static let releases = 1_000
  /// The most parts of a vintage.
  package static let parts = 500
  /// The most periods of a part.
  package static let periods = 20_000
  /// The most cells of a vintage; they have to go into one entry of the ledger.
  package static let cells = 200_000
  /// The longest name in addresses, in bytes.
  package static let idBytes = 80
  /// The longest title, source, place or label, in bytes.
  package static let nameBytes = 300
  /// The longest note, in bytes.
  package static let noteBytes = 2_000
  /// The most publications of a centre.
  package static let publications = 5_000
  /// How long before its release a publication may be shown to those who are recorded for it, in milliseconds.
  ///
  /// Source: Pre-release Access to Official Statistics Order 2008, schedule, paragraph 5: 24 hours.
  package static let earlyAccessMilliseconds: Int64 = 86_400_000
  /// The most people who see one publication early.
  package static let earlyReaders = 50
}
