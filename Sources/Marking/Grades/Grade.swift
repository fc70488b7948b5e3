/// The 3x5x2 grade of one item of information: its source, its assessment and how it may be handled.
public struct Grade: Hashable, Codable, Sendable {
  /// How reliable the source is.
  public var source: SourceReliability
  /// How the source knows it.
  public var assessment: InformationAssessment
  /// Whether it may be shared, and under which conditions.
  public var handling: GradeHandling

  /// A grade of these parts.
  public init(source: SourceReliability, assessment: InformationAssessment, handling: GradeHandling) {
    self.source = source
    self.assessment = assessment
    self.handling = handling
  }

  /// The three signs of the grade, such as `1BP`.
  public var text: String { source.rawValue + assessment.rawValue + handling.code }

  /// Reads three signs such as `2CC`, blanks, hyphens and slashes between them aside; nil for all else.
  ///
  /// - Parameter conditions: the text of the conditions, without which handling C is no grade; P takes none.
  public init?(text: String, conditions: String? = nil) {
    let signs = GradeSigns.of(text)
    guard signs.count == 3, let source = SourceReliability(rawValue: signs[0]),
      let assessment = InformationAssessment(rawValue: signs[1])
    else { return nil }
    switch (signs[2], conditions) {
    case ("P", nil): self.init(source: source, assessment: assessment, handling: .permitted)
    case ("C", let conditions?):
      guard let text = ConditionText(conditions) else { return nil }
      self.init(source: source, assessment: assessment, handling: .conditional(text))
    default: return nil
    }
  }
}

/// How reliable the source of an item of information is, in 3x5x2.
public enum SourceReliability: String, CaseIterable, Codable, Sendable {
  case reliable = "1"
  case untested = "2"
  case notReliable = "3"
}

/// How the source knows an item of information, in 3x5x2.
public enum InformationAssessment: String, CaseIterable, Codable, Sendable {
  case knownDirectly = "A"
  case knownIndirectlyCorroborated = "B"
  case knownIndirectly = "C"
  case notKnown = "D"
  case suspectedFalse = "E"
}

/// How an item of information may be handled, in 3x5x2.
public enum GradeHandling: Hashable, Codable, Sendable {
  /// P: lawful sharing is permitted.
  case permitted
  /// C: sharing is permitted under these conditions.
  case conditional(ConditionText)

  /// The sign, P or C.
  public var code: String {
    switch self {
    case .permitted: "P"
    case .conditional: "C"
    }
  }

  /// The conditions, where there are any.
  public var conditions: ConditionText? {
    switch self {
    case .permitted: nil
    case .conditional(let text): text
    }
  }
}

/// The words of a sharing condition: never blank, never longer than the limit.
public struct ConditionText: Hashable, Sendable {
  /// The longest text, in UTF-8 bytes.
  public static let longestBytes = 4096
  /// The words.
  public let text: String

  /// A condition in these words, or nil when they are blank or too long.
  public init?(_ text: String) {
    guard !text.allSatisfy(\.isWhitespace), text.utf8.count <= Self.longestBytes else { return nil }
    self.text = text
  }

  /// What the house's own words may add to a condition when a grade is brought over from another scheme, in bytes.
  static let longestHouseBytes = 512

  /// A condition in words of the house, alone or before those of a person.
  init(house text: String) { self.text = text }
}

extension ConditionText: Codable {
  /// Decodes the words and throws `DecodingError.dataCorrupted` when they are blank or too long.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard !text.allSatisfy(\.isWhitespace), text.utf8.count <= Self.longestBytes + Self.longestHouseBytes else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A condition has words, and at most \(Self.longestBytes) bytes of them.")
    }
    self.text = text
  }

  /// Encodes the words.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// Takes the text of a grade apart.
enum GradeSigns {
  /// The longest text that is looked at, in UTF-8 bytes.
  private static let longestBytes = 64

  /// The letters and digits one by one, upper case; empty when anything but separators stands between them.
  static func of(_ text: String) -> [String] {
    guard text.utf8.count <= longestBytes else { return [] }
    var signs = [String]()
    for character in text {
      if character.isASCII, character.isLetter || character.isNumber {
        signs.append(character.uppercased())
      } else if !" -/.".contains(character) {
        return []
      }
    }
    return signs
  }
}
