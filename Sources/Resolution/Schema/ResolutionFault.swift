/// Why input was refused: what is wrong, where, and what to do.
public struct ResolutionFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of refusal it is.
  public enum Code: String, Sendable {
    case empty, tooLong, tooMany, malformed, columnMissing, keyRepeated, keyMissing, purposeRefused, judgement
  }

  /// What kind of refusal it is.
  public let code: Code
  /// What is wrong and what to do; no personal data but a record's own key.
  public let message: String
  /// The row it stands in, counted from 1 with the heading as row 1.
  public let row: Int?
  /// The byte at which it was seen, counted from 0.
  public let byte: Int?

  init(_ code: Code, _ message: String, row: Int? = nil, byte: Int? = nil) {
    self.code = code
    self.message = message
    self.row = row
    self.byte = byte
  }

  /// The place and the message as one sentence.
  public var description: String {
    let place = [row.map { "row \($0)" }, byte.map { "byte \($0)" }].compactMap(\.self).joined(separator: ", ")
    return place.isEmpty ? message : "\(place): \(message)"
  }
}
