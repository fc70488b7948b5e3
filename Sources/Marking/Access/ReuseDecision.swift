/// The recorded decision of a named officer that one item gathered for rescue may serve law enforcement.
///
/// It opens the wall for that item and for nothing else; every other rule still holds.
public struct ReuseDecision: Hashable, Codable, Sendable {
  /// The officer who decided.
  public let officer: String
  /// The legal basis that the officer stated.
  public let legalBasis: String
  /// The item it is about, as `Protected.item` names it.
  public let item: String

  /// A decision, or nil when the officer, the basis or the item is blank.
  public init?(officer: String, legalBasis: String, item: String) {
    guard [officer, legalBasis, item].allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else { return nil }
    self.officer = officer
    self.legalBasis = legalBasis
    self.item = item
  }
}

extension ReuseDecision {
  private enum CodingKeys: String, CodingKey {
    case officer, legalBasis, item
  }

  /// Decodes a decision and throws `DecodingError.dataCorrupted` when one of its parts is blank.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let decision = ReuseDecision(
      officer: try container.decode(String.self, forKey: .officer),
      legalBasis: try container.decode(String.self, forKey: .legalBasis),
      item: try container.decode(String.self, forKey: .item))
    guard let decision else {
      throw DecodingError.dataCorruptedError(
        forKey: .legalBasis, in: container,
        debugDescription: "A decision names its officer, its legal basis and its item.")
    }
    self = decision
  }
}
