extension Marking: Codable {
  /// Decodes the text of a marking and throws `DecodingError.dataCorrupted` when any part is not understood.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let marking = Marking(text: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A part of the marking is not understood, so its limits are not known.")
    }
    self = marking
  }

  /// Encodes the marking as its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
