/// Why a field has no answer: it was asked outside its cover.
public struct FieldGap: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the question lay outside.
  public enum Reason: Hashable, Sendable {
    /// Outside the times that the field covers, which are given with it.
    case time(Instant, first: Instant, last: Instant)
    /// At a place without values.
    case place(Position)
  }

  /// The name of the field.
  public let field: String
  /// Where the question lay outside.
  public let reason: Reason

  /// A gap of a field.
  public init(field: String, reason: Reason) {
    self.field = field
    self.reason = reason
  }

  /// The gap in a sentence that says what to do.
  public var description: String {
    switch reason {
    case .time(let instant, let first, let last):
      "\(field) covers \(first) to \(last), and was asked for \(instant). Give a field that covers that time."
    case .place(let position):
      "\(field) has no value at \(position.text). Give a field that covers that place."
    }
  }
}
