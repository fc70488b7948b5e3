/// An instruction that travels with a marked thing, in the words of the policy or of the sender.
///
/// The vocabulary is open: partners add their own.
public struct HandlingInstruction: RawRepresentable, Hashable, Codable, Sendable {
  /// The words of the instruction.
  public let rawValue: String

  /// An instruction in these words.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Only those to whom it was addressed may have it.
  public static let recipientsOnly = HandlingInstruction(rawValue: "RECIPIENTS ONLY")
  /// It stays within the organisation that received it.
  public static let organisationalUseOnly = HandlingInstruction(rawValue: "ORGANISATIONAL USE ONLY")
  /// It stays within the government of the United Kingdom.
  public static let governmentUseOnly = HandlingInstruction(rawValue: "HMG USE ONLY")
  /// It goes no further without the sender's consent.
  public static let originatorControlled = HandlingInstruction(rawValue: "ORIGINATOR CONTROLLED")
  /// It stays within the community of agencies and partners that work on the subject, and is not published.
  public static let communityOnly = HandlingInstruction(rawValue: "COMMUNITY ONLY")
  /// It holds personal data.
  public static let personalData = HandlingInstruction(rawValue: "PERSONAL DATA")
}
