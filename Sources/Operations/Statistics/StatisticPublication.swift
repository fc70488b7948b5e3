package import Geodesy

/// A publication of ours on the release calendar: which series, when, and who may see it early.
package struct StatisticPublication: Sendable, Hashable {
  /// Its name in addresses, such as `channel-weekly-2026-48`.
  package var id: String
  package var title: String
  package var series: [String]
  /// When it is due; before that moment only those who are recorded for it see it.
  package var due: Instant
  /// When it was published; nil while it waits.
  package var published: Instant?
  /// The rule of suppression and rounding by which its tables are made, in words.
  package var rule: String
  /// The SHA-256 hash of each file that was published, by its name.
  package var files: [String: String] = [:]
  package var earlyReaders: [EarlyReader] = []
  package var by = ""
  package var agency = ""

  package init(id: String, title: String, series: [String], due: Instant, rule: String) {
    (self.id, self.title, self.series, self.due, self.rule) = (id, title, series, due, rule)
  }

  /// Somebody who sees it before the public does.
  package struct EarlyReader: Sendable, Hashable {
    /// The sign-in name.
    package var person: String
    /// In which post, as it is made public.
    package var post: String
    package var from: Instant
    /// Why, as it is made public.
    package var reason: String
  }

  /// Whether somebody may be shown it at a moment: once it is published, or from their time on if it is given early.
  package func isOpen(to person: String, at moment: Instant) -> Bool {
    published != nil || earlyReaders.contains { $0.person == person && $0.from <= moment }
  }
}
