/// The answer to "may this person do this to that, for this purpose".
public enum Decision: Hashable, Sendable {
  /// Yes.
  case permitted
  /// No, for every one of these reasons.
  case refused([Reason])

  /// Whether the answer is yes.
  public var isPermitted: Bool { self == .permitted }

  /// The reasons against; empty when permitted.
  public var reasons: [Reason] {
    switch self {
    case .permitted: []
    case .refused(let reasons): reasons
    }
  }
}

/// One reason against an act; its words hold no personal data and name no compartment.
public enum Reason: String, CaseIterable, Codable, Sendable {
  case actNotGranted
  case purposeNotGranted
  case scopeMissing
  case clearanceTooLow
  case sensitiveNotCleared
  case compartmentMissing
  case agencyNotReleasable
  case nationNotReleasable
  case wallClosed
  case purposeOutsideSide
  case oversightChangesNothing
  case exerciseOnly
  case exerciseNotCounted
  case notOwner
  case incidentMarkedTooNarrow

  /// The code under which programs know the reason.
  public var code: String { rawValue }

  /// The reason as a sentence for the person.
  public var text: String {
    switch self {
    case .actNotGranted: "None of your roles may do this with this kind of record."
    case .purposeNotGranted: "The role that may do this does not work for the stated purpose."
    case .scopeMissing: "The token does not carry the scope for this."
    case .clearanceTooLow: "The record is classified above your clearance."
    case .sensitiveNotCleared: "The record is OFFICIAL-SENSITIVE and your clearance does not include it."
    case .compartmentMissing: "The record lies in a compartment that you are not admitted to."
    case .agencyNotReleasable: "The record may not be released to your agency."
    case .nationNotReleasable: "The record may not be released to your nation."
    case .wallClosed:
      "The record was gathered to save life; law enforcement needs a recorded decision, with its legal basis, for it."
    case .purposeOutsideSide: "The stated purpose does not reach this kind of record."
    case .oversightChangesNothing: "Oversight reads and does not change what it oversees."
    case .exerciseOnly: "Training uses exercise records only, and this one is real."
    case .exerciseNotCounted: "The record belongs to an exercise and is not counted."
    case .notOwner: "Only the agency that owns the record may do this."
    case .incidentMarkedTooNarrow:
      "An incident at sea is OFFICIAL and carries no compartment or release limit: everyone on watch must know of it."
    }
  }
}
