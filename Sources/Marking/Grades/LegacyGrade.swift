/// A grade of the 5x5x5 scheme, which 3x5x2 replaced; read only, never given anew.
public struct LegacyGrade: Hashable, Codable, Sendable {
  /// How reliable the source was held to be.
  public enum Source: String, CaseIterable, Codable, Sendable {
    case alwaysReliable = "A"
    case mostlyReliable = "B"
    case sometimesReliable = "C"
    case unreliable = "D"
    case untested = "E"
  }

  /// How the information was known.
  public enum Information: String, CaseIterable, Codable, Sendable {
    case knownTrueWithoutReservation = "1"
    case knownToSourceNotToOfficer = "2"
    case notKnownToSourceCorroborated = "3"
    case cannotBeJudged = "4"
    case suspectedFalse = "5"
  }

  /// To whom it might go.
  public enum Handling: String, CaseIterable, Codable, Sendable {
    case policeAndLawEnforcement = "1"
    case nonProsecutingParties = "2"
    case foreignLawEnforcement = "3"
    case originatingAgencyOnly = "4"
    case conditionsToBeObserved = "5"
  }

  /// The source.
  public var source: Source
  /// The information.
  public var information: Information
  /// The handling.
  public var handling: Handling

  /// A grade of these parts.
  public init(source: Source, information: Information, handling: Handling) {
    self.source = source
    self.information = information
    self.handling = handling
  }

  /// Reads three signs such as `B24`, blanks, hyphens and slashes between them aside; nil for all else.
  public init?(text: String) {
    let signs = GradeSigns.of(text)
    guard signs.count == 3, let source = Source(rawValue: signs[0]), let information = Information(rawValue: signs[1]),
      let handling = Handling(rawValue: signs[2])
    else { return nil }
    self.init(source: source, information: information, handling: handling)
  }

  /// The three signs of the grade, such as `B24`.
  public var text: String { source.rawValue + information.rawValue + handling.rawValue }

  /// The grade in 3x5x2 that comes nearest, with what is lost.
  ///
  /// Handling always becomes C with the old code in words: every code of the old scheme limited sharing in a way that P
  /// would widen. B24 becomes 1AC.
  public var grade: Conversion<Grade> {
    var losses = [ConversionLoss]()
    let source: SourceReliability
    switch self.source {
    case .alwaysReliable, .mostlyReliable:
      source = .reliable
      losses.append(.reliabilityDegreeLost)
    case .sometimesReliable, .unreliable:
      source = .notReliable
      losses.append(.unreliableAndSometimesReliableMerged)
    case .untested: source = .untested
    }
    let assessment: InformationAssessment
    switch information {
    case .knownTrueWithoutReservation:
      assessment = .knownDirectly
      losses.append(.directKnowledgeOfOfficerLost)
    case .knownToSourceNotToOfficer: assessment = .knownDirectly
    case .notKnownToSourceCorroborated: assessment = .knownIndirectlyCorroborated
    case .cannotBeJudged: assessment = .notKnown
    case .suspectedFalse: assessment = .suspectedFalse
    }
    losses.append(.handlingNarrowed)
    let value = Grade(source: source, assessment: assessment, handling: .conditional(handling.condition))
    return Conversion(value: value, losses: losses)
  }
}

extension LegacyGrade.Handling {
  /// The code as a condition in words.
  var condition: ConditionText {
    switch self {
    case .policeAndLawEnforcement:
      ConditionText(house: "Handling code 1 of 5x5x5: to police and other law-enforcement agencies of the UK only.")
    case .nonProsecutingParties:
      ConditionText(house: "Handling code 2 of 5x5x5: also to parties in the UK that do not prosecute.")
    case .foreignLawEnforcement:
      ConditionText(house: "Handling code 3 of 5x5x5: also to foreign law-enforcement agencies.")
    case .originatingAgencyOnly:
      ConditionText(house: "Handling code 4 of 5x5x5: within the originating agency only.")
    case .conditionsToBeObserved:
      ConditionText(house: "Handling code 5 of 5x5x5: the conditions stated by the originator must be observed.")
    }
  }
}
