package import Geodesy

/// Something that a watch should look at: a call for help, or behaviour that a rule describes. It is about craft and devices.
package struct Alert: Sendable, Hashable {
  /// How pressing it is.
  package enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Somebody may be in danger: seen across the screen and heard.
    case distress
    /// To be looked at now.
    case urgent
    /// To be known.
    case notice
    /// A device that is being tested: shown, and wakes nobody.
    case test

    package static func < (first: Severity, second: Severity) -> Bool {
      allCases.firstIndex(of: first) ?? 0 < allCases.firstIndex(of: second) ?? 0
    }
  }

  /// How far the watch has dealt with it.
  package enum Stage: String, Sendable, Hashable, Codable, CaseIterable {
    case raised
    case acknowledged
    case handedOver
    case resolved
  }

  /// A number that speaks for it, with its unit.
  package struct Evidence: Sendable, Hashable, Codable {
    package var name: String
    package var value: Double
    package var unit: String

    package init(name: String, value: Double, unit: String) {
      self.name = name
      self.value = value
      self.unit = unit
    }
  }

  /// The rule that raised it, as it was then, in words.
  package struct Rule: Sendable, Hashable, Codable {
    package var id: String
    package var en: String
    package var fr: String

    package init(id: String, en: String, fr: String) {
      self.id = id
      self.en = en
      self.fr = fr
    }
  }

  /// Its name, such as `distress.dsc-1a2b`.
  package let id: String
  /// What it is about: `distress.dsc`, `behaviour.drifting`.
  package let kind: String
  package let severity: Severity
  /// The tracks that it is about, by name.
  package let tracks: [String]
  package let position: Position?
  /// Since when it holds.
  package let began: Instant
  /// When it ceased to hold by itself; nil while it holds.
  package let ended: Instant?
  package let evidence: [Evidence]
  /// What a device said; nil when nothing was, or it has been erased.
  package let words: String?
  /// The rule that raised it; nil for a call of a device.
  package let rule: Rule?
  package let stage: Stage
  /// Who dealt with it last, and their agency; nil while nobody has.
  package let by: String?
  package let agency: String?
  /// To whom it was handed over.
  package let handedTo: String?
  /// What was said of it last.
  package let note: String?
  package let exercise: Bool
  /// When it was raised.
  package let raised: Instant
  /// The entry by which it stands as it stands.
  package let sequence: Int64
}
