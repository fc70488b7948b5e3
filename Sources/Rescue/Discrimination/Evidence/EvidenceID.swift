/// The name of one piece of evidence: a contact report, a sensor track or a recovery.
///
/// It is the caller's own and is only compared: "r012", or the number of an entry in the ledger.
public struct EvidenceID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The name as the caller wrote it.
  public let text: String

  /// A name out of its text.
  public init(_ text: String) { self.text = text }

  /// The name as text.
  public var description: String { text }

  /// Whether the first name stands before the second in the order of their text.
  public static func < (first: EvidenceID, second: EvidenceID) -> Bool { first.text < second.text }
}
