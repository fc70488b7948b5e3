/// What a bearer token is good for: an act on a kind of object, written `see:picture` or, for every kind, `see:*`.
public struct Scope: Hashable, Sendable {
  /// The act.
  public let act: Act
  /// The kind of object, or nil for every kind.
  public let kind: ObjectKind?

  /// The scope of an act on a kind of object, or on every kind.
  public init(act: Act, kind: ObjectKind?) {
    self.act = act
    self.kind = kind
  }

  /// Reads `act:kind` or `act:*`; nil for all else.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let act = Act(rawValue: String(parts[0])) else { return nil }
    if parts[1] == "*" {
      self.init(act: act, kind: nil)
    } else {
      guard let kind = ObjectKind(rawValue: String(parts[1])) else { return nil }
      self.init(act: act, kind: kind)
    }
  }

  /// The scope as `init(text:)` reads it.
  public var text: String { "\(act.rawValue):\(kind?.rawValue ?? "*")" }

  /// Whether the scope is good for this act on this kind.
  public func covers(_ act: Act, on kind: ObjectKind) -> Bool {
    self.act == act && (self.kind == nil || self.kind == kind)
  }
}

extension Scope: Codable {
  /// Decodes the text of a scope and throws `DecodingError.dataCorrupted` when it is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let scope = Scope(text: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A scope is written act:kind, such as see:picture.")
    }
    self = scope
  }

  /// Encodes the scope as its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
