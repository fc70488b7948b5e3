public import Geodesy

/// One NMEA 0183 sentence of a night and the moment at which it is heard.
public struct ExerciseSentence: Hashable, Sendable {
  /// When it is heard.
  public let at: Instant
  /// The whole line as bytes: tag block, sentence, carriage return and line feed.
  public let line: [UInt8]
}
