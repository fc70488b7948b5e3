public import Geodesy

/// A target that a radar or another sensor tracks, by position: sentence `TLL` (IEC 61162-1:2016, 8.3).
public struct TargetPosition: Hashable, Sendable {
  /// The number that the sensor gives it.
  public let number: Int
  /// Where it is; nil for a target that is lost without a position.
  public let position: Position?
  /// The name that the target bears.
  public let name: String?
  /// When it was measured, in milliseconds since midnight UTC.
  public let timeOfDayMilliseconds: Int?
  /// Whether it is lost, being acquired or tracked.
  public let status: TargetStatus?
  /// Whether it is the reference by which own ship's motion is found.
  public let isReference: Bool

  init(_ fields: SentenceFields) throws(NMEARefusal) {
    guard 5...9 ~= fields.count, let number = try fields.integer(0) else { throw .wrongFieldCount }
    self.number = number
    position = try fields.position(1)
    name = try fields.text(5)
    timeOfDayMilliseconds = try fields.timeOfDay(6)
    status = try fields.choice(7)
    isReference = try fields.isReferenceTarget(8)
  }
}
