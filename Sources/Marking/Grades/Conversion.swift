/// A value brought from one scheme of grading into another, with what was lost on the way.
public struct Conversion<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value in the new scheme.
  public let value: Value
  /// What the new scheme could not say, or says more widely or more narrowly; shown beside the value.
  public let losses: [ConversionLoss]

  /// A conversion of these parts.
  public init(value: Value, losses: [ConversionLoss]) {
    self.value = value
    self.losses = losses
  }

  /// Whether nothing was lost.
  public var isExact: Bool { losses.isEmpty }
}

/// One thing that a conversion lost.
public enum ConversionLoss: String, CaseIterable, Codable, Sendable {
  case reliabilityDegreeLost
  case unreliableAndSometimesReliableMerged
  case reliabilityNotPerformance
  case directKnowledgeOfOfficerLost
  case suspicionOfFalsehoodLost
  case knowledgeIndirectOrUnknownMerged
  case handlingNarrowed
  case crimePurposeAdded
  case clientsExcluded
  case publicReleaseLost
  case compartmentsLost
  case releaseLimitsLost
  case handlingInstructionsLost
  case exerciseMarkLost

  /// The loss as a sentence.
  public var text: String {
    switch self {
    case .reliabilityDegreeLost: "Always and mostly reliable sources became one grade."
    case .unreliableAndSometimesReliableMerged: "Sometimes reliable and unreliable sources became one grade."
    case .reliabilityNotPerformance: "The grade speaks of reliability, not of how often the source proved right."
    case .directKnowledgeOfOfficerLost: "That the officer knew it without reservation is no longer said."
    case .suspicionOfFalsehoodLost: "That it is suspected to be false is no longer said by the grade."
    case .knowledgeIndirectOrUnknownMerged: "Indirect knowledge and knowledge that cannot be judged became one grade."
    case .handlingNarrowed: "Sharing became conditional, so that it is not wider than it was."
    case .crimePurposeAdded: "The scheme limits use to the prevention of and fight against crime."
    case .clientsExcluded: "The clients of the organisation, who might have had it, are left out."
    case .publicReleaseLost: "That it may be published is no longer said."
    case .compartmentsLost: "The compartments are no longer named."
    case .releaseLimitsLost: "The agencies and nations are no longer named."
    case .handlingInstructionsLost: "The handling instructions are no longer named."
    case .exerciseMarkLost: "That it belongs to an exercise is no longer said."
    }
  }
}
