/// A grade of Europol's 4x4 scheme with its handling codes.
public struct EuropolGrade: Hashable, Sendable {
  /// How reliable the source is; X cannot be assessed.
  public enum Source: String, CaseIterable, Codable, Sendable {
    case noDoubt = "A"
    case mostlyReliable = "B"
    case mostlyUnreliable = "C"
    case cannotBeAssessed = "X"
  }

  /// How the information is known.
  public enum Information: String, CaseIterable, Codable, Sendable {
    case accuracyNotInDoubt = "1"
    case knownToSourceNotToOfficer = "2"
    case notKnownToSourceCorroborated = "3"
    case notKnownToSourceUncorroborated = "4"
  }

  /// What may be done with it; H0 always holds.
  public enum Handling: String, CaseIterable, Codable, Sendable {
    case crimePurposeOnly = "H0"
    case notInJudicialProceedingsWithoutPermission = "H1"
    case noDisseminationWithoutPermission = "H2"
    case otherRestriction = "H3"
  }

  /// The source.
  public var source: Source
  /// The information.
  public var information: Information
  /// The handling codes.
  public var handling: Set<Handling>
  /// The words of the restriction, for H3.
  public var restriction: ConditionText?

  /// A grade of these parts, or nil when H3 comes without the words of its restriction.
  public init?(source: Source, information: Information, handling: Set<Handling>, restriction: ConditionText? = nil) {
    guard !handling.contains(.otherRestriction) || restriction != nil else { return nil }
    self.source = source
    self.information = information
    self.handling = handling.union([.crimePurposeOnly])
    self.restriction = restriction
  }

  /// The signs of the grade, such as `B2 H0 H1`.
  public var text: String {
    ([source.rawValue + information.rawValue] + handling.map(\.rawValue).sorted()).joined(separator: " ")
  }

  /// The grade in 3x5x2 that comes nearest, with what is lost.
  ///
  /// Every handling code becomes part of the conditions of C, since P would be wider. X4 H0 becomes 2DC.
  public var grade: Conversion<Grade> {
    var losses = [ConversionLoss]()
    let source: SourceReliability
    switch self.source {
    case .noDoubt, .mostlyReliable:
      source = .reliable
      losses.append(.reliabilityDegreeLost)
    case .mostlyUnreliable: source = .notReliable
    case .cannotBeAssessed: source = .untested
    }
    let assessment: InformationAssessment
    switch information {
    case .accuracyNotInDoubt:
      assessment = .knownDirectly
      losses.append(.directKnowledgeOfOfficerLost)
    case .knownToSourceNotToOfficer: assessment = .knownDirectly
    case .notKnownToSourceCorroborated: assessment = .knownIndirectlyCorroborated
    case .notKnownToSourceUncorroborated:
      assessment = .notKnown
      losses.append(.knowledgeIndirectOrUnknownMerged)
    }
    let words = handling.sorted { $0.rawValue < $1.rawValue }.map(\.words).joined(separator: " ")
    let conditions = ConditionText(house: restriction.map { words + " " + $0.text } ?? words)
    return Conversion(
      value: Grade(source: source, assessment: assessment, handling: .conditional(conditions)), losses: losses)
  }
}

extension EuropolGrade.Handling {
  /// The code in words.
  var words: String {
    switch self {
    case .crimePurposeOnly: "H0: to prevent and combat crime only."
    case .notInJudicialProceedingsWithoutPermission: "H1: not in judicial proceedings without permission."
    case .noDisseminationWithoutPermission: "H2: not passed on without permission."
    case .otherRestriction: "H3:"
    }
  }
}

extension Grade {
  /// The grade in Europol's 4x4 that comes nearest, with what is lost.
  ///
  /// "Reliable" becomes B rather than A, which would claim that the source never failed; "untested" becomes X. 2CP
  /// becomes X4 H0.
  public var europol: Conversion<EuropolGrade> {
    var losses = [ConversionLoss]()
    let source: EuropolGrade.Source
    switch self.source {
    case .reliable: (source, losses) = (.mostlyReliable, losses + [.reliabilityNotPerformance])
    case .untested: source = .cannotBeAssessed
    case .notReliable: (source, losses) = (.mostlyUnreliable, losses + [.reliabilityNotPerformance])
    }
    let information: EuropolGrade.Information
    switch assessment {
    case .knownDirectly: information = .knownToSourceNotToOfficer
    case .knownIndirectlyCorroborated: information = .notKnownToSourceCorroborated
    case .knownIndirectly, .notKnown:
      (information, losses) = (.notKnownToSourceUncorroborated, losses + [.knowledgeIndirectOrUnknownMerged])
    case .suspectedFalse:
      (information, losses) = (.notKnownToSourceUncorroborated, losses + [.suspicionOfFalsehoodLost])
    }
    losses.append(.crimePurposeAdded)
    var value = EuropolGrade(source: source, information: information)
    if let conditions = handling.conditions { value.restrict(conditions) }
    return Conversion(value: value, losses: losses)
  }
}

extension EuropolGrade {
  /// A grade whose only handling code is H0.
  init(source: Source, information: Information) {
    self.source = source
    self.information = information
    handling = [.crimePurposeOnly]
    restriction = nil
  }

  /// Adds H3 with its words.
  mutating func restrict(_ words: ConditionText) {
    handling.insert(.otherRestriction)
    restriction = words
  }
}

extension EuropolGrade: Codable {
  private enum CodingKeys: String, CodingKey {
    case source, information, handling, restriction
  }

  /// Decodes a grade and throws `DecodingError.dataCorrupted` when H3 comes without the words of its restriction.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let grade = EuropolGrade(
      source: try container.decode(Source.self, forKey: .source),
      information: try container.decode(Information.self, forKey: .information),
      handling: try container.decode(Set<Handling>.self, forKey: .handling),
      restriction: try container.decodeIfPresent(ConditionText.self, forKey: .restriction))
    guard let grade else {
      throw DecodingError.dataCorruptedError(
        forKey: .restriction, in: container, debugDescription: "H3 says in words what the restriction is.")
    }
    self = grade
  }
}
