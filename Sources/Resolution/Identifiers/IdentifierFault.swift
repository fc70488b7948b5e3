/// Why a text cannot be read as an identifier.
public struct IdentifierFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kind that was asked for.
  public let kind: IdentifierKind
  /// What is wrong and what is expected; it holds nothing of the identifier.
  public let reason: String

  /// The fault as a sentence.
  public var description: String { "no \(kind.rawValue) number: \(reason)" }
}
